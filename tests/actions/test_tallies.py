"""Concerns counted by the database: the day is London's, in summer too, and every row is counted."""

import datetime as dt
from collections import Counter

import pytest

from joinedup.concerns.models import Concern
from joinedup.concerns.queries.tallies import tallies_of
from joinedup.rulebook.working_days import london_date
from tests.factories import concerns as worry

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]
D = dt.date
MOMENTS = (
    "2026-03-28 23:30", "2026-03-29 00:30", "2026-03-29 22:59", "2026-03-29 23:00",
    "2026-06-30 22:59", "2026-06-30 23:00", "2026-06-30 23:59", "2026-10-24 23:30",
    "2026-10-25 00:30", "2026-10-25 23:30", "2026-12-31 23:30", "2027-01-01 00:00",
)  # fmt: skip
PERIODS = [D(2026, 3, 30), D(2026, 10, 1)]


@pytest.fixture
def received():
    """One concern for each moment, of one kind or two."""
    moments = [dt.datetime.fromisoformat(f"{one}+00:00") for one in MOMENTS]
    for number, moment in enumerate(moments):
        kinds = ["concern.child_neglect", "concern.cse_online"][: 1 + number % 2]
        made = worry.submitted(worry.adult())
        Concern.objects.filter(pk=made.pk).update(received_at=moment, types=kinds)
    return moments


def tallied(from_on, to_on, by_clock=False):
    return tallies_of(Concern.objects.all(), from_on, to_on, D(2027, 2, 1), PERIODS, by_clock)


def test_what_came_in_is_counted_on_its_london_day(received):
    found = tallied(D(2026, 1, 1), D(2027, 1, 31))
    days = Counter(london_date(came) for came, _, _ in found.times.elements())
    assert days == Counter(london_date(one) for one in received)
    assert found.sources.total() == found.kinds.total() == len(received) == found.endings[""]


def test_only_what_came_in_on_those_days_is_counted_each_in_its_period(received):
    inside = [one for one in received if D(2026, 3, 29) <= london_date(one) <= D(2026, 10, 25)]
    found = tallied(D(2026, 3, 29), D(2026, 10, 25))
    assert found.times.total() == len(inside)
    periods = Counter(number for _, number in found.kinds.elements())
    assert periods == Counter(sum(london_date(one) >= day for day in PERIODS) for one in inside)


def test_where_a_limit_runs_by_the_clock_the_moment_is_told(received):
    found = tallied(D(2026, 1, 1), D(2027, 1, 31), by_clock=True)
    assert Counter(came for came, _, _ in found.times.elements()) == Counter(received)
