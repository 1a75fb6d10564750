"""A key by which the register sorts by owner."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0007_moments_of_seals"),
        ("assurance", "0014_undelivered"),
    ]

    operations = [
        migrations.AddField(
            model_name="action",
            name="owner_key",
            field=models.CharField(blank=True, max_length=240, null=True),
        ),
    ]
