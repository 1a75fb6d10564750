"""Copies and the calendar: what is on screen, recorded, and nothing once revoked."""

import datetime as dt
import io

import openpyxl
import pytest
from django.utils import timezone
from icalendar import Calendar

from joinedup.access.choices import Role
from joinedup.access.models import Grant
from joinedup.access.permission import by_user
from joinedup.assurance.models import CalendarLink
from joinedup.audit.choices import Kind
from joinedup.audit.models import Entry
from tests.factories import assurance as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def lead():
    return make.account(Role.SAFEGUARDING_LEAD, name="Ada Marsh")


@pytest.fixture
def plan(lead):
    by, today = by_user(lead), timezone.localdate()
    plan = make.plan(by, "Safe homes plan")
    for code, title, days in (("A10", "=cmd()", 20), ("A2", "Tell Bo Rowe", -12)):
        make.owned(
            by, plan, lead.person, title=title, code=code, today=today,
            due_on=today + dt.timedelta(days=days),
        )  # fmt: skip
    return plan


def test_excel_holds_what_is_on_screen_in_its_order_and_is_recorded(client, lead, plan):
    client.force_login(lead)
    response = client.get("/register/excel/?sort=code")
    sheet = openpyxl.load_workbook(io.BytesIO(response.content)).active
    rows = list(sheet.iter_rows(values_only=True))
    assert [row[1] for row in rows] == ["Code", "A2", "A10"]
    assert rows[2][2] == "=cmd()" and sheet["C3"].data_type == "s"
    entry = Entry.objects.filter(kind=Kind.EXPORTED).get()
    assert rows[1][0] in entry.detail and "sort=code" in entry.detail


def test_csv_holds_the_same_and_no_formula(client, lead, plan):
    client.force_login(lead)
    text = client.get("/register/csv/?due=30").content.decode("utf-8-sig")
    assert ",A10," in text and ",A2," not in text and "'=cmd()" in text


def test_who_may_not_take_copies_finds_none(client, plan):
    client.force_login(make.account(Role.COUNCILLOR))
    for address in ("/register/excel/", "/register/csv/", "/calendar/"):
        assert client.get(address).status_code == 404


def feed_address(client):
    html = client.post("/calendar/", {"make": "1", "of": ""}).content.decode()
    return "/calendar/" + html.split("/calendar/", 1)[1].split(".ics")[0].split("/")[-1] + ".ics"


def test_the_feed_shows_dates_without_names_and_ends_when_revoked(client, lead, plan):
    client.force_login(lead)
    address = feed_address(client)
    client.logout()
    feed = client.get(address)
    events = list(Calendar.from_ical(feed.content).walk("VEVENT"))
    assert {str(event["summary"]) for event in events} == {
        "A2 due: Safe homes plan",
        "A10 due: Safe homes plan",
    }
    assert b"Bo Rowe" not in feed.content and b"Ada" not in feed.content
    client.force_login(lead)
    client.post("/calendar/", {"revoke": "1"})
    client.logout()
    assert client.get(address).status_code == 404


def test_a_new_address_ends_the_old_one_and_only_a_hash_is_kept(client, lead, plan):
    client.force_login(lead)
    old, new = feed_address(client), feed_address(client)
    assert client.get(old).status_code == 404 and client.get(new).status_code == 200
    assert CalendarLink.objects.get().token_hash not in new


def test_the_feed_of_somebody_who_lost_their_role_is_gone(client, lead, plan):
    client.force_login(lead)
    address = feed_address(client)
    Grant.objects.filter(user=lead).update(to_on=timezone.localdate() - dt.timedelta(days=1))
    assert client.get(address).status_code == 404


def test_my_work_shows_what_is_late_and_takes_a_word_in_one_step(client, lead, plan):
    client.force_login(lead)
    html = client.get("/my-work/").content.decode()
    assert "Overdue" in html and "12 days late" in html
    action = plan.actions.get(code="A2")
    say = f"/actions/{action.reference}/say/"
    assert client.post(say, {"how": "said", "words": ""}).status_code == 422
    client.post(say, {"how": "said", "words": "Half of it is done."})
    assert make.now(action).latest == "Half of it is done."
    client.post(say, {"how": "done", "words": ""})
    assert make.now(action).status == "complete"


def test_somebody_with_nothing_to_do_is_told_what_to_do_next(client):
    client.force_login(make.account(Role.ACTION_OWNER))
    assert "Nothing is waiting for you" in client.get("/my-work/").content.decode()


def test_nobody_speaks_for_an_action_that_is_not_theirs(client, plan):
    client.force_login(make.account(Role.ACTION_OWNER))
    action = plan.actions.get(code="A2")
    response = client.post(f"/actions/{action.reference}/say/", {"how": "said", "words": "Done"})
    assert response.status_code == 404
    assert make.now(action).latest == ""
