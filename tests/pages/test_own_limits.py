"""The council's own rules hold on every page that speaks of them, and tries are counted together."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from joinedup.access.choices import Role
from joinedup.access.models import Tally
from joinedup.assurance.models import Action
from joinedup.assurance.queries.colours import shows_colour
from tests.factories import assurance as made
from tests.factories.rules import local_rule

pytestmark = pytest.mark.django_db
BACKEND = "joinedup.access.backend.AccountBackend"
DAYS = {"value": {"amount": 10, "unit": "days"}}


@pytest.fixture
def row():
    """An action of which nobody has said anything for twenty days; due in a hundred."""
    lead, today = made.lead("Ada Marsh"), timezone.localdate()
    row = made.added(
        lead, made.plan(lead), "Train all", today=today, due_on=today + dt.timedelta(days=100)
    )
    Action.objects.filter(pk=row.pk).update(updated_on=today - dt.timedelta(days=20))
    return row


def page(path):
    client = Client()
    client.force_login(made.account(Role.SAFEGUARDING_LEAD, name="Bo Marsh"), backend=BACKEND)
    return client.get(path).content.decode()


def test_the_councils_own_limit_of_silence_reaches_the_register_and_my_work(row):
    assert row.reference not in page("/register/?flag=quiet")
    assert "No update in 60 days" in page("/register/")
    local_rule("limit.no_update", DAYS)
    assert row.reference in page("/register/?flag=quiet")
    assert "No update in 10 days" in page("/register/")
    assert "No update in 10 days" in page("/my-work/")


def test_the_councils_own_limit_of_silence_turns_the_colour_in_lists_and_filters_alike(row):
    today = timezone.localdate()
    amber = Action.objects.filter(shows_colour("amber", today))
    assert not amber.filter(pk=row.pk).exists()
    local_rule("limit.no_update", DAYS)
    amber = Action.objects.filter(shows_colour("amber", today))
    assert amber.filter(pk=row.pk).exists()
    assert row.reference in page("/register/?rag=amber")
    assert "(10 days)" in page("/help/")


def test_tries_of_a_link_obey_the_councils_own_limit_and_are_counted_for_all_processes():
    local_rule(
        "link.answer_tries",
        {"value": {"amount": 2, "unit": "events"}, "window": {"amount": 10, "unit": "hours"}},
    )
    codes = []
    for n in range(4):
        cache.clear()  # as another process would find it
        codes.append(Client().get(f"/answer/{n}{'x' * 40}/").status_code)
    assert codes in ([404, 404, 429, 429], [404, 404, 404, 429])  # the window may turn between
    assert all("127.0.0.1" not in str(one) for one in Tally.objects.values())
    other = Client(REMOTE_ADDR="192.0.2.7").get(f"/answer/{'y' * 41}/")
    assert other.status_code == 404


def test_two_places_written_the_long_way_are_two():
    """A server that listens on both kinds of address is told IPv4 ones as ::ffff:192.0.2.1."""
    for last in (1, 2):
        at = Client(REMOTE_ADDR=f"::ffff:192.0.2.{last}")
        assert at.get(f"/answer/{'z' * 41}/").status_code == 404
    assert [one.count for one in Tally.objects.all()] == [1, 1]
