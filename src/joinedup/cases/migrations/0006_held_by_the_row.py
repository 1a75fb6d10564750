"""The database itself holds both: no birthday before birth, no acceptance without its record."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("cases", "0005_told_before")]

    operations = [
        migrations.AddConstraint(
            model_name="casesubject",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("age", "unborn"), _negated=True),
                    ("born_on__isnull", True),
                    _connector="OR",
                ),
                name="cases_unborn_has_no_birthday",
            ),
        ),
        migrations.AddConstraint(
            model_name="closing",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("reason", "accepted"), _negated=True),
                    ("acceptance__isnull", False),
                    ("is_before_transfers", True),
                    _connector="OR",
                ),
                name="cases_acceptance_is_on_record",
            ),
        ),
    ]
