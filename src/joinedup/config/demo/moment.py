"""The demo's two years happened on their own days: what is recorded says so."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from zoneinfo import ZoneInfo

from django.utils import timezone

__all__ = ["at", "moment_of"]

LONDON = ZoneInfo("Europe/London")
FIRST_MINUTE = 9 * 60
MINUTES = 8 * 60


def moment_of(day: dt.date, number: int) -> dt.datetime:
    """The moment of the number-th thing of a day, in office hours, a minute after the one before."""
    minute = FIRST_MINUTE + number % MINUTES
    return dt.datetime.combine(day, dt.time(minute // 60, minute % 60), tzinfo=LONDON)


@contextmanager
def at(moment: dt.datetime) -> Iterator[None]:
    """Let everything that asks for the time get this moment. For loading the demo alone."""
    kept = timezone.now
    utc = moment.astimezone(dt.UTC)
    timezone.now = lambda: utc
    try:
        yield
    finally:
        timezone.now = kept
