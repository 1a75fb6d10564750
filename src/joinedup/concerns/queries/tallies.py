"""Concerns of a time counted by the database, in one statement: a page of numbers reads what was
counted, not every concern."""

from __future__ import annotations

import datetime as dt
import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import (
    Case,
    IntegerField,
    OuterRef,
    QuerySet,
    Subquery,
    TextField,
    Value,
    When,
)
from django.db.models.functions import Cast

from joinedup.concerns.models import Concern, Decision
from joinedup.rulebook.working_days import LONDON

__all__ = ["Tallies", "tallies_of"]

HOUR, DAY = dt.timedelta(hours=1), dt.timedelta(days=1)
FIRST_SUMMER = 1972
"""Before it the clocks went forward by other rules; no concern is that old."""

TALLIES = """
WITH found AS MATERIALIZED ({rows})
SELECT 'source', source, ending, '', COUNT(*) FROM found GROUP BY source, ending
UNION ALL SELECT 'kinds', CAST(kinds AS text), CAST(period AS text), '', COUNT(*) FROM found
  GROUP BY kinds, period
UNION ALL SELECT 'times', came, decided, door, COUNT(*)
  FROM (SELECT {came} AS came, {decided} AS decided, door FROM found) AS days
  GROUP BY came, decided, door
"""


@dataclass(slots=True)
class Tallies:
    """How many concerns there are by source, by ending, by their kinds in a period (its number),
    and by when they came in, the London day of their first decision and their door."""

    sources: Counter[str] = field(default_factory=Counter)
    endings: Counter[str] = field(default_factory=Counter)
    kinds: Counter[tuple[tuple[str, ...], int]] = field(default_factory=Counter)
    times: Counter[tuple[dt.datetime, dt.date | None, str]] = field(default_factory=Counter)


def tallies_of(
    concerns: QuerySet[Concern], from_on: dt.date, to_on: dt.date, today: dt.date,
    periods: Sequence[dt.date], is_by_the_clock: bool,
) -> Tallies:  # fmt: skip
    """What came in from a day to a day, counted. Periods are numbered from 0, each of `periods` (in
    order) begins the next one. When a concern came in is told as noon of its London day; as the
    moment itself where a limit runs by the clock."""
    first, end = _midnight(from_on), _midnight(to_on + DAY)
    rows = concerns.filter(received_at__gte=first, received_at__lt=end).order_by()
    decided = Decision.objects.filter(concern=OuterRef("pk")).order_by("decided_at", "pk")
    begun = [
        When(received_at__gte=_midnight(day), then=Value(number))
        for number, day in reversed(list(enumerate(periods, 1)))
    ]
    wanted = rows.annotate(
        kinds=Cast("types", TextField()),
        period=Case(*begun, default=Value(0), output_field=IntegerField()),
        decided=Subquery(decided.values("decided_at")[:1]),
    ).values("source", "ending", "kinds", "period", "received_at", "decided", "door")
    summers = _summers(max(from_on.year, FIRST_SUMMER), max(to_on, today).year)
    came, then = _london_day("received_at", summers), _london_day("decided", summers)
    return _counted(wanted, "CAST(received_at AS text)" if is_by_the_clock else came, then)


def _london_day(column: str, summers: Sequence[tuple[str, str]]) -> str:
    """The London day of a moment, as text. SQLite has no time zones, and asking Python for each row
    takes longer than all the rest: there the last hour of a day in summer is the next day's."""
    if connection.vendor == "postgresql":
        return f"CAST(CAST({column} AT TIME ZONE 'Europe/London' AS date) AS text)"
    inside = " OR ".join(f"{column} >= '{start}' AND {column} < '{end}'" for start, end in summers)
    return (
        f"CASE WHEN SUBSTR({column}, 12, 2) = '23' AND ({inside or '1 = 0'})"
        f" THEN DATE({column}, '+1 hour') ELSE SUBSTR({column}, 1, 10) END"
    )


def _counted(wanted: QuerySet[Any], came: str, decided: str) -> Tallies:
    found = Tallies()
    try:
        rows, values = wanted.query.sql_with_params()
    except EmptyResultSet:
        return found
    with connection.cursor() as cursor:
        cursor.execute(TALLIES.format(rows=rows, came=came, decided=decided), values)
        for which, one, other, door, count in cursor.fetchall():
            if which == "source":
                found.sources[one] += count
                found.endings[other] += count
            elif which == "kinds":
                found.kinds[tuple(json.loads(one)), int(other)] += count
            else:
                on = dt.date.fromisoformat(other) if other else None
                found.times[_moment(one), on, door] += count
    return found


def _midnight(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(), tzinfo=LONDON)


def _moment(told: str) -> dt.datetime:
    """Noon of a day, or a moment as a database tells it."""
    if len(told) == len("2026-01-31"):
        return dt.datetime.combine(dt.date.fromisoformat(told), dt.time(12), tzinfo=LONDON)
    found = dt.datetime.fromisoformat(told)
    return found if found.tzinfo else found.replace(tzinfo=dt.UTC)


@lru_cache(maxsize=64)
def _summers(first: int, last: int) -> tuple[tuple[str, str], ...]:
    """From when to when summer time holds in each of these years, as SQLite writes moments."""
    found = []
    for year in range(first, last + 1):
        day = dt.datetime(year, 1, 1, tzinfo=dt.UTC)
        is_summer = [
            _is_summer(day + DAY * number) for number in range(367)
        ]  # with the first days of the next year, so that every summer ends
        start, end = is_summer.index(True), len(is_summer) - is_summer[::-1].index(True)
        found.append((_change(day + DAY * (start - 1)), _change(day + DAY * (end - 1))))
    return tuple(found)


def _is_summer(moment: dt.datetime) -> bool:
    return bool(moment.astimezone(LONDON).utcoffset())


def _change(day: dt.datetime) -> str:
    """The hour within a day at which the clocks change."""
    before = _is_summer(day)
    hour = next(hour for hour in range(25) if _is_summer(day + HOUR * hour) != before)
    return (day + HOUR * hour).strftime("%Y-%m-%d %H:%M:%S")
