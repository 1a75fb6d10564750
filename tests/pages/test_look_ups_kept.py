"""What was told starts a look-up, and what was typed in it goes along where nobody is found."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from joinedup.cases.actions import NewPerson
from joinedup.subjects.models import Subject
from joinedup.subjects.rules.given import Given, GivenAddress, GivenName, with_more
from tests.factories import cases as hand
from tests.factories import concerns as worry

pytestmark = pytest.mark.django_db


@pytest.fixture
def dot():
    return worry.duty()


@pytest.fixture
def client(dot):
    found = Client()
    found.force_login(dot.user)
    return found


def hidden_in(page: str) -> dict[str, str]:
    """What goes along, unseen, with the buttons of a page."""
    found = re.findall(r'type="hidden" name="([a-z]+)" value="([^"]*)"', page)
    return {name: value for name, value in found if name != "csrfmiddlewaretoken"}


def test_who_is_this_begins_with_what_was_told_and_a_record_takes_what_was_learnt(client, dot):
    told = worry.child("14", name="Kit", lives="7 Tanner Row, Ostrey", phone="01632 960 771")
    person = worry.taken(told, by=dot).people.get()
    at = f"/concerns/{person.concern.reference}/people/{person.pk}/"
    page = client.get(f"{at}who/").content.decode()
    for value in ("Kit", "14", "7 Tanner Row", "Ostrey", "01632 960 771"):
        assert f'value="{value}"' in page
    typed = {"forename": "Kit", "surname": "Marrow", "postcode": "QV4 7TR"}
    along = hidden_in(client.post(f"{at}who/", typed).content.decode())
    assert along["surname"] == "Marrow"
    client.post(f"{at}record/", {**along, "subject": ""})
    record = Subject.objects.get()
    assert str(record.names.earliest("pk")) == "Kit Marrow"
    assert record.addresses.count() == 2 and record.phones.count() == 1


def test_a_record_begun_from_a_case_takes_what_was_learnt(client, dot):
    case = hand.opened(dot, people=[NewPerson("Ned Oakes", "adult")])
    at = f"/cases/{case.reference}/people/{case.subjects.get().pk}/"
    assert 'value="Oakes"' in client.get(at).content.decode()
    typed = {"forename": "Ned", "surname": "Oakes", "phone": "01632 960 772"}
    along = hidden_in(client.post(at, typed).content.decode())
    client.post(at, {**along, "subject": ""})
    record = Subject.objects.get()
    assert record.names.count() == 1 and record.phones.count() == 1


def test_a_case_about_somebody_who_was_not_found_begins_with_what_was_typed(client, dot):
    typed = {"forename": "Ada", "surname": "Quux", "age": "15"}
    page = client.post("/cases/open/who/", typed).content.decode()
    assert "Go on with this name" in page
    gone = client.post("/cases/open/who/", {**hidden_in(page), "none": "1"}, follow=True)
    page = gone.content.decode()
    assert 'value="Ada Quux"' in page
    assert re.search(r'value="child"[^>]*(checked|selected)', page)


def test_a_person_nobody_found_is_added_with_what_was_typed(client, dot):
    typed = {"forename": "Ada", "surname": "Quux"}
    page = client.post("/subjects/find/", typed).content.decode()
    assert "Add a person with what you wrote" in page
    added = client.post("/subjects/add/person/", hidden_in(page)).content.decode()
    assert 'value="Quux"' in added
    assert (
        "Add a person with"
        not in client.post("/subjects/find/", {"forename": "Ada"}).content.decode()
    )


def test_nothing_is_lost_and_nothing_said_twice_where_two_accounts_are_put_together():
    told = Given(names=(GivenName("kit", kind="name"), GivenName("Kit", "", "Marrow")), age="14")
    learnt = Given(
        names=(GivenName("Kit", "", "marrow"),), addresses=(GivenAddress("7", "Tanner Row"),)
    )
    both = with_more(told, learnt)
    assert [one.surname for one in both.names] == ["marrow", ""]
    assert both.age == "14" and both.addresses == learnt.addresses
    assert with_more(told, Given()) == with_more(told, told)
