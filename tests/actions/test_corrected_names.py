"""A wrong name on a concern is corrected, and what stood there is kept."""

from __future__ import annotations

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from joinedup.access.models import Conflict
from joinedup.access.permission import Refused, by_user
from joinedup.access.problems import Problem
from joinedup.audit.models import Entry
from joinedup.concerns import actions
from joinedup.concerns.models import EarlierName
from tests.factories import assurance as make
from tests.factories import cases as hand
from tests.factories import concerns as worry

pytestmark = pytest.mark.django_db


@pytest.fixture
def dot():
    return worry.duty()


@pytest.fixture
def concern(dot):
    return worry.taken(worry.child(name="Kaylie Orme"), worry.suspect("Rafe"), by=dot)


def test_a_name_is_corrected_and_the_one_before_is_kept_and_shown(client, dot, concern):
    client.force_login(dot.user)
    person = concern.people.get(name="Kaylie Orme")
    actions.not_known_yet(dot, concern.reference, person.pk)
    where = reverse("concern_name", args=[concern.reference, person.pk])
    assert where in client.get(reverse("concern", args=[concern.reference])).content.decode()
    assert client.post(where, {"name": "Keeley Orme"}).status_code == 422
    said = {"name": " Keeley  Orme ", "reason": "Her mother rang"}
    assert client.post(where, said).status_code == 302
    person.refresh_from_db()
    assert person.name == "Keeley Orme" and person.looked_up_at is None
    kept = EarlierName.objects.get()
    assert (kept.name, kept.reason, kept.by) == ("Kaylie Orme", "Her mother rang", dot.user)
    text = client.get(reverse("concern", args=[concern.reference])).content.decode()
    assert "Was called “Kaylie Orme” here before" in text
    assert "“Kaylie Orme”, Her mother rang" in client.get(where).content.decode()
    entry = Entry.objects.get(verb="concerns.correct_name")
    assert "Orme" not in entry.detail
    with pytest.raises(DatabaseError), transaction.atomic():
        EarlierName.objects.update(name="Nobody")


def test_a_correction_says_a_name_a_reason_and_something_new(dot, concern):
    at, person = concern.reference, concern.people.get(name="Kaylie Orme").pk
    for name, reason, said in (
        (" ", "Rang", "Enter the name"),
        ("Keeley", " ", "Say how"),
        ("Kaylie Orme", "Rang", "stands there"),
    ):
        with pytest.raises(Problem, match=said):
            actions.correct_name(dot, at, person, name, reason)
    with pytest.raises(Refused):
        actions.correct_name(dot, at, 0, "Keeley", "Rang")
    with pytest.raises(Refused):
        actions.correct_name(by_user(hand.worker()), at, person, "Keeley", "Rang")
    assert not EarlierName.objects.exists()


def test_whoever_turns_out_to_be_a_colleague_no_longer_sees_it(dot, concern):
    rafe = make.person("Rafe Dunmallow")
    person = concern.people.get(name="Rafe").pk
    actions.correct_name(dot, concern.reference, person, "Rafe Dunmallow", "His badge was seen")
    assert Conflict.objects.filter(guard=concern.guard, person=rafe).exists()
