"""What opens along with a record in an emergency hangs on the first row."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("access", "0010_involved_posts")]

    operations = [
        migrations.AddField(
            model_name="breakglass",
            name="opened_with",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="along",
                to="access.breakglass",
            ),
        )
    ]
