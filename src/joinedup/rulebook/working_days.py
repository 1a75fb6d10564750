"""Working days of England and deadlines counted from a moment. Dates are Europe/London's.

The day something starts does not count: two working days from a Thursday end on the Monday.
"""

from __future__ import annotations

import calendar
import datetime as dt
import tomllib
from dataclasses import dataclass
from functools import cache
from zoneinfo import ZoneInfo

from joinedup.rulebook.book import DATA
from joinedup.rulebook.entry import Amount, Entry, RuleBookError, Unit

__all__ = [
    "LONDON",
    "Deadline",
    "add_amount",
    "add_months",
    "add_working_days",
    "bank_holidays",
    "clear_days_before",
    "deadline",
    "is_working_day",
    "london_date",
    "pinned_bank_holidays",
    "working_days_between",
]

LONDON = ZoneInfo("Europe/London")
ONE_DAY = dt.timedelta(days=1)
SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Deadline:
    """The last day on which the promise is kept, and the moment from which it is late."""

    on: dt.date
    late_at: dt.datetime


@cache
def pinned_bank_holidays() -> dict[int, frozenset[dt.date]]:
    """England's bank holidays as we wrote them down, by year."""
    with (DATA / "bank_holidays.toml").open("rb") as file:
        years = tomllib.load(file)["england"]
    return {int(year): frozenset(days) for year, days in years.items()}


@cache
def bank_holidays(year: int, subdiv: str = "ENG") -> frozenset[dt.date]:
    """Bank holidays of one year. For England our own list wins for the years it covers, so
    that an update of the holidays library cannot move a deadline that already ran."""
    if subdiv == "ENG" and year in pinned_bank_holidays():
        return pinned_bank_holidays()[year]
    import holidays  # here, since loading it takes a quarter of a second that few years need

    return frozenset(holidays.country_holidays("GB", subdiv=subdiv, years=year))


def is_working_day(on: dt.date, subdiv: str = "ENG") -> bool:
    """Whether `on` is neither Saturday nor Sunday nor a bank holiday."""
    return on.weekday() < SATURDAY and on not in bank_holidays(on.year, subdiv)


def add_working_days(start: dt.date, n: int, subdiv: str = "ENG") -> dt.date:
    """The n-th working day after `start`, or before it when n is negative; 0 gives `start`."""
    step = ONE_DAY if n > 0 else -ONE_DAY
    day, left = start, abs(n)
    while left:
        day += step
        left -= is_working_day(day, subdiv)
    return day


def working_days_between(start: dt.date, end: dt.date, subdiv: str = "ENG") -> int:
    """Working days after `start` up to and with `end`; negative when `end` is the earlier."""
    if end < start:
        return -working_days_between(end, start, subdiv)
    days = (end - start).days
    return sum(is_working_day(start + ONE_DAY * one, subdiv) for one in range(1, days + 1))


def add_months(start: dt.date, n: int) -> dt.date:
    """The same day n months on (or back); the last of the month where that day is missing."""
    months = start.year * 12 + start.month - 1 + n
    year, month = divmod(months, 12)
    return dt.date(year, month + 1, min(start.day, calendar.monthrange(year, month + 1)[1]))


def add_amount(start: dt.date, amount: Amount, subdiv: str = "ENG") -> dt.date:
    """The day that lies the amount after `start`. Raises for units that are not whole days."""
    n = amount.number
    match amount.unit:
        case Unit.DAYS:
            return start + ONE_DAY * n
        case Unit.WORKING_DAYS:
            return add_working_days(start, n, subdiv)
        case Unit.WEEKS:
            return start + ONE_DAY * 7 * n
        case Unit.MONTHS:
            return add_months(start, n)
        case Unit.YEARS:
            return add_months(start, 12 * n)
        case _:
            raise RuleBookError(f"{amount.words()} cannot be added to a date.")


def clear_days_before(event_on: dt.date, amount: Amount, subdiv: str = "ENG") -> dt.date:
    """The last day to publish so that the clear days lie between it and the event."""
    if amount.unit is Unit.CLEAR_WORKING_DAYS:
        return add_working_days(event_on, -(amount.number + 1), subdiv)
    if amount.unit is Unit.CLEAR_DAYS:
        return event_on - ONE_DAY * (amount.number + 1)
    raise RuleBookError(f"{amount.words()} are not clear days.")


def london_date(moment: dt.datetime) -> dt.date:
    """The day in London at a moment. Raises ValueError for a moment without time zone."""
    if moment.tzinfo is None:
        raise ValueError("A moment needs its time zone.")
    return moment.astimezone(LONDON).date()


def deadline(entry: Entry, started_at: dt.datetime, subdiv: str = "ENG") -> Deadline:
    """When the entry's `limit`, counted from `started_at`, runs out.

    Minutes and hours run by the clock; days, working days, weeks, months and years run out at
    midnight in London at the end of the last day. `started_at` must know its time zone.
    """
    amount = entry.amount("limit")
    start_on = london_date(started_at)
    if amount.unit in (Unit.MINUTES, Unit.HOURS):
        span = {"hours" if amount.unit is Unit.HOURS else "minutes": amount.number}
        late_at = started_at.astimezone(dt.UTC) + dt.timedelta(**span)
        return Deadline(london_date(late_at), late_at)
    last = add_amount(start_on, amount, subdiv)
    midnight = dt.datetime.combine(last + ONE_DAY, dt.time(), tzinfo=LONDON)
    return Deadline(last, midnight.astimezone(dt.UTC))
