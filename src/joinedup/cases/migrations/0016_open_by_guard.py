"""The open cases behind the guards of a team, with what its lists show, from one index."""

from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0010_involved_posts"),
        ("cases", "0015_supervision_held_whole"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddIndex(
            model_name="case",
            index=models.Index(
                condition=models.Q(("state", "closed"), _negated=True),
                fields=["guard", "id", "reference", "name"],
                name="cases_open_by_guard",
            ),
        ),
    ]
