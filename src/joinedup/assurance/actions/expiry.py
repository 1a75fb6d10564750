"""Evidence that has run out: what rested on it needs evidence again, and its owner is asked."""

from __future__ import annotations

import datetime as dt

from joinedup.access.choices import May
from joinedup.access.permission import check_any
from joinedup.assurance.choices import Status, UpdateKind
from joinedup.assurance.models import Action
from joinedup.assurance.rules.problem import Problem
from joinedup.assurance.writing.thread import Note, append, held, state_of
from joinedup.audit.actor import By
from joinedup.audit.recorder import action, record
from joinedup.pages.dates import long_date

__all__ = ["ask_again", "ask_for_all_that_ran_out"]

RESTING = (Status.COMPLETE, Status.IN_FORCE)


@action
def ask_again(by: By, reference: str, *, today: dt.date) -> Action:
    """Say in the thread that the evidence of something complete or in force has run out, and ask
    for it again. Raises Problem where it has not, or evidence is asked for already."""
    row = held(by, May.EDIT_PLANS, reference)
    state = state_of(row)
    until = state.evidence_until
    if state.status not in RESTING or until is None or until >= today or state.is_asked:
        raise Problem("Its evidence has not run out, or has been asked for already.")
    words = f"The evidence ran out on {long_date(until)}. It needs evidence again."
    append(by, row, UpdateKind.RAN_OUT, {"is_asked": True}, today, Note(words=words))
    return row


@action
def ask_for_all_that_ran_out(by: By, *, today: dt.date) -> int:
    """Ask again for the evidence of everything whose evidence has run out; the daily job. Done
    twice it asks once. How many were asked for."""
    check_any(by, May.EDIT_PLANS)
    rows = Action.objects.filter(
        status__in=RESTING, evidence_until__lt=today, is_asked=False, plan__ended_on__isnull=True
    )
    references = list(rows.order_by("pk").values_list("reference", flat=True))
    for reference in references:
        ask_again(by, reference, today=today)
    record(by, "assurance.ask_for_all_that_ran_out", "daily", count=len(references), on=today)
    return len(references)
