"""Every look-up before a decision says of what is closed to the reader only whom to speak to."""

from __future__ import annotations

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from joinedup.access.models import Conflict, Guard
from joinedup.access.permission import by_user
from joinedup.cases.actions import NewPerson
from joinedup.concerns.queries.earlier import closes
from joinedup.subjects.actions import add_subject
from joinedup.subjects.queries.known import who_is_known, who_is_known_to_decide
from joinedup.subjects.rules.given import Given, GivenName
from tests.factories import cases as hand
from tests.factories import concerns as worry

pytestmark = pytest.mark.django_db
BORN = dt.date(1980, 2, 3)
NED = Given(names=(GivenName("Ned", "", "Oakes"),), born="3 February 1980")
ASKED = {"forename": "ned", "surname": "Oakes", "born": "3 February 1980"}
SPEAK = "peak to the safeguarding lead of Marlow Vale Council before deciding"


@pytest.fixture
def dot():
    return worry.duty()


@pytest.fixture
def named(dot):
    """A sealed case about somebody who has no record."""
    case = hand.opened(dot, people=[NewPerson("Ned Oakes", "adult", BORN)])
    Guard.objects.filter(pk=case.guard_id).update(is_sealed=True)
    return case


@pytest.fixture
def reader(client):
    by = by_user(hand.worker("Wil Worker"))
    client.force_login(by.user)
    return by


def looked(client, where, said=ASKED):
    return client.post(reverse(where), said).content.decode()


@pytest.mark.parametrize("where", ["subject_find", "case_open_who"])
def test_whoever_is_named_in_a_sealed_case_alone_is_restricted_not_new(
    client, reader, named, where
):
    text = looked(client, where)
    assert SPEAK in text and text.count("before deciding") == 1
    assert named.reference not in text and "Nobody was found" not in text


def test_before_a_record_is_begun_the_same_is_said(client, reader, named):
    where = reverse("subject_add", args=["person"])
    text = client.post(where, {**ASKED, "sex": "", "step": "look"}).content.decode()
    assert SPEAK in text and named.reference not in text


def test_a_twin_with_another_birthday_is_not_restricted(client, reader, named):
    text = looked(client, "subject_find", {**ASKED, "born": "4 February 1990"})
    assert "Nobody was found" in text


def test_a_case_that_opens_to_the_reader_is_named(client, reader, named):
    Guard.objects.filter(pk=named.guard_id).update(is_sealed=False)
    text = looked(client, "subject_find")
    assert SPEAK in text
    hand.opened(reader, people=[NewPerson("NED OAKES", "adult", BORN)])
    text = looked(client, "subject_find")
    assert "Same name in this case" in text and text.count("before deciding") == 1


def test_how_many_records_are_closed_is_not_said(client, reader, dot, named):
    for _ in range(2):
        row = add_subject(dot, NED, today=timezone.localdate())
        Guard.objects.filter(pk=row.guard_id).update(is_sealed=True)
    assert looked(client, "subject_find").count("before deciding") == 1


def test_a_sealed_case_about_somebody_whose_record_opens_is_restricted_too(reader, dot):
    today = timezone.localdate()
    row = add_subject(dot, NED, today=today)
    people = [NewPerson("Ned Oakes", "adult", BORN, row.reference)]
    case = hand.opened(dot, people=people, on=today)
    Guard.objects.filter(pk=case.guard_id).update(is_sealed=True)
    hand.opened(dot, who=reader.user, people=people, on=today)
    plain = who_is_known(reader, NED, today=today)
    assert [one.is_restricted for one in plain.candidates] == [False]
    known = who_is_known_to_decide(reader, NED, today=today)
    assert [one.is_restricted for one in known.candidates] == [False, True]
    Conflict.objects.create(guard=case.guard, person=reader.user.person, reason="Her uncle")
    known = who_is_known_to_decide(reader, NED, today=today)
    assert not any(one.is_restricted for one in known.candidates)


def test_a_conflict_of_interest_shows_nothing_and_moves_the_concern(client, reader, dot, named):
    Conflict.objects.create(guard=named.guard, person=reader.user.person, reason="Her uncle")
    text = looked(client, "subject_find")
    assert "Nobody was found" in text and "before deciding" not in text
    concern = worry.submitted(worry.adult(age="", born_on=BORN))
    assert reader.user.person_id in closes(concern, timezone.localdate())


def test_somebody_in_a_case_is_not_told_of_that_very_case(client, dot, named):
    Guard.objects.filter(pk=named.guard_id).update(is_sealed=False)
    client.force_login(dot.user)
    person = named.subjects.get().pk
    where = reverse("case_who", args=[named.reference, person])
    assert "Nobody is known by this." in client.post(where, ASKED).content.decode()
