"""An older backup may bring back a destroyed file: it is destroyed again, and that is noted."""

from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0010_involved_posts"),
        ("files", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="storedfile",
            name="files_purge_by_two_people",
        ),
        migrations.RemoveConstraint(
            model_name="storedfile",
            name="files_purge_is_agreed",
        ),
        migrations.AddField(
            model_name="storedfile",
            name="purge_replayed_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddConstraint(
            model_name="storedfile",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("purge_agreed_by__isnull", True),
                    models.Q(
                        ("purge_asked_by__isnull", False),
                        models.Q(("purge_agreed_by", models.F("purge_asked_by")), _negated=True),
                    ),
                    ("purge_replayed_at__isnull", False),
                    _connector="OR",
                ),
                name="files_purge_by_two_people",
            ),
        ),
        migrations.AddConstraint(
            model_name="storedfile",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("purged_at__isnull", True),
                    ("purge_agreed_by__isnull", False),
                    ("purge_replayed_at__isnull", False),
                    _connector="OR",
                ),
                name="files_purge_is_agreed",
            ),
        ),
    ]
