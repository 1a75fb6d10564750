"""Closing a case, or taking somebody off a panel's list: asked by one, signed by another."""

from __future__ import annotations

import datetime as dt
from typing import Any

from joinedup.access.choices import May
from joinedup.access.models import Guard, User
from joinedup.access.permission import Refused, check
from joinedup.access.problems import Problem
from joinedup.audit.actor import By
from joinedup.audit.recorder import action, record
from joinedup.cases.actions.outside import end_outside
from joinedup.cases.choices import (
    CaseState,
    Circumstance,
    CloseReason,
    NewConcernVerdict,
    SessionKind,
    TransferState,
)
from joinedup.cases.models import Case, CaseConcern, Closing, PanelListing
from joinedup.cases.promising import begin_open_clocks
from joinedup.cases.queries.facts import acceptance_of, facts_of, limit_on, panel_names
from joinedup.cases.rules.closing import Asked, blocks, is_short, missing_to_ask
from joinedup.cases.taking_over import take_over
from joinedup.cases.writing import (
    begin_session_clocks,
    end_own_clocks,
    held,
    in_words,
    still_open,
    user_of,
)

__all__ = [
    "answer_new_concern",
    "ask_to_close",
    "ask_to_remove",
    "countersign",
    "list_at_panel",
    "refuse_closing",
    "reopen",
]

BLOCKED = (
    "It can’t be closed yet: {count} still to settle. Each is listed on the closing page, with what "
    "to do about it."
)
CLOSED = "The case closed"


def _person(by: By) -> User:
    user = user_of(by)
    if user is None:
        raise Problem("A person must do this.")
    return user


def _guarded(case: Case, asked: Asked, today: dt.date) -> None:
    """Raise Problem where something is left to say, or anything blocks."""
    facts = facts_of(case, today)
    missing = missing_to_ask(asked, facts, today)
    if missing:
        raise Problem(missing[0].words, missing[0].field)
    _nothing_blocks(case, asked.reason, today)


def _nothing_blocks(case: Case, reason: str, today: dt.date) -> None:
    found = blocks(facts_of(case, today), reason, today)
    if found:
        things = "1 thing is" if len(found) == 1 else f"{len(found)} things are"
        raise Problem(BLOCKED.format(count=things))


def _ask(
    by: By,
    case: Case,
    asked: Asked,
    circumstance: str,
    today: dt.date,
    listing: PanelListing | None = None,
) -> Closing:
    if circumstance and circumstance not in Circumstance.values:
        raise Problem("Choose one of the answers.", "circumstance")
    _guarded(case, asked, today)
    waiting = Closing.objects.filter(case=case, listing=listing, answered_on__isnull=True)
    if waiting.exists():
        raise Problem("This was asked for already and waits for the second signature.")
    return Closing.objects.create(
        case=case, listing=listing, reason=asked.reason, circumstance=circumstance,
        words=asked.words.strip(), is_uncoerced=asked.is_uncoerced,
        is_nobody_else_at_risk=asked.is_nobody_else_at_risk, asked_on=today, asked_by=_person(by),
        **_rests_on(case, asked.reason),
    )  # fmt: skip


def _rests_on(case: Case, reason: str) -> dict[str, Any]:
    """What a closing because another body took over rests on: their written acceptance."""
    found = acceptance_of(case) if reason == CloseReason.ACCEPTED else None
    if found is None:
        return {}
    return {"acceptance": found, "body": found.body, "body_letter": found.letter}


@action
def ask_to_close(
    by: By,
    reference: str,
    asked: Asked,
    *,
    today: dt.date,
    circumstance: str = "",
    may: May = May.WORK_CASES,
) -> Closing:
    """Ask for a case to be closed. It stays open until a second person signs. Raises Problem while
    anything blocks it, whoever asks."""
    case = held(by, may, reference)
    still_open(case)
    made = _ask(by, case, asked, circumstance, today)
    case.state = CaseState.ASKED
    _save(case)
    record(by, "cases.ask_to_close", reference, reason=asked.reason)
    return made


@action
def ask_to_remove(
    by: By,
    reference: str,
    listing: str,
    asked: Asked,
    *,
    today: dt.date,
    circumstance: str = "",
    may: May = May.WORK_CASES,
) -> Closing:
    """Ask to take somebody off a panel's list: the same guard as closing."""
    case = held(by, may, reference)
    row = PanelListing.objects.filter(case=case, reference=listing, removed_on=None).first()
    if row is None:
        raise Refused("No such record.")
    made = _ask(by, case, asked, circumstance, today, row)
    record(by, "cases.ask_to_remove", reference, listing=listing, reason=asked.reason)
    return made


def _waiting(by: By, reference: str, closing: int, may: May) -> tuple[Case, Closing]:
    case = held(by, may, reference)
    rows = Closing.objects.select_for_update(of=("self",)).select_related("asked_by", "listing")
    row = rows.filter(case=case, pk=closing, answered_on__isnull=True).first()
    if row is None:
        raise Refused("No such record.")
    if row.asked_by_id == _person(by).pk:
        raise Problem("Somebody else must sign: you asked for it yourself.")
    return case, row


@action
def countersign(
    by: By,
    reference: str,
    closing: int,
    words: str = "",
    *,
    today: dt.date,
    may: May = May.MANAGE_CASES,
) -> Case:
    """Sign as the second person: everything is asked again, then it is done. A case that was open
    for less than the limit needs the manager's reason.

    Raises Problem for whoever asked, while anything blocks, and without that reason.
    """
    case, row = _waiting(by, reference, closing, may)
    _guarded(case, _said(row), today)
    row.answered_on, row.answered_by, row.is_signed = today, _person(by), True
    row.answer = words.strip()
    if row.listing is not None:
        _take_off(row, by, today)
    else:
        _close(case, row, by, words, today, may)
    row.save()
    record(by, "cases.countersign", reference, reason=row.reason)
    return case


def _said(row: Closing) -> Asked:
    """What whoever asked had said, to be asked about again."""
    return Asked(row.reason, row.words, row.is_uncoerced, row.is_nobody_else_at_risk)


def _take_off(row: Closing, by: By, today: dt.date) -> None:
    listing = row.listing
    if listing is None:
        return
    listing.removed_on, listing.removed_by = today, row.asked_by
    listing.countersigned_by = _person(by)
    listing.save()


def _close(case: Case, row: Closing, by: By, words: str, today: dt.date, may: May) -> None:
    for out in case.transfers_out.filter(state=TransferState.SENT):
        taken_back = str(TransferState.WITHDRAWN)
        end_outside(by, case.reference, out.reference, taken_back, CLOSED, today=today, may=may)
    case.is_short = is_short(
        case.reopened_on or case.opened_on, today, limit_on("case.short", today).amount("limit")
    )
    if case.is_short:
        why = "It was open for less than three months. Write why closing it so soon is right."
        case.short_reason = in_words(words, why, "words")
    case.state, case.close_reason, case.closed_on = CaseState.CLOSED, row.reason, today
    case.closed_by, case.countersigned_by, case.blocks_left = row.asked_by, _person(by), 0
    _save(case)
    case.listings.filter(removed_on=None).update(
        removed_on=today, removed_by=row.asked_by, countersigned_by=_person(by)
    )
    end_own_clocks(by, case.reference, today, may, code="closed")
    parts = list(case.items.filter(ended_on=None).values_list("reference", flat=True))
    parts += case.enquiries.values_list("reference", flat=True)
    parts += case.flags.values_list("reference", flat=True)
    for one in parts:
        end_own_clocks(by, one, today, may, code="closed")


@action
def refuse_closing(
    by: By,
    reference: str,
    closing: int,
    words: str,
    *,
    today: dt.date,
    may: May = May.MANAGE_CASES,
) -> Case:
    """Say no to a closing that was asked for, with the reason: the work goes on."""
    case, row = _waiting(by, reference, closing, may)
    row.answer = in_words(words, "Write why it stays open.", "words")
    row.answered_on, row.answered_by = today, _person(by)
    row.save()
    if row.listing_id is None:
        case.state = CaseState.OPEN
        _save(case)
    record(by, "cases.refuse_closing", reference)
    return case


@action
def reopen(
    by: By, reference: str, reason: str, *, today: dt.date, may: May = May.WORK_CASES
) -> Case:
    """Open a closed case again. How long it was closed is kept, and reported within the limit of
    the rule book."""
    case = held(by, may, reference)
    if case.state != CaseState.CLOSED or case.closed_on is None:
        raise Problem("This case is open.")
    in_words(reason, "Write why it is opened again.", "reason")
    case.days_closed = (today - case.closed_on).days
    case.state, case.closed_on, case.close_reason = CaseState.OPEN, None, ""
    case.closed_by = case.countersigned_by = None
    case.is_short, case.short_reason = False, ""
    case.exit_signed_on, case.exit_signed_by, case.exit_words = None, None, ""
    case.reopened_on, case.times_reopened = today, case.times_reopened + 1
    last = case.sessions.order_by("-pk").values_list("pk", flat=True).first()
    case.sessions_before = last or 0
    case.why = f"{case.why}\n\n{reason.strip()}"
    _save(case)
    both = (SessionKind.SUPERVISION, SessionKind.CASE_REVIEW)
    begin_session_clocks(by, case, both, today, may)
    begin_open_clocks(by, case, today, may)
    record(by, "cases.reopen", reference, days=case.days_closed)
    return case


@action
def answer_new_concern(
    by: By,
    reference: str,
    concern: str,
    concern_guard: Guard,
    verdict: str,
    reason: str,
    *,
    today: dt.date,
    may: May = May.WORK_CASES,
) -> CaseConcern:
    """Say what a new concern means for a closed case about the same person: open it again, open a
    new one, or neither, with the reason. One answer is always given; nothing passes by silence."""
    case = held(by, may, reference)
    check(by, may, concern_guard.pk, concern)
    if verdict not in NewConcernVerdict.values:
        raise Problem("Choose: open it again, a new case, or neither.", "verdict")
    words = in_words(reason, "Write why.", "reason")
    row = CaseConcern.objects.create(
        case=case, concern=concern, guard=concern_guard, verdict=verdict, reason=words,
        decided_on=today, decided_by=user_of(by),
    )  # fmt: skip
    if verdict == NewConcernVerdict.REOPEN:
        reopen(by, reference, words, today=today, may=may)
        take_over(by, Case.objects.get(pk=case.pk), concern, concern_guard, today)
    record(by, "cases.answer_new_concern", reference, concern=concern, verdict=verdict)
    return row


@action
def list_at_panel(
    by: By, reference: str, panel: str, why: str, *, today: dt.date, may: May = May.WORK_CASES
) -> PanelListing:
    """Put a case on the list of a panel."""
    case = held(by, may, reference)
    still_open(case)
    if panel not in panel_names(today):
        raise Problem("Choose the panel.", "panel")
    if PanelListing.objects.filter(case=case, panel=panel, removed_on__isnull=True).exists():
        raise Problem("They stand on this list already.", "panel")
    made = PanelListing.objects.create(
        case=case, panel=panel, why=in_words(why, "Write why.", "why"), added_on=today
    )
    record(by, "cases.list_at_panel", reference, listing=made.reference)
    return made


def _save(case: Case) -> None:
    case.version += 1
    case.save()
