"""When somebody answers or reads: opening hours of a week, bank holidays left out.

Moments come in with their time zone and are read in London's.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from joinedup.pages.dates import MONTHS, clock_time
from joinedup.rulebook import Entry, RuleBookError
from joinedup.rulebook.working_days import LONDON, bank_holidays

__all__ = [
    "Hours",
    "Reading",
    "hours_of",
    "hours_words",
    "is_open",
    "next_reading",
    "reading_words",
    "time_words",
]

DAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
ONE_DAY = dt.timedelta(days=1)
LONGEST_WAIT = 60
"""Days looked ahead; no office is shut for longer."""


@dataclass(frozen=True, slots=True)
class Hours:
    """Hours of a week: days (1 is Monday), from when to when, open on bank holidays or not."""

    days: frozenset[int]
    opens: dt.time
    closes: dt.time
    on_bank_holidays: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """When somebody next reads what comes in: from `at`; `is_now` while they are reading, until
    `until`."""

    at: dt.datetime
    until: dt.datetime
    is_now: bool


def hours_of(entry: Entry) -> Hours:
    """The hours that a rule-book entry gives: `days`, `opens` and `closes` as "08:45"."""
    days = entry.values.get("days", ())
    if not isinstance(days, tuple) or not days:
        raise RuleBookError(f"{entry.code}: “days” is a list of days of the week, 1 is Monday.")
    try:
        opens = dt.time.fromisoformat(entry.words("opens"))
        closes = dt.time.fromisoformat(entry.words("closes"))
    except ValueError:
        raise RuleBookError(f"{entry.code}: write the hours like 08:45.") from None
    if closes <= opens:
        raise RuleBookError(f"{entry.code}: the hours end before they begin.")
    return Hours(
        frozenset(int(str(day)) for day in days),
        opens,
        closes,
        bool(entry.values.get("on_bank_holidays", False)),
    )


def is_day(hours: Hours, on: dt.date) -> bool:
    """Whether there are hours on this day at all."""
    if on.isoweekday() not in hours.days:
        return False
    return hours.on_bank_holidays or on not in bank_holidays(on.year)


def is_open(hours: Hours, at: dt.datetime) -> bool:
    """Whether the hours run at this moment; the closing minute itself is closed."""
    here = at.astimezone(LONDON)
    return is_day(hours, here.date()) and hours.opens <= here.time() < hours.closes


def next_reading(hours: Hours, at: dt.datetime, margin: dt.timedelta) -> Reading:
    """When somebody reads what comes in at this moment.

    `margin` is how long before closing time nobody promises to read it the same day.
    Raises RuleBookError for hours that never come.
    """
    day = at.astimezone(LONDON).date()
    for _ in range(LONGEST_WAIT):
        if is_day(hours, day):
            opens, closes = _moment(day, hours.opens), _moment(day, hours.closes)
            if at < opens:
                return Reading(opens, closes, is_now=False)
            if at < closes - margin:
                return Reading(at, closes, is_now=True)
        day += ONE_DAY
    raise RuleBookError("These opening hours never come. Change the days of the week.")


def _moment(day: dt.date, time: dt.time) -> dt.datetime:
    return dt.datetime.combine(day, time, tzinfo=LONDON).astimezone(dt.UTC)


def time_words(time: dt.time) -> str:
    """'9 am', '8:45 am', 'midday'."""
    return clock_time(dt.datetime.combine(dt.date(2000, 1, 1), time))


def day_words(day: dt.date, today: dt.date) -> str:
    """'today', 'tomorrow, Tuesday 24 November', 'Tuesday 24 November'."""
    if day == today:
        return "today"
    named = f"{DAY_NAMES[day.weekday()]} {day.day} {MONTHS[day.month - 1]}"
    return f"tomorrow, {named}" if day == today + ONE_DAY else f"on {named}"


def reading_words(reading: Reading, at: dt.datetime) -> str:
    """A sentence for somebody who is about to send something."""
    until = time_words(reading.until.astimezone(LONDON).time())
    if reading.is_now:
        return f"Somebody reads new reports until {until} today."
    start = reading.at.astimezone(LONDON)
    when = day_words(start.date(), at.astimezone(LONDON).date())
    return f"Somebody will next read reports {when}, from {time_words(start.time())}."


def days_words(days: Iterable[int]) -> str:
    """'Monday to Friday', 'every day', 'Monday, Wednesday and Friday'."""
    chosen = sorted(set(days))
    if len(chosen) == 7:
        return "every day"
    names = [DAY_NAMES[day - 1] for day in chosen]
    if len(chosen) > 2 and chosen[-1] - chosen[0] == len(chosen) - 1:
        return f"{names[0]} to {names[-1]}"
    return " and ".join(filter(None, [", ".join(names[:-1]), names[-1]])) if names else "no day"


def hours_words(hours: Hours) -> str:
    """'Monday to Friday, 8:45 am to 5:15 pm'."""
    days = days_words(hours.days)
    said = f"{days[:1].upper()}{days[1:]}, {time_words(hours.opens)} to {time_words(hours.closes)}"
    return said if hours.on_bank_holidays else f"{said}, not on bank holidays"
