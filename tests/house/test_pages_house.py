"""What holds for every template and every compiled file."""

import gzip
import hashlib
import re
from pathlib import Path

import pytest
from jinja2 import meta, nodes

from joinedup.pages.environment import environment, template_folders

STATIC = Path(__file__).resolve().parents[2] / "src/joinedup/pages/static/joinedup"
VENDOR = STATIC / "vendor"
NEEDS = re.compile(r"\{# needs: ([\w, \n]*?) ?#\}")
GIVEN = {
    "request",
    "csrf_input",
    "csrf_token",
    "council",
    "brand_address",
    "is_demo",
    "messages",
    "here",
    "council_name",
    "navigation",
    "signed_in_as",
    "user",
    "perms",
}
TEMPLATES = sorted(path for folder in template_folders() for path in Path(folder).rglob("*.html"))


def named_within(tree: nodes.Template) -> set[str]:
    """Names a template imports, sets or defines itself: blocks see them, `meta` does not know."""
    names = {name.name for name in tree.find_all(nodes.Name) if name.ctx == "store"}
    names |= {macro.name for macro in tree.find_all(nodes.Macro)}
    names |= {found.target for found in tree.find_all(nodes.Import)}
    for found in tree.find_all(nodes.FromImport):
        names |= {name if isinstance(name, str) else name[1] for name in found.names}
    return names


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_a_template_uses_only_names_it_declares(path: Path):
    source = path.read_text(encoding="utf-8")
    made = environment()
    declared = {
        name.strip() for found in NEEDS.findall(source) for name in found.split(",") if name.strip()
    }
    tree = made.parse(source)
    known = set(made.globals) | GIVEN | declared | named_within(tree) | {"caller"}
    unknown = meta.find_undeclared_variables(tree) - known
    assert not unknown, f"{path.name}: add to its `needs` line, or mend: {sorted(unknown)}"


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_a_template_holds_nothing_that_the_browser_would_refuse(path: Path):
    source = path.read_text(encoding="utf-8")
    refused = re.compile(
        r"\sstyle=|\son[a-z]+=|<style|javascript:|data:image|<script(?![^>]*\bsrc=)"
    )
    found = refused.search(source)
    assert found is None, f"{path.name}: {found and found.group()}"


def test_compiled_files_are_those_that_were_checked():
    lines = (VENDOR / "checksums.txt").read_text(encoding="ascii").splitlines()
    listed = dict(reversed(line.split(maxsplit=1)) for line in lines)
    files = {str(p.relative_to(VENDOR)) for p in VENDOR.rglob("*") if p.is_file()}
    assert files - {"checksums.txt"} == set(listed)
    for name, checksum in listed.items():
        assert hashlib.sha256((VENDOR / name).read_bytes()).hexdigest() == checksum, name


def test_each_compiled_package_has_its_licence():
    assert {p.stem for p in VENDOR.glob("LICENCE-*.txt")} == {
        "LICENCE-govuk-frontend",
        "LICENCE-htmx",
        "LICENCE-moj-frontend",
    }


def test_the_stylesheet_is_small_and_asks_for_nothing_from_elsewhere():
    css = (STATIC / "app.css").read_text(encoding="utf-8")
    assert len(css) <= 250_000
    assert "GDS Transport" not in css and "@font-face" not in css and "crown" not in css
    assert set(re.findall(r"url\(([^)]*)\)", css)) == {"vendor/images/icon-document.svg"}


def test_what_a_public_page_loads_is_at_most_100_kilobytes_compressed():
    parts = ("app.css", "app.js", "js-enabled.js", "icon.svg", "vendor/govuk-frontend.min.js")
    total = sum(len(gzip.compress((STATIC / part).read_bytes())) for part in parts)
    assert total <= 80_000


def test_what_app_css_is_made_of_is_kept_beside_it():
    own = {p.name for p in (STATIC.parents[1] / "style").glob("*.scss")}
    main = (STATIC.parents[1] / "style/app.scss").read_text(encoding="utf-8")
    used = set(re.findall(r'@use "(\w+)";', main))
    assert own == {"app.scss"} | {f"_{name}.scss" for name in used}
