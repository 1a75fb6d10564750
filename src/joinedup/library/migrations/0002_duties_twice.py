"""Nobody has the same duty twice at a time: where two at once gave it, the first stays."""

from django.db import migrations


def end_twins(apps, schema_editor):
    rows = apps.get_model("library", "ProcessDuty").objects.filter(to_on__isnull=True)
    seen = set()
    for row in rows.order_by("pk"):
        key = (row.process, row.duty, row.post_id, row.agency_id)
        if key in seen:
            row.to_on = row.from_on
            row.save(update_fields=["to_on"])
        seen.add(key)


class Migration(migrations.Migration):
    dependencies = [("library", "0001_library")]

    operations = [migrations.RunPython(end_twins, migrations.RunPython.noop)]
