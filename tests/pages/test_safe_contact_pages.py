"""Whoever must not be rung is named wherever they appear, through any number of links."""

from __future__ import annotations

from itertools import pairwise

import pytest
from django.utils import timezone

from joinedup.access.models import Guard
from joinedup.cases.actions import link_concern, tie_person
from joinedup.concerns.models import ConcernPerson
from joinedup.concerns.queries.one import concern_to, is_kept_apart
from joinedup.concerns.views import deeds
from joinedup.referrals.queries.one import referral_to, referral_view
from joinedup.referrals.queries.rules import rules_on
from joinedup.referrals.report import STOP, care_of, report_of
from joinedup.subjects.actions import relate
from joinedup.subjects.choices import Verdict
from joinedup.subjects.models import Link
from tests.factories import assurance as make
from tests.factories import cases as hand
from tests.factories import concerns as front
from tests.factories import referrals
from tests.factories.subjects import hidden, person

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]
STOPS = "Stop before you ring, write or visit"


@pytest.fixture
def today():
    return timezone.localdate()


@pytest.fixture
def lead(client):
    by = make.lead("Lee Lead")
    client.force_login(by.user)
    return by


def joined(by, *records):
    """Each of these records is about the same person as the next."""
    for first, second in pairwise(records):
        low, high = sorted((first, second), key=lambda one: one.pk)
        Link.objects.create(
            first=low, second=high, verdict=Verdict.SAME, reason="Same", by_ref=by.ref
        )


def page(client, address):
    answer = client.get(address)
    assert answer.status_code == 200, address
    return answer.content.decode()


def test_a_person_hidden_three_records_away_is_warned_of_on_their_page_and_beside_others(
    client, lead
):
    one, two, three, four = (person(lead) for _ in range(4))
    brother = person(lead, "Ben")
    relate(lead, brother.reference, "sibling", four.reference, today=timezone.localdate())
    hidden(lead, one)
    joined(lead, one, two, three, four)
    Guard.objects.filter(pk=one.guard_id).update(is_sealed=True)
    text = page(client, f"/subjects/{four.reference}/")
    assert STOPS in text and "another record" not in text and "Ask the duty post" in text
    assert "dentist" not in text and one.reference not in text
    assert STOPS in page(client, f"/subjects/{brother.reference}/")


def test_a_concern_and_its_referral_warn_of_those_in_it_and_of_those_in_its_case(
    client, lead, today
):
    inside, twin = person(lead), person(lead)
    concern = front.submitted(front.child())
    ConcernPerson.objects.filter(concern=concern).update(subject=twin)
    row = referrals.sent(lead, concern.guard, today=today)
    report, sent = f"/concerns/{concern.reference}/", f"/referrals/{row.reference}/"
    assert STOPS not in page(client, report) and STOPS not in page(client, sent)
    hidden(lead, inside)
    joined(lead, inside, twin)
    text = page(client, report)
    assert f"{STOPS} {concern.people.get()}" in text
    assert "anybody else" not in text and text.count("<strong>The duty post</strong>") == 1
    assert STOPS in page(client, sent)
    shown = referral_view(lead.user, referral_to(lead, row.reference), rules_on(today), today)
    row = referral_to(lead, row.reference)
    assert STOP in str(report_of(shown, today, care_of(row.is_kept_apart), ""))
    assert STOP not in str(report_of(shown, today, care_of(False), ""))


def test_the_draft_that_is_mailed_before_it_is_recorded_warns_whoever_receives_it(
    client, lead, today, monkeypatch
):
    concern = front.taken(front.child(), by=lead)
    told = []
    monkeypatch.setattr(deeds, "write_pdf", lambda report: told.append(str(report)) or b"%PDF")
    send = f"/concerns/{concern.reference}/send/?to=receiver.children_social_care"
    assert client.get(f"{send}&pdf").status_code == 200
    assert STOPS not in page(client, send) and not is_kept_apart(
        concern_to(lead, concern.reference)
    )
    kay = hidden(lead, person(lead))
    ConcernPerson.objects.filter(concern=concern).update(subject=kay)
    assert client.get(f"{send}&pdf").status_code == 200
    assert [STOP in one for one in told] == [False, True]
    assert STOPS in page(client, send)


def test_a_case_and_each_of_its_concerns_warn_of_whoever_another_of_them_names(client, lead, today):
    case = hand.opened(lead, on=today)
    near, far = front.submitted(front.child()), front.submitted(front.child())
    for one in (near, far):
        link_concern(lead, case.reference, one.reference, one.guard, today=today)
    pages = [f"/cases/{case.reference}/", f"/concerns/{near.reference}/"]
    assert not any(STOPS in page(client, one) for one in pages)
    kay = hidden(lead, person(lead))
    ConcernPerson.objects.filter(concern=far).update(subject=kay)
    assert all(STOPS in page(client, one) for one in pages)
    tie_person(lead, case.reference, case.subjects.get().pk, kay.reference, today=today)
    text = page(client, pages[0])
    assert f"{STOPS} {case.subjects.get()}" in text
    assert f"{STOPS} anybody else" not in text
    assert f"{STOPS} anybody else of this matter" in page(client, pages[1])
