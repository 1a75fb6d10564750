"""The page on which somebody leaves."""

import datetime as dt

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from joinedup.access.choices import Role
from joinedup.access.permission import by_user
from joinedup.assurance import actions
from joinedup.assurance.models import Owner
from tests.factories import assurance as made

pytestmark = pytest.mark.django_db


@pytest.fixture
def lead():
    return made.account(Role.SAFEGUARDING_LEAD, name="Ada Marsh")


@pytest.fixture
def browser(lead):
    found = Client()
    found.force_login(lead)
    return found


@pytest.fixture
def kate(lead):
    """Kate holds a post with one action, owns one by name and was asked a question."""
    by, today = by_user(lead), timezone.localdate()
    kate = made.person("Kate Heron")
    plan = made.plan(by)
    made.owned(by, plan, made.post("Head of Housing", kate), title="Let the flats", today=today)
    mine = made.owned(by, plan, kate, title="Write the letter", today=today)
    due = today + dt.timedelta(days=5)
    actions.challenge(by, mine.reference, "When?", due, today=today)
    return kate


def words(answer):
    return " ".join(answer.content.decode().split())


def test_everything_theirs_is_on_one_page_and_goes_in_one_step(browser, kate):
    bo = made.person("Bo Rowe")
    page = reverse("person_leave", args=[kate.reference])
    html = words(browser.get(page))
    assert "Head of Housing</a> keeps 1 action" in html
    assert "Write the letter" in html and "1 question that they were asked" in html
    typed = {"on": "31 March 2026", "new": "Bo Rowe"}
    answer = browser.post(page, typed, follow=True)
    assert "1 action handed over" in words(answer)
    kate.refresh_from_db()
    assert kate.left_on == dt.date(2026, 3, 31)
    assert Owner.objects.filter(person=bo, to_on__isnull=True).count() == 1
    assert not Owner.objects.filter(person=kate, to_on__isnull=True).exists()
    assert "Nothing is theirs by name" in words(browser.get(page))


def test_without_somebody_to_take_over_nothing_happens(browser, kate):
    page = reverse("person_leave", args=[kate.reference])
    answer = browser.post(page, {"on": "31 March 2026"})
    assert answer.status_code == 422 and "Choose who takes over" in words(answer)
    kate.refresh_from_db()
    assert kate.left_on is None


def test_part_of_a_name_chooses_nobody(browser, kate):
    made.person("Hayley Rowe")
    page = reverse("person_leave", args=[kate.reference])
    answer = browser.post(page, {"on": "31 March 2026", "new": "Hay"})
    assert answer.status_code == 422
    assert "“Hay” could be: Hayley Rowe, Marlow Vale Council." in words(answer)
    assert Owner.objects.filter(person=kate, to_on__isnull=True).exists()


def test_among_hundreds_of_people_one_searches_a_box(browser, kate):
    for number in range(40):
        made.person(f"Person Number {number}")
    page = reverse("person_leave", args=[kate.reference])
    html = words(browser.get(page))
    assert 'list="id_new-list"' in html and '<option value="Person Number 7, Marlow' in html
    answer = browser.post(page, {"on": "1/4/2026", "new": "person number 7"})
    assert answer.status_code == 302
    assert Owner.objects.get(action__title="Write the letter", to_on=None).person.name.endswith("7")


def test_who_keeps_no_people_finds_no_page(kate):
    for role in (Role.ACTION_OWNER, Role.SYSTEM_ADMINISTRATOR, Role.COUNCILLOR):
        other = Client()
        other.force_login(made.account(role))
        page = reverse("person_leave", args=[kate.reference])
        assert other.get(page).status_code == 404
        assert other.post(page, {"on": "1/4/2026"}).status_code == 404
