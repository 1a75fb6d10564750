from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("concerns", "0006_delete_tally"),
    ]

    operations = [
        migrations.AddField(
            model_name="concernperson",
            name="untied_because",
            field=models.CharField(blank=True, max_length=300),
        ),
    ]
