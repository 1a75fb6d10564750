"""What was written down before these rules: closings that rest on words alone are marked so, and an
unborn child loses a birthday that it cannot have."""

from django.db import migrations


def mark(apps, schema_editor):
    """Mark and clear."""
    alias = schema_editor.connection.alias
    closings = apps.get_model("cases", "Closing").objects.using(alias)
    closings.filter(reason="accepted").update(is_before_transfers=True)
    people = apps.get_model("cases", "CaseSubject").objects.using(alias)
    people.filter(age="unborn").exclude(born_on=None).update(born_on=None)


class Migration(migrations.Migration):
    dependencies = [("cases", "0004_others_and_outside")]

    operations = [migrations.RunPython(mark, migrations.RunPython.noop)]
