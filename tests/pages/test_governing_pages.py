"""Pages of those who govern records, as an information-governance officer meets them."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from dataclasses import replace

import pytest
from django.urls import reverse
from django.utils import timezone

from joinedup.access import answers, second_step
from joinedup.access.actions.emergencies import break_glass
from joinedup.access.choices import Role
from joinedup.access.models import Conflict, Guard
from joinedup.access.permission import by_user
from joinedup.audit.models import Entry
from joinedup.casefile.models import AccessRequest, Erasure, LegalHold
from joinedup.casefile.queries import packs
from joinedup.casefile.queries.chronology import chronology_to
from joinedup.cases import actions as casework
from joinedup.cases.actions import NewPerson
from joinedup.cases.models import Case
from joinedup.subjects.models import Subject
from tests.factories import assurance as make
from tests.factories import cases as hand
from tests.factories import concerns as front
from tests.factories import subjects as known

pytestmark = pytest.mark.django_db


@pytest.fixture
def lead():
    make.agency()
    return make.lead("Lee Lead")


@pytest.fixture
def officer(client, lead):
    by = by_user(make.account(Role.INFORMATION_GOVERNANCE, name="Io Governs"))
    client.force_login(by.user)
    return by


@pytest.fixture
def case(lead):
    ready = hand.ready(lead, people=[NewPerson("Ned Oakes", "adult")])
    case = hand.closed(lead, make.lead("Second Lead"), ready)
    Case.objects.filter(pk=case.pk).update(closed_on=dt.date(2010, 1, 1), route="section_42")
    return case


def page(client, where, status=200):
    answer = client.get(where)
    assert answer.status_code == status, where
    return answer.content.decode()


def send(client, where, said):
    page(client, where)
    answer = client.post(where, said)
    assert answer.status_code == 302, answer.content.decode()
    return page(client, answer.url)


def prepared_and_read(client, row, first, second):
    """The pack prepared by one person and read by another; the client is the first again."""
    where = reverse("access_pack_read", args=[row.reference])
    send(client, where, {"do": "prepare"})
    client.force_login(second.user)
    send(client, where, {"do": "agree"})
    client.force_login(first.user)


def test_what_is_due_is_shown_page_by_page_and_none_is_left_out(client, officer, lead, monkeypatch):
    monkeypatch.setattr(answers, "ROWS", 2)
    made = [known.person(lead, name).reference for name in ("Kay", "Ada", "Bo")]
    Subject.objects.update(made_at=dt.datetime(2010, 1, 5, 12, tzinfo=dt.UTC))
    first = page(client, reverse("keeping"))
    second = page(client, reverse("keeping") + "?page=2")
    assert "3 records wait for somebody" in first
    assert sorted(made) == sorted(one for one in made if (one in first) != (one in second))
    assert sum(one in first for one in made) == 2


def test_what_is_due_is_shown_by_reference_kept_held_and_erased_by_two(client, officer, lead, case):
    where = reverse("keeping")
    text = page(client, where)
    assert case.reference in text and "Case record of an adult" in text and "Ned Oakes" not in text
    text = send(client, reverse("hold_set"), {"about": case.reference, "reason": "Public inquiry"})
    assert "Public inquiry" in text and ">Held<" in text
    erase = reverse("record_erase", args=[case.reference])
    said = {"ground": "over", "reason": "Its time is over"}
    assert "This case is held" in client.post(erase, said).content.decode()
    end = reverse("hold_end", args=[LegalHold.objects.get().pk])
    assert ">Held<" not in send(client, end, {"reason": "It has ended"})
    assert "Waiting for a second person" in send(client, erase, said)
    at = reverse("record_erasure", args=[Erasure.objects.get().reference])
    assert "You asked for this yourself" in page(client, at)
    assert client.post(at, {"do": "agree"}).status_code == 422
    assert client.post(at, {"do": "refuse"}).status_code == 422
    client.force_login(lead.user)
    assert client.post(at, {"do": "agree"}).status_code == 302
    assert not Case.objects.exists()
    client.force_login(officer.user)
    text = page(client, reverse("erasures"))
    assert case.reference in text and "Its time is over" in text and "Ned Oakes" not in text
    assert "agreed" in page(client, at)


def test_a_case_is_kept_longer_and_leaves_the_list(client, officer, case):
    where = reverse("record_keep", args=[case.reference])
    assert client.post(where, {"sent": "empty"}).status_code == 422
    text = send(client, where, {"next_on": "1 January 2040", "reason": "A claim runs"})
    assert "Nothing is due" in text


def test_an_erasure_is_refused_and_the_record_stays(client, officer, lead, case):
    said = {"ground": "over", "reason": "Over"}
    send(client, reverse("record_erase", args=[case.reference]), said)
    at = reverse("record_erasure", args=[Erasure.objects.get().reference])
    client.force_login(lead.user)
    send(client, at, {"do": "refuse", "reason": "Still needed"})
    assert Case.objects.exists() and "Kept: Still needed" in page(client, at)


def test_a_pack_is_made_without_opening_the_file_and_says_what_it_leaves_out(
    client, officer, lead, monkeypatch
):
    kay = known.hidden(lead, known.at_home(lead))
    case = known.with_case(lead, kay)
    words = "Ada Marsh rang about Beacon Court"
    casework.write_note(lead, case.reference, "contact", words, today=timezone.localdate())
    casework.join_case(lead, case.reference, "Ada Marsh", "Aunt", None, today=timezone.localdate())
    duty = front.duty()
    concern = front.taken(
        front.child(), by=duty, raiser=front.raiser(), words="Pat Neighbour saw it"
    )
    concern.people.update(subject=kay)
    page(client, f"/subjects/{kay.reference}/", 404)
    page(client, f"/subjects/{kay.reference}/chronology/", 404)
    text = page(client, reverse("access_requests"))
    assert "Nobody has asked" in text
    said = {"about": kay.reference, "received_on": "1/11/2026", "parts": ["words", "workers"]}
    where = reverse("access_request_new")
    assert (
        "No record has this reference"
        in client.post(where, {**said, "about": "SU-2026-0000000"}).content.decode()
    )
    text = send(client, where, said)
    row = AccessRequest.objects.get()
    assert "1 December 2026" in text and "Lowther" not in text
    prepared_and_read(client, row, officer, lead)
    answer = client.post(reverse("access_pack", args=[row.reference]), {"file_form": "word"})
    assert answer.status_code == 200 and "no-store" in answer["Cache-Control"]
    with zipfile.ZipFile(io.BytesIO(answer.content)) as book:
        body = book.read("word/document.xml").decode()
    for word in ("Your records: Kay Lowther", "somebody else", "own privacy", "sealed"):
        assert word in body, word
    for word in ("Marsh", "Beacon", "Pat Neighbour", "dentist"):
        assert word not in body, word
    text = page(client, reverse("access_request", args=[row.reference]))
    assert "What is left out, and why" in text and "Names of other people masked" in text
    entry = Entry.objects.get(verb="casefile.pack")
    assert entry.kind == "exported" and "Lowther" not in entry.detail
    assert client.post(reverse("access_pack", args=[row.reference]), {}).status_code == 302
    assert "may not open" not in text
    monkeypatch.setattr(packs, "chronology_to", lambda *said: replace(
        chronology_to(*said), restricted=("the lead",)))  # fmt: skip
    assert "may not open" in page(client, reverse("access_pack_read", args=[row.reference]))
    Guard.objects.filter(pk=kay.guard_id).update(is_sealed=True)
    page(client, reverse("access_request", args=[row.reference]), 404)


def test_a_record_is_found_by_its_reference_to_be_erased_on_another_ground(client, officer, lead):
    kay = known.person(lead)
    where = reverse("keeping")
    text = page(client, where)
    assert "How long records are kept" in text and "Case record of an adult" in text
    assert reverse("erasures") in text
    answer = client.get(where, {"record": kay.reference.lower()})
    assert answer.url == reverse("record_erase", args=[kay.reference])
    for wanted in ("SU-2026-NOTHERE", "", "nonsense"):
        assert client.get(where, {"record": wanted}).status_code == 422
    Guard.objects.filter(pk=kay.guard_id).update(is_sealed=True)
    assert client.get(where, {"record": kay.reference}).status_code == 422


def test_an_emergency_access_that_waits_for_a_review_is_seen_where_the_officer_works(
    client, officer, lead
):
    case = hand.opened(lead)
    Guard.objects.filter(pk=case.guard_id).update(is_sealed=True)
    other = by_user(make.account(Role.SAFEGUARDING_LEAD, name="Em Ergent"))
    (made,) = break_glass(other, case.reference, "She was cut off", "https://x.example/")
    assert "1 emergency access waits for your review" in page(client, reverse("keeping"))
    assert "Emergency access (1 to review)" in page(client, reverse("guards"))
    client.force_login(other.user)
    own = page(client, reverse("emergency", args=[made.reference]))
    assert f"Open {case.reference}" in own and reverse("case", args=[case.reference]) in own


def test_whoever_asks_for_an_erasure_reads_who_can_be_the_second(client, lead, officer, case):
    where = reverse("record_erase", args=[case.reference])
    text = page(client, where)
    assert "Lee Lead" in text and "can agree." in text
    assert "Io Governs or" not in text and "or Io Governs" not in text
    client.post(where, {"ground": "over", "reason": "Its time is over"})
    text = page(client, reverse("record_erasure", args=[Erasure.objects.get().reference]))
    assert "Lee Lead" in text and "can agree." in text
    Conflict.objects.create(guard=case.guard, person=lead.user.person, reason="Cousin")
    assert "Lee Lead" not in page(client, where).split("<main")[1]


def test_an_emergency_that_cannot_be_is_told_at_its_field(client, lead, monkeypatch):
    monkeypatch.setattr(second_step, "reauthentication_required", lambda view: view)
    other = by_user(make.account(Role.SAFEGUARDING_LEAD, name="Em Ergent"))
    case = hand.opened(lead)
    client.force_login(other.user)
    for reference in ("CA-2026-0000000", case.reference):
        said = {"reference": reference, "reason": "She was cut off on the telephone"}
        answer = client.post(reverse("emergency_begin"), said)
        assert answer.status_code == 200 and "Error:" in answer.content.decode()
