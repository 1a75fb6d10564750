"""On which days a recurring duty falls due."""

import calendar
import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from joinedup.assurance.rules.recurrence import (
    first_day_of,
    has_calendar,
    next_occurrence,
    occurrences,
)

RHYTHMS = ["weekly", "fortnightly", "monthly", "two_monthly", "quarterly", "six_monthly", "annual"]
dates = st.dates(dt.date(2000, 1, 1), dt.date(2060, 12, 31))


def days(*iso: str) -> tuple[dt.date, ...]:
    return tuple(map(dt.date.fromisoformat, iso))


def test_quarterly_from_the_thirty_first_keeps_to_the_end_of_the_month() -> None:
    found = occurrences(
        dt.date(2015, 7, 31), "quarterly", dt.date(2016, 7, 31), dt.date(2015, 8, 1)
    )
    assert found == days("2015-07-31", "2015-10-31", "2016-01-31", "2016-04-30", "2016-07-31")


def test_annual_from_a_leap_day_comes_back_in_the_next_leap_year() -> None:
    found = occurrences(dt.date(2020, 2, 29), "annual", dt.date(2024, 2, 29), dt.date(2020, 1, 1))
    assert found[1] == dt.date(2021, 2, 28)
    assert found[-1] == dt.date(2024, 2, 29)


def test_without_an_end_there_is_one_day_ahead() -> None:
    found = occurrences(dt.date(2024, 1, 15), "monthly", None, dt.date(2024, 3, 15))
    assert found == days("2024-01-15", "2024-02-15", "2024-03-15", "2024-04-15")


def test_a_duty_that_has_ended_has_no_next_day() -> None:
    start, until = dt.date(2024, 1, 1), dt.date(2024, 3, 1)
    assert next_occurrence(start, "monthly", until, dt.date(2024, 3, 2)) is None


@pytest.mark.parametrize("recurrence", ["termly", "each_meeting", "event", "ongoing"])
def test_what_has_no_calendar_has_no_days(recurrence: str) -> None:
    assert not has_calendar(recurrence)
    assert occurrences(dt.date(2024, 1, 1), recurrence, None, dt.date(2025, 1, 1)) == ()


def test_a_month_counts_from_its_last_day() -> None:
    assert first_day_of("2024-02") == dt.date(2024, 2, 29)
    assert first_day_of("2024-02-03") == dt.date(2024, 2, 3)


@given(dates, st.sampled_from(RHYTHMS), st.integers(0, 1500), st.integers(0, 1500))
def test_days_rise_start_at_the_start_and_end_by_the_end(
    start: dt.date, recurrence: str, length: int, ahead: int
) -> None:
    until = start + dt.timedelta(days=length)
    found = occurrences(start, recurrence, until, start + dt.timedelta(days=ahead))
    assert found[0] == start
    assert list(found) == sorted(set(found))
    assert found[-1] <= until


@given(dates, st.sampled_from(RHYTHMS[2:]), st.integers(0, 1500))
def test_the_day_of_the_month_is_kept_where_the_month_has_it(
    start: dt.date, recurrence: str, ahead: int
) -> None:
    for day in occurrences(start, recurrence, None, start + dt.timedelta(days=ahead)):
        assert day.day == min(start.day, calendar.monthrange(day.year, day.month)[1])


@given(dates, st.sampled_from(RHYTHMS), st.integers(-50, 1500))
def test_the_next_day_is_the_first_that_has_not_passed(
    start: dt.date, recurrence: str, ahead: int
) -> None:
    today = start + dt.timedelta(days=ahead)
    found = next_occurrence(start, recurrence, None, today)
    assert found is not None
    assert found >= today
    earlier = [d for d in occurrences(start, recurrence, None, today) if d < found]
    assert all(day < today for day in earlier)
