"""Each tab of the queue has its order kept ready."""

from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0010_involved_posts"),
        ("concerns", "0008_one_age_group"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddIndex(
            model_name="concern",
            index=models.Index(
                fields=["state", "received_at"], name="concerns_co_state_f3cfe5_idx"
            ),
        ),
        migrations.AddIndex(
            model_name="concern",
            index=models.Index(
                condition=models.Q(("has_news", True)), fields=["received_at"], name="concerns_news"
            ),
        ),
    ]
