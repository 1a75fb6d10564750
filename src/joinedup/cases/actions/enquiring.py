"""Enquiries that social care owns, harm outside the home, warnings."""

from __future__ import annotations

import datetime as dt

from joinedup.access.choices import May
from joinedup.access.models import Agency
from joinedup.access.permission import Refused
from joinedup.access.problems import Problem
from joinedup.audit.actor import By
from joinedup.audit.recorder import action, record
from joinedup.cases.choices import ContextKind, EnquiryKind, OurView, TheirDecision
from joinedup.cases.models import Case, Context, Enquiry, Flag, FlagShare
from joinedup.cases.queries.facts import limit_on
from joinedup.cases.writing import end_own_clocks, held, in_words, still_open, user_of
from joinedup.clocks.actions import NewClock, start
from joinedup.clocks.choices import ClockKind
from joinedup.notices.choices import Purpose
from joinedup.notices.outbox import post

__all__ = [
    "begin_enquiry",
    "decide_enquiry",
    "note_context",
    "remove_flag",
    "review_flag",
    "set_flag",
    "share_flag",
]

WARNING_RULE = "case.warning"


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
    attended: str = "",
    may: May = May.WORK_CASES,
) -> Enquiry:
    """Record a strategy discussion or an enquiry that `owner` leads. `views` is our view of the
    three tests of section 42: needs, risk, unable to protect themselves; theirs decides."""
    case = held(by, may, reference)
    still_open(case)
    if kind not in EnquiryKind.values:
        raise Problem("Choose what it is.", "kind")
    if kind == EnquiryKind.SECTION_42 and any(one not in OurView.values for one in views):
        raise Problem("Give our view of each of the three tests.", "has_needs")
    made = Enquiry.objects.create(
        case=case, kind=kind, owner=owner, begun_on=today, has_needs=views[0],
        is_at_risk=views[1], cannot_protect=views[2], our_words=words.strip(),
        attended=attended.strip(),
    )  # fmt: skip
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
    """Record what social care decided, in its words."""
    case = held(by, may, reference)
    row = Enquiry.objects.filter(case=case, reference=enquiry).first()
    if row is None:
        raise Refused("No such record.")
    if decision not in TheirDecision.values or decision == TheirDecision.AWAITED:
        raise Problem("Choose what they decided.", "decision")
    row.decision, row.decided_on = decision, on or today
    row.their_words = in_words(words, "Write what they said.", "words")
    row.save()
    record(by, "cases.decide_enquiry", reference, enquiry=enquiry, decision=decision)
    return row


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
    record(by, "cases.note_context", reference, sort=kind)
    return made


@action
def set_flag(
    by: By,
    reference: str,
    words: str,
    why: str,
    review_on: dt.date,
    *,
    today: dt.date,
    may: May = May.WORK_CASES,
) -> Flag:
    """Set a warning: what everybody must know, why, and when it is looked at again."""
    case = held(by, may, reference)
    still_open(case)
    if review_on <= today:
        raise Problem("Give a day to come on which it is looked at again.", "review_on")
    made = Flag.objects.create(
        case=case, words=in_words(words, "Write the warning.", "words")[:200],
        why=in_words(why, "Write why.", "why"), set_on=today, set_by=user_of(by),
        review_on=review_on,
    )  # fmt: skip
    _look_again(by, case, made, today, may)
    record(by, "cases.set_flag", reference, flag=made.reference)
    return made


def _look_again(by: By, case: Case, flag: Flag, today: dt.date, may: May) -> None:
    entry = limit_on(WARNING_RULE, today)
    new = NewClock(
        kind=ClockKind.FLAG, about=flag.reference, started_on=today, due_on=flag.review_on,
        rule_code=entry.code, rule_hash=entry.content_hash, person_id=case.worker_id or case.lead_person_id,
    )  # fmt: skip
    start(by, case.guard, new, may)


@action
def review_flag(
    by: By,
    reference: str,
    flag: str,
    words: str,
    review_on: dt.date,
    *,
    today: dt.date,
    may: May = May.WORK_CASES,
) -> Flag:
    """Look at a warning again: it still holds, why, and when it is looked at next."""
    row = _flag(by, reference, flag, may)
    if review_on <= today:
        raise Problem("Give a day to come on which it is looked at again.", "review_on")
    still = in_words(words, "Write why it still holds.", "words")
    row.why, row.review_on = f"{row.why} {still}", review_on
    row.save(update_fields=["why", "review_on"])
    end_own_clocks(by, row.reference, today, may)
    _look_again(by, row.case, row, today, may)
    record(by, "cases.review_flag", reference, flag=flag)
    return row


def _flag(by: By, reference: str, flag: str, may: May) -> Flag:
    case = held(by, may, reference)
    row = Flag.objects.select_for_update(of=("self",)).filter(case=case, reference=flag).first()
    if row is None:
        raise Refused("No such record.")
    if row.removed_on is not None:
        raise Problem("This warning was taken off already.")
    return row


@action
def share_flag(
    by: By, reference: str, flag: str, agency: Agency, *, today: dt.date, may: May = May.WORK_CASES
) -> FlagShare:
    """Note that an agency was told of a warning, so that its removal reaches them too."""
    row = _flag(by, reference, flag, may)
    made, _ = FlagShare.objects.get_or_create(
        flag=row, agency=agency, defaults={"shared_on": today}
    )
    record(by, "cases.share_flag", reference, flag=flag, agency=agency.reference)
    return made


TOLD = """Hello,

a warning that we shared with you under the reference {flag} was taken off on {day}. Please take it
off your records too. We name nobody by mail: ask us by telephone if you are not sure whom it is about.
"""


@action
def remove_flag(
    by: By, reference: str, flag: str, reason: str, *, today: dt.date, may: May = May.WORK_CASES
) -> Flag:
    """Take a warning off, with the reason; everybody who was told of it is told of that."""
    row = _flag(by, reference, flag, may)
    row.removed_because = in_words(reason, "Write why it is taken off.", "reason")
    row.removed_on, row.removed_by = today, user_of(by)
    row.save()
    end_own_clocks(by, row.reference, today, may)
    for share in row.shares.select_related("agency"):
        if share.agency.contact_email:
            post(
                key=f"flag:{row.reference}:{share.agency.reference}",
                purpose=Purpose.OTHER,
                recipient=share.agency.contact_email,
                subject="A warning was taken off",
                body=TOLD.format(flag=row.reference, day=f"{today.day} {today:%B %Y}"),
                about=row.reference,
            )
            share.told_of_removal_on = today
            share.save(update_fields=["told_of_removal_on"])
    record(by, "cases.remove_flag", reference, flag=flag)
    return row
