"""The pages of accounts, people, posts, agencies and the council open for those who may."""

import pytest
from django.test import Client
from django.urls import reverse

from joinedup.access.actions.people import PersonDetails, add_person
from joinedup.access.actions.posts import add_post
from joinedup.access.choices import Role
from joinedup.access.models import Agency, Grant, Holding, Person, Post, User
from joinedup.access.permission import by_user
from joinedup.council.brand import forget_brand
from joinedup.council.models import LocalRule, Profile
from joinedup.notices.models import Notice
from joinedup.pages.environment import environment
from tests.actions.access_cases import account, home_agency

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def fresh_brand():
    forget_brand()
    yield
    forget_brand()


def client_of(*roles, email="reader@example.org"):
    client = Client()
    client.force_login(account(email, *roles), backend="joinedup.access.backend.AccountBackend")
    return client


@pytest.fixture
def lead():
    return client_of(Role.SAFEGUARDING_LEAD)


@pytest.fixture
def keeper():
    return client_of(Role.SYSTEM_ADMINISTRATOR, Role.ADMINISTRATOR)


@pytest.fixture
def somebody():
    by = by_user(account("by@example.org", Role.SAFEGUARDING_LEAD))
    return add_person(by, PersonDetails("Pat Sample", home_agency(), email="pat@example.org"))


def get(client, name, *args):
    response = client.get(reverse(name, args=args))
    assert response.status_code == 200, name
    return response.content.decode()


@pytest.mark.parametrize(
    "name",
    ["people", "person_add", "people_file", "posts", "post_add", "agencies", "agency_add",
     "outbox", "account", "drafts", "rule_book", "mfa_index"],
)  # fmt: skip
def test_pages_of_the_lead_open(lead, name):
    assert "<h1" in get(lead, name)


@pytest.mark.parametrize("name", ["accounts", "account_open", "council_settings"])
def test_pages_of_the_keeper_open_and_not_for_the_lead(keeper, name):
    assert "<h1" in get(keeper, name)
    other = client_of(Role.SAFEGUARDING_LEAD, email="lead@example.org")
    assert other.get(reverse(name)).status_code == 404


@pytest.mark.parametrize("name", ["glossary", "help", "accessibility", "privacy", "account_login"])
def test_pages_for_everybody_open_without_an_account(client, name):
    assert "<h1" in get(client, name)


def test_a_partner_sees_no_lists_of_people():
    partner = client_of(Role.PARTNER)
    for name in ("people", "posts", "agencies", "accounts", "outbox", "council_settings"):
        assert partner.get(reverse(name)).status_code == 404


def test_a_person_is_added_changed_and_leaves(lead):
    agency = home_agency()
    new = {"name": "Nia New", "agency": agency.pk, "email": "nia@example.org"}
    assert lead.post(reverse("person_add"), new).status_code == 302
    person = Person.objects.get(name="Nia New")
    page = reverse("person", args=[person.reference])
    assert lead.post(page, {**new, "name": "Nia Newer", "version": 1}).status_code == 302
    stale = lead.post(page, {**new, "name": "Nia Stale", "version": 1})
    assert "Saved now" in stale.content.decode() and "Nia Newer" in stale.content.decode()
    again = lead.post(page, {**new, "name": "Nia Stale", "version": 2})
    assert again.status_code == 302
    leave = reverse("person_leave", args=[person.reference])
    assert lead.post(leave, {"on": "31 March 2026"}).status_code == 302
    person.refresh_from_db()
    assert str(person.left_on) == "2026-03-31"


def test_what_is_typed_wrongly_is_said_and_kept(lead):
    response = lead.post(reverse("person_add"), {"name": "Long " * 60, "email": "nobody"})
    words = response.content.decode()
    assert "There is a problem" in words and "nobody" in words
    assert not Person.objects.filter(email="nobody").exists()


def test_a_post_is_added_filled_and_its_holding_ended(lead, somebody):
    lead.post(reverse("post_add"), {"title": "Housing manager", "agency": home_agency().pk})
    post = Post.objects.get()
    page = get(lead, "post", post.reference)
    assert "Nobody yet" in page
    fill = {"person": somebody.pk, "kind": "lead", "from_on": "1 January 2026"}
    assert lead.post(reverse("post_fill", args=[post.reference]), fill).status_code == 302
    wrong = lead.post(reverse("post_fill", args=[post.reference]), fill)
    assert "already holds the post" in wrong.content.decode()
    holding = Holding.objects.get()
    end = reverse("holding_end", args=[post.reference, holding.pk])
    assert lead.post(end, {"on": "1 December 2025"}).status_code == 200
    assert lead.post(end, {"on": "1 February 2026"}).status_code == 302
    assert "Vacant" in get(lead, "posts")


def test_an_agency_and_its_team_are_added(lead):
    lead.post(reverse("agency_add"), {"name": "Vale Trust", "kind": "health"})
    agency = Agency.objects.get(name="Vale Trust")
    lead.post(reverse("team_add", args=[agency.reference]), {"name": "Night team"})
    team = agency.teams.get()
    assert "Night team" in get(lead, "agency", agency.reference)
    page = reverse("team", args=[agency.reference, team.pk])
    assert lead.post(page, {"name": "Day team", "version": 1}).status_code == 302
    assert "Vale Trust" in get(lead, "agencies")


def test_an_address_breaks_at_its_signs_and_stays_escaped():
    shown = environment().from_string("{{ told | breakable }}").render(told="a.b@<i>.org")
    assert shown == "a<wbr>.b<wbr>@&lt;i&gt;<wbr>.org"


def test_who_keeps_accounts_sees_that_mail_failed_and_tries_again():
    alone = client_of(Role.SYSTEM_ADMINISTRATOR)
    form = {"name": "Nell New", "email": "nell@example.org", "agency": home_agency().pk,
            "roles": ["councillor"], "from_on": "1 January 2026"}  # fmt: skip
    alone.post(reverse("account_open"), form)
    Notice.objects.update(state="failed", problem="ConnectionRefusedError", tries=5)
    user = User.objects.get(email="nell@example.org")
    assert "The invitation could not be sent" in get(alone, "account_page", user.reference)
    assert "1 mail could not be sent" in get(alone, "accounts")
    outbox = get(alone, "outbox")
    assert reverse("outbox") in outbox and reverse("people") not in outbox
    alone.post(reverse("notice_retry", args=[Notice.objects.get().reference]))
    assert Notice.objects.get().state == "waiting"


def test_an_account_is_opened_invited_and_accepted(keeper, client):
    agency = home_agency()
    form = {
        "name": "Nell New",
        "email": "nell@example.org",
        "agency": agency.pk,
        "roles": ["action_owner", "councillor"],
        "from_on": "1 January 2026",
    }
    assert keeper.post(reverse("account_open"), form).status_code == 302
    user = User.objects.get(email="nell@example.org")
    assert "invitation not accepted" in get(keeper, "account_page", user.reference)
    keeper.post(reverse("account_invite", args=[user.reference]))
    body = Notice.objects.order_by("-pk")[0].body
    address = next(line for line in body.splitlines() if line.startswith("http"))
    path = address.removeprefix("http://testserver")
    assert "nell@example.org" in client.get(path).content.decode()
    weak = client.post(path, {"password1": "short", "password2": "short"})
    assert "There is a problem" in weak.content.decode()
    strong = {"password1": "green tram over seven", "password2": "green tram over seven"}
    assert client.post(path, strong).status_code == 302
    assert client.get(path).status_code == 410
    login = {"login": "nell@example.org", "password": "green tram over seven"}
    assert client.post(reverse("account_login"), login).status_code == 302
    assert client.get(reverse("account")).status_code == 200


def test_a_role_is_given_and_withdrawn_on_the_page(keeper):
    user = account("temp@example.org")
    page = reverse("role_give", args=[user.reference])
    keeper.post(page, {"role": "auditor", "from_on": "1 January 2026"})
    grant = Grant.objects.get(user=user)
    twice = keeper.post(page, {"role": "auditor", "from_on": "1 January 2026"})
    assert "already has this role" in twice.content.decode()
    keeper.post(reverse("role_withdraw", args=[user.reference, grant.pk]))
    grant.refresh_from_db()
    assert grant.to_on is not None


@pytest.mark.parametrize("what", ["close", "reopen", "sign-out", "reset"])
def test_changes_of_an_account_are_made_by_post_only(keeper, what):
    user = account("temp@example.org")
    page = reverse("account_change", args=[user.reference, what])
    led = keeper.get(page)
    assert (led.status_code, led["Location"]) == (302, f"/accounts/{user.reference}/")
    assert keeper.post(page).status_code == 302
    assert keeper.post(page.replace(what, "delete")).status_code == 404


def test_the_council_sets_its_name_and_colour(keeper, client):
    form = {"name": "Marlow Vale Council", "colour": "#0b5d57", "version": 0}
    assert keeper.post(reverse("council_settings"), form).status_code == 302
    assert Profile.objects.get().name == "Marlow Vale Council"
    assert "Marlow Vale Council" in get(client, "help")
    assert "#0b5d57" in client.get(reverse("brand_css")).content.decode()


def test_a_local_rule_is_added_and_withdrawn(keeper):
    assert "Unverified" in get(keeper, "rule", "session.idle")
    form = {
        "number": 30,
        "unit": "minutes",
        "from_on": "1 January 2026",
        "source": "Cabinet, minute 4",
        "approved_by": "The cabinet",
        "approved_on": "1 January 2026",
    }
    add = reverse("local_rule_add", args=["session.idle"])
    assert keeper.post(add, form).status_code == 302
    assert "30 minutes" in get(keeper, "rule", "session.idle")
    rule = LocalRule.objects.get()
    withdraw = reverse("local_rule_withdraw", args=[rule.reference])
    assert keeper.post(withdraw, {"reason": ""}).status_code == 200
    assert keeper.post(withdraw, {"reason": "Adopted by mistake"}).status_code == 302
    assert "Adopted by mistake" in get(keeper, "rule", "session.idle")


def test_every_rule_of_the_book_can_be_read(lead):
    from joinedup.rulebook import all_entries

    for code in sorted({entry.code for entry in all_entries()}):
        get(lead, "rule", code)


def test_a_rule_without_a_limit_is_kept_as_it_is_written(keeper):
    page = get(keeper, "local_rule_add", "rag.action")
    assert "conditions" in page
    broken = {"values": "{", "from_on": "1 January 2026", "source": "x", "approved_by": "y"}
    again = keeper.post(reverse("local_rule_add", args=["rag.action"]), broken)
    assert "can&#39;t be read" in again.content.decode()


def test_a_post_keeps_its_title_when_two_change_it(lead):
    by = by_user(account("by@example.org", Role.SAFEGUARDING_LEAD))
    post = add_post(by, "Housing manager", home_agency())
    page = reverse("post", args=[post.reference])
    assert lead.post(page, {"title": "Head of housing", "version": 1}).status_code == 302
    assert "Saved now" in lead.post(page, {"title": "Other", "version": 1}).content.decode()


@pytest.mark.parametrize(
    ("role", "page"),
    [
        (Role.SAFEGUARDING_LEAD, "my_work"),
        (Role.COUNCILLOR, "my_work"),
        (Role.DUTY_OFFICER, "triage"),
        (Role.CASEWORKER, "cases"),
        (Role.INFORMATION_GOVERNANCE, "access_requests"),
        (Role.SYSTEM_ADMINISTRATOR, "accounts"),
    ],
)
def test_each_role_begins_on_the_page_of_its_own_work(role, page):
    assert client_of(role).get("/").url == reverse(page)
