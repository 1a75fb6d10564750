"""Dates and moments in plain English."""

from datetime import UTC, date, datetime

import pytest

from joinedup.pages import dates

TODAY = date(2026, 3, 3)


def test_a_date_is_written_out_in_full():
    assert dates.long_date(date(2015, 8, 31)) == "31 August 2015"
    assert dates.short_date(date(2015, 8, 31)) == "31 Aug 2015"
    assert dates.long_date(None) == ""


@pytest.mark.parametrize(
    ("precision", "words"), [("day", "1 August 2015"), ("month", "August 2015"), ("year", "2015")]
)
def test_a_date_is_never_more_exact_than_its_source(precision: str, words: str):
    assert dates.dated(date(2015, 8, 1), precision) == words


@pytest.mark.parametrize(
    ("hour", "minute", "words"),
    [
        (14, 0, "2 pm"),
        (14, 30, "2:30 pm"),
        (9, 5, "9:05 am"),
        (12, 0, "midday"),
        (0, 0, "midnight"),
        (0, 1, "12:01 am"),
    ],
)
def test_a_winter_moment_is_said_in_london_time(hour: int, minute: int, words: str):
    value = datetime(2026, 3, 3, hour, minute, tzinfo=UTC)
    assert dates.moment(value) == f"{words} on 3 March 2026"


def test_a_summer_moment_near_midnight_falls_on_the_london_day():
    assert dates.moment(datetime(2026, 7, 1, 23, 30, tzinfo=UTC)) == "12:30 am on 2 July 2026"


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 3, 3), "today"),
        (date(2026, 3, 4), "tomorrow"),
        (date(2026, 3, 2), "yesterday"),
        (date(2026, 3, 6), "in 3 days"),
        (date(2026, 2, 28), "3 days ago"),
        (date(2026, 4, 7), "in 5 weeks"),
        (date(2024, 3, 3), "2 years ago"),
    ],
)
def test_how_far_a_day_is_from_today(day: date, words: str):
    assert dates.from_today(day, TODAY) == words


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 3, 2), "1 day overdue"),
        (date(2026, 2, 19), "12 days overdue"),
        (date(2026, 3, 3), "due today"),
    ],
)
def test_how_long_something_is_overdue(day: date, words: str):
    assert dates.overdue_by(day, TODAY) == words


def test_a_count_agrees_with_its_noun():
    assert dates.plural(1, "action") == "1 action"
    assert dates.plural(1204, "action") == "1,204 actions"
    assert dates.plural(2, "duty", "duties") == "2 duties"
    assert [dates.times(number) for number in (1, 2, 1204)] == ["once", "twice", "1,204 times"]
