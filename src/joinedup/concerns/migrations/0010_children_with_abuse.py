from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0010_involved_posts"),
        ("concerns", "0009_faster_lists"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="concern",
            name="child_with_abuse",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="concern",
            name="danger",
            field=models.CharField(
                blank=True,
                choices=[
                    ("", "Not said, or no"),
                    ("unsure", "May be in danger now"),
                    ("yes", "In danger now"),
                ],
                default="",
                max_length=6,
            ),
        ),
        migrations.AddField(
            model_name="concern",
            name="not_sent_is_explained",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="decision",
            name="why_not_children",
            field=models.CharField(blank=True, max_length=500),
        ),
        migrations.AddField(
            model_name="report",
            name="once",
            field=models.CharField(blank=True, max_length=64),
        ),
        migrations.AddConstraint(
            model_name="concern",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("ending", ""),
                    ("child_with_abuse", False),
                    ("ending__in", ["onward", "case"]),
                    ("sent_children_at__isnull", False),
                    ("not_sent_is_explained", True),
                    _connector="OR",
                ),
                name="concerns_child_with_abuse_is_answered",
            ),
        ),
        migrations.AddConstraint(
            model_name="report",
            constraint=models.UniqueConstraint(
                condition=models.Q(("once", ""), _negated=True),
                fields=("concern", "once"),
                name="concerns_added_once",
            ),
        ),
    ]
