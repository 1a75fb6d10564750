"""What receivers add to an answer that needs no reason."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("referrals", "0004_waiting")]

    operations = [
        migrations.AddField(
            model_name="referral", name="remarks", field=models.TextField(blank=True)
        ),
    ]
