"""Organisations that own an action already may have their people update it."""

from __future__ import annotations

from typing import Any

from django.db import migrations


def involve(apps: Any, schema_editor: Any) -> None:
    """Note each organisation that owns an action today as working on it."""
    involvements = apps.get_model("access", "Involvement").objects
    owners = apps.get_model("assurance", "Owner").objects
    owned = owners.filter(agency__isnull=False, to_on__isnull=True).select_related("action")
    for owner in owned.iterator():
        involvements.get_or_create(
            guard_id=owner.action.guard_id,
            agency_id=owner.agency_id,
            item=owner.action.reference,
            to_on=None,
            defaults={"from_on": owner.from_on},
        )


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0004_organisations_work_on_items"),
        ("assurance", "0010_whole_addresses_of_views"),
    ]

    operations = [migrations.RunPython(involve, migrations.RunPython.noop)]
