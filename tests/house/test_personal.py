"""Every field is classed: personal or not. The list is read in review (`personal.toml`)."""

from __future__ import annotations

import tomllib
from pathlib import Path

from django.apps import apps

CLASSED = tomllib.loads(Path(__file__).with_name("personal.toml").read_text(encoding="utf-8"))
CLASSES = {"personal", "not"}


def fields() -> set[str]:
    """Every column of ours as app.Model.field."""
    return {
        f"{model._meta.label}.{field.name}"
        for model in apps.get_models()
        if model.__module__.startswith("joinedup.")
        for field in model._meta.get_fields()
        if getattr(field, "column", None) and not field.primary_key
    }


def classed() -> dict[str, str]:
    return {
        f"{model}.{field}": said
        for model, said_of in CLASSED.items()
        for field, said in said_of.items()
    }


def test_every_field_is_classed_personal_or_not():
    new = sorted(fields() - set(classed()))
    assert new == [], "Say in tests/house/personal.toml whether these are personal."


def test_no_field_is_classed_that_is_not_there():
    assert sorted(set(classed()) - fields()) == []


def test_classes_are_personal_or_not():
    assert set(classed().values()) <= CLASSES


def test_the_audit_record_holds_nothing_personal():
    assert {said for name, said in classed().items() if name.startswith("audit.")} == {"not"}
