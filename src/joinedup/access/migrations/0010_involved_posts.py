"""Posts that work on something have an index of their own: most work is of persons."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("access", "0009_sealed_index")]

    operations = [
        migrations.RemoveIndex(model_name="involvement", name="access_invo_post_id_c623d9_idx"),
        migrations.AddIndex(
            model_name="involvement",
            index=models.Index(
                condition=models.Q(("post__isnull", False)),
                fields=["post", "item"],
                name="access_involved_post",
            ),
        ),
    ]
