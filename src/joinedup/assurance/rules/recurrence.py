"""The days on which a recurring duty falls due."""

import calendar
import datetime as dt
from collections.abc import Iterator
from itertools import count

_DAYS = {"weekly": 7, "fortnightly": 14}
_MONTHS = {"monthly": 1, "two_monthly": 2, "quarterly": 3, "six_monthly": 6, "annual": 12}
_LAST_YEAR = 2099


def has_calendar(recurrence: str) -> bool:
    """Whether the days follow from the first one.

    Terms and meetings have their own calendars; "event" and "ongoing" have none.
    """
    return recurrence in _DAYS or recurrence in _MONTHS


def occurrences(
    start: dt.date, recurrence: str, until: dt.date | None, today: dt.date
) -> tuple[dt.date, ...]:
    """The days of a recurring duty from `start` on, in order.

    With `until`, all days up to and including it; without, all days up to today and the next
    one after it. A day that a month does not have becomes the last one of that month, and comes
    back in the months that have it: 31 July, 31 October, 31 January, 30 April. Empty where the
    recurrence has no calendar.
    """
    if not has_calendar(recurrence):
        return ()
    days: list[dt.date] = []
    for day in _endless(start, recurrence):
        if until is not None and day > until:
            break
        days.append(day)
        if until is None and day > today:
            break
    return tuple(days)


def next_occurrence(
    start: dt.date, recurrence: str, until: dt.date | None, today: dt.date
) -> dt.date | None:
    """The first day of the duty on or after today, or None where there is none left."""
    days = occurrences(start, recurrence, until, today)
    return next((day for day in days if day >= today), None)


def first_day_of(start: str) -> dt.date:
    """The day from which to count for "YYYY-MM-DD"; for "YYYY-MM" the last day of that month.

    Where only the month was said, nobody may be called late within it.
    """
    if len(start) > 7:
        return dt.date.fromisoformat(start)
    year, month = int(start[:4]), int(start[5:7])
    return dt.date(year, month, calendar.monthrange(year, month)[1])


def _endless(start: dt.date, recurrence: str) -> Iterator[dt.date]:
    if recurrence in _DAYS:
        step = dt.timedelta(days=_DAYS[recurrence])
        day = start
        while day.year <= _LAST_YEAR:
            yield day
            day += step
        return
    for turn in count():
        months = start.month - 1 + turn * _MONTHS[recurrence]
        year, month = start.year + months // 12, months % 12 + 1
        if year > _LAST_YEAR:
            return
        yield dt.date(year, month, min(start.day, calendar.monthrange(year, month)[1]))
