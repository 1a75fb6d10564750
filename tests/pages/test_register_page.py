"""The register as a page: filters in the address, search, order, saved views, refusals."""

import datetime as dt

import pytest
from django.utils import timezone

from joinedup.access.choices import AgencyKind, Role
from joinedup.access.models import Conflict
from joinedup.access.permission import by_user
from joinedup.assurance.actions import add_update, declare_complete
from joinedup.assurance.models import SavedView
from joinedup.audit.choices import Kind
from joinedup.audit.models import Entry
from tests.factories import assurance as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def lead():
    return make.account(Role.SAFEGUARDING_LEAD, name="Ada Marsh")


@pytest.fixture
def register(lead):
    """A plan with A2, A10 and B1: late, due later, and declared complete."""
    by, today = by_user(lead), timezone.localdate()
    plan = make.plan(by, "Safe homes plan")
    bo = make.person("Bo Rowe")
    for code, title, days in (
        ("A10", "Train the housing team", 20),
        ("A2", "Review <b>the</b> policy", -12),
        ("B1", "Publish the rota", -40),
    ):
        make.owned(
            by, plan, bo, title=title, code=code, today=today,
            due_on=today + dt.timedelta(days=days), due_text="", section="Homes",
        )  # fmt: skip
    done = plan.actions.get(code="B1")
    declare_complete(by, done.reference, "Said so at the meeting.", today=today)
    return plan


@pytest.fixture
def page(client, lead):
    client.force_login(lead)

    def get(query=""):
        return client.get(f"/register/{query}")

    return get


@pytest.fixture
def seen(page, register, monkeypatch):
    """The codes that the page shows, read from its HTML."""
    import re

    def look(query=""):
        html = page(query).content.decode()
        return re.findall(r'class="ju-code" data-label="Code">([^<]+)<', html)

    return look


def test_the_register_opens_with_what_is_still_open_the_most_urgent_first(seen):
    assert seen() == ["A2", "A10"]


def test_a2_comes_before_a10(seen):
    assert seen("?sort=code&status=open&status=closed") == ["A2", "A10", "B1"]
    assert seen("?sort=-code&status=open&status=closed") == ["B1", "A10", "A2"]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("?due=overdue", ["A2"]),
        ("?due=30", ["A10"]),
        ("?due=none", []),
        ("?status=complete", ["B1"]),
        ("?flag=declared", ["B1"]),
        ("?rag=red", ["A2"]),
        ("?owner=none", []),
        ("?owner=me", []),
        ("?q=train+housing", ["A10"]),
        ("?q=Rowe", ["B1", "A2", "A10"]),
        ("?flag=no_review&status=open", ["A2", "A10"]),
        ("?flag=quiet", []),
        ("?theme=nothing+like+it", []),
        ("?section=999999", []),
        ("?plan=PL-2026-0000000", []),
        ("?from=1/1/2020&to=1/1/2021", []),
    ],
)
def test_filters_live_in_the_address(seen, query, expected):
    assert seen(query) == expected


def test_an_address_that_says_nonsense_is_told_and_never_an_error(page, register):
    response = page("?from=32/13&status=gone&rag=pink&page=99999999999999999999&sort=x&section=x")
    assert response.status_code == 200
    assert "is not a date we can read" in response.content.decode()


def test_what_people_typed_is_shown_as_words_and_never_as_markup(page, register):
    html = page("?q=policy").content.decode()
    assert "Review &lt;b&gt;the&lt;/b&gt;" in html
    assert "<mark>policy</mark>" in html


def test_late_days_colour_and_reason_are_words(page, register):
    html = page().content.decode()
    assert "12 days late" in html
    assert "The due date has passed." in html
    assert "not evidenced" in page("?status=complete").content.decode()


def test_each_filter_in_use_can_be_taken_off(page, register):
    html = page("?due=overdue&rag=red").content.decode()
    assert "Take off the filter" in html
    assert 'href="?rag=red' in html


def test_a_list_is_recorded_with_what_it_showed_and_without_the_words_searched(page, register):
    page("?q=secretword&theme=alsosecret")
    entry = Entry.objects.filter(verb="assurance.register", kind=Kind.LISTED).latest("pk")
    assert "secret" not in entry.detail
    assert "q=*" in entry.detail


def test_who_reads_no_plans_finds_no_page(client):
    client.force_login(make.account(Role.SYSTEM_ADMINISTRATOR))
    for address in (
        "/register/",
        "/my-work/",
        "/register/views/",
        "/register/excel/",
        "/calendar/",
    ):
        assert client.get(address).status_code == 404


def test_a_conflict_of_interest_hides_rows_from_list_count_and_search(page, register, lead):
    for share in register.shares.all():
        Conflict.objects.create(guard=share.guard, person=lead.person, reason="Her own case")
    assert "No action matches" in page().content.decode()
    assert "Train the housing team" not in page("?q=train").content.decode()


def test_a_partner_sees_only_what_its_organisation_answers_for(client, register):
    police = make.agency("Marlow Police", kind=AgencyKind.POLICE, is_home=False)
    client.force_login(make.account(Role.PARTNER, of=police))
    assert "Train the housing team" not in client.get("/register/").content.decode()


def test_a_sealed_share_is_hidden_even_from_who_reaches_all(page, register):
    for share in register.shares.all():
        share.guard.is_sealed = True
        share.guard.save()
    assert "Train the housing team" not in page().content.decode()


def test_a_view_is_kept_renamed_opened_first_and_removed(client, lead, register):
    client.force_login(lead)
    address = "/register/views/?due=overdue"
    assert client.post(address, {"save": "1", "name": ""}).status_code == 422
    client.post(address, {"save": "1", "name": "Late ones"})
    assert SavedView.objects.get(user=lead).query == "?due=overdue"
    client.post("/register/views/", {"rename": "1", "view": "Late ones", "wanted": "Late"})
    client.post("/register/views/", {"first": "1", "view": "Late"})
    assert client.get("/register/").headers["Location"] == "/register/?due=overdue"
    assert client.get("/register/?status=open").status_code == 200
    client.post("/register/views/", {"first": "1", "view": ""})
    assert client.get("/register/").status_code == 200
    client.post("/register/views/", {"remove": "1", "view": "Late"})
    assert not SavedView.objects.exists()


def test_nobody_changes_the_view_of_another(client, lead):
    other = make.account(Role.COUNCILLOR)
    SavedView.objects.create(user=lead, name="Mine", query="?due=overdue")
    client.force_login(other)
    response = client.post("/register/views/", {"rename": "1", "view": "Mine", "wanted": "Yours"})
    assert response.status_code == 404
    assert SavedView.objects.get().name == "Mine"


def test_a_search_says_where_it_found_what_the_title_does_not_say(page, register, lead):
    action = register.actions.get(code="A10")
    add_update(
        by_user(lead),
        action.reference,
        "The pilot in Elmsworth is over.",
        today=timezone.localdate(),
    )
    html = page("?q=elmsworth").content.decode()
    assert "Last update:" in html and "<mark>Elmsworth</mark>" in html
