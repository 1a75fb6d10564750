"""Copies ask for the second step again where one is required; one row seen is recorded."""

import pytest
from django.utils import timezone

from joinedup.access.choices import Role
from joinedup.access.permission import by_user
from joinedup.access.second_step import KEPT
from joinedup.assurance.models import CalendarLink
from joinedup.audit.choices import Kind
from joinedup.audit.models import Entry
from tests.factories import assurance as make

pytestmark = pytest.mark.django_db
COPIES = ("/register/excel/", "/register/csv/", "/register/sheet/edit/")


@pytest.fixture
def lead(client):
    user = make.account(Role.SAFEGUARDING_LEAD, name="Ada Marsh")
    user.set_password("seven tall ships at noon")
    user.save()
    client.force_login(user)
    return user


@pytest.fixture
def action(lead):
    by = by_user(lead)
    return make.owned(by, make.plan(by), lead.person, today=timezone.localdate())


@pytest.fixture
def live(client, lead, settings):
    """Signed in with a second step some time ago, where one is required."""
    settings.SECOND_STEP_REQUIRED = True
    session = client.session
    session[KEPT] = lead.pk
    session.save()


@pytest.mark.parametrize("address", COPIES)
def test_a_copy_asks_for_the_second_step_again(client, action, live, address):
    answer = client.get(address)
    assert answer.status_code == 302
    assert answer.headers["Location"].startswith("/sign-in/again/")
    assert not Entry.objects.filter(kind=Kind.EXPORTED).exists()


@pytest.mark.parametrize("address", COPIES)
def test_a_copy_asks_nothing_where_no_second_step_is_required(client, action, address):
    assert client.get(address).status_code == 200
    assert Entry.objects.filter(kind=Kind.EXPORTED).exists()


def test_a_calendar_address_asks_for_the_second_step_again(client, lead, live):
    assert client.get("/calendar/").status_code == 200
    answer = client.post("/calendar/")
    assert answer.status_code == 302
    assert answer.headers["Location"].startswith("/sign-in/again/")
    assert not CalendarLink.objects.exists()


def test_saying_how_an_action_stands_records_that_it_was_seen(client, lead, action):
    assert client.get(f"/actions/{action.reference}/say/").status_code == 200
    seen = Entry.objects.get(chain=action.reference, kind=Kind.SAW)
    assert seen.by_ref == lead.reference


def test_a_row_sent_back_to_a_meeting_is_recorded_as_seen(client, lead, action):
    address = f"/plans/{action.plan.reference}/meeting/{action.reference}/"
    assert client.post(address, {}).status_code in (200, 422)
    assert Entry.objects.filter(chain=action.reference, kind=Kind.SAW).exists()
