"""Enquiries that social care owns, and harm outside the home."""

from __future__ import annotations

import datetime as dt

from joinedup.access.choices import May
from joinedup.access.models import Agency
from joinedup.access.permission import Refused
from joinedup.access.problems import Problem
from joinedup.audit.actor import By
from joinedup.audit.recorder import action, record
from joinedup.cases.choices import ContextKind, EnquiryKind, OurView, TheirDecision
from joinedup.cases.models import Context, Enquiry
from joinedup.cases.promising import promise_decision
from joinedup.cases.writing import end_own_clocks, held, in_words, still_open
from joinedup.concerns.naming import look_elsewhere

__all__ = ["begin_enquiry", "decide_enquiry", "note_context"]


@action
def begin_enquiry(
    by: By,
    reference: str,
    kind: str,
    owner: Agency,
    *,
    today: dt.date,
    views: tuple[str, str, str] = ("", "", ""),
    words: str = "",
    on: dt.date | None = None,
    may: May = May.WORK_CASES,
) -> Enquiry:
    """Record a strategy discussion or an enquiry that `owner` leads, begun `on` a day (today, where
    none is given). The case waits for its decision. `views` is our view of the
    three tests of section 42: needs, risk, unable to protect themselves; theirs decides."""
    case = held(by, may, reference)
    still_open(case)
    if kind not in EnquiryKind.values:
        raise Problem("Choose what it is.", "kind")
    if kind == EnquiryKind.SECTION_42 and any(one not in OurView.values for one in views):
        raise Problem("Give our view of each of the three tests.", "has_needs")
    begun_on = _past(on, today)
    made = Enquiry.objects.create(
        case=case, kind=kind, owner=owner, begun_on=begun_on, has_needs=views[0],
        is_at_risk=views[1], cannot_protect=views[2], our_words=words.strip(),
    )  # fmt: skip
    promise_decision(by, case, made, may)
    record(by, "cases.begin_enquiry", reference, enquiry=made.reference, sort=kind)
    return made


@action
def decide_enquiry(
    by: By,
    reference: str,
    enquiry: str,
    decision: str,
    words: str,
    *,
    today: dt.date,
    on: dt.date | None = None,
    may: May = May.WORK_CASES,
) -> Enquiry:
    """Record what social care decided, in its words. Raises Problem where a decision stands already:
    it is never written over."""
    case = held(by, may, reference)
    rows = Enquiry.objects.select_for_update(of=("self",))
    row = rows.filter(case=case, reference=enquiry).first()
    if row is None:
        raise Refused("No such record.")
    if row.decision != TheirDecision.AWAITED:
        raise Problem("A decision is recorded already. A new one needs an enquiry of its own.")
    if decision not in TheirDecision.values or decision == TheirDecision.AWAITED:
        raise Problem("Choose what they decided.", "decision")
    day = _past(on, today)
    if day < row.begun_on:
        raise Problem("This day lies before it began.", "on")
    row.decision, row.decided_on = decision, day
    row.their_words = in_words(words, "Write what they said.", "words")
    row.save()
    end_own_clocks(by, row.reference, day, may)
    record(by, "cases.decide_enquiry", reference, enquiry=enquiry, decision=decision)
    return row


def _past(on: dt.date | None, today: dt.date) -> dt.date:
    day = on or today
    if day > today:
        raise Problem("This day is still to come.", "on")
    return day


@action
def note_context(
    by: By,
    reference: str,
    kind: str,
    name: str,
    words: str = "",
    *,
    today: dt.date,
    may: May = May.WORK_CASES,
) -> Context:
    """Note a place, a person of concern, a peer or a parent who works with us."""
    case = held(by, may, reference)
    still_open(case)
    if kind not in ContextKind.values:
        raise Problem("Choose what it is.", "kind")
    made = Context.objects.create(
        case=case, kind=kind, name=in_words(name, "Enter a name.", "name")[:200],
        words=words.strip(), noted_on=today,
    )  # fmt: skip
    look_elsewhere(reference, today)
    record(by, "cases.note_context", reference, sort=kind)
    return made
