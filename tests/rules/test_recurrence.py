"""On which days a recurring duty falls due."""

import calendar
import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from joinedup.assurance.rules.occurrences import by_calendar, newest_occurrence, next_occurrence

RHYTHMS = ["weekly", "fortnightly", "monthly", "two_monthly", "quarterly", "six_monthly", "annual"]
dates = st.dates(dt.date(2000, 1, 1), dt.date(2060, 12, 31))


def days(*iso: str) -> list[dt.date]:
    return list(map(dt.date.fromisoformat, iso))


def times(start: dt.date, recurrence: str, until: dt.date) -> list[dt.date]:
    """The start, and every time that comes after it up to `until`."""
    found = [start]
    while (day := next_occurrence(recurrence, start, found[-1], until)) is not None:
        found.append(day)
    return found


def test_quarterly_from_the_thirty_first_keeps_to_the_end_of_the_month() -> None:
    found = times(dt.date(2015, 7, 31), "quarterly", dt.date(2016, 7, 31))
    assert found == days("2015-07-31", "2015-10-31", "2016-01-31", "2016-04-30", "2016-07-31")


def test_annual_from_a_leap_day_comes_back_in_the_next_leap_year() -> None:
    found = times(dt.date(2020, 2, 29), "annual", dt.date(2024, 2, 29))
    assert found[1] == dt.date(2021, 2, 28)
    assert found[-1] == dt.date(2024, 2, 29)


def test_the_newest_time_is_the_last_that_has_come() -> None:
    start = dt.date(2024, 1, 15)
    newest = newest_occurrence("monthly", start, start, dt.date(2024, 4, 14))
    assert newest == dt.date(2024, 3, 15)
    assert newest_occurrence("monthly", start, start, dt.date(2024, 2, 14)) is None


@pytest.mark.parametrize("recurrence", ["termly", "each_meeting", "event", "ongoing"])
def test_what_has_no_calendar_has_no_days(recurrence: str) -> None:
    assert not by_calendar(recurrence)
    assert times(dt.date(2024, 1, 1), recurrence, dt.date(2025, 1, 1)) == [dt.date(2024, 1, 1)]


@given(dates, st.sampled_from(RHYTHMS), st.integers(0, 1500))
def test_days_rise_and_end_by_the_end(start: dt.date, recurrence: str, length: int) -> None:
    until = start + dt.timedelta(days=length)
    found = times(start, recurrence, until)
    assert all(one < other for one, other in pairwise(found))
    assert found[-1] <= until


@given(dates, st.sampled_from(RHYTHMS[2:]), st.integers(0, 1500))
def test_the_day_of_the_month_is_kept_where_the_month_has_it(
    start: dt.date, recurrence: str, length: int
) -> None:
    for day in times(start, recurrence, start + dt.timedelta(days=length)):
        assert day.day == min(start.day, calendar.monthrange(day.year, day.month)[1])
