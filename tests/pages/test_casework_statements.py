"""Statements of the pages of casework: those of the reviewed list, at any size, and at most twenty."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from joinedup.access import limits
from joinedup.cases import actions as casework
from joinedup.cases.actions import NewPerson
from joinedup.concerns import actions
from joinedup.concerns.rules.new import NewConcern
from joinedup.council import brand
from joinedup.subjects.actions import add_subject
from joinedup.subjects.rules.given import Given, GivenName
from tests.factories import cases as hand
from tests.factories import concerns as worry
from tests.factories import referrals
from tests.factories.counting import APART

pytestmark = pytest.mark.django_db
LISTED = tomllib.loads((Path(__file__).parent / "statements.toml").read_text(encoding="utf-8"))
BASELINE, LOOKED_UP = LISTED["casework"], LISTED["looked_up"]["statements"]


@pytest.fixture(autouse=True)
def nothing_runs_out(monkeypatch):
    """What a process keeps for some seconds is kept for the whole test."""
    monkeypatch.setattr(brand, "KEPT_SECONDS", 10**9)
    monkeypatch.setattr(limits, "KEPT_SECONDS", 10**9)


def counted(client, address):
    for _ in range(2):
        assert client.get(address).status_code == 200, address
    with CaptureQueriesContext(connection) as caught:
        client.get(address)
    told = [one["sql"] for one in caught.captured_queries]
    return [sql for sql in told if not sql.lstrip().upper().startswith(APART)]


def world(by, size):
    """As much of everything as `size` says, around one concern, one case and one referral."""
    today = timezone.localdate()
    names = [GivenName(f"Ned{n}", "", f"Oakes{n}") for n in range(size)]
    known = [add_subject(by, Given(names=(name,)), today=today) for name in names]
    people = [worry.adult(name=f"Ned{n} Oakes{n}") for n in range(size)]
    first = worry.taken(*people, by=by)
    for person, subject in zip(first.people.order_by("pk"), known, strict=True):
        actions.link_person(by, first.reference, person.pk, subject.reference)
    for _ in range(size):
        worry.submitted(worry.adult())
        later = NewConcern(door="phone", words="Seen again")
        actions.add_information(by, later, concern=first.reference)
    tied = [NewPerson(str(one), "adult", subject=one.reference) for one in known]
    cases = [hand.opened(by, people=tied, on=today) for _ in range(size)]
    case = cases[0]
    for _ in range(size):
        casework.write_note(by, case.reference, "visit", "Seen", today=today)
        casework.add_item(by, case.reference, "Help", "Us", today, today=today)
        row = referrals.sent(by, case.guard, today=today)
        casework.link_concern(
            by, case.reference, worry.submitted(worry.adult()).reference, first.guard, today=today
        )
    return {
        "triage": "/concerns/",
        "concern": f"/concerns/{first.reference}/",
        "cases": "/cases/",
        "case": f"/cases/{case.reference}/",
        "referrals": "/referrals/",
        "referral": f"/referrals/{row.reference}/",
    }


@pytest.mark.parametrize("size", [2, 6])
def test_pages_of_casework_take_their_statements_at_any_size(client, size):
    by = worry.duty()
    addresses = world(by, size)
    client.force_login(by.user)
    found = {name: len(counted(client, at)) for name, at in addresses.items()}
    assert found == BASELINE
    assert max(found.values()) <= 20


def test_each_person_who_is_not_tied_yet_costs_as_many_statements(client):
    by = worry.duty()
    client.force_login(by.user)
    taken = []
    for size in (1, 3):
        told = [{"name": f"Ned{n} Oakes", "phone": f"07700 90020{n}"} for n in range(size)]
        people = [worry.adult(**one) for one in told]
        concern = worry.taken(*people, by=by)
        taken.append(len(counted(client, f"/concerns/{concern.reference}/")))
    assert (taken[1] - taken[0]) / 2 == LOOKED_UP
