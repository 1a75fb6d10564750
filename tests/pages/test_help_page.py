"""The help page: whom to ask for everybody, and for each role what it does and where."""

import html
import re

import pytest
from django.test import Client
from django.utils import timezone

from joinedup.access.choices import Role
from joinedup.access.limits import limit
from joinedup.access.roles import POLICY
from joinedup.pages.dates import plural
from joinedup.rulebook import find
from tests.actions.access_cases import account

pytestmark = pytest.mark.django_db
LINK = re.compile(r'href="(/[^"#]*)"')


def reader(*roles):
    client = Client()
    user = account("reader@example.org", *roles)
    client.force_login(user, backend="joinedup.access.backend.AccountBackend")
    return client


def help_of(client):
    """What stands between heading and footer."""
    words = html.unescape(client.get("/help/").content.decode())
    return words[words.index('id="main"') : words.index("<footer")]


@pytest.mark.parametrize("role", Role)
def test_help_tells_each_role_what_it_can_do_and_links_only_to_pages_that_open(role):
    client = reader(role)
    words = help_of(client)
    own = words[words.index("What you can do, and where") : words.index("What the other roles")]
    assert role.label in own
    assert all(may.label in own for may in POLICY[role])
    links = set(LINK.findall(words))
    assert {"/glossary/", "/drafts/"} <= links
    closed = {at for at in links if client.get(at).status_code >= 400}
    assert closed == set()


def test_help_gives_the_colours_in_the_words_of_the_rule_book():
    words = help_of(reader(Role.COUNCILLOR))
    conditions = find("rag.action", timezone.localdate()).rows("conditions")
    assert conditions
    assert all(one["reason"] in words for one in conditions)


def test_help_says_how_a_plan_comes_in_only_to_those_who_may_bring_one_in():
    assert "Check a plan" in help_of(reader(Role.SAFEGUARDING_LEAD))
    client = Client()
    other = account("other@example.org", Role.COUNCILLOR)
    client.force_login(other, backend="joinedup.access.backend.AccountBackend")
    assert "Check a plan" not in help_of(client)


def test_help_says_what_becomes_of_typed_words_when_a_session_ends():
    words = help_of(reader(Role.PARTNER))
    assert plural(limit("session.idle") // 60, "minute") in words
    assert plural(limit("draft.keep") // 86_400, "day") in words


def test_help_is_short_for_somebody_who_is_not_signed_in(client):
    words = help_of(client)
    assert "Whom to ask" in words and "You need an account" in words
    assert "What you can do" not in words and "What the colours mean" not in words
    for at in LINK.findall(words):
        assert client.get(at).status_code == 200, at


def test_help_leads_to_the_pages_of_a_grouped_menu_too():
    links = set(LINK.findall(help_of(reader(Role.SAFEGUARDING_LEAD))))
    assert {"/register/", "/people/", "/papers/", "/rules/"} <= links
