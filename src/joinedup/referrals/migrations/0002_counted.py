"""What numbers over a time are counted from, as an index."""

from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0010_involved_posts"),
        ("referrals", "0001_referrals"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddIndex(
            model_name="referral",
            index=models.Index(
                fields=["sent_on", "receiver", "state", "result", "guard", "about", "reference"],
                name="referrals_counted",
            ),
        ),
    ]
