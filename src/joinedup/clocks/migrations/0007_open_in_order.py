"""Running clocks in the very order of lists, so that their first rows are read and no others."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0010_involved_posts"),
        ("clocks", "0006_casework_again"),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name="clock",
            name="clocks_open",
        ),
        migrations.AddIndex(
            model_name="clock",
            index=models.Index(
                condition=models.Q(("outcome", "open")),
                fields=["due_on", "id", "kind"],
                name="clocks_open_in_order",
            ),
        ),
    ]
