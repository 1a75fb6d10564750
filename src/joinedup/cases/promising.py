"""Time limits of what a case holds: steps and support, enquiries, warnings. Begun with it, and again
when the case is opened again. Only for use inside an action."""

from __future__ import annotations

import datetime as dt

from joinedup.access.choices import May
from joinedup.audit.actor import By
from joinedup.cases.choices import TheirDecision
from joinedup.cases.models import Case, Enquiry, PlanItem
from joinedup.cases.queries.facts import enquiry_due, limit_on
from joinedup.clocks.actions import NewClock, start
from joinedup.clocks.choices import ClockKind

__all__ = ["begin_open_clocks", "promise_decision", "promise_item"]

SUPPORT_RULE = "case.support"


def promise_item(by: By, case: Case, item: PlanItem, today: dt.date, may: May) -> None:
    """Whoever does a step owes it; support keeps the case open."""
    entry = limit_on(SUPPORT_RULE, today)
    new = NewClock(
        kind=ClockKind.SUPPORT if item.is_support else ClockKind.DUE,
        about=item.reference, started_on=today, due_on=item.due_on, rule_code=entry.code,
        rule_hash=entry.content_hash,
        person_id=None if item.agency_id else (case.worker_id or case.lead_person_id),
        agency_id=item.agency_id, blocks_closing=item.is_support,
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


def begin_open_clocks(by: By, case: Case, today: dt.date, may: May) -> None:
    """A case that is opened again owes again what was open when it closed: support above all."""
    for item in case.items.filter(ended_on=None):
        promise_item(by, case, item, today, may)
    for enquiry in case.enquiries.filter(decision=TheirDecision.AWAITED):
        promise_decision(by, case, enquiry, may)
