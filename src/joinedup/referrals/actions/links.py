"""A receiver answers with a link and is reminded, without an account and without a name by mail."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone

from joinedup.access.choices import May
from joinedup.access.permission import Refused, check_any
from joinedup.access.problems import Problem
from joinedup.audit.actor import By
from joinedup.audit.recorder import action, record
from joinedup.clocks.choices import ClockKind
from joinedup.clocks.queries import running
from joinedup.clocks.rules import Running, reminder_for_today
from joinedup.notices.actions.links import make_link, use_link
from joinedup.notices.choices import Purpose
from joinedup.notices.models import Link
from joinedup.notices.outbox import post
from joinedup.notices.writing import holder_of, still_good
from joinedup.referrals.actions.alerts import tell_senior
from joinedup.referrals.actions.answers import (
    accept,
    acknowledge,
    add_remark,
    decline,
    record_result,
)
from joinedup.referrals.choices import WAITING
from joinedup.referrals.models import Referral, ReferralChase
from joinedup.referrals.queries.ring_back import ring_us
from joinedup.referrals.queries.rules import RuleSet, rules_on
from joinedup.referrals.rules.remarks import adds_something
from joinedup.referrals.rules.triggers import LONG_SILENCE, is_long_silence
from joinedup.referrals.writing import held

__all__ = ["Answer", "answer_by_link", "answer_for_them", "ask_receiver", "chase"]

KINDS = (ClockKind.ACKNOWLEDGE, ClockKind.DECISION, ClockKind.RESULT)
SUBJECT = "Our referral {reference}: please tell us where it stands"
BODY = """Hello,

we sent you a referral on {day}. {words}

Our reference: {reference} (quote this)
{others}Please tell us whether it arrived and what you decided. You need no account:

{address}

You can open this page and answer as often as you need, until you have told us the outcome, and no
longer than until {until}. This message names nobody.

{ring}
"""


GOES_ON = ("acknowledged", "accepted")
"""Answers after which the receiver still has something to tell."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a receiver says: "acknowledged", "accepted", "declined" or a kind of outcome."""

    says: str
    words: str = ""
    threshold: str = ""
    their_reference: str = ""


@action
def answer_by_link(link: Link, said: Answer, *, today: dt.date) -> Referral:
    """Record what the holder of a link says about its referral; the link is spent once nothing more
    is awaited: who says "it arrived" tells the decision by the same link. Said twice, it is kept
    once, with what was added the second time. Raises Refused where there is nothing to answer,
    Problem with the link still good."""
    by = holder_of(link, Purpose.REFERRAL)
    rows = Referral.objects.select_for_update().filter(reference=link.about)
    row = rows.filter(state__in=WAITING).first()
    if row is None:
        raise Refused("No such page.")
    if said.says in GOES_ON:
        still_good(by, link)
    else:
        use_link(by, link)
    if said.says != row.state:
        _give(by, row, said, today)
    else:
        _keep_more(by, row, said, today)
    record(by, "referrals.answer_by_link", row.reference, link=link.reference)
    return row


@action
def answer_for_them(by: By, reference: str, said: Answer, *, today: dt.date) -> Referral:
    """Record what a receiver said by telephone or mail. Raises Problem where none was chosen."""
    row = held(by, May.WORK_CASES, reference)
    _give(by, row, said, today)
    record(by, "referrals.answer_for_them", reference, says=said.says)
    return row


def _keep_more(by: By, row: Referral, said: Answer, today: dt.date) -> None:
    if adds_something(row.remarks, row.their_reference, said.words, said.their_reference):
        add_remark(by, row.reference, said.words, said.their_reference, today=today)


def _give(by: By, row: Referral, said: Answer, today: dt.date) -> None:
    if said.says == "acknowledged":
        acknowledge(by, row.reference, today=today)
        _keep_more(by, row, said, today)
    elif said.says == "accepted":
        accept(by, row.reference, today=today)
        _keep_more(by, row, said, today)
    elif said.says == "declined":
        decline(
            by, row.reference, said.words, threshold=said.threshold,
            their_reference=said.their_reference, today=today,
        )  # fmt: skip
    elif said.says:
        record_result(by, row.reference, said.says, words=said.words, today=today)
    else:
        raise Problem("Choose how it stands.", "says")


@action
def ask_receiver(
    by: By, reference: str, site: str, words: str, key: str, *, today: dt.date
) -> bool:
    """Write the receiver a mail with a link to answer; whether there was an address to send it to.
    `words` is one sentence, `key` names this mail once and for all."""
    check_any(by, May.WORK_CASES)
    row = Referral.objects.select_related("agency").get(reference=reference)
    address = row.agency.contact_email if row.agency is not None else ""
    if address and row.state in WAITING:
        _post(by, row, site, address, words, key, today)
    record(by, "referrals.ask_receiver", reference, posted=bool(address))
    return bool(address)


def _post(
    by: By, row: Referral, site: str, address: str, words: str, key: str, today: dt.date
) -> None:
    days = rules_on(today).limit("link.referral").amount("limit").number
    until = timezone.now() + dt.timedelta(days=days)
    _, token = make_link(
        by, May.WORK_CASES, purpose=Purpose.REFERRAL, about=row.reference, expires_at=until,
        recipient=address,
    )  # fmt: skip
    sent, last = row.sent_on or today, timezone.localtime(until)
    post(
        key=key,
        purpose=Purpose.REFERRAL,
        recipient=address,
        subject=SUBJECT.format(reference=row.reference),
        body=BODY.format(
            reference=row.reference,
            day=f"{sent.day} {sent:%B %Y}",
            words=words,
            others=_other_numbers(row),
            ring=ring_us(row.reference),
            address=site.rstrip("/") + reverse("referral_answer", args=[token]),
            until=f"{last.day} {last:%B %Y}",
        ),
        about=row.reference,
    )


def _other_numbers(row: Referral) -> str:
    """Their own reference, where known, and ours of the concern, which a referral on paper may
    carry: each says whose it is."""
    theirs = f"Your reference: {row.their_reference}\n" if row.their_reference else ""
    is_drafted = row.about.startswith("CO-")
    return theirs + (f"On paper it may carry our number {row.about}.\n" if is_drafted else "")


@action
def chase(by: By, site: str, *, today: dt.date) -> int:
    """Remind receivers whose time has run out, and tell a named senior of a long silence about a
    child. How many mails were written. For the daily job; twice a day is once."""
    check_any(by, May.MANAGE_CASES)
    rules = rules_on(today)
    late = running().filter(kind__in=KINDS, due_on__lt=today, paused_on__isnull=True)
    count = 0
    for clock in late:
        row = Referral.objects.select_related("guard").filter(reference=clock.about).first()
        if row is not None and row.state in WAITING:
            count += _remind(by, row, clock.due_on, rules, site, today)
            _silence(by, row, clock.due_on, rules, today)
    record(by, "referrals.chase", "daily", count=count)
    return count


def _remind(
    by: By, row: Referral, due_on: dt.date, rules: RuleSet, site: str, today: dt.date
) -> int:
    gone = dict(row.chases.filter(due_on=due_on).values_list("step", "on"))
    step = reminder_for_today(rules.limit("chase.referral"), Running(due_on), today, gone)
    if step is None:
        return 0
    ReferralChase.objects.create(referral=row, step=step.key, due_on=due_on, on=today)
    key = f"referral:{row.reference}:{step.key}:{due_on.isoformat()}"
    return int(ask_receiver(by, row.reference, site, step.words, key, today=today))


def _silence(by: By, row: Referral, due_on: dt.date, rules: RuleSet, today: dt.date) -> None:
    after = rules.limit(LONG_SILENCE).amount("after")
    if is_long_silence(row.age, due_on, after, today):
        tell_senior(by, row.guard, row.about, LONG_SILENCE, today=today, subject=row.reference)
