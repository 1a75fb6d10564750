"""The library: kept, reviewed, hidden, asked about, answered by link; refused to others."""

from __future__ import annotations

import dataclasses
import datetime as dt
import re

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from joinedup.access.choices import AgencyKind, Role
from joinedup.access.permission import Refused, by_user
from joinedup.access.problems import Problem, Stale
from joinedup.audit.actor import public, system
from joinedup.library import actions
from joinedup.library.actions import duties
from joinedup.library.choices import Duty, ItemKind, Verdict
from joinedup.library.fetching import Looked
from joinedup.library.models import Item, ProcessDuty, Review
from joinedup.library.queries import definitions, item_lines, item_to, process_lines
from joinedup.library.trying import try_links
from joinedup.notices.models import Link, Notice
from tests.factories import assurance as make
from tests.factories import library

pytestmark = pytest.mark.django_db
TODAY = make.TODAY
LATER = TODAY + dt.timedelta(days=400)
SITE = "https://joined-up.example.org"
TOKEN = re.compile(r"/library-answer/([\w-]+)/")


@pytest.fixture
def keeper():
    return make.lead("Lea Lead")


@pytest.fixture
def worker():
    return by_user(make.account(Role.CASEWORKER, name="Cal Caseworker"))


@pytest.fixture
def partner():
    return make.agency("Rowan Gate", kind=AgencyKind.CHARITY, contact_email="web@rowan.example.org")


def titles(by, today, **given):
    return [one.item.title for one in item_lines(by.user, today, **given)]


def test_each_process_shows_its_protocol_and_its_lead(keeper):
    made = library.item(keeper)
    post = make.post("Partnership Manager")
    actions.set_duty(keeper, "escalation", Duty.LEADS, post.reference, today=TODAY)
    actions.set_duty(keeper, "escalation", Duty.TOLD, make.agency().reference, today=TODAY)
    lines = {one.key: one for one in process_lines(TODAY)}
    line = lines["escalation"]
    assert [one.item for one in line.protocols] == [made]
    assert [one.who for one in line.duties["leads"]] == ["Partnership Manager, Marlow Vale Council"]
    assert [one.who for one in line.duties["told"]] == ["Marlow Vale Council"]
    assert lines["missing"].protocols == () and lines["missing"].duties["leads"] == ()


def test_one_leads_a_process_at_a_time(keeper):
    first, second = make.post("First"), make.post("Second")
    for post in (first, second):
        actions.set_duty(keeper, "contact", Duty.LEADS, post.reference, today=TODAY)
    with pytest.raises(Problem):
        actions.set_duty(keeper, "contact", Duty.LEADS, second.reference, today=TODAY)
    line = next(one for one in process_lines(TODAY) if one.key == "contact")
    assert [one.who for one in line.duties["leads"]] == ["Second, Marlow Vale Council"]
    with pytest.raises(IntegrityError), transaction.atomic():
        ProcessDuty.objects.create(process="contact", duty="leads", post=first, from_on=TODAY)
    actions.end_duty(keeper, line.duties["leads"][0].pk, today=TODAY)
    with pytest.raises(Refused):
        actions.end_duty(keeper, line.duties["leads"][0].pk, today=TODAY)


@pytest.mark.parametrize("duty", [Duty.LEADS, Duty.TOLD])
def test_two_who_say_at_once_who_does_it_leave_one_and_the_other_is_told(keeper, monkeypatch, duty):
    post = make.post("Partnership Manager")
    actions.set_duty(keeper, "escalation", duty, post.reference, today=TODAY)
    monkeypatch.setattr(duties, "_held", lambda *given: ProcessDuty.objects.none())
    with pytest.raises(Problem, match="at the same moment"):
        actions.set_duty(keeper, "escalation", duty, post.reference, today=TODAY)
    assert ProcessDuty.objects.filter(to_on=None).count() == 1


def test_what_is_no_longer_in_use_is_not_reviewed(client, keeper):
    made = library.item(keeper)
    actions.withdraw_item(keeper, made.reference, "Replaced")
    with pytest.raises(Problem, match="no longer in use"):
        actions.review_item(keeper, made.reference, "right", today=TODAY)
    client.force_login(keeper.user)
    assert client.get(f"/library/items/{made.reference}/review/").status_code == 404


def test_an_overdue_review_is_flagged_until_somebody_looks(keeper):
    made = library.item(keeper)
    assert titles(keeper, LATER, show="due") == [made.title]
    actions.review_item(keeper, made.reference, Verdict.RIGHT, today=LATER)
    assert titles(keeper, LATER, show="due") == []
    assert item_to(keeper.user, made.reference, LATER).due_on > LATER


def test_a_resource_past_its_review_is_hidden_from_practitioners_and_shown_to_its_keepers(
    keeper, worker
):
    holder = make.account(Role.ACTION_OWNER, name="Olly Owner")
    post = make.post("Resource owner", holder.person)
    made = library.item(keeper, ItemKind.RESOURCE, owner=post, title="Talking about consent")
    assert titles(worker, TODAY, kind="resource") == ["Talking about consent"]
    assert titles(worker, LATER, kind="resource") == []
    with pytest.raises(Refused):
        item_to(worker.user, made.reference, LATER)
    for who in (keeper, by_user(holder)):
        assert item_to(who.user, made.reference, LATER).is_hidden
    actions.review_item(by_user(holder), made.reference, Verdict.RIGHT, today=LATER)
    assert titles(worker, LATER, kind="resource") == ["Talking about consent"]


def test_what_is_not_right_says_what_and_keeps_its_old_review_day(keeper):
    made = library.item(keeper)
    with pytest.raises(Problem):
        actions.review_item(keeper, made.reference, Verdict.WRONG, today=LATER)
    actions.review_item(keeper, made.reference, Verdict.WRONG, "Old number", today=LATER)
    made.refresh_from_db()
    assert made.is_wrong and made.reviewed_on == TODAY
    assert titles(keeper, LATER, show="due") == [made.title]


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"title": " "}, "title"),
        ({"kind": "poster"}, "kind"),
        ({"owner": "PO-2026-0000000"}, "owner"),
        ({"processes": ()}, "processes"),
        ({"processes": ("tea",)}, "processes"),
        ({"kind": "page", "url": ""}, "url"),
        ({"kind": "resource", "url": "", "words": ""}, "url"),
        ({"next_on": TODAY}, "next_on"),
    ],
)
def test_facts_that_cannot_be_are_refused_at_their_field(keeper, wrong, field):
    facts = dataclasses.replace(library.facts(), **wrong)
    with pytest.raises(Problem) as problem:
        actions.add_item(keeper, facts, today=TODAY)
    assert problem.value.field == field and not Item.objects.exists()


def test_only_those_who_keep_it_change_it(keeper, worker):
    made = library.item(keeper)
    deeds = [
        lambda by: actions.add_item(by, library.facts(), today=TODAY),
        lambda by: actions.edit_item(by, made.reference, library.facts(), 1, today=TODAY),
        lambda by: actions.review_item(by, made.reference, Verdict.RIGHT, today=TODAY),
        lambda by: actions.withdraw_item(by, made.reference, "Why"),
        lambda by: actions.reopen_item(by, made.reference),
        lambda by: actions.set_duty(by, "contact", "leads", make.post().reference, today=TODAY),
        lambda by: actions.ask_owner(by, made.reference, SITE, "key", today=TODAY),
        lambda by: actions.ask_owners(by, SITE, today=TODAY),
        lambda by: actions.note_link(by, made.reference, "", "good", 0, "", now=timezone.now()),
    ]
    for by in (worker, public()):
        for deed in deeds:
            with pytest.raises(Refused):
                deed(by)
    assert not Review.objects.exists()


def test_a_stale_change_is_not_saved_over_and_a_withdrawn_item_says_why(keeper, worker):
    made = library.item(keeper)
    actions.edit_item(keeper, made.reference, library.facts(title="New"), 1, today=TODAY)
    with pytest.raises(Stale):
        actions.edit_item(keeper, made.reference, library.facts(), 1, today=TODAY)
    with pytest.raises(Problem):
        actions.withdraw_item(keeper, made.reference, " ")
    actions.withdraw_item(keeper, made.reference, "Replaced")
    assert titles(worker, TODAY) == [] and titles(keeper, TODAY, show="withdrawn") == ["New"]
    with pytest.raises(Refused):
        item_to(worker.user, made.reference, TODAY)


def test_owners_are_asked_once_a_time_and_answer_without_an_account(keeper, partner):
    made = library.item(keeper, ItemKind.PAGE, owner=partner, title="Where to ring")
    daily = system("daily")
    assert actions.ask_owners(daily, SITE, today=TODAY) == 0
    assert [actions.ask_owners(daily, SITE, today=LATER) for _ in range(2)] == [1, 0]
    mail = Notice.objects.get()
    assert mail.recipient == "web@rowan.example.org" and "Where to ring" in mail.body
    actions.confirm_by_link(Link.objects.get(), Verdict.CHANGED, "New number", today=LATER)
    made.refresh_from_db()
    kept = Review.objects.get()
    assert made.reviewed_on == LATER and (kept.by_link, kept.words) == (True, "New number")
    with pytest.raises(Refused):
        actions.confirm_by_link(Link.objects.get(), Verdict.RIGHT, "", today=LATER)


def test_asking_again_stops_the_link_before_and_so_does_another_owner(keeper, partner):
    made = library.item(keeper, ItemKind.PAGE, owner=partner)
    for key in ("one", "two", "two"):
        # pressed twice, the second mail's link stays good
        assert actions.ask_owner(keeper, made.reference, SITE, key, today=TODAY)
    first, second = Link.objects.order_by("pk")
    assert first.revoked_at is not None and second.revoked_at is None
    facts = library.facts(ItemKind.PAGE, contact_email="else@example.org")
    actions.edit_item(keeper, made.reference, facts, 1, today=TODAY)
    with pytest.raises(Refused):
        actions.confirm_by_link(second, Verdict.RIGHT, "", today=TODAY)
    nowhere = library.item(keeper)
    assert not actions.ask_owner(keeper, nowhere.reference, SITE, "three", today=TODAY)


def test_the_answer_page_asks_for_no_account_and_works_once(client, keeper, partner):
    made = library.item(keeper, ItemKind.PAGE, owner=partner, title="Where to ring")
    actions.ask_owner(keeper, made.reference, SITE, "one", today=TODAY)
    at = TOKEN.search(Notice.objects.get().body).group(0)
    page = client.get(at)
    assert page.status_code == 200 and "Where to ring" in page.content.decode()
    assert page["Referrer-Policy"] == "no-referrer" and not page.cookies
    assert not Review.objects.exists()
    assert client.post(at, {"verdict": "wrong", "words": ""}).status_code == 422
    done = client.post(at, {"verdict": "right"})
    assert "Thank you" in client.get(done["Location"]).content.decode()
    assert client.get(at).status_code == 410
    assert client.get("/library-answer/no-such-token/").status_code == 404


def test_links_are_tried_in_turn_and_what_was_found_is_flagged(keeper, worker):
    good = library.item(keeper, ItemKind.PAGE, title="Good", must_say="Ring us")
    gone = library.item(keeper, ItemKind.PAGE, title="Gone", url="https://gone.example.org/")
    answers = {good.url: Looked(200, "<p>Ring <b>us</b></p>"), gone.url: Looked(404)}
    tried = try_links(system("daily"), today=TODAY, ask=lambda url, seconds: answers[url])
    assert tried == 2 and titles(worker, TODAY, show="broken") == ["Gone"]
    answers[good.url] = Looked(200, "Something else")
    try_links(system("daily"), today=TODAY, ask=lambda url, seconds: answers[url])
    assert titles(worker, TODAY, show="broken") == ["Gone", "Good"]
    gone.refresh_from_db()
    assert (gone.link_fault, gone.link_fails) == ("404", 2)


def test_links_are_not_tried_where_it_is_switched_off(keeper, settings):
    library.item(keeper, ItemKind.PAGE)
    assert settings.TRIES_LINKS is False
    assert try_links(system("daily"), today=TODAY) == "off"


def test_a_new_address_is_not_judged_by_the_old_one(keeper):
    made = library.item(keeper, ItemKind.PAGE)
    now = timezone.now()
    actions.note_link(keeper, made.reference, made.url, "broken", 3, "404", now=now)
    facts = library.facts(ItemKind.PAGE, url="https://www.example.org/new")
    actions.edit_item(keeper, made.reference, facts, 1, today=TODAY)
    actions.note_link(keeper, made.reference, made.url, "broken", 3, "404", now=now)
    made.refresh_from_db()
    assert (made.link_health, made.link_fails, made.link_checked_at) == ("unchecked", 0, None)


def test_the_library_of_definitions_keeps_earlier_wordings_with_their_dates():
    found = {one.code: one for one in definitions(dt.date(2026, 11, 1))}
    cse = found["definition.cse"]
    assert [one.from_on.year for one in cse.wordings] == [2017, 2009]
    assert len(cse.forms) == 4 and cse.now == cse.wordings[0]
    assert {"definition.cce", "definition.domestic_abuse", "count.concerns"} <= set(found)
