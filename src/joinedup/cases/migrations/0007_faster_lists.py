"""The lists of open cases walk open cases alone, in their order."""

from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0010_involved_posts"),
        ("cases", "0006_held_by_the_row"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddIndex(
            model_name="case",
            index=models.Index(
                condition=models.Q(("state", "closed"), _negated=True),
                fields=["name"],
                name="cases_open_by_name",
            ),
        ),
        migrations.AddIndex(
            model_name="case",
            index=models.Index(
                condition=models.Q(("state", "closed"), _negated=True),
                fields=["worker", "has_exploitation", "guard"],
                name="cases_open_by_worker",
            ),
        ),
        migrations.AddIndex(
            model_name="case",
            index=models.Index(
                condition=models.Q(("reopened_on__isnull", False)),
                fields=["reopened_on"],
                name="cases_reopened",
            ),
        ),
    ]
