"""The pages of docs that are written from the code are as the code is, and links lead somewhere."""

from __future__ import annotations

import re
import tomllib

from tools import documents_from_code as pages

from tests.house.places import ROOT, modules

SAY = "Run python tools/documents_from_code.py and look at what changed."


def deeds() -> set[str]:
    """Names of all functions of actions modules."""
    return {
        name
        for module in modules()
        if ".actions" in module.__name__
        for name, value in vars(module).items()
        if callable(value)
    }


def test_the_page_of_states_is_current():
    assert pages.STATES_PAGE.read_text(encoding="utf-8") == pages.states_page(), SAY


def test_the_page_of_personal_data_is_current():
    assert pages.PERSONAL_PAGE.read_text(encoding="utf-8") == pages.personal_page(), SAY


def test_every_deed_that_leads_out_of_a_state_is_there_and_leads_to_a_state():
    text = (ROOT / "tests/house/states.toml").read_text(encoding="utf-8")
    known = deeds()
    for name, states in tomllib.loads(text).items():
        said = {deed for one in states.values() for deed in one["out"].split(", ")} - {"end"}
        assert set(pages.LEADS_TO[name]) == said
        assert {to for all_to in pages.LEADS_TO[name].values() for to in all_to} <= set(states)
        # The deed that confirms an import is called after what it confirms.
        assert {"confirm_import" if deed == "confirm" else deed for deed in said} <= known


def test_every_link_and_picture_in_the_documents_is_there():
    broken = []
    for page in [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]:
        for target in re.findall(r"\]\(([^)\s]+)\)", page.read_text(encoding="utf-8")):
            place = target.partition("#")[0]
            if place and "://" not in place and not (page.parent / place).exists():
                broken.append(f"{page.relative_to(ROOT)}: {target}")
    assert broken == []


def test_every_file_that_the_documents_name_is_there():
    """Programs, tables and folders of tests; from the root or from src/joinedup."""
    named = re.compile(r"`((?:tests|tools|benches)/[\w./]+|[a-z_]+/[\w./]+\.(?:py|toml))`")
    missing = []
    for page in sorted((ROOT / "docs").rglob("*.md")):
        for name in named.findall(page.read_text(encoding="utf-8")):
            if not any((top / name).exists() for top in (ROOT, ROOT / "src" / "joinedup")):
                missing.append(f"{page.name}: {name}")
    assert missing == []
