"""Promises of the design that no single package can keep alone."""

from __future__ import annotations

import ast
import logging
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.apps import apps

from joinedup.config.logs import CodePlaceFormatter
from tests.house.places import ROOT, SOURCE
from tests.house.test_doors import routes
from tests.house.test_pages_house import TEMPLATES

BELOW = {"access", "assurance", "audit", "clocks", "config", "council", "files", "notices", "pages",
         "meetings", "papers", "registers", "figures", "directory", "library"}  # fmt: skip
BEYOND = {"concerns", "cases", "care", "subjects", "intelligence", "disruption", "casefile",
          "referrals", "reporting"}  # fmt: skip
PARTS_OF_ADDRESSES = {
    "act", "action", "closing", "code", "concern", "conflict", "deed", "evidence", "figure", "file_form",
    "form", "grant", "handover", "hold",
    "holding", "involvement", "key", "kind", "number", "pair", "part", "piece", "pk", "proposal",
    "provider_id", "question", "reference", "row_id", "section", "sort", "step", "team", "token", "told",
    "turn", "uidb36", "version", "what", "which",
}  # fmt: skip


def recorders() -> set[str]:
    """Files that import the one writer of the audit record."""
    found = set()
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            is_recorder = (
                isinstance(node, ast.ImportFrom) and node.module == "joinedup.audit.recorder"
            )
            if is_recorder and any(name.name == "record" for name in node.names):
                found.add(str(path.relative_to(SOURCE)))
    return found


def test_only_actions_and_access_write_the_audit_record():
    others = {
        place
        for place in recorders()
        if not re.search(r"/actions(/|\.py)", place) and not place.startswith("access/")
    }
    assert others == {"assurance/writing/thread.py"}, (
        "Write the audit record in an action. `assurance.writing.thread` is the part of the "
        "register's actions that appends updates."
    )


def test_no_foreign_key_crosses_the_wall():
    crossing = [
        f"{model._meta.label}.{field.name}"
        for model in apps.get_models()
        for field in model._meta.get_fields(include_hidden=True)
        if field.is_relation and field.related_model is not None
        and {_side(model._meta.app_label), _side(field.related_model._meta.app_label)} == {1, 2}
    ]  # fmt: skip
    assert crossing == []


def _side(package: str) -> int:
    return (
        1 if package in BELOW - {"access", "audit", "files", "clocks"} else 2 * (package in BEYOND)
    )


def test_addresses_hold_references_and_codes_only():
    """Names, words and e-mail addresses of people stand in no address: see the names of parts."""
    odd = {
        name
        for _, part in routes()
        for name in (*part.pattern.converters, *part.pattern.regex.groupindex)
        if name not in PARTS_OF_ADDRESSES
    }
    assert odd == set(), "Name the part after a reference or code, and add it to the list here."


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_every_page_has_a_title(path: Path):
    source = path.read_text(encoding="utf-8")
    is_page = re.search(r'{%-?\s*extends "pages/layout', source)
    is_layout = path.name.startswith("layout")
    assert not is_page or is_layout or "{% block title %}" in source


def test_settings_of_a_live_council_pass_the_deployment_check(tmp_path: Path):
    environment = {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(ROOT / "src"),
        "JOINEDUP_MODE": "live",
        "JOINEDUP_HOME": str(tmp_path),
        "DJANGO_SETTINGS_MODULE": "joinedup.config.settings",
    }
    command = [sys.executable, "-m", "django", "check", "--deploy", "--fail-level", "WARNING"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0 and "no issues" in done.stdout, done.stderr


def test_logs_never_carry_what_was_said():
    try:
        raise ValueError("Mrs Canary, 4 Mill Lane")
    except ValueError:
        told = sys.exc_info()
    record = logging.LogRecord(
        "django.request", logging.ERROR, __file__, 1, "Failed: %s", ("/people/?q=Canary",), told
    )
    line = CodePlaceFormatter().format(record)
    assert "ValueError" in line and "test_logs_never_carry" in line
    assert "Canary" not in line and "Mill" not in line and "?" not in line
