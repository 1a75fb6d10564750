"""The page on which an action changes hands."""

import re

import pytest
from django.test import Client
from django.utils import timezone

from joinedup.access.choices import Role
from joinedup.access.permission import by_user
from joinedup.assurance.actions import add_update
from joinedup.assurance.queries.one import owners_now
from joinedup.assurance.rules.state import OwnerMark
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
def marks():
    people = [make.person(f"Owner Number {number}") for number in range(1, 5)]
    named = [OwnerMark(one.reference, f"Initials {place}") for place, one in enumerate(people)]
    return [named[0], OwnerMark("", "The whole team"), *named[1:]]


@pytest.fixture
def action(lead, marks):
    by = by_user(lead)
    return make.added(by, make.plan(by), owners=marks, today=timezone.localdate())


def standing(action):
    return [mark for mark, _ in owners_now(action)]


def filled(page):
    """What a browser would send back from the page untouched."""
    words = page.content.decode()
    said = {"version": re.search(r'name="version" value="(\d+)"', words).group(1)}
    for name, options in re.findall(
        r'<select[^>]*name="(owner\w*)".*?>(.*?)</select>', words, re.S
    ):
        chosen = re.search(r'value="([^"]*)"\s+selected', options)
        said[name] = chosen.group(1) if chosen else ""
    return said


def test_saving_the_page_untouched_keeps_all_owners_and_their_printed_words(client, action, marks):
    path = f"/actions/{action.reference}/owners/"
    said = filled(client.get(path))
    assert sum(bool(value) for name, value in said.items() if name != "version") == 5
    assert client.post(path, said).status_code == 302
    assert standing(action) == marks


def test_more_than_three_owners_are_named_on_the_page(client, action, marks):
    path = f"/actions/{action.reference}/owners/"
    new = make.person("Bo Lindqvist")
    said = filled(client.get(path)) | {"owner_6": new.reference}
    assert client.post(path, said).status_code == 302
    assert standing(action) == [*marks, OwnerMark(new.reference)]


def test_an_owner_who_has_left_is_still_shown_and_kept(client, action, marks):
    from joinedup.access.models import Person

    gone = Person.objects.get(reference=marks[0].who)
    gone.left_on = timezone.localdate()
    gone.save(update_fields=["left_on"])
    path = f"/actions/{action.reference}/owners/"
    assert client.post(path, filled(client.get(path))).status_code == 302
    assert standing(action) == marks


def test_owners_named_over_a_newer_text_are_refused_with_who_owns_it_now(
    client, action, lead, marks
):
    path = f"/actions/{action.reference}/owners/"
    said = filled(client.get(path)) | {"owner": make.person("Bo Lindqvist").reference}
    add_update(by_user(lead), action.reference, "Meanwhile", today=timezone.localdate())
    late = client.post(path, said)
    assert late.status_code == 422
    assert "Somebody else" in late.content.decode() and "Owner Number 4" in late.content.decode()
    assert standing(action) == marks
    again = filled(late)
    assert again["owner"] == said["owner"]
    assert client.post(path, again).status_code == 302
    assert standing(action)[0] == OwnerMark(said["owner"], "Initials 0")
