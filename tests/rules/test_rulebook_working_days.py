"""Working days of England, and deadlines counted from a moment."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import holidays
import pytest
from hypothesis import given
from hypothesis import strategies as st

from joinedup import rulebook
from joinedup.rulebook import Amount, RuleBookError, Unit
from joinedup.rulebook import working_days as wd

D = dt.date
LONDON = ZoneInfo("Europe/London")
DAYS = st.dates(D(2012, 1, 1), D(2035, 12, 31))


def lasting(number: int, unit: str) -> rulebook.Entry:
    return rulebook.entry_from(
        {
            "code": "clock.made_up",
            "title": "Made up",
            "kind": "time_limit",
            "status": "in_force",
            "source": "Test",
            "values": {"limit": {"amount": number, "unit": unit}},
        }
    )


def at(year: int, month: int, day: int, hour: int = 10, minute: int = 0) -> dt.datetime:
    return dt.datetime(year, month, day, hour, minute, tzinfo=LONDON)


@pytest.mark.parametrize("year", sorted(wd.pinned_bank_holidays()))
def test_the_library_agrees_with_the_bank_holidays_we_wrote_down(year: int) -> None:
    library = holidays.country_holidays("GB", subdiv="ENG", years=year)
    weekdays = {day for day in library if day.weekday() < 5}
    assert weekdays == wd.pinned_bank_holidays()[year]


def test_every_year_that_we_wrote_down_has_at_least_eight_bank_holidays() -> None:
    for year, days in wd.pinned_bank_holidays().items():
        assert len(days) >= 8
        assert {day.year for day in days} == {year}


def test_easter_2026_takes_two_working_days() -> None:
    assert wd.add_working_days(D(2026, 4, 2), 1) == D(2026, 4, 7)
    assert wd.working_days_between(D(2026, 4, 2), D(2026, 4, 7)) == 1


def test_christmas_at_a_weekend_moves_to_the_days_after() -> None:
    assert wd.add_working_days(D(2021, 12, 24), 1) == D(2021, 12, 29)
    assert wd.add_working_days(D(2026, 12, 24), 1) == D(2026, 12, 29)
    assert not wd.is_working_day(D(2022, 12, 27))


def test_the_one_off_holidays_count() -> None:
    assert not wd.is_working_day(D(2022, 9, 19))
    assert not wd.is_working_day(D(2023, 5, 8))
    assert wd.is_working_day(D(2022, 5, 30))


def test_scotland_has_its_own_bank_holidays() -> None:
    assert wd.is_working_day(D(2026, 1, 2))
    assert not wd.is_working_day(D(2026, 1, 2), "SCT")


def test_a_first_stage_of_two_working_days_runs_across_a_bank_holiday() -> None:
    stage = rulebook.rule("escalation.stage_1", D(2026, 5, 22))
    friday_before_spring_bank_holiday = at(2026, 5, 22, 16)
    due = wd.deadline(stage, friday_before_spring_bank_holiday)
    assert due.on == D(2026, 5, 27)
    assert due.late_at.astimezone(LONDON) == at(2026, 5, 28, 0)


def test_a_day_that_is_over_in_london_is_not_counted_by_another_clock() -> None:
    just_after_midnight_in_summer = dt.datetime(2026, 6, 9, 23, 30, tzinfo=dt.UTC)
    assert wd.london_date(just_after_midnight_in_summer) == D(2026, 6, 10)
    assert wd.deadline(lasting(1, "days"), just_after_midnight_in_summer).on == D(2026, 6, 11)


def test_hours_run_by_the_clock_through_the_change_to_summer_time() -> None:
    due = wd.deadline(lasting(72, "hours"), at(2026, 3, 28, 10))
    assert due.late_at == at(2026, 3, 31, 11)
    assert due.on == D(2026, 3, 31)


@pytest.mark.parametrize(
    ("number", "unit", "start", "last"),
    [
        (90, "minutes", D(2026, 1, 5), D(2026, 1, 5)),
        (0, "days", D(2026, 1, 5), D(2026, 1, 5)),
        (10, "days", D(2026, 1, 5), D(2026, 1, 15)),
        (6, "weeks", D(2026, 1, 5), D(2026, 2, 16)),
        (1, "months", D(2026, 1, 31), D(2026, 2, 28)),
        (6, "months", D(2015, 8, 31), D(2016, 2, 29)),
        (12, "months", D(2016, 2, 29), D(2017, 2, 28)),
        (75, "years", D(2008, 2, 29), D(2083, 2, 28)),
        (45, "working_days", D(2026, 3, 2), D(2026, 5, 7)),
    ],
)
def test_a_deadline_falls_on_its_last_day(number: int, unit: str, start: D, last: D) -> None:
    started = dt.datetime.combine(start, dt.time(10), tzinfo=LONDON)
    assert wd.deadline(lasting(number, unit), started).on == last


def test_five_clear_days_leave_out_publication_and_meeting() -> None:
    five = rulebook.rule("clock.publication", D(2026, 7, 1)).amount()
    assert wd.clear_days_before(D(2015, 7, 22), five) == D(2015, 7, 14)
    assert wd.clear_days_before(D(2026, 4, 8), five) == D(2026, 3, 27)


def test_clear_days_of_the_calendar_count_weekends() -> None:
    notice = rulebook.rule("clock.notice_of_key_decision", D(2026, 7, 1)).amount()
    assert wd.clear_days_before(D(2026, 7, 30), notice) == D(2026, 7, 1)


def test_a_limit_that_is_no_length_of_time_is_refused() -> None:
    with pytest.raises(RuleBookError, match="cannot be added to a date"):
        wd.deadline(lasting(5, "people"), at(2026, 1, 5))
    with pytest.raises(RuleBookError, match="are not clear days"):
        wd.clear_days_before(D(2026, 1, 5), Amount(5, Unit.DAYS))


def test_a_moment_without_time_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        wd.deadline(lasting(1, "days"), dt.datetime(2026, 1, 5, 10))  # noqa: DTZ001


@given(DAYS, st.integers(1, 200))
def test_the_nth_working_day_is_a_working_day_n_working_days_on(start: D, n: int) -> None:
    end = wd.add_working_days(start, n)
    assert wd.is_working_day(end)
    assert wd.working_days_between(start, end) == n
    assert wd.working_days_between(end, start) == -n


@given(DAYS, st.integers(0, 60), st.integers(0, 60))
def test_working_days_add_up(start: D, first: int, second: int) -> None:
    in_two = wd.add_working_days(wd.add_working_days(start, first), second)
    assert in_two == wd.add_working_days(start, first + second)


@given(DAYS, st.integers(1, 100))
def test_counting_back_from_a_working_day_undoes_counting_on(start: D, n: int) -> None:
    from_a_working_day = wd.add_working_days(start, 1)
    end = wd.add_working_days(from_a_working_day, n)
    assert wd.add_working_days(end, -n) == from_a_working_day


@given(DAYS, st.integers(0, 240))
def test_months_never_skip_a_month(start: D, n: int) -> None:
    end = wd.add_months(start, n)
    assert (end.year * 12 + end.month) - (start.year * 12 + start.month) == n
    assert end.day <= start.day
    assert wd.add_months(end, -n) <= start


@given(
    st.datetimes(dt.datetime(2013, 1, 1), dt.datetime(2030, 1, 1), timezones=st.just(dt.UTC)),  # noqa: DTZ001
    st.integers(0, 90),
    st.sampled_from(["hours", "days", "working_days", "weeks", "months", "years"]),
)
def test_a_deadline_never_lies_before_its_start_and_grows_with_its_length(
    started: dt.datetime, n: int, unit: str
) -> None:
    due = wd.deadline(lasting(n, unit), started)
    assert due.late_at >= started
    assert due.on >= wd.london_date(started)
    assert wd.deadline(lasting(n + 1, unit), started).late_at > due.late_at
