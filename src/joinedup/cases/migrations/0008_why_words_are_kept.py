"""Why words stay in a note that the language guard asked about."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("cases", "0007_faster_lists")]

    operations = [
        migrations.AddField(
            model_name="note",
            name="kept_because",
            field=models.CharField(blank=True, max_length=300),
        ),
    ]
