"""Organisations answer for a year of escalation; one that never escalated is asked why."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from django.db import IntegrityError, transaction

from joinedup.access.choices import AgencyKind, Role
from joinedup.access.permission import Refused
from joinedup.access.problems import Problem
from joinedup.audit.actor import public, system
from joinedup.audit.models import Entry
from joinedup.notices.models import Link, Notice
from joinedup.referrals import actions
from joinedup.referrals.actions import Assurance
from joinedup.referrals.models import EscalationReturn
from joinedup.referrals.queries.assuring import years_of
from joinedup.referrals.rules.years import times_to_ask, year_before
from tests.factories import assurance as make
from tests.factories import referrals as hand

pytestmark = pytest.mark.django_db
D = dt.date
TODAY = D(2027, 4, 2)
SITE = "https://joined-up.example.org"
TOKEN = re.compile(r"/escalation-return/([\w-]+)/")
NONE = Assurance("Sal Vane, nurse", D(2027, 1, 5), 0, "Everything was agreed at once")


@pytest.fixture
def lead():
    return make.lead("Lea Lead")


@pytest.fixture
def health(lead):
    make.agency()
    return make.agency("Fenside Health", kind=AgencyKind.HEALTH, contact_email="h@example.org")


def asked(agency):
    return EscalationReturn.objects.get(agency=agency)


@pytest.mark.parametrize(
    ("today", "first", "last"),
    [
        (D(2027, 4, 1), D(2026, 4, 1), D(2027, 3, 31)),
        (D(2027, 3, 31), D(2025, 4, 1), D(2026, 3, 31)),
        (D(2027, 12, 31), D(2026, 4, 1), D(2027, 3, 31)),
    ],
)
def test_the_year_is_the_last_that_is_over(today, first, last):
    assert year_before(today, 4, 1) == (first, last)
    assert [times_to_ask(first, first + dt.timedelta(days=n), 14) for n in (0, 13, 14)] == [1, 1, 2]


def test_counts_come_from_challenges_and_none_is_asked_why(lead, health):
    row = hand.declined(lead)
    actions.challenge(lead, row.reference, "They did not read it", today=D(2026, 6, 16))
    daily = system("daily")
    assert actions.ask_for_escalation(daily, SITE, today=TODAY) == 0
    assert actions.ask_for_escalation(lead, SITE, today=TODAY) == 2
    assert actions.ask_for_escalation(daily, SITE, today=TODAY) == 0
    ours, theirs, county = asked(make.agency()), asked(health), asked(hand.county())
    assert (ours.used, theirs.used, county.used, county.received) == (1, 0, 0, 1)
    mail = Notice.objects.get(recipient="h@example.org")
    assert "say why" in mail.body and "was everything agreed" in mail.body
    year = years_of()[0]
    assert (year.without, year.waiting) == (2, 3) and year.rows[-1] == ours


def test_asking_twice_a_day_is_asking_once_and_silence_is_asked_again(lead, health):
    for day, count in ((0, 1), (0, 0), (13, 0), (14, 1)):
        on = TODAY + dt.timedelta(days=day)
        assert actions.ask_for_escalation(lead, SITE, today=on) == count
    assert Link.objects.filter(revoked_at__isnull=True).count() == 1
    actions.assure_for_them(lead, asked(health).reference, NONE, today=TODAY)
    later = TODAY + dt.timedelta(days=60)
    assert actions.ask_for_escalation(lead, SITE, today=later) == 0


@pytest.mark.parametrize(
    ("said", "field"),
    [
        (Assurance("", D(2027, 1, 5), 3), "answered_by"),
        (Assurance("Sal", D(2027, 1, 5), 0), "why_none"),
        (Assurance("Sal", None, 3), "words"),
        (Assurance("Sal", D(2030, 1, 5), 3), "reviewed_on"),
        (Assurance("Sal", D(2027, 1, 5), -1), "declared"),
    ],
)
def test_an_answer_without_a_reason_for_none_is_refused(lead, health, said, field):
    actions.ask_for_escalation(lead, SITE, today=TODAY)
    with pytest.raises(Problem) as problem:
        actions.assure_for_them(lead, asked(health).reference, said, today=TODAY)
    assert problem.value.field == field and asked(health).state == "asked"


def test_the_row_itself_refuses_none_without_a_reason(lead, health):
    actions.ask_for_escalation(lead, SITE, today=TODAY)
    rows = EscalationReturn.objects.filter(agency=health)
    answered = {"state": "answered", "answered_on": TODAY, "answered_by": "Sal", "declared": 0}
    with pytest.raises(IntegrityError), transaction.atomic():
        rows.update(**answered)
    rows.update(**answered, why_none="All agreed")


def test_only_those_who_manage_cases_ask_and_write_answers_down(lead, health):
    actions.ask_for_escalation(lead, SITE, today=TODAY)
    for by in (hand.worker(Role.CASEWORKER, "Cal"), public()):
        with pytest.raises(Refused):
            actions.ask_for_escalation(by, SITE, today=TODAY)
        with pytest.raises(Refused):
            actions.assure_for_them(by, asked(health).reference, NONE, today=TODAY)


def test_an_organisation_answers_by_link_once_and_the_board_reads_it(client, lead, health):
    actions.ask_for_escalation(lead, SITE, today=TODAY)
    at = TOKEN.search(Notice.objects.get().body).group(0)
    page = client.get(at)
    assert "Fenside Health" in page.content.decode() and not page.cookies
    assert page["Referrer-Policy"] == "no-referrer"
    typed = {"answered_by": "Sal Vane, nurse", "declared": "0", "reviewed_on": "5 January 2026"}
    assert client.post(at, typed).status_code == 422
    done = client.post(at, {**typed, "why_none": "All was agreed"})
    assert "Thank you" in client.get(done["Location"]).content.decode()
    assert client.get(at).status_code == 410
    assert client.get("/escalation-return/no-such-token/").status_code == 404
    client.force_login(lead.user)
    text = client.get("/referrals/assurance/").content.decode()
    assert "All was agreed" in text and "Sal Vane, nurse" in text
    seen = Entry.objects.filter(verb="referrals.escalation").latest("pk")
    assert asked(health).reference in seen.detail


def test_an_answer_by_telephone_is_written_down_on_its_page(client, lead, health):
    client.force_login(lead.user)
    client.post("/referrals/assurance/ask/")
    at = f"/referrals/assurance/{asked(health).reference}/answer/"
    assert client.post(at, {"answered_by": "Sal", "declared": "two"}).status_code == 422
    typed = {"answered_by": "Sal", "declared": "2", "reviewed_on": "5 January 2026"}
    assert client.post(at, typed)["Location"] == "/referrals/assurance/"
    assert (asked(health).declared, asked(health).why_none) == (2, "")
    assert client.get(at).status_code == 404
    assert Link.objects.filter(revoked_at__isnull=True).count() == 0
