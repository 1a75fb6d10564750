"""Indexes in the order of owners, made after the keys."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("assurance", "0016_order_of_owners_that_stand"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="action",
            index=models.Index(fields=["owner_key", "next_on", "id"], name="assurance_all_owner"),
        ),
        migrations.AddIndex(
            model_name="action",
            index=models.Index(
                condition=models.Q(("status__in", ("complete", "rejected")), _negated=True),
                fields=["owner_key", "next_on", "id"],
                name="assurance_open_owner",
            ),
        ),
    ]
