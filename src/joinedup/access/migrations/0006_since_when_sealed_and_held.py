"""Since when a record is sealed, and since when a holding counts against seals."""

import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0005_roles_of_casework"),
    ]

    operations = [
        migrations.AddField(
            model_name="guard",
            name="sealed_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="holding",
            name="since_at",
            field=models.DateTimeField(default=django.utils.timezone.now),
        ),
    ]
