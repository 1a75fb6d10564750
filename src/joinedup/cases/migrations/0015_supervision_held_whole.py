"""Whoever confirms a supervision does so on a day, and what waits for that is found at once."""

from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [("cases", "0014_supervision_confirmed")]

    operations = [
        migrations.AddConstraint(
            model_name="session",
            constraint=models.CheckConstraint(
                condition=Q(
                    ("confirmed_by__isnull", True), ("confirmed_on__isnull", False), _connector="OR"
                ),
                name="cases_session_confirmed_on_a_day",
            ),
        ),
        migrations.AddIndex(
            model_name="session",
            index=models.Index(
                condition=Q(("confirmed_on__isnull", True), ("kind", "supervision")),
                fields=["case"],
                name="cases_session_to_confirm",
            ),
        ),
    ]
