"""Sealed records leak nowhere: their references are tried in every place, their words looked for
on every page, mail and copy. JOINEDUP_TRIES sets how often (`./bench leaks`: 20,000)."""

from __future__ import annotations

import io
import os
import random
import zipfile
from functools import cache
from http.cookies import SimpleCookie

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse

from joinedup.access.choices import May, Role
from joinedup.notices.models import Notice
from tests.factories.world import ABSENT, NOBODY, make_world
from tests.house.examples import example
from tests.house.test_matrix import ROUTES

pytestmark = pytest.mark.django_db
TRIES = int(os.environ.get("JOINEDUP_TRIES", "400"))
READERS = [*Role, NOBODY]
NAMES = ("q", "plan", "owner", "source", "reference", "person", "about", "draft_mark", "to", "next")
LISTS = [route for route in ROUTES if not route[2] and route[0] != "account_logout"]


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        yield make_world()
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def cookies(world):
    found = {}
    for reader in READERS:
        client = Client()
        client.force_login(world.users[reader])
        found[reader] = dict(client.cookies)
    return found


@cache
def one_client():
    """Each client loads the middleware anew; this one begins each request without cookies."""
    return Client(raise_request_exception=False)


def served(cookies, reader, method, address, data):
    """Status and all text that came back, unpacked where it is a workbook; taken back after."""
    client = one_client()
    client.cookies = SimpleCookie()
    client.cookies.update(cookies[reader])
    with transaction.atomic():
        answer = getattr(client, method)(address, data)
        body = b"".join(answer.streaming_content) if answer.streaming else answer.content
        answer.close()
        transaction.set_rollback(True)
    if body[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(body)) as book:
            body = b"".join(book.read(name) for name in book.namelist())
    return answer.status_code, body.decode(errors="replace")


def leaks(world, text):
    return [word for word in world.words if word in text]


def test_references_of_sealed_records_open_nothing_wherever_they_are_put(world, cookies):
    """Path, query and body of every address, as every role: no word of a sealed record comes
    back, and a path to one answers 404 behind every door but the one that sets access."""
    dice, wrong = random.Random(2026), []
    hidden = [value for name, value in world.hidden.items() if isinstance(value, str)]
    known = {**ABSENT, **world.shown}
    for _ in range(TRIES):
        name, path, parts, door = dice.choice(ROUTES)
        if name == "account_logout":
            continue
        place, method = dice.choice(("path", "query", "body")), dice.choice(("get", "post"))
        records = {**known, **world.hidden} if place == "path" else known
        if place == "path" and dice.random() < 0.3:
            records = dict.fromkeys(records, dice.choice(hidden))
        filled = example(path, parts, {**records, **_numbers(known)})
        address = reverse(name, kwargs=filled)
        data = {one: dice.choice(hidden) for one in dice.sample(NAMES, 3)}
        reader = dice.choice(READERS)
        sent = {} if place == "path" else data
        if place == "query" and method == "post":
            method = "get"
        status, text = served(cookies, reader, method, address, sent)
        changed = place == "path" and filled != example(path, parts, known)
        is_closed = isinstance(door, May) and door is not May.SET_ACCESS and method == "get"
        if leaks(world, text) or status == 500 or (changed and is_closed and status == 200):
            wrong.append((name, method, place, str(reader), status, leaks(world, text)))
    assert wrong == []


def _numbers(known):
    """Parts of addresses that take numbers keep them."""
    return {name: value for name, value in known.items() if isinstance(value, int)}


@pytest.mark.parametrize("reader", READERS)
def test_words_of_sealed_records_stand_on_no_page_and_in_no_copy(world, cookies, reader):
    found = []
    for name, *_ in LISTS:
        _, text = served(cookies, reader, "get", reverse(name), {})
        found += [(name, word) for word in leaks(world, text)]
    for name in ("plan", "action", "source", "statement"):
        _, text = served(cookies, reader, "get", reverse(name, args=[world.shown[name]]), {})
        found += [(name, word) for word in leaks(world, text)]
    _, text = served(cookies, reader, "get", reverse("register"), {"q": "canary"})
    found += [("register search", word) for word in leaks(world, text)]
    assert found == []


def test_words_of_sealed_records_stand_in_no_mail(world):
    assert Notice.objects.exists()
    for notice in Notice.objects.all():
        assert leaks(world, notice.subject + notice.body) == []


def test_the_words_are_found_where_they_may_be_read(world, cookies):
    """The search itself works: whoever works on the sealed plan sees its words."""
    from joinedup.access.models import Guard

    with transaction.atomic():
        Guard.objects.filter(pk=world.hidden["plan_guard"]).update(is_sealed=False)
        address = reverse("plan", args=[world.hidden["plan"]])
        _, text = served(cookies, Role.SAFEGUARDING_LEAD, "get", address, {})
        transaction.set_rollback(True)
    assert "canaryplan" in leaks(world, text)
