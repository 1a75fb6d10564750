"""The few guards that are sealed are found without reading all of them."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("access", "0008_tally")]

    operations = [
        migrations.AddIndex(
            model_name="guard",
            index=models.Index(
                condition=models.Q(("is_sealed", True)), fields=["id"], name="access_sealed"
            ),
        ),
    ]
