"""Alerts whose post nobody held were read by those who manage casework."""

from __future__ import annotations

from typing import Any

from django.db import migrations


def forwards(apps: Any, schema_editor: Any) -> None:
    rows = apps.get_model("referrals", "SeniorAlert").objects
    rows.filter(post__isnull=True).update(before="managers")


class Migration(migrations.Migration):
    dependencies = [("referrals", "0009_alerts_before")]

    operations = [migrations.RunPython(forwards, migrations.RunPython.noop)]
