"""Give seals that stand the moment they were set, and holdings their first day as it was noted."""

import datetime as dt

from django.db import migrations
from django.utils import timezone


def seals_that_stand(apps, schema_editor):
    """From the last setting of each; where none was kept, now: nobody who can open it today is
    shut out."""
    guards = apps.get_model("access", "Guard")
    sealings = apps.get_model("access", "Sealing")
    for guard in guards.objects.filter(is_sealed=True, sealed_at__isnull=True):
        last = sealings.objects.filter(guard=guard, is_set=True).order_by("-pk").first()
        guard.sealed_at = last.at if last else timezone.now()
        guard.save(update_fields=["sealed_at"])


def holdings_from_their_first_day(apps, schema_editor):
    holdings = apps.get_model("access", "Holding")
    for day in list(holdings.objects.values_list("from_on", flat=True).distinct()):
        first = timezone.make_aware(dt.datetime.combine(day, dt.time()))
        holdings.objects.filter(from_on=day).update(since_at=first)


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0006_since_when_sealed_and_held"),
    ]

    operations = [
        migrations.RunPython(seals_that_stand, migrations.RunPython.noop),
        migrations.RunPython(holdings_from_their_first_day, migrations.RunPython.noop),
    ]
