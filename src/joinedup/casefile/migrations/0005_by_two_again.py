"""The check by two people, written again: who asked may be empty since erasures are done again after
a restore, and a check keeps the wording of the day on which it was made."""

from django.db import migrations, models

BY_TWO = models.CheckConstraint(
    condition=models.Q(
        ("answered_by__isnull", True),
        models.Q(("answered_by", models.F("asked_by")), _negated=True),
        _connector="OR",
    ),
    name="casefile_erased_by_two",
)


class Migration(migrations.Migration):
    dependencies = [("casefile", "0004_ties")]

    operations = [
        migrations.RemoveConstraint(model_name="erasure", name="casefile_erased_by_two"),
        migrations.AddConstraint(model_name="erasure", constraint=BY_TWO),
    ]
