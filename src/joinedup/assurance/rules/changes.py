"""Which changes of a state are allowed, and what else they bring with them."""

from __future__ import annotations

import datetime as dt
from typing import Any

from joinedup.assurance.choices import Rag, Recurrence, Status
from joinedup.assurance.rules.occurrences import by_calendar, next_occurrence
from joinedup.assurance.rules.problem import Problem
from joinedup.assurance.rules.rag import improves
from joinedup.assurance.rules.state import State

__all__ = [
    "colour_changes",
    "date_changes",
    "edit_changes",
    "met_changes",
    "reopen_changes",
    "status_changes",
]

EDITABLE = frozenset(
    {
        "title",
        "code",
        "section",
        "agency",
        "priority",
        "theme",
        "review_method",
        "needs_agreement",
        "start_on",
        "due_text",
        "recurrence",
        "occurrence_on",
        "next_review_on",
    }
)
"""What may be edited as a text is edited; all else has an action of its own."""


def status_changes(
    state: State, status: str, on: dt.date, next_review_on: dt.date | None = None
) -> dict[str, Any]:
    """What declaring a status on a day changes.

    A recurring duty is never complete (real plans print "Monthly" and "Complete" in
    one row); "under review" needs the day of the next review.
    """
    if status == Status.COMPLETE and state.recurrence:
        raise Problem(
            "This duty comes back, so it is never complete. Record that it was met this time, "
            "or first change how often it is due to “Once”.",
            "status",
        )
    if status == Status.IN_FORCE and not state.recurrence:
        raise Problem("Only a duty that comes back can be in force.", "status")
    review = next_review_on or state.next_review_on
    if status == Status.UNDER_REVIEW and review is None:
        raise Problem("Say when the next review is.", "next_review_on")
    wanted: dict[str, Any] = {"status": status, "agreed_on": None}
    wanted["declared_on"] = on if status in (Status.COMPLETE, Status.IN_FORCE) else None
    if next_review_on is not None:
        wanted["next_review_on"] = next_review_on
    return wanted


def reopen_changes(state: State) -> dict[str, Any]:
    """What reopening changes. Raises Problem where there is nothing to reopen."""
    if state.is_open:
        raise Problem("This action is not closed, so it cannot be reopened.")
    return {"status": Status.IN_PROGRESS.value, "declared_on": None, "agreed_on": None}


def date_changes(
    state: State, due_on: dt.date, reason: str, approved_by: str, due_text: str, precision: str
) -> dict[str, Any]:
    """What a new due date changes. It needs a reason and the name of who approved it."""
    if not state.is_open:
        raise Problem("This action is closed. Reopen it before you give it a new date.", "due_on")
    if not reason.strip():
        raise Problem("Say why the date has to move.", "reason")
    if not approved_by.strip():
        raise Problem("Say who approved the new date.", "approved_by")
    if due_on == state.next_on:
        raise Problem("This is the date that the action already has.", "due_on")
    if state.recurrence:
        return {"occurrence_on": due_on}
    return {"due_on": due_on, "due_text": due_text, "due_precision": precision}


def met_changes(state: State, on: dt.date, next_on: dt.date | None) -> dict[str, Any]:
    """What meeting a recurring duty on a day changes: it is in force, and its next time is open.

    The next time follows the one that was met, not the day it was met on: a July meeting held in
    August leaves August open.
    """
    if not state.recurrence:
        raise Problem("This action is done once. Declare it complete instead.")
    if next_on is None and by_calendar(state.recurrence):
        anchor = state.start_on or state.occurrence_on or on
        next_on = next_occurrence(state.recurrence, anchor, state.occurrence_on or on, state.due_on)
    last = max(on, state.last_met_on) if state.last_met_on else on
    return {
        "status": Status.IN_FORCE.value,
        "last_met_on": last,
        "declared_on": on,
        "agreed_on": None,
        "occurrence_on": next_on,
    }


def colour_changes(proposed: str, colour: str, reason: str) -> dict[str, Any]:
    """What setting a colour changes: worse freely, better only with a reason."""
    if colour and colour not in Rag.values:
        raise Problem("Choose one of the colours.", "colour")
    if colour and improves(proposed, colour) and not reason.strip():
        raise Problem(
            "This looks better than the plan's rule says. Give the reason; both colours are shown.",
            "reason",
        )
    return {"rag_set": colour, "rag_set_reason": reason.strip() if colour else ""}


def edit_changes(state: State, wanted: dict[str, Any]) -> dict[str, Any]:
    """What editing an action by hand changes. Raises Problem for a field with its own action, an
    empty title, or a closed action that would start to recur."""
    for name in wanted:
        if name not in EDITABLE:
            raise Problem("This cannot be edited here.", name)
    if "title" in wanted and not str(wanted["title"]).strip():
        raise Problem("Write what the action is.", "title")
    changed = dict(wanted)
    recurrence = wanted.get("recurrence", state.recurrence)
    if recurrence not in Recurrence.values:
        raise Problem("Choose how often it is due.", "recurrence")
    if recurrence and state.status == Status.COMPLETE:
        raise Problem("A completed action cannot become a recurring duty. Reopen it first.")
    if not recurrence and state.recurrence:
        changed["occurrence_on"] = None
        if state.status == Status.IN_FORCE:
            changed["status"] = Status.IN_PROGRESS.value
    elif recurrence and not state.recurrence and not changed.get("occurrence_on"):
        changed["occurrence_on"] = changed.get("start_on", state.start_on) or state.due_on
    return changed
