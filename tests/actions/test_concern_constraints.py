"""The gravest rules hold on the row: no statement written by hand gets past them."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from joinedup.concerns.choices import Ending
from joinedup.concerns.models import Concern, ConcernPerson
from joinedup.referrals.choices import AgeGroup
from tests.factories import concerns as worry
from tests.factories import referrals as hand

pytestmark = pytest.mark.django_db
DONE = {"state": "ended", "decided_at": "now", "ended_at": "now"}
TO_CHILDREN = {"sent_children_at": "now", "sent_children_place": "lives"}
AWAY = {"state": "awaiting", "decided_at": "now", "sent_at": "now"}


def by_hand(concern, **columns):
    """An UPDATE as somebody at the database would write it. Whether the database took it."""
    now = timezone.now()
    values = {name: now if value == "now" else value for name, value in columns.items()}
    settings = ", ".join(f'"{name}" = %s' for name in values)
    sql = f"UPDATE concerns_concern SET {settings} WHERE id = %s"
    adapted = [
        connection.ops.adapt_datetimefield_value(one) if one is now else one
        for one in values.values()
    ]
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(sql, [*adapted, concern.pk])
    except IntegrityError:
        return False
    return True


def in_orm(concern, **columns):
    """The same through the ORM's own update."""
    now = timezone.now()
    values = {name: now if value == "now" else value for name, value in columns.items()}
    try:
        with transaction.atomic():
            Concern.objects.filter(pk=concern.pk).update(**values)
    except IntegrityError:
        return False
    return True


WAYS = pytest.mark.parametrize("write", [by_hand, in_orm])
CSE = ("concern.sexual_exploitation",)


@WAYS
def test_a_child_with_domestic_abuse_is_sent_or_it_is_told_why_not(write):
    concern = worry.submitted(worry.adult(), worry.child("7"), types=("concern.domestic_abuse",))
    assert concern.child_with_abuse
    assert not write(concern, ending=Ending.NO_ACTION, **DONE)
    assert write(concern, ending=Ending.NO_ACTION, not_sent_is_explained=True, **DONE)


@WAYS
@pytest.mark.parametrize("ending", list(Ending))
@pytest.mark.parametrize("age", ["14", "", "teenager", "about 18"])
def test_an_exploited_child_leaves_the_queue_by_social_care_alone(write, ending, age):
    concern = worry.submitted(worry.child(age), types=CSE)
    sent = {"sent_adults_at": "now", "sent_police_at": "now"}
    assert not write(concern, ending=ending, **DONE)
    assert not write(concern, ending=ending, **AWAY, **sent)
    allowed = ending in (Ending.ONWARD, Ending.CASE)
    assert not write(concern, ending=ending, **AWAY, **sent, **TO_CHILDREN)
    hand.sent(worry.duty(), concern.guard)
    assert write(concern, ending=ending, **AWAY, **sent, **TO_CHILDREN) is allowed


@WAYS
@pytest.mark.parametrize("ending", list(Ending))
def test_an_exploited_adult_leaves_by_adult_social_care_or_police(write, ending):
    concern = worry.submitted(worry.adult("43"), types=("concern.cuckooing",))
    assert not write(concern, ending=ending, **AWAY, **TO_CHILDREN)
    allowed = ending in (Ending.ONWARD, Ending.CASE)
    assert write(concern, ending=ending, **AWAY, sent_police_at="now") is allowed


@WAYS
def test_somebody_under_13_and_sexual_activity_needs_both(write):
    concern = worry.submitted(worry.child("12"), types=("concern.sexual_activity",))
    given = {"ending": Ending.ONWARD, **AWAY}
    assert not write(concern, **given, **TO_CHILDREN)
    assert not write(concern, **given, sent_police_at="now")
    assert write(concern, **given, sent_police_at="now", **TO_CHILDREN)


@WAYS
@pytest.mark.parametrize(
    ("allegation", "column"), [("children", "sent_designated_at"), ("adults", "sent_trust_lead_at")]
)
def test_an_allegation_leaves_by_its_officer(write, allegation, column):
    who = worry.suspect("Mr Drew Coach", allegation)
    concern = worry.submitted(who, types=("concern.allegation_worker",))
    assert not write(concern, ending=Ending.ADVICE, **DONE)
    assert not write(concern, ending=Ending.ONWARD, **AWAY)
    assert write(concern, ending=Ending.ONWARD, **AWAY, **{column: "now"})


@WAYS
def test_childrens_social_care_is_never_without_the_place_that_chose_it(write):
    concern = worry.submitted(worry.child(), types=CSE)
    assert not write(concern, sent_children_at="now")
    assert not write(concern, sent_children_at="now", sent_children_place="placed")
    assert write(concern, sent_children_at="now", sent_children_place="found")


@WAYS
def test_an_indicator_is_not_unsaid(write):
    concern = worry.submitted(worry.child(), types=CSE)
    assert not write(concern, has_exploitation_indicator=False)
    assert not write(concern, is_sexual=False)
    who = worry.suspect("Mr Drew Coach", "children")
    other = worry.submitted(who, types=("concern.allegation_worker",))
    assert not write(other, allegation="")


@WAYS
def test_nothing_leaves_the_queue_undecided_and_nothing_decided_stays(write):
    concern = worry.submitted(worry.child())
    assert not write(concern, state="ended", ended_at="now")
    assert not write(concern, state="awaiting")
    assert not write(concern, ending=Ending.ADVICE)
    assert not write(concern, state="taken")
    assert not write(concern, ending=Ending.ONWARD, **DONE)
    assert write(concern, ending=Ending.ADVICE, **DONE)


@WAYS
def test_what_was_sent_waits_for_its_answer(write):
    concern = worry.submitted(worry.child())
    given = {"ending": Ending.ONWARD, "sent_at": "now"}
    assert not write(concern, **given, **DONE)
    assert write(concern, **given, **DONE, all_answered_at="now")


@WAYS
def test_what_becomes_a_case_ends_with_a_case(write):
    concern = worry.submitted(worry.child())
    assert not write(concern, ending=Ending.CASE, **DONE)
    assert write(concern, ending=Ending.CASE, **DONE, case_reference="CA-2026-0000000")


def test_nobody_is_made_an_adult_by_hand_and_the_unborn_have_no_birthday():
    concern = worry.submitted(worry.child("about 17"), worry.child("", is_unborn=True))
    person, unborn = concern.people.order_by("position")
    for row, change in (
        (person, {"age_group": AgeGroup.ADULT}),
        (unborn, {"born_on": timezone.localdate()}),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            ConcernPerson.objects.filter(pk=row.pk).update(**change)
