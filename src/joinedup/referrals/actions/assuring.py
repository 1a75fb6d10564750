"""Each year every organisation answers for its escalation; one that never escalated says why."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone

from joinedup.access.choices import May
from joinedup.access.permission import Refused, check_any
from joinedup.access.problems import Problem
from joinedup.audit.actor import By
from joinedup.audit.choices import ByKind
from joinedup.audit.recorder import action, record
from joinedup.notices.actions.links import make_link, revoke_links, use_link
from joinedup.notices.choices import Purpose
from joinedup.notices.models import Link
from joinedup.notices.outbox import post
from joinedup.notices.writing import holder_of
from joinedup.referrals.choices import ReturnState
from joinedup.referrals.models import EscalationReturn
from joinedup.referrals.queries.assuring import (
    agencies_without,
    counts_of,
    unanswered,
    was_asked,
)
from joinedup.referrals.queries.rules import RuleSet, rules_on
from joinedup.referrals.rules.years import times_to_ask, year_before
from joinedup.rulebook.working_days import add_amount

__all__ = ["Assurance", "ask_for_escalation", "assure_by_link", "assure_for_them"]

SUBJECT = "Escalation in the year to {last}: please tell us"
BODY = """Hello,

once a year every organisation says when it last looked at its procedure for escalation,
and how often it used it. {counted}

Please answer for your organisation here, without an account:

{address}

You can answer by it once, until {until}; opening it changes nothing. Please name no child and no
adult.
"""
NEVER = (
    "Our records hold no escalation by you in that year. If you made none anywhere, please say why: "
    "was everything agreed, or did nobody challenge?"
)


@dataclass(frozen=True, slots=True)
class Assurance:
    """What an organisation says: by whom, when it last looked at its procedure (None: it has not),
    how often it escalated, and, where never, why."""

    answered_by: str
    reviewed_on: dt.date | None
    declared: int
    why_none: str = ""
    words: str = ""


@action
def ask_for_escalation(by: By, site: str, *, today: dt.date) -> int:
    """Ask every organisation about the last whole year, and those that do not answer again from time
    to time. How many mails were written. Twice a day is once. One without an address is listed, to
    be asked by telephone. A person asks for the first year; after that the daily job goes on, so
    that nobody is written to about a year before these records began."""
    check_any(by, May.MANAGE_CASES)
    if by.kind == ByKind.SYSTEM and not EscalationReturn.objects.exists():
        record(by, "referrals.ask_for_escalation", "yearly", count=0)
        return 0
    rules = rules_on(today)
    entry = rules.limit("escalation.year")
    from_on, to_on = year_before(today, entry.number("month"), entry.number("day"))
    made, received = counts_of(from_on, to_on)
    due_on = add_amount(today, rules.limit("escalation.return").amount("limit"))
    for agency in agencies_without(from_on):
        EscalationReturn.objects.create(
            agency=agency, year_from=from_on, year_to=to_on, used=made[agency.pk],
            received=received[agency.pk], asked_on=today, due_on=due_on,
        )  # fmt: skip
    every = rules.limit("escalation.ask_again").amount("limit").number
    count = 0
    for row in unanswered(from_on):
        key = f"escalation:{row.reference}:{times_to_ask(row.asked_on, today, every)}"
        if row.agency.contact_email and not was_asked(key):
            _post(by, row, site, key, rules)
            count += 1
    record(by, "referrals.ask_for_escalation", "yearly", year=from_on, count=count)
    return count


def _post(by: By, row: EscalationReturn, site: str, key: str, rules: RuleSet) -> None:
    days = rules.limit("escalation.answer_link").amount("limit").number
    until = timezone.now() + dt.timedelta(days=days)
    about, address = row.reference, row.agency.contact_email
    revoke_links(by, May.MANAGE_CASES, purpose=Purpose.PARTNER_RETURN, about=about)
    _, token = make_link(
        by, May.MANAGE_CASES, purpose=Purpose.PARTNER_RETURN, about=about, expires_at=until,
        recipient=address,
    )  # fmt: skip
    last, counted = timezone.localtime(until), f"Our records hold {row.used} by you in that year."
    post(
        key=key,
        purpose=Purpose.PARTNER_RETURN,
        recipient=address,
        subject=SUBJECT.format(last=f"{row.year_to.day} {row.year_to:%B %Y}"),
        body=BODY.format(
            counted=counted if row.used else NEVER,
            address=site.rstrip("/") + reverse("escalation_return", args=[token]),
            until=f"{last.day} {last:%B %Y}",
        ),
        about=about,
    )


def _held(reference: str) -> EscalationReturn:
    rows = EscalationReturn.objects.select_for_update().filter(reference=reference)
    found = rows.filter(state=ReturnState.ASKED).first()
    if found is None:
        raise Refused("No such record.")
    return found


def _give(by: By, row: EscalationReturn, said: Assurance, today: dt.date) -> None:
    if not said.answered_by.strip():
        raise Problem("Give the name of whoever answers.", "answered_by")
    if said.declared < 0:
        raise Problem("Give the number of escalations, 0 for none.", "declared")
    if said.reviewed_on is not None and said.reviewed_on > today:
        raise Problem("This day is still to come.", "reviewed_on")
    if said.reviewed_on is None and not said.words.strip():
        raise Problem("Say why the procedure was not looked at, and when it will be.", "words")
    if not row.used and not said.declared and not said.why_none.strip():
        raise Problem("Say why there was none: was everything agreed, or did nobody challenge?",
                      "why_none")  # fmt: skip
    row.state, row.answered_on, row.by_ref = ReturnState.ANSWERED, today, by.ref
    row.answered_by, row.reviewed_on = said.answered_by.strip()[:200], said.reviewed_on
    row.declared, row.words = said.declared, said.words.strip()
    row.why_none = "" if row.used or said.declared else said.why_none.strip()
    row.save()


@action
def assure_for_them(by: By, reference: str, said: Assurance, *, today: dt.date) -> EscalationReturn:
    """Write down what an organisation said by telephone or at a meeting; its link stops. Raises
    Problem."""
    check_any(by, May.MANAGE_CASES)
    row = _held(reference)
    _give(by, row, said, today)
    revoke_links(by, May.MANAGE_CASES, purpose=Purpose.PARTNER_RETURN, about=reference)
    record(by, "referrals.assure_for_them", reference, declared=said.declared)
    return row


@action
def assure_by_link(link: Link, said: Assurance, *, today: dt.date) -> EscalationReturn:
    """Keep what the holder of a link says for their organisation; the link is spent. Raises Refused
    where there is nothing to answer, Problem with the link still good."""
    by = holder_of(link, Purpose.PARTNER_RETURN)
    row = _held(link.about)
    use_link(by, link)
    _give(by, row, said, today)
    record(by, "referrals.assure_by_link", row.reference, link=link.reference)
    return row
