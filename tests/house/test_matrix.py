"""Every address × every role × GET and POST answers as `access/roles.py` says."""

from __future__ import annotations

import re
from http.cookies import SimpleCookie

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse

from joinedup.access.choices import May, Role
from joinedup.access.roles import reaches
from tests.factories.world import ABSENT, NOBODY, make_world
from tests.house.examples import SPECIAL, example
from tests.house.test_doors import routes

pytestmark = pytest.mark.django_db
READERS = [*Role, NOBODY]
NARROW_AND_WIDE = (Role.SAFEGUARDING_LEAD, Role.ACTION_OWNER)
METHODS = ("get", "post")
REFERENCE = re.compile(r"[A-Z]{2}-\d{4}-[0-9A-Z]{7}")
SAY = (
    "No example for {0}. Say in tests/house/examples.py what its address names (BEGINNINGS or "
    "PARTS), and make such a record in tests/factories/world.py."
)


def addresses():
    """(name, path, part names, door) of every route."""
    for path, part in routes():
        names = list(part.pattern.converters) or list(part.pattern.regex.groupindex)
        yield part.name, path, names, getattr(part.callback, "door", None)


ROUTES = list(addresses())
GUARDED = [route for route in ROUTES if isinstance(route[3], May)]


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker):
    """One world for all tests of this file, taken back at the end."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield make_world()
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def cookies(world):
    """Signed-in sessions by reader."""
    found = {}
    for reader in READERS:
        client = Client()
        client.force_login(world.users[reader])
        found[reader] = dict(client.cookies)
    return found


@pytest.fixture(scope="module")
def ask(cookies):
    """Ask for a page as somebody; whatever it does is taken back. One client, because each loads
    the middleware anew; each request begins with the reader's cookies and no others."""
    client = Client(raise_request_exception=False)

    def answer(reader, method, address):
        client.cookies = SimpleCookie()
        client.cookies.update(cookies.get(reader, {}))
        with transaction.atomic():
            found = getattr(client, method)(address)
            body = b"" if found.streaming else found.content
            to = found.headers.get("Location", "")
            # the way up from the address that was asked for says nothing that was not asked
            body += b"above" if to and address.startswith(to) else to.encode()
            found.close()
            transaction.set_rollback(True)
        return found.status_code, body

    return answer


def known(world):
    return {**ABSENT, **world.shown}


def address_of(route, world, records=None):
    name, path, names, _ = route
    filled = example(path, names, records or known(world))
    assert filled is not None, SAY.format(name)
    return reverse(name, kwargs=filled)


def test_every_address_has_an_example(world):
    silent = [name for name, path, names, _ in ROUTES if example(path, names, known(world)) is None]
    assert silent == [], SAY.format(", ".join(map(str, silent)))


def test_what_answers_in_its_own_way_is_a_route():
    assert set(SPECIAL) <= {name for name, *_ in ROUTES}


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("reader", READERS)
def test_each_role_meets_the_pages_that_its_table_opens(world, ask, reader, method):
    wrong = []
    for route in GUARDED:
        name, _, _, door = route
        status, _ = ask(reader, method, address_of(route, world))
        roles = [] if reader == NOBODY else [reader]
        if not reaches(roles, door):
            if status != 404:
                wrong.append(f"{name} must not open: {status}")
        elif status in {403, 500} or (status == 404 and name not in SPECIAL):
            wrong.append(f"{name} must open: {status}")
    assert wrong == [], (
        "These pages answer otherwise than access/roles.py says. `door` stands above `require_POST` "
        "and the like. A new page needs its example: see tests/house/examples.py."
    )


@pytest.mark.parametrize("method", METHODS)
def test_without_signing_in_nothing_but_public_pages_opens(world, ask, method):
    wrong = []
    for route in ROUTES:
        name, _, _, door = route
        status, _ = ask("anonymous", method, address_of(route, world))
        if (door != "public" and status != 302) or status >= 500:
            wrong.append(f"{name}: {status}")
    assert wrong == []


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("reader", [NOBODY, Role.COUNCILLOR, Role.SAFEGUARDING_LEAD])
def test_pages_for_all_who_signed_in_open_to_all(world, ask, reader, method):
    wrong = []
    for route in ROUTES:
        name, _, _, door = route
        if isinstance(door, May) or name in SPECIAL:
            continue
        status, _ = ask(reader, method, address_of(route, world))
        if status in {403, 500}:
            wrong.append(f"{name}: {status}")
    assert wrong == []


def test_a_refusal_looks_like_an_absence(world, ask):
    """For those who have the right elsewhere, a sealed record answers as one that is not there."""
    wrong = []
    for route in GUARDED:
        name, path, names, door = route
        records = example(path, names, {**known(world), **world.hidden})
        if door is May.SET_ACCESS or records == example(path, names, known(world)):
            continue
        hidden = address_of(route, world, {**known(world), **world.hidden})
        absent = address_of(route, world, {**known(world), **ABSENT})
        for reader in [one for one in NARROW_AND_WIDE if reaches([one], door)]:
            for method in METHODS:
                one, other = ask(reader, method, hidden), ask(reader, method, absent)
                if one[0] != other[0] or plain(one[1]) != plain(other[1]):
                    wrong.append(f"{name} {method} as {reader}: {one[0]}, {other[0]}")
    assert wrong == []


def test_a_page_that_is_not_ones_own_looks_like_no_page_at_all(world, ask):
    for reader in READERS:
        _, nowhere = ask(reader, "get", "/no/such/page/")
        roles = [] if reader == NOBODY else [reader]
        closed = [route for route in GUARDED if not reaches(roles, route[3])]
        for route in closed[::7]:
            assert plain(ask(reader, "get", address_of(route, world))[1]) == plain(nowhere)


def plain(body):
    """A page without references and tokens, which differ by chance or by what was asked."""
    text = REFERENCE.sub("", body.decode(errors="replace"))
    return re.sub(r'(name="csrfmiddlewaretoken" value=")[^"]*', r"\1", text)
