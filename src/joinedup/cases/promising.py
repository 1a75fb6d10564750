"""Time limits of what a case holds: steps and support, enquiries, warnings. Begun with it, and again
when the case is opened again. Only for use inside an action."""

from __future__ import annotations

import datetime as dt

from joinedup.access.choices import May
from joinedup.audit.actor import By
from joinedup.cases.choices import ItemState, TheirDecision
from joinedup.cases.models import Case, Enquiry, Flag, FlagShare, PlanItem
from joinedup.cases.queries.facts import enquiry_due, limit_on
from joinedup.clocks.actions import NewClock, start
from joinedup.clocks.choices import ClockKind
from joinedup.rulebook.working_days import add_amount

__all__ = [
    "begin_open_clocks",
    "promise_decision",
    "promise_item",
    "promise_look",
    "promise_telling",
]

SUPPORT_RULE = "case.support"
AGAIN, OFF = "case.warning", "case.warning_off"


def promise_item(by: By, case: Case, item: PlanItem, today: dt.date, may: May) -> None:
    """Whoever does a step owes it; support, and whatever is waited for, keeps the case open."""
    is_waiting = item.state == ItemState.WAITING
    entry = limit_on(SUPPORT_RULE, today)
    new = NewClock(
        kind=ClockKind.SUPPORT if item.is_support or is_waiting else ClockKind.DUE,
        about=item.reference, started_on=today, due_on=item.due_on, rule_code=entry.code,
        rule_hash=entry.content_hash,
        person_id=None if item.agency_id else (case.worker_id or case.lead_person_id),
        agency_id=item.agency_id, blocks_closing=item.is_support or is_waiting,
    )  # fmt: skip
    start(by, case.guard, new, may)


def promise_decision(by: By, case: Case, enquiry: Enquiry, may: May) -> None:
    """The agency that leads an enquiry owes its decision, and the case waits for it."""
    new = NewClock(
        kind=ClockKind.ENQUIRY, about=enquiry.reference, started_on=enquiry.begun_on,
        due_on=enquiry_due(enquiry.kind, enquiry.begun_on), rule_code=f"case.enquiry_{enquiry.kind}",
        agency_id=enquiry.owner_id, blocks_closing=True,
    )  # fmt: skip
    start(by, case.guard, new, may)


def promise_look(by: By, case: Case, flag: Flag, today: dt.date, may: May) -> None:
    """Whoever works on the case looks at a warning again by the day that it names."""
    entry = limit_on(AGAIN, today)
    new = NewClock(
        kind=ClockKind.FLAG, about=flag.reference, started_on=today, due_on=flag.review_on,
        rule_code=entry.code, rule_hash=entry.content_hash,
        person_id=case.worker_id or case.lead_person_id,
    )  # fmt: skip
    start(by, case.guard, new, may)


def promise_telling(by: By, case: Case, flag: Flag, today: dt.date, may: May) -> None:
    """Whoever works on the case tells those who knew of a warning that it was taken off."""
    entry = limit_on(OFF, today)
    new = NewClock(
        kind=ClockKind.FLAG_OFF, about=flag.reference, started_on=today,
        due_on=add_amount(today, entry.amount("limit")), rule_code=entry.code,
        rule_hash=entry.content_hash, person_id=case.worker_id or case.lead_person_id,
        blocks_closing=True,
    )  # fmt: skip
    start(by, case.guard, new, may)


def begin_open_clocks(by: By, case: Case, today: dt.date, may: May) -> None:
    """A case that is opened again owes again what was open when it closed: support above all, and
    warnings to look at again or of whose end somebody is not told."""
    for item in case.items.filter(ended_on=None):
        promise_item(by, case, item, today, may)
    for enquiry in case.enquiries.filter(decision=TheirDecision.AWAITED):
        promise_decision(by, case, enquiry, may)
    for flag in case.flags.filter(removed_on=None):
        promise_look(by, case, flag, today, may)
    untold = FlagShare.objects.filter(told_of_removal_on=None).values("flag")
    for flag in case.flags.filter(removed_on__isnull=False, pk__in=untold):
        promise_telling(by, case, flag, today, may)
