"""The way from page to page: few words in a row, and one sees where one is."""

import re

import pytest

from joinedup.access.choices import Role
from joinedup.config.navigation import MENU, MOST_IN_ONE_ROW, Group
from tests.factories import assurance as make

pytestmark = pytest.mark.django_db


def menu(client, address):
    html = client.get(address).content.decode()
    return html[html.index('<nav class="ju-nav"') : html.index("</nav>")]


def without_folded(nav):
    """What a wide screen shows: the pages within each group are for narrow ones."""
    return re.sub(r'<ul class="ju-nav__pages.*?</ul>', "", nav, flags=re.S)


def current(nav):
    return re.findall(r'aria-current="(\w+)">([^<]+)<', without_folded(nav))


def top_row(nav):
    top = without_folded(nav).split("ju-nav__here")[0]
    return re.findall(r">([^<]+)</a>", top)


@pytest.fixture
def lead(client):
    client.force_login(make.account(Role.SAFEGUARDING_LEAD, name="Ada Marsh"))
    return client


def test_whoever_may_open_much_sees_groups_and_only_the_pages_of_the_one_they_are_in(lead):
    nav = menu(lead, "/register/")
    assert len(top_row(nav)) <= MOST_IN_ONE_ROW
    assert "Register" not in top_row(nav) and "Actions" in top_row(nav)
    assert current(nav) == [("true", "Actions"), ("page", "Register")]
    assert nav.count("ju-nav__here") == 1


def test_a_page_below_another_still_says_where_it_stands(lead):
    assert current(menu(lead, "/people/add/")) == [("true", "Settings"), ("true", "People")]
    assert current(menu(lead, "/posts/")) == [("true", "Settings"), ("true", "People")]


def test_of_two_pages_that_begin_alike_the_nearer_is_the_current_one(lead):
    assert current(menu(lead, "/concerns/report/")) == [("page", "Report a worry")]


def test_whoever_may_open_few_pages_sees_them_in_one_row(client):
    client.force_login(make.account(Role.SYSTEM_ADMINISTRATOR, name="Bo Rowe"))
    nav = menu(client, "/accounts/")
    assert "ju-nav__pages" not in nav
    assert ("page", "Accounts") in current(nav)


def test_no_page_stands_twice_in_the_menu():
    pages = [p.name for one in MENU for p in (one.pages if isinstance(one, Group) else (one,))]
    assert len(pages) == len(set(pages))


@pytest.mark.parametrize(
    ("role", "first"),
    [
        (Role.SAFEGUARDING_LEAD, "/my-work/"),
        (Role.COUNCILLOR, "/my-work/"),
        (Role.DUTY_OFFICER, "/concerns/"),
        (Role.CASEWORKER, "/cases/"),
        (Role.INFORMATION_GOVERNANCE, "/access-requests/"),
        (Role.SYSTEM_ADMINISTRATOR, "/accounts/"),
    ],
)
def test_the_front_page_leads_everybody_to_what_is_theirs_to_do(client, role, first):
    client.force_login(make.account(role, name="Bo Rowe"))
    assert client.get("/").url == first
    assert client.get(first).status_code == 200
