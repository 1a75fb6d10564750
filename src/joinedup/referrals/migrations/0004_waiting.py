"""An index of the referrals that wait for others, with all that is asked of them."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("referrals", "0003_escalation_returns")]

    operations = [
        migrations.AddIndex(
            model_name="referral",
            index=models.Index(
                fields=["state", "copy_of", "reference", "guard", "about", "receiver"],
                name="referrals_waiting",
            ),
        ),
    ]
