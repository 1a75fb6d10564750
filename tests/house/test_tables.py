"""What every table must say of itself."""

import os
import subprocess
import sys
from pathlib import Path

from django.apps import apps
from django.db import models

ROOT = Path(__file__).resolve().parents[2]
OURS = [model for model in apps.get_models() if model.__module__.startswith("joinedup.")]
GUARDED = {"guard"}
THROUGH_PARENT = "through_parent"
OPEN = "is_open"


def say(model):
    return f"{model._meta.app_label}.{model.__name__}"


def test_every_model_says_who_guards_it():
    """Each model has a `guard`, or says `guarded_through` its parent, or says why it is open."""
    silent = []
    for model in OURS:
        has_guard = any(field.name == "guard" for field in model._meta.get_fields())
        through = getattr(model, "guarded_through", None)
        is_open = getattr(model, "open_because", None)
        if not (has_guard or through or is_open):
            silent.append(say(model))
        if through and not has_guard:
            field = model._meta.get_field(through.split("__")[0])
            assert field.is_relation, f"{say(model)}.guarded_through names no relation"
    assert silent == []


def test_nothing_is_deleted_along_with_something_else():
    """PROTECT everywhere; only what dies with its owner by nature may cascade."""
    allowed = {("access", "Draft", "user")}
    found = {
        (model._meta.app_label, model.__name__, field.name)
        for model in OURS
        for field in model._meta.get_fields()
        if isinstance(field, models.ForeignKey) and field.remote_field.on_delete is models.CASCADE
    }
    assert found - allowed == set()


def test_there_are_no_generic_foreign_keys():
    assert [say(model) for model in OURS if model._meta.private_fields] == []


def test_migrations_are_complete():
    """Asked of a process of its own, whose models no other test has touched."""
    said = subprocess.run(
        [sys.executable, "-m", "django", "makemigrations", "--check", "--dry-run"],
        env={**os.environ, "DJANGO_SETTINGS_MODULE": "tests.settings", "PYTHONPATH": "src:."},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert "No changes" in said.stdout, said.stdout + said.stderr


def test_audit_tables_have_no_foreign_keys():
    keys = [
        f"{say(model)}.{field.name}"
        for model in OURS
        if model._meta.app_label == "audit"
        for field in model._meta.get_fields()
        if field.is_relation
    ]
    assert keys == []
