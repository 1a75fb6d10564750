"""Nobody has the same duty twice at a time, held by the table."""

from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [("library", "0002_duties_twice")]

    operations = [
        migrations.AddConstraint(
            model_name="processduty",
            constraint=models.UniqueConstraint(
                fields=["process", "duty", "post"],
                condition=Q(to_on__isnull=True, post__isnull=False),
                name="library_post_has_duty_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="processduty",
            constraint=models.UniqueConstraint(
                fields=["process", "duty", "agency"],
                condition=Q(to_on__isnull=True, agency__isnull=False),
                name="library_agency_has_duty_once",
            ),
        ),
    ]
