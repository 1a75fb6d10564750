"""Statements of pages: as many as the reviewed list allows, and the same at every size."""

import tomllib
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from benches.build import build
from joinedup.access import limits
from joinedup.access.choices import Role
from joinedup.assurance.actions import (
    create_from_rows,
    declare_complete,
    look_for_doubts,
    reopen,
)
from joinedup.assurance.models import Doubt
from joinedup.assurance.rules.new_row import NewPart
from joinedup.assurance.rules.state import OwnerMark
from joinedup.audit.actor import system
from joinedup.council import brand
from tests.factories import assurance as made
from tests.factories import imports as papers
from tests.factories.counting import APART

pytestmark = pytest.mark.django_db
BASELINE = Path(__file__).parent / "statements.toml"
STATEMENTS = tomllib.loads(BASELINE.read_text(encoding="utf-8"))["statements"]
SMALL, LARGE = 30, 300


def addresses(built):
    return {
        "register": "/register/",
        "filtered": f"/register/?agency={built.agency}&due=30&status=open",
        "searched": "/register/?q=safeguarding+policy",
        "by_code": "/register/?sort=code",
        "by_owner": "/register/?sort=owner",
        "my_work": "/my-work/",
        "action": f"/actions/{built.action}/",
        "plan": f"/plans/{built.plan}/",
        "plans": "/plans/",
        "findings": "/sources/",
        "people": "/people/",
    }


def counted(client, address):
    """Statements of a warm page, BEGIN and SAVEPOINT apart."""
    for _ in range(2):
        assert client.get(address).status_code == 200, address
    with CaptureQueriesContext(connection) as caught:
        client.get(address)
    told = [one["sql"] for one in caught.captured_queries]
    return [sql for sql in told if not sql.lstrip().upper().startswith(APART)]


@pytest.fixture(autouse=True)
def nothing_runs_out(monkeypatch):
    """What a process keeps for some seconds (the brand, the limits) is kept for the whole test: on
    a slow machine it ran out between the warm page and the counted one."""
    monkeypatch.setattr(brand, "KEPT_SECONDS", 10**9)
    monkeypatch.setattr(limits, "KEPT_SECONDS", 10**9)


def test_what_is_kept_for_some_seconds_costs_a_page_few_statements_when_it_runs_out(client):
    client.force_login(made.account(Role.SAFEGUARDING_LEAD))
    warm = len(counted(client, "/plans/"))
    brand.forget_brand()
    limits.forget_limits()
    with CaptureQueriesContext(connection) as caught:
        client.get("/plans/")
    looked_up = [one["sql"] for one in caught.captured_queries if "council_" in one["sql"]]
    assert 1 <= len(looked_up) <= 3
    assert len(counted(client, "/plans/")) == warm


@pytest.fixture
def pages(client):
    """Build a register of a size and read every page of it as the lead: name → statements."""

    def read(size):
        built = build(size, timezone.localdate())
        client.force_login(built.users["safeguarding_lead"])
        return {name: len(counted(client, at)) for name, at in addresses(built).items()}

    return read


def test_no_page_takes_more_statements_in_a_small_register(pages):
    found = pages(SMALL)
    assert {name: number for name, number in found.items() if number > STATEMENTS[name]} == {}


def test_every_page_takes_its_statements_in_a_larger_register(pages):
    found = pages(LARGE)
    assert found == {name: STATEMENTS[name] for name in found}


@pytest.mark.parametrize("size", [100, 1_000])
def test_a_plan_takes_the_same_statements_however_many_rows_it_has(client, size):
    lead = made.lead()
    plan = made.plan(lead)
    owners = [made.person(), made.post(), made.agency("Vale Health", kind="health")]
    rows = [
        made.new_row(
            f"Action {number}",
            code=f"A{number}",
            section=f"Part {number % 7}",
            owners=(OwnerMark(owners[number % 3].reference, "As printed"),),
            parts=(NewPart("A step"),) if number % 10 == 0 else (),
        )
        for number in range(size)
    ]
    create_from_rows(lead, plan, rows, today=made.TODAY)
    client.force_login(lead.user)
    at = f"/plans/{plan.reference}/"
    taken = {"plan": len(counted(client, at)), "meeting": len(counted(client, f"{at}meeting/"))}
    assert taken == {name: STATEMENTS[name] for name in taken}


@pytest.mark.parametrize("size", [1, 4])
def test_an_action_about_which_something_is_asked_stays_within_its_bar(client, size):
    lead, today = made.lead(), timezone.localdate()
    row = made.added(lead, made.plan(lead), due_text="Monthly", title="Report to the board")
    for _ in range(size):
        declare_complete(lead, row.reference, "The last one is sent", today=today)
        look_for_doubts(system("daily"), today=today)
        reopen(lead, row.reference, "Not so", today=today)
    declare_complete(lead, row.reference, "The last one is sent", today=today)
    look_for_doubts(system("daily"), today=today)
    client.force_login(lead.user)
    assert Doubt.objects.filter(action=row, state="open").exists()
    assert len(counted(client, f"/actions/{row.reference}/")) == STATEMENTS["action_asked_about"]


@pytest.mark.parametrize("size", [3, 150])
def test_the_check_page_takes_the_same_statements_however_many_rows_were_read(client, size):
    lead = made.lead()
    rows = [
        (
            str(number),
            f"Review the policy of department {number}",
            "Ada Marsh",
            "May 2026",
            "Late",
            "",
        )
        for number in range(1, size + 1)
    ]
    found = papers.opened(lead, papers.word(rows))
    client.force_login(lead.user)
    at = f"/import/{found.reference}/"
    assert len(counted(client, at)) == STATEMENTS["check"]
    assert len(counted(client, f"{at}?show=all")) == STATEMENTS["check"]
