"""Saved views kept before addresses were made whole begin with "?" like those kept since."""

from __future__ import annotations

from typing import Any

from django.db import migrations
from django.db.models import F, Value
from django.db.models.functions import Concat


def make_whole(apps: Any, schema_editor: Any) -> None:
    """Put the "?" before queries that were kept without it."""
    views = apps.get_model("assurance", "SavedView").objects
    views.exclude(query__startswith="?").update(query=Concat(Value("?"), F("query")))


class Migration(migrations.Migration):
    dependencies = [("assurance", "0009_parts_and_organisations")]

    operations = [migrations.RunPython(make_whole, migrations.RunPython.noop)]
