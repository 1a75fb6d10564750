from django.db import migrations, models

AGES = [
    ("child", "Under 18"),
    ("unborn", "Not yet born"),
    ("adult", "18 or over"),
    ("unknown", "Age not known"),
]


class Migration(migrations.Migration):
    dependencies = [
        ("concerns", "0007_untied_because"),
    ]

    operations = [
        migrations.AlterField(
            model_name=name,
            name="age_group",
            field=models.CharField(choices=AGES, default="unknown", max_length=10),
        )
        for name in ("concern", "concernperson")
    ]
