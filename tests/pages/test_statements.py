"""Statements of pages: as many as the reviewed list allows, and the same at every size."""

import tomllib
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from benches.build import build
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
    assert pages(LARGE) == STATEMENTS
