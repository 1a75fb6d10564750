"""Which place made an area responsible, and the record of people that somebody is."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0007_moments_of_seals"),
        ("concerns", "0002_public_door"),
        ("subjects", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="concern",
            name="sent_children_place",
            field=models.CharField(
                blank=True,
                choices=[("lives", "Where they live"), ("found", "Where they were found")],
                max_length=10,
            ),
        ),
        migrations.AddField(
            model_name="concernperson",
            name="subject",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="subjects.subject",
            ),
        ),
        migrations.AddConstraint(
            model_name="concern",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("sent_children_at__isnull", True),
                    ("sent_children_place__in", ["lives", "found"]),
                    _connector="OR",
                ),
                name="concerns_sent_where_child_is",
            ),
        ),
    ]
