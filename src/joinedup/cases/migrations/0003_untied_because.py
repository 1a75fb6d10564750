from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0002_advocacy"),
    ]

    operations = [
        migrations.AddField(
            model_name="casesubject",
            name="untied_because",
            field=models.CharField(blank=True, max_length=300),
        ),
    ]
