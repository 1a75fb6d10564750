"""Evidence that runs out is a promise with a time limit, too."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("clocks", "0001_initial"),
    ]

    operations = [
        migrations.AlterField(
            model_name="clock",
            name="kind",
            field=models.CharField(
                choices=[
                    ("due", "Due date"),
                    ("occurrence", "Time of a recurring duty"),
                    ("answer", "Answer to a question"),
                    ("review", "Review"),
                    ("evidence", "Evidence runs out"),
                ],
                max_length=12,
            ),
        ),
    ]
