"""How an action goes on: updates, new dates, completion, agreement, recurring duties."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from joinedup.access.choices import May
from joinedup.assurance.choices import DatesBy, Proof, Status, UpdateKind
from joinedup.assurance.models import Action, Update
from joinedup.assurance.rules.changes import (
    met_changes,
    reopen_changes,
    status_changes,
)
from joinedup.assurance.rules.problem import Problem
from joinedup.assurance.writing.dates import move_date
from joinedup.assurance.writing.owning import owns
from joinedup.assurance.writing.thread import (
    Behalf,
    Note,
    append,
    held,
    state_of,
    unchanged,
)
from joinedup.audit.actor import By
from joinedup.audit.recorder import action

__all__ = [
    "add_update",
    "agree",
    "agree_many",
    "declare_complete",
    "meet_occurrence",
    "reopen",
    "set_new_date",
]

NOBODY = Behalf()


@action
def add_update(
    by: By,
    reference: str,
    words: str = "",
    *,
    today: dt.date,
    status: str = "",
    next_review_on: dt.date | None = None,
    effective_on: dt.date | None = None,
    behalf: Behalf = NOBODY,
    version: int | None = None,
    corrects: int | None = None,
) -> Update:
    """Say how an action stands, in words, with a new status, or both; also for another person.

    Raises Problem where nothing is said or the status may not be, Stale where somebody else
    saved since `version` was read.
    """
    row = held(by, May.UPDATE_ACTIONS, reference)
    wanted: dict[str, Any] = {}
    if status:
        unchanged(row, version, {"status": status})
        if status not in Status.values:
            raise Problem("Choose a status from the list.", "status")
        state = state_of(row)
        if status != state.status or next_review_on:
            wanted |= status_changes(state, status, effective_on or today, next_review_on)
    if words.strip():
        wanted["latest"] = words.strip()
    kind = UpdateKind.STATUS if "status" in wanted else UpdateKind.PROGRESS
    note = Note(words=words, effective_on=effective_on, behalf=behalf, corrects=corrects)
    return append(by, row, kind, wanted, today, note)


@action
def declare_complete(
    by: By,
    reference: str,
    words: str = "",
    *,
    today: dt.date,
    effective_on: dt.date | None = None,
    behalf: Behalf = NOBODY,
) -> Update:
    """Declare an action complete. Without evidence it is shown as declared, not evidenced.

    Raises Problem for a recurring duty, which is never complete.
    """
    row = held(by, May.UPDATE_ACTIONS, reference)
    state = state_of(row)
    if state.status == Status.COMPLETE:
        raise Problem("This action has already been declared complete.")
    wanted = status_changes(state, Status.COMPLETE.value, effective_on or today)
    if words.strip():
        wanted["latest"] = words.strip()
    note = Note(words=words, effective_on=effective_on, behalf=behalf)
    return append(by, row, UpdateKind.STATUS, wanted, today, note)


@action
def reopen(
    by: By, reference: str, reason: str, *, today: dt.date, behalf: Behalf = NOBODY
) -> Update:
    """Open a closed action again. Raises Problem where it is open, or no reason is given."""
    row = held(by, May.UPDATE_ACTIONS, reference)
    if not reason.strip():
        raise Problem("Say why it has to be opened again.", "reason")
    wanted = reopen_changes(state_of(row))
    note = Note(reason=reason, behalf=behalf)
    return append(by, row, UpdateKind.REOPENED, wanted, today, note)


@action
def set_new_date(
    by: By,
    reference: str,
    due_on: dt.date,
    *,
    today: dt.date,
    reason: str,
    approved_by: str,
    due_text: str = "",
    due_precision: str = "day",
    behalf: Behalf = NOBODY,
) -> Update:
    """Give an action a new due date. The first date and every one between are kept.

    Raises Problem without a reason, without the name of who approved it, on a closed action, or
    in a plan whose dates a meeting approves: there they are put forward first.
    """
    row = held(by, May.UPDATE_ACTIONS, reference)
    if row.plan.dates_by == DatesBy.BODY:
        raise Problem(
            "In this plan a meeting decides on new dates. Put the date forward on the action’s own "
            "page; it holds once the meeting’s minute is recorded.",
            "due_on",
        )
    note = Note(reason=reason, approved_by=approved_by, behalf=behalf)
    return move_date(by, row, due_on, note, today, due_text.strip(), due_precision)


@action
def meet_occurrence(
    by: By,
    reference: str,
    met_on: dt.date,
    words: str = "",
    *,
    today: dt.date,
    next_on: dt.date | None = None,
    behalf: Behalf = NOBODY,
) -> Update:
    """Record that a recurring duty was met this time; the next time opens by itself where the
    calendar says it, else on `next_on`."""
    row = held(by, May.UPDATE_ACTIONS, reference)
    wanted = met_changes(state_of(row), met_on, next_on)
    if words.strip():
        wanted["latest"] = words.strip()
    note = Note(words=words, effective_on=met_on, behalf=behalf)
    return append(by, row, UpdateKind.MET, wanted, today, note)


def _agree(by: By, row: Action, words: str, minute: str, today: dt.date) -> Update:
    """Agree one declared completion, by somebody who did not declare it.

    An owner of the action, in person or by a post they hold, agrees only what a meeting agreed, and
    gives its minute: otherwise two owners could agree each other's word.
    """
    state = state_of(row)
    if state.proof not in (Proof.DECLARED, Proof.EVIDENCED):
        raise Problem(
            f"{row.code or row.reference}: nobody has declared this complete, or it has been "
            "agreed already."
        )
    declared = (
        Update.objects.filter(action=row, changes__has_key="declared_on")
        .order_by("-number")
        .first()
    )
    if declared is not None and by.user is not None:
        is_own_word = declared.said_by_person_id == by.user.person_id
        if is_own_word or (declared.by_ref == by.ref and not minute.strip()):
            raise Problem(
                "Somebody other than the person who declared it has to agree, or a meeting: "
                "then give its minute."
            )
    if by.user is not None and not minute.strip() and owns(by.user, row):
        raise Problem(
            "You own this action, so somebody else has to agree, or a meeting: then give its minute."
        )
    note = Note(words=words, minute=minute)
    return append(by, row, UpdateKind.SIGN_OFF, {"agreed_on": today}, today, note)


@action
def agree(by: By, reference: str, words: str = "", *, today: dt.date, minute: str = "") -> Update:
    """Agree, as a second person, that what was declared is so."""
    return _agree(by, held(by, May.AGREE, reference), words, minute, today)


@action
def agree_many(
    by: By, references: Sequence[str], minute: str, *, today: dt.date, words: str = ""
) -> list[Update]:
    """Record that a meeting agreed several completions at once, citing its minute: all or none."""
    if not minute.strip():
        raise Problem("Give the minute in which the meeting agreed.", "minute")
    if not references:
        raise Problem("Choose at least one action.", "references")
    rows = [held(by, May.AGREE, reference) for reference in sorted(set(references))]
    return [_agree(by, row, words, minute, today) for row in rows]
