"""Casework in numbers: it adds up, it says by which definition, and it is not for everybody."""

from __future__ import annotations

import re

import pytest
from django.utils import timezone

from joinedup.access.actions.guards import note_conflict
from joinedup.access.choices import Role
from joinedup.concerns import actions
from joinedup.concerns.choices import Ending
from joinedup.concerns.queries.choosing import sources_for
from joinedup.concerns.queries.numbers import numbers_of
from joinedup.rulebook import Kind, all_entries
from tests.factories import assurance as make
from tests.factories import concerns as worry

pytestmark = pytest.mark.django_db
PAGES = (
    "/concerns/numbers/", "/referrals/numbers/", "/referrals/challenges/", "/referrals/assurance/",
    "/cases/attendance/",
)  # fmt: skip


@pytest.fixture
def dot():
    return worry.duty()


@pytest.fixture
def today():
    return timezone.localdate()


def numbers(by, today):
    return numbers_of(by.user, today, today, today)


def test_every_source_can_be_chosen_by_the_councils_own_people(dot, today):
    offered = {code for code, _ in sources_for(dot.user, today)}
    assert offered == {one.code for one in all_entries() if one.kind is Kind.REPORT_SOURCE}


def test_counts_by_source_reconcile_to_the_total(client, dot, today):
    for source in ("asb", "asb", "police", "street_outreach", "housing_repairs", "gone"):
        worry.submitted(worry.adult(), source=f"report_source.{source}")
    worry.submitted(worry.adult())
    found = numbers(dot, today)
    counted = {one.source.removeprefix("report_source."): one.count for one in found.sources}
    assert counted["asb"] == 2 and counted["police"] == 1 and counted[""] == 1
    assert found.total == sum(counted.values()) == 7
    client.force_login(dot.user)
    page = client.get("/concerns/numbers/").content.decode()
    assert re.search(r'data-total="sources">7<', page) and "Street outreach" in page


def test_a_decided_concern_is_counted_with_its_decision_and_its_time(dot, today):
    concern = worry.taken(worry.adult(), by=dot)
    worry.submitted(worry.adult())
    version = worry.now(concern.reference).version
    actions.decide(
        dot, concern.reference, Ending.NO_ACTION, "Nothing in it", version=version,
        asked_duty_post="",
    )  # fmt: skip
    found = numbers(dot, today)
    assert [(one.title, one.count) for one in found.endings] == [("No further action", 1)]
    assert (found.undecided, found.times.in_time, found.times.waiting) == (1, 1, 1)
    assert found.limit.amount().words() == "1 working day"


def test_each_kind_says_the_definition_that_held(client, dot, today):
    worry.submitted(worry.child(), types=("concern.cse_online", "concern.child_neglect"))
    rows = {one.title: one for one in numbers(dot, today).kinds}
    assert rows["Sexual exploitation online"].wording.code == "definition.cse"
    assert rows["Neglect"].wording.code == "concern.child_neglect"
    client.force_login(dot.user)
    page = client.get("/concerns/numbers/").content.decode()
    assert "since 16 February 2017" in page and "/rules/definition.cse/" in page


@pytest.mark.parametrize("address", PAGES)
def test_every_page_of_counts_says_by_which_definition(client, dot, address):
    hidden = worry.taken(worry.child(), by=dot)
    worry.sent(dot, hidden, "receiver.children_social_care", "lives")
    client.force_login(make.lead("Lee Lead").user)
    page = client.get(address).content.decode()
    assert "data-definition=" in page and re.search(r"version [0-9a-f]{8}", page)
    assert "Kayleigh" not in page


@pytest.mark.parametrize("address", PAGES)
def test_numbers_are_closed_to_those_without_the_right(client, address):
    client.force_login(make.account(Role.COUNCILLOR, name="Cllr Vane"))
    assert client.get(address).status_code == 404


def test_what_a_conflict_closes_is_not_counted(dot, today):
    worry.submitted(worry.adult())
    closed = worry.submitted(worry.adult())
    lead = make.lead("Lea Lead")
    note_conflict(lead, closed.guard.reference, dot.user.person, "Sister of the adult")
    assert numbers(dot, today).total == 1
    assert numbers(lead, today).total == 2
