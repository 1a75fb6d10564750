"""Every page behind a mailed link, one after the other through each state that a link can have."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from joinedup.access.choices import AgencyKind, May, Role
from joinedup.access.models import User
from joinedup.access.permission import Refused, by_user
from joinedup.assurance.actions.answering import Answered
from joinedup.assurance.actions.answering import answer_by_link as answer_action
from joinedup.assurance.actions.chasing import chase_now
from joinedup.assurance.models import Update
from joinedup.audit.actor import system
from joinedup.audit.models import Entry
from joinedup.library.actions import ask_owner, confirm_by_link
from joinedup.library.choices import ItemKind, Verdict
from joinedup.library.models import Review
from joinedup.notices import link_page
from joinedup.notices.actions.invitations import accept, open_and_invite
from joinedup.notices.actions.links import make_link
from joinedup.notices.choices import Purpose
from joinedup.notices.models import Link, Notice
from joinedup.referrals import actions as referrals
from joinedup.referrals.models import EscalationReturn, Referral
from tests.factories import assurance as make
from tests.factories import library
from tests.factories import referrals as hand
from tests.factories.chasing import DAY, SITE, somebody

pytestmark = pytest.mark.django_db
PHRASE = "a long enough pass phrase"
SAID = referrals.Assurance("Sal Vane, nurse", dt.date(2026, 1, 5), 2)


@dataclass(frozen=True)
class Kind:
    """One kind of page behind a link: how its mail comes about, what is typed, how much of it is
    kept by now, the action, and what a link of another purpose may not do."""

    ask: Callable[[dt.date], object]
    typed: dict[str, str]
    wrong: dict[str, str]
    kept: Callable[[], object]
    act: Callable[[Link, dt.date], object]
    again: str = ""


def ask_about_an_action(today):
    lead = make.lead("Lea Lead")
    plan = make.plan(lead)
    row = make.owned(
        lead, plan, somebody("Ann Lee"), due_on=today - 5 * DAY, today=today - 60 * DAY
    )
    chase_now(lead, [row.reference], SITE, today=today)


def ask_about_a_referral(today):
    hand.sent(hand.worker(), today=today - 6 * DAY)
    referrals.chase(system("daily"), SITE, today=today)


def ask_about_a_year(today):
    lead = make.lead("Lea Lead")
    make.agency("Fenside Health", kind=AgencyKind.HEALTH, contact_email="h@example.org")
    referrals.ask_for_escalation(lead, SITE, today=today)


def ask_about_an_item(today):
    keeper = make.lead("Lea Lead")
    owner = make.agency("Rowan Trust", contact_email="web@rowan.example.org")
    made = library.item(keeper, ItemKind.PAGE, owner=owner, title="Where to ring", today=today)
    ask_owner(keeper, made.reference, SITE, "one", today=today)


def invite_somebody(today):
    keeper = make.account(Role.SYSTEM_ADMINISTRATOR, name="Kit Keeper")
    open_and_invite(
        by_user(keeper), SITE, name="Nell New", email="nell@example.org", agency=make.agency(),
        roles=[Role.ACTION_OWNER], from_on=today,
    )  # fmt: skip


KINDS = {
    "action": Kind(
        ask_about_an_action,
        {"how": "", "words": "Half of it is there."},
        {"how": "", "words": " "},
        lambda: Update.objects.filter(words="Half of it is there.").count(),
        lambda link, today: answer_action(link, Answered("Half of it."), today=today),
        again="Send me a new link",
    ),
    "referral": Kind(
        ask_about_a_referral,
        {"says": "declined", "words": "Not met"},
        {"says": "declined", "words": ""},
        lambda: Referral.objects.filter(state="declined").count(),
        lambda link, today: referrals.answer_by_link(
            link, referrals.Answer("acknowledged"), today=today
        ),
        again="with our reference",
    ),
    "year": Kind(
        ask_about_a_year,
        {"answered_by": "Sal Vane", "declared": "2", "reviewed_on": "5 January 2026"},
        {"answered_by": "Sal Vane", "declared": "two"},
        lambda: EscalationReturn.objects.filter(declared=2).count(),
        lambda link, today: referrals.assure_by_link(link, SAID, today=today),
        again="ring us",
    ),
    "item": Kind(
        ask_about_an_item,
        {"verdict": "wrong", "words": "The number is old"},
        {"verdict": "wrong", "words": ""},
        lambda: Review.objects.count(),
        lambda link, today: confirm_by_link(link, Verdict.RIGHT, "", today=today),
        again="ring us",
    ),
    "invitation": Kind(
        invite_somebody,
        {"password1": PHRASE, "password2": PHRASE},
        {"password1": PHRASE, "password2": "another"},
        lambda: User.objects.get(email="nell@example.org").has_usable_password(),
        lambda link, today: accept(link, PHRASE),
        again="looks after accounts",
    ),
}


@dataclass
class Held:
    """A link in somebody's hands: its kind, its address, a browser without a session, the day."""

    kind: Kind
    address: str
    browser: Client
    today: dt.date

    def get(self, rest: str = "") -> Any:
        return self.browser.get(self.address + rest)

    def send(self, typed: dict[str, str]) -> Any:
        return self.browser.post(self.address, typed)

    def says(self, answer: Any, status: int, *words: str) -> None:
        """The answer has this status and words, and gives its address to nobody."""
        text = answer.content.decode()
        assert answer.status_code == status, text
        for one in words:
            assert one in text
        assert answer["Referrer-Policy"] == "no-referrer"
        assert answer["X-Robots-Tag"] == "noindex"
        assert "no-store" in answer["Cache-Control"]


@pytest.fixture(params=KINDS)
def held(request):
    cache.clear()
    kind, today = KINDS[request.param], timezone.localdate()
    kind.ask(today)
    body = Notice.objects.get().body
    found = re.search(re.escape(SITE) + r"(/[\w-]+/[\w-]{30,}/)", body)
    assert found is not None
    return Held(kind, found.group(1), Client(), today)


def test_opening_it_changes_nothing_and_is_recorded_as_seen(held):
    before, nothing = Entry.objects.count(), held.kind.kept()
    held.says(held.get(), 200, "Looking at it changes nothing")
    held.says(held.get("?done"), 200)
    assert (held.kind.kept(), Link.objects.get().used_at) == (nothing, None)
    is_account = "welcome" in held.address
    assert is_account or Entry.objects.count() > before


def test_what_is_wrong_is_asked_again_and_the_link_stays_good(held):
    nothing = held.kind.kept()
    held.says(held.send(held.kind.wrong), 422, "There is a problem")
    assert (held.kind.kept(), Link.objects.get().used_at) == (nothing, None)
    held.says(held.get(), 200)


def test_an_answer_is_kept_once_and_the_link_is_spent(held):
    sent = held.send(held.kind.typed)
    assert sent.status_code == 302
    kept = held.kind.kept()
    assert kept == 1
    assert Link.objects.get().used_at is not None
    if "?done" in sent["Location"]:
        held.says(held.get("?done"), 200, "Thank you, your answer is recorded", "You can close")
    held.says(held.get(), 410, "already" if "welcome" in held.address else "You have answered")
    held.says(held.send(held.kind.typed), 410)
    assert held.kind.kept() == kept


def test_of_two_at_the_same_moment_one_is_kept_and_the_other_is_told_so(held, monkeypatch):
    stale = Link.objects.get()
    held.send(held.kind.typed)
    kept = held.kind.kept()
    monkeypatch.setattr(link_page, "link_of", lambda token, purpose: stale)
    answer = held.send(held.kind.typed)
    held.says(answer, 410, "already" if "welcome" in held.address else "your answer is recorded")
    assert held.kind.kept() == kept
    with pytest.raises(Refused):
        held.kind.act(stale, held.today)


def test_one_that_has_run_out_says_so_and_what_to_do(held):
    nothing, past = held.kind.kept(), timezone.now() - dt.timedelta(minutes=1)
    Link.objects.update(expires_at=past)
    for noted in (None, timezone.now()):
        Link.objects.update(revoked_at=noted)
        held.says(held.get(), 410, "has run out", held.kind.again)
        held.says(held.send(held.kind.typed), 410, "has run out")
    assert held.kind.kept() == nothing
    with pytest.raises(Refused):
        held.kind.act(Link.objects.get(), held.today)


def test_one_that_was_revoked_says_so(held):
    nothing = held.kind.kept()
    Link.objects.update(revoked_at=timezone.now())
    held.says(held.get(), 410, "no longer works", "A newer")
    held.says(held.get("?done"), 410, "no longer works")
    held.says(held.send(held.kind.typed), 410)
    assert held.kind.kept() == nothing
    with pytest.raises(Refused):
        held.kind.act(Link.objects.get(), held.today)


def test_an_unknown_token_opens_nothing_and_says_why_that_may_be(held):
    held.address = held.address.rsplit("/", 2)[0] + "/no-such-token/"
    held.says(held.get(), 404, "Perhaps it was cut in two")
    held.says(held.send(held.kind.typed), 404)


def test_a_token_of_another_purpose_is_unknown_and_its_link_may_do_nothing(held):
    nothing, link = held.kind.kept(), Link.objects.get()
    other, token = make_link(
        system("test"), May.MANAGE_ACCOUNTS, purpose=Purpose.OTHER, about=link.about,
        expires_at=link.expires_at,
    )  # fmt: skip
    held.address = held.address.rsplit("/", 2)[0] + f"/{token}/"
    held.says(held.get(), 404)
    held.says(held.send(held.kind.typed), 404)
    with pytest.raises(Refused):
        held.kind.act(other, held.today)
    assert held.kind.kept() == nothing


def test_guessing_is_slowed_down_but_who_holds_a_good_link_is_heard(held):
    wrong = held.address.rsplit("/", 2)[0] + "/guess/"
    assert {held.browser.get(wrong).status_code for _ in range(70)} == {404, 429}
    assert held.get().status_code == 429
    assert held.send(held.kind.typed).status_code == 302
    assert held.kind.kept() == 1


def test_a_receiver_who_presses_twice_is_told_the_same_and_goes_on_by_the_same_link():
    cache.clear()
    ask_about_a_referral(timezone.localdate())
    address = re.search(r"/referral-answer/[\w-]+/", Notice.objects.get().body).group(0)
    for _ in range(2):
        sent = Client().post(address, {"says": "acknowledged"}, follow=True)
        assert "tell us by this same page" in sent.content.decode()
    row = Referral.objects.get()
    assert row.state == "acknowledged"
    done = Entry.objects.filter(verb="referrals.acknowledge").count()
    assert done == 1
    assert Client().post(address, {"says": "strategy"}).status_code == 302
