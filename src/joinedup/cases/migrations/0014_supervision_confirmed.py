"""A supervision counts from when it was confirmed. Those from before were enough as they stood."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.models import F


def as_they_stood(apps, editor):
    apps.get_model("cases", "Session").objects.update(confirmed_on=F("held_on"))


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0013_named_only"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="session",
            name="confirmed_on",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="session",
            name="confirmed_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.RunPython(as_they_stood, migrations.RunPython.noop),
    ]
