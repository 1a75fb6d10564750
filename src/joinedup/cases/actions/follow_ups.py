"""Somebody else who may be harmed: noted, and followed up until it ends in something done or said."""

from __future__ import annotations

import datetime as dt
from typing import Any

from joinedup.access.choices import May
from joinedup.access.permission import Refused, visible
from joinedup.access.problems import Problem
from joinedup.audit.actor import By
from joinedup.audit.recorder import action, record
from joinedup.cases.choices import FollowedUp
from joinedup.cases.models import FollowUp
from joinedup.cases.queries.facts import limit_on
from joinedup.cases.writing import end_own_clocks, held, in_words, still_open, user_of
from joinedup.clocks.actions import NewClock, start
from joinedup.clocks.choices import ClockKind
from joinedup.concerns.models import Concern, Report
from joinedup.concerns.naming import look_elsewhere
from joinedup.referrals.models import Referral
from joinedup.rulebook.working_days import add_amount

__all__ = ["end_follow_up", "note_follow_up"]

RULE = "case.follow_up"
SEES = (May.READ_CASES, May.TRIAGE)
LEADS: dict[FollowedUp, type[Any]] = {
    FollowedUp.CONCERN: Concern,
    FollowedUp.REFERRAL: Referral,
}


@action
def note_follow_up(
    by: By,
    reference: str,
    name: str,
    words: str = "",
    *,
    today: dt.date,
    may: May = May.WORK_CASES,
) -> FollowUp:
    """Note somebody else who may be harmed, by name or as they were described ("a girl called K").
    The case stays open until it ends in a contact, a concern, a referral or a reason."""
    case = held(by, may, reference)
    still_open(case)
    entry = limit_on(RULE, today)
    made = FollowUp.objects.create(
        case=case, name=in_words(name, "Say who it is, or how they were described.", "name")[:200],
        words=words.strip(), noted_on=today, noted_by=user_of(by),
        due_on=add_amount(today, entry.amount("limit")),
    )  # fmt: skip
    new = NewClock(
        kind=ClockKind.FOLLOW_UP, about=made.reference, started_on=today, due_on=made.due_on,
        rule_code=entry.code, rule_hash=entry.content_hash,
        person_id=case.worker_id or case.lead_person_id, blocks_closing=True,
    )  # fmt: skip
    start(by, case.guard, new, may)
    look_elsewhere(reference, today)
    record(by, "cases.note_follow_up", reference, follow_up=made.reference)
    return made


@action
def end_follow_up(
    by: By,
    reference: str,
    follow_up: str,
    ended: str,
    words: str,
    led_to: str = "",
    *,
    today: dt.date,
    may: May = May.WORK_CASES,
) -> FollowUp:
    """Say what came of it. A concern or a referral is named by its reference and has to be there.
    Raises Problem without words: nobody is dropped in silence."""
    case = held(by, may, reference)
    rows = FollowUp.objects.select_for_update(of=("self",))
    row = rows.filter(case=case, reference=follow_up).first()
    if row is None:
        raise Refused("No such record.")
    if row.ended_on is not None:
        raise Problem("This has ended already.")
    if ended not in FollowedUp.values:
        raise Problem("Choose what came of it.", "ended")
    row.ended, row.ended_on = ended, today
    row.ended_words = in_words(words, "Write what was done, or why nothing has to be.", "words")
    row.led_to = _led_to(by, FollowedUp(ended), led_to)
    row.save()
    end_own_clocks(by, row.reference, today, may)
    record(by, "cases.end_follow_up", reference, follow_up=follow_up, ended=ended)
    return row


def _led_to(by: By, ended: FollowedUp, given: str) -> str:
    """The reference of a record that this person may see, or of a concern that they reported: of
    others nobody learns here whether they are there."""
    table = LEADS.get(ended)
    if table is None:
        return ""
    wanted = given.strip().upper()
    rows = table.objects.filter(reference=wanted)
    seen = any(visible(by.user, may, rows).exists() for may in SEES)
    if ended == FollowedUp.CONCERN and not seen:
        own = Report.objects.filter(entered_by=by.user, concern__in=rows)
        seen = visible(by.user, May.REPORT_CONCERNS, own).exists()
    if not seen:
        kind = "concern (CO-…)" if ended == FollowedUp.CONCERN else "referral (RF-…)"
        raise Problem(f"Give the reference of the {kind} that was made.", "led_to")
    return wanted
