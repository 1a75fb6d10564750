"""The year that organisations answer for about escalation."""

from __future__ import annotations

import datetime as dt

__all__ = ["times_to_ask", "year_before"]


def year_before(today: dt.date, month: int, day: int) -> tuple[dt.date, dt.date]:
    """(first, last) day of the last whole year that begins on this day of the calendar."""
    begins = dt.date(today.year, month, day)
    begins = begins if begins <= today else dt.date(today.year - 1, month, day)
    return dt.date(begins.year - 1, month, day), begins - dt.timedelta(days=1)


def times_to_ask(asked_on: dt.date, today: dt.date, every: int) -> int:
    """How often somebody who was first asked on a day should have been asked by now."""
    return max(0, (today - asked_on).days) // every + 1
