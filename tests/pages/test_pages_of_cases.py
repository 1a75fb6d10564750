"""The page of cases shows the first rows of each list, and the whole of one page by page."""

from __future__ import annotations

import datetime as dt

import pytest
from django.utils import timezone

from joinedup.access.models import Conflict
from joinedup.cases.queries import lists
from joinedup.cases.queries.lists import home_of
from tests.factories import cases as hand

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def short_lists(monkeypatch):
    monkeypatch.setattr(lists, "FIRST", 2)
    monkeypatch.setattr(lists, "ROWS", 3)


@pytest.fixture
def manager():
    return hand.manager()


@pytest.fixture
def cases(manager):
    return [hand.opened(manager) for _ in range(5)]


def test_the_first_cases_stand_on_the_page_and_all_others_behind_a_link(client, manager, cases):
    client.force_login(manager.user)
    page = client.get("/cases/").content.decode()
    assert sum(f"/cases/{one.reference}/" in page for one in cases) == 2
    assert "?show=cases" in page
    first = client.get("/cases/?show=cases").content.decode()
    second = client.get("/cases/?show=cases&page=2").content.decode()
    seen = [[one.reference in page for one in cases] for page in (first, second)]
    assert [sum(one) for one in seen] == [3, 2]
    assert all(one or other for one, other in zip(*seen, strict=True))


def test_what_is_late_is_counted_and_listed_for_all_cases_not_only_for_the_first(manager, cases):
    late = timezone.localdate() + dt.timedelta(days=400)
    home = home_of(manager.user, late)
    assert home.counts["overdue"] >= len(cases)
    assert len(home.overdue) == 2
    shown = []
    for page in range(1, -(-home.counts["overdue"] // 3) + 1):
        shown += home_of(manager.user, late, "overdue", page).overdue
    assert len(shown) == home.counts["overdue"]
    assert {one.case for one in shown} == {one.reference for one in cases}
    assert [one.due_on for one in shown] == sorted(one.due_on for one in shown)


def test_a_conflict_takes_a_case_out_of_every_list_and_number(manager, cases):
    late = timezone.localdate() + dt.timedelta(days=400)
    before = home_of(manager.user, late)
    mine = before.counts["overdue"]
    closed = cases[0]
    Conflict.objects.create(guard=closed.guard, person=manager.user.person, reason="Family")
    again = type(manager.user).objects.get(pk=manager.user.pk)
    after = home_of(again, late)
    assert after.counts["cases"] == before.counts["cases"] - 1
    assert after.counts["overdue"] < mine
    assert sum(one.cases for one in after.loads) == sum(one.cases for one in before.loads) - 1
    shown = home_of(again, late, "overdue").overdue
    assert closed.reference not in {one.case for one in shown}


def test_supervision_that_is_overdue_is_counted_for_its_worker(manager, cases):
    late = timezone.localdate() + dt.timedelta(days=400)
    assert sum(one.unsupervised for one in home_of(manager.user, late).loads) == len(cases)
    assert not any(one.unsupervised for one in home_of(manager.user, cases[0].opened_on).loads)


def test_an_unknown_list_is_the_whole_page_and_workload_is_for_managers(manager, cases):
    today = timezone.localdate()
    assert home_of(manager.user, today, "nonsense").show == ""
    assert home_of(manager.user, today, "load").loads
    assert home_of(hand.worker("Bo Lund"), today, "load").show == ""
