"""When a recurring duty comes next."""

from __future__ import annotations

import datetime as dt

from joinedup.assurance.choices import Recurrence
from joinedup.rulebook.working_days import add_months

__all__ = ["by_calendar", "first_occurrence", "newest_occurrence", "next_occurrence"]

DAYS = {Recurrence.WEEKLY: 7, Recurrence.FORTNIGHTLY: 14}
MONTHS = {
    Recurrence.MONTHLY: 1,
    Recurrence.TWO_MONTHLY: 2,
    Recurrence.QUARTERLY: 3,
    Recurrence.SIX_MONTHLY: 6,
    Recurrence.ANNUAL: 12,
}


def by_calendar(recurrence: str) -> bool:
    """Whether the calendar alone says when the duty comes next (not: each meeting, each term)."""
    return recurrence in DAYS or recurrence in MONTHS


def first_occurrence(recurrence: str, start_on: dt.date | None) -> dt.date | None:
    """The first day on which the duty is owed; None where the plan does not say from when."""
    return start_on if recurrence and start_on else None


def next_occurrence(
    recurrence: str, start_on: dt.date, after: dt.date, end_on: dt.date | None = None
) -> dt.date | None:
    """The first day after `after` on which the duty is owed, counted from `start_on`, so that the
    31st stays the last day of shorter months and comes back. None past `end_on`, or where the
    calendar alone does not say."""
    if not by_calendar(recurrence):
        return None
    step = 0
    while True:
        day = _step(recurrence, start_on, step)
        if day > after:
            return day if end_on is None or day <= end_on else None
        step += 1


def newest_occurrence(
    recurrence: str,
    start_on: dt.date | None,
    owed_on: dt.date | None,
    today: dt.date,
    end_on: dt.date | None = None,
) -> dt.date | None:
    """The newest day of a duty that has come since the one owed on `owed_on`; None where the next
    has not come, or the calendar alone does not say."""
    newest = None
    after = owed_on
    while after is not None:
        after = next_occurrence(recurrence, start_on or owed_on or after, after, end_on)
        if after is None or after > today:
            break
        newest = after
    return newest


def _step(recurrence: str, start_on: dt.date, step: int) -> dt.date:
    """The day of the step-th occurrence, the first being 0."""
    if recurrence in DAYS:
        return start_on + dt.timedelta(days=DAYS[Recurrence(recurrence)] * step)
    return add_months(start_on, MONTHS[Recurrence(recurrence)] * step)
