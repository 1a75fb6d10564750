"""Concerns are erased by two people as well."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("casefile", "0001_casefile"),
    ]

    operations = [
        migrations.AlterField(
            model_name="erasure",
            name="kind",
            field=models.CharField(
                choices=[
                    ("case", "Case"),
                    ("person", "Record of a person"),
                    ("concern", "Concern that became no case"),
                ],
                max_length=8,
            ),
        ),
    ]
