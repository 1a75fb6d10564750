"""Dates and moments in plain English, as every page writes them.

Pure functions: dates in, words out. Moments are shown in Europe/London.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def as_day(value: date | datetime) -> date:
    """The London calendar day of a date or moment."""
    if isinstance(value, datetime):
        return (value.astimezone(LONDON) if value.tzinfo else value).date()
    return value


def long_date(value: date | datetime | None) -> str:
    """'31 August 2015'; an empty string for nothing."""
    if not value:
        return ""
    day = as_day(value)
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def short_date(value: date | datetime | None) -> str:
    """'31 Aug 2015', for narrow columns; an empty string for nothing."""
    if not value:
        return ""
    day = as_day(value)
    return f"{day.day} {MONTHS[day.month - 1][:3]} {day.year}"


def month_year(value: date | datetime | None) -> str:
    """'August 2015', where the source gave no day; an empty string for nothing."""
    if not value:
        return ""
    day = as_day(value)
    return f"{MONTHS[day.month - 1]} {day.year}"


def dated(value: date | datetime | None, precision: str = "day") -> str:
    """A date no more exact than its source: precision is 'day', 'month' or 'year'."""
    if not value:
        return ""
    if precision == "year":
        return str(as_day(value).year)
    return month_year(value) if precision == "month" else long_date(value)


def clock_time(value: datetime | None) -> str:
    """'2 pm', '2:30 pm', 'midday' or 'midnight', London time."""
    if not value:
        return ""
    local = value.astimezone(LONDON) if value.tzinfo else value
    if local.minute == 0 and local.hour in (0, 12):
        return "midday" if local.hour else "midnight"
    hour = local.hour % 12 or 12
    minutes = f":{local.minute:02}" if local.minute else ""
    return f"{hour}{minutes} {'pm' if local.hour >= 12 else 'am'}"


def moment(value: datetime | None) -> str:
    """'2 pm on 3 March 2026', London time; an empty string for nothing."""
    return f"{clock_time(value)} on {long_date(value)}" if value else ""


def plural(number: int, one: str, many: str | None = None) -> str:
    """'1 action', '2 actions', '1,204 actions'; `many` where adding an s is wrong."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def times(number: int) -> str:
    """How often, in words: 'once', 'twice', '3 times'."""
    return {1: "once", 2: "twice"}.get(number, f"{number:,} times")


def from_today(value: date | datetime | None, today: date) -> str:
    """'today', 'tomorrow', 'in 3 days', '3 days ago', 'in 5 weeks', '2 years ago'."""
    if not value:
        return ""
    days = (as_day(value) - today).days
    if days in (-1, 0, 1):
        return {-1: "yesterday", 0: "today", 1: "tomorrow"}[days]
    size = abs(days)
    if size < 21:
        words = plural(size, "day")
    elif size < 70:
        words = plural(round(size / 7), "week")
    elif size < 700:
        words = plural(round(size / 30.44), "month")
    else:
        words = plural(round(size / 365.25), "year")
    return f"in {words}" if days > 0 else f"{words} ago"


def overdue_by(value: date | datetime | None, today: date) -> str:
    """'12 days overdue', '3 weeks overdue'; 'due today' on the day; empty for nothing."""
    if not value:
        return ""
    if as_day(value) >= today:
        return f"due {from_today(value, today)}"
    if as_day(value) == today - timedelta(days=1):
        return "1 day overdue"
    return from_today(value, today).removesuffix(" ago") + " overdue"
