"""A hold on one record holds every record that was decided to be about the same person."""

from __future__ import annotations

import datetime as dt

import pytest
from django.utils import timezone

from joinedup.access.choices import Role
from joinedup.access.permission import by_user
from joinedup.access.problems import Problem
from joinedup.casefile import actions
from joinedup.casefile.queries.due import due_records
from joinedup.concerns.models import Concern
from joinedup.subjects import actions as people
from joinedup.subjects.models import Subject
from tests.factories import assurance as make
from tests.factories import subjects as known

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]
TODAY = dt.date(2026, 11, 22)
LONG_AGO = dt.datetime(2010, 1, 5, 12, tzinfo=dt.UTC)


@pytest.fixture
def officer():
    make.agency()
    return by_user(make.account(Role.INFORMATION_GOVERNANCE, name="Io Governs"))


@pytest.fixture
def lead(officer):
    return make.lead("Lee Lead")


@pytest.fixture
def pair(lead):
    """Two records of one person, old enough to be due."""
    first, second = known.person(lead), known.person(lead, "Kaye")
    asked = people.propose(lead, first.reference, second.reference)
    people.decide(lead, asked.reference, "same", "One birthday, one address")
    Subject.objects.update(made_at=LONG_AGO)
    return first, second


def test_a_hold_on_one_record_of_a_person_holds_the_other(officer, pair):
    first, second = pair
    held = actions.hold(officer, first.reference, "A court asked", today=TODAY)
    due = due_records(officer.user, TODAY)
    assert {one.reference for one in due} == {first.reference, second.reference}
    assert all(one.is_held for one in due)
    for ground in ("over", "error", "right"):
        with pytest.raises(Problem, match="held"):
            actions.ask_erasure(officer, second.reference, ground, "Made twice", today=TODAY)
    actions.end_hold(officer, held.pk, "It has ended", today=TODAY)
    assert not any(one.is_held for one in due_records(officer.user, TODAY))


def test_a_hold_set_after_somebody_asked_stops_whoever_agrees(officer, lead, pair):
    first, second = pair
    asked = actions.ask_erasure(officer, second.reference, "over", "Its time is over", today=TODAY)
    actions.hold(officer, first.reference, "A court asked", today=TODAY)
    with pytest.raises(Problem, match="held"):
        actions.agree_erasure(lead, asked.reference, today=TODAY)
    assert Subject.objects.count() == 2


def test_a_hold_on_one_record_holds_a_concern_that_names_the_other(officer, pair):
    first, second = pair
    concern = known.with_concern(second)
    Concern.objects.filter(pk=concern.pk).update(
        state="ended", ending="advice", decided_at=timezone.now(), ended_at=timezone.now(),
        has_exploitation_indicator=False,
    )  # fmt: skip
    actions.hold(officer, first.reference, "A court asked", today=TODAY)
    with pytest.raises(Problem, match="held"):
        actions.ask_erasure(officer, concern.reference, "error", "Made twice", today=TODAY)


def test_a_hold_on_nobody_of_them_holds_neither(officer, lead, pair):
    other = known.person(lead, "Ada")
    actions.hold(officer, other.reference, "A court asked", today=TODAY)
    assert not any(one.is_held for one in due_records(officer.user, TODAY))
