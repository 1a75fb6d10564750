"""Pages on which somebody says who is meant, and what a new concern means for a closed case."""

from __future__ import annotations

import datetime as dt

import pytest
from django.test import Client
from django.utils import timezone

from joinedup.access.models import Guard, Involvement
from joinedup.cases.actions import NewPerson
from joinedup.cases.models import Case, CaseConcern
from joinedup.subjects.actions import add_subject
from joinedup.subjects.rules.given import Given, GivenAddress, GivenName
from tests.factories import assurance as make
from tests.factories import cases as hand
from tests.factories import concerns as worry
from tests.factories import directory

pytestmark = pytest.mark.django_db
NED = Given(
    names=(GivenName("Ned", "", "Oakes"),), born="3 February 1980", phones=("07700 900555",)
)


@pytest.fixture
def dot():
    return worry.duty()


@pytest.fixture
def client(dot):
    found = Client()
    found.force_login(dot.user)
    return found


@pytest.fixture
def ned(dot):
    return add_subject(dot, NED, today=timezone.localdate())


@pytest.fixture
def concern(dot, ned):
    told = worry.adult(age="", born_on=dt.date(1980, 2, 3), phone="07700 900555")
    return worry.taken(told, by=dot)


@pytest.fixture
def closed(dot, ned):
    people = [NewPerson("Ned of the closed case", "adult", None, ned.reference)]
    return hand.closed(dot, hand.manager(), hand.ready(dot, people=people))


def text_of(client, where, status=200):
    answer = client.get(where)
    assert answer.status_code == status, where
    return answer.content.decode()


def test_the_triager_says_who_is_meant_answers_the_closed_case_and_then_decides(
    client, concern, closed, ned
):
    at = f"/concerns/{concern.reference}/"
    page = text_of(client, at)
    assert "Say who this is" in page and "None of these" in page
    version = worry.now(concern.reference).version
    decide = {"ending": "advice", "reason": "Rang him", "tell": "We rang.", "version": version}
    assert "may be known already" in client.post(f"{at}decide/", decide).content.decode()
    person = concern.people.get().pk
    who = text_of(client, f"{at}people/{person}/who/")
    assert "Ned Oakes" in who and "begin a record" in who
    client.post(f"{at}people/{person}/record/", {"subject": ned.reference})
    page = text_of(client, at)
    assert "Ned of the closed case" in page and "open it again, a new case, or neither" in page
    assert "and it is closed" in client.post(f"{at}decide/", decide).content.decode()
    answer = f"/cases/{closed.reference}/concern/{concern.reference}/"
    assert "Signed by" not in text_of(client, answer)
    assert client.post(answer, {"verdict": "neither"}).status_code == 422
    client.post(answer, {"verdict": "reopen", "reason": "He is back at the flat"})
    assert Case.objects.get(pk=closed.pk).state == "open"
    assert "He is back at the flat" in text_of(client, at)
    decide |= {"ending": "case", "version": worry.now(concern.reference).version}
    assert client.post(f"{at}decide/", decide).status_code == 302
    where = f"/cases/open/?concern={concern.reference}"
    assert "There is an open case already" in text_of(client, where)
    assert client.post(where, {"join": closed.reference}).url == f"/cases/{closed.reference}/"
    assert CaseConcern.objects.get().case_id == closed.pk


def test_nobody_is_tied_by_silence_and_a_search_says_what_else_is_known(client, concern):
    at = f"/concerns/{concern.reference}/people/{concern.people.get().pk}/"
    for given, said in (
        ({"surname": "Quux"}, "too little to look anybody up by"),
        ({"forename": "Ada", "surname": "Quux"}, "Nobody is known by this"),
    ):
        page = client.post(f"{at}who/", given).content.decode()
        assert said in page
        assert ("Nobody found: begin a record" in page) is (len(given) == 2)
    client.post(f"{at}record/", {"subject": "none"})
    page = text_of(client, f"/concerns/{concern.reference}/")
    assert "Not known yet" in page
    assert client.post(f"{at}record/", {"subject": "SU-2026-0000000"}).status_code == 404


def test_a_tie_is_taken_back_with_its_reason_on_the_page(client, concern, ned):
    at = f"/concerns/{concern.reference}/people/{concern.people.get().pk}/"
    client.post(f"{at}record/", {"subject": ned.reference})
    assert "Why are they not the person of that record?" in text_of(client, f"{at}who/")
    silent = client.post(f"{at}record/", {"subject": "none"})
    assert silent.status_code == 422 and "Say why they are not" in silent.content.decode()
    client.post(f"{at}record/", {"subject": "none", "reason": "It is his father"})
    assert "It is his father" in text_of(client, f"/concerns/{concern.reference}/")


def test_a_restricted_match_and_case_say_only_whom_to_speak_to(client, concern, closed, ned):
    Guard.objects.filter(pk__in=[ned.guard_id, closed.guard_id]).update(is_sealed=True)
    Involvement.objects.filter(guard__in=[ned.guard_id, closed.guard_id]).delete()
    page = text_of(client, f"/concerns/{concern.reference}/")
    assert "Restricted: speak to" in page
    assert "Ned of the closed case" not in page and ned.reference not in page
    assert page.count("has no telephone number here yet") == 1
    assert page.count(">telephone numbers</a>") == 1
    directory.number(title="Safeguarding desk", number="01632 960 118", about="anybody")
    directory.number(title="Adults alone", number="01632 960 119", about="adult")
    page = text_of(client, f"/concerns/{concern.reference}/")
    assert "Safeguarding desk" in page and "01632 960 118" in page and "01632 960 119" not in page


def test_words_that_may_point_to_exploitation_are_offered_and_a_person_names_the_kind(client, dot):
    concern = worry.taken(worry.child("15"), by=dot, words=worry.VAN)
    at = f"/concerns/{concern.reference}/"
    assert "Could this be exploitation?" in text_of(client, at)
    client.post(f"{at}kinds/", {"types": "concern.sexual_exploitation"})
    assert worry.now(concern.reference).has_exploitation_indicator
    assert "What has to be sent" in text_of(client, at)


def test_a_case_begins_with_somebody_who_was_looked_up(client, dot, ned):
    found = client.post("/cases/open/who/", {"surname": "Oakes", "born": "3 February 1980"})
    where = f"/cases/open/?person={ned.reference}"
    assert where in found.content.decode()
    page = text_of(client, where)
    assert "Ned Oakes" in page and f"/drafts/case-open-{ned.reference}/" in page
    assert "/drafts/case-open/" in text_of(client, "/cases/open/")
    said = {
        "name": "Ned Oakes", "age": "adult", "route": "none", "lead_agency": make.agency().reference,
        "lead_person": dot.user.person.reference, "worker": dot.user.person.reference,
        "why": "Strangers in his flat",
    }  # fmt: skip
    assert client.post(where, said).status_code == 302
    assert Case.objects.get().subjects.get().subject == ned.reference
    text_of(client, "/cases/open/?person=SU-2026-0000000", 404)


def test_somebody_in_a_case_is_tied_to_a_record_on_a_page(client, dot, ned):
    case = hand.opened(dot, people=[NewPerson("Ned Oakes", "adult", dt.date(1980, 2, 3))])
    assert "Nobody has recorded a visit" in text_of(client, f"/cases/{case.reference}/")
    person = case.subjects.get()
    page = text_of(client, f"/cases/{case.reference}/")
    at = f"/cases/{case.reference}/people/{person.pk}/"
    assert at in page and "No record yet" in page
    found = client.post(at, {"surname": "Oakes", "born": "3 February 1980"})
    assert "This is the same person" in found.content.decode()
    client.post(at, {"subject": ned.reference})
    assert f"/subjects/{ned.reference}/" in text_of(client, f"/cases/{case.reference}/")
    again = client.post(at, {"subject": ""})
    assert again.status_code == 422 and "tied to a record already" in again.content.decode()
    assert "Not this person" in text_of(client, f"/cases/{case.reference}/")
    silent = client.post(at, {"subject": "none"})
    assert silent.status_code == 422 and "Say why they are not" in silent.content.decode()
    assert client.post(at, {"subject": "none", "reason": "His father"}).status_code == 302
    assert "No record yet" in text_of(client, f"/cases/{case.reference}/")
    client.post(f"/cases/{case.reference}/do/person/", {"name": "Mo Oakes", "age": "child"})
    assert "Mo Oakes" in text_of(client, f"/cases/{case.reference}/")


def test_a_child_at_a_known_address_is_known_though_nobody_told_the_postcode(dot, client):
    home = GivenAddress("", "7 Tanner Row", "Ostrey", "QV4 7TR")
    born = timezone.localdate() - dt.timedelta(days=14 * 365 + 100)
    name = GivenName("Kit", "", "Marrow")
    kit = Given(names=(name,), born=f"{born.day} {born:%B %Y}", addresses=(home,))
    record = add_subject(dot, kit, today=timezone.localdate())
    told = worry.child("14", name="Kit Marrow", lives="7 Tanner Row, Ostrey")
    concern = worry.taken(told, by=dot)
    page = text_of(client, f"/concerns/{concern.reference}/")
    assert "address: same" in page and "address: different" not in page
    person = concern.people.get()
    to = f"/concerns/{concern.reference}/people/{person.pk}/record/"
    assert client.post(to, {"subject": record.reference}).status_code == 302
    page = text_of(client, f"/concerns/{concern.reference}/")
    assert "read their record before you decide" in page
    assert "Nobody here is known" not in page
