"""Edges of the register: a search without a word, one meaning of this week, copies that are cut."""

import datetime as dt

import pytest
from django.test import Client
from django.utils import timezone

from joinedup.access.choices import May, Role
from joinedup.access.permission import by_user
from joinedup.assurance.queries.listing import all_lines
from joinedup.assurance.queries.work import my_work
from joinedup.assurance.rules.look import Look
from joinedup.assurance.rules.state import OwnerMark
from joinedup.assurance.views import copies
from tests.factories import assurance as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def lead():
    return make.account(Role.SAFEGUARDING_LEAD, name="Ada Marsh")


@pytest.fixture
def client(lead):
    found = Client()
    found.force_login(lead)
    return found


@pytest.fixture
def plan(lead):
    return make.plan(by_user(lead))


def test_a_search_without_a_letter_or_number_finds_nothing_and_says_so(client, lead, plan):
    make.added(by_user(lead), plan, "Train all staff", today=timezone.localdate())
    page = client.get("/register/", {"q": "!!!"}).content.decode()
    assert "Train all staff" not in page and "letter or number" in page


def test_this_week_is_the_same_days_on_ones_page_and_in_the_register(lead, plan):
    today = timezone.localdate()
    mine = [OwnerMark(lead.person.reference, "Ada")]
    for days in (6, 7):
        due = today + dt.timedelta(days=days)
        make.added(by_user(lead), plan, f"In {days}", today=today, due_on=due, owners=mine)
    listed = all_lines(lead, May.READ_PLANS, Look(due="week"), today, 10)
    assert [one.title for one in listed] == ["In 6"]
    assert [one.title for one in my_work(lead, today).this_week] == ["In 6"]


def test_a_copy_that_does_not_hold_all_rows_says_so_in_its_last_row(
    client, lead, plan, monkeypatch
):
    for number in range(3):
        make.added(by_user(lead), plan, f"Row {number}", today=timezone.localdate())
    whole = client.get("/register/csv/").content.decode()
    assert "Row 2" in whole and "stops after" not in whole
    monkeypatch.setattr(copies, "MOST", 2)
    cut = client.get("/register/csv/").content.decode()
    assert "Row 2" not in cut and "stops after 2 rows" in cut.splitlines()[-1]
