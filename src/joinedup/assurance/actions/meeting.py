"""What a meeting records, row by row."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from joinedup.access.choices import May
from joinedup.assurance.actions.progress import add_update, meet_occurrence, set_new_date
from joinedup.assurance.models import Action
from joinedup.assurance.rules.problem import Problem, Stale
from joinedup.assurance.rules.state import to_json
from joinedup.assurance.writing.thread import Behalf, held, state_of
from joinedup.audit.actor import By
from joinedup.audit.recorder import action, record

__all__ = ["Said", "say_in_meeting"]

SHOWN = {"status": "status", "next_on": "due_on", "latest": "latest"}
MET = "met"


@dataclass(frozen=True, slots=True)
class Said:
    """What was typed in one row: words, a status (or "met" for a recurring duty) with the day of
    the next review where it is under review, a new date."""

    words: str = ""
    status: str = ""
    due_on: dt.date | None = None
    next_review_on: dt.date | None = None


@action
def say_in_meeting(
    by: By,
    reference: str,
    version: int,
    said: Said,
    *,
    today: dt.date,
    behalf: Behalf,
    minute: str,
) -> Action:
    """Record one row of a meeting, all of it or nothing: words, status and new date.

    The minute is who approved a new date; without one, the person who said it. Raises Stale with
    both texts where somebody else changed the row since `version` was read, Problem where a
    change may not be or nothing was said.
    """
    row = held(by, May.UPDATE_ACTIONS, reference)
    if version != row.version:
        state = state_of(row)
        theirs = {name: to_json(as_, getattr(state, name)) for name, as_ in SHOWN.items()}
        raise Stale(theirs, {name: to_json(name, getattr(said, name)) for name in said.__slots__})
    on = behalf.on or today
    words = said.words.strip()
    if said.due_on is not None:
        approved_by = minute.strip() or behalf.by or (by.user.person.name if by.user else "")
        set_new_date(
            by,
            reference,
            said.due_on,
            today=today,
            reason=words,
            approved_by=approved_by,
            behalf=behalf,
        )
    if said.status == MET:
        meet_occurrence(by, reference, on, words, today=today, behalf=behalf)
    elif said.status or words:
        add_update(
            by,
            reference,
            words,
            today=today,
            status=said.status,
            next_review_on=said.next_review_on,
            effective_on=on,
            behalf=behalf,
        )
    elif said.due_on is None:
        raise Problem("Write how it stands, or change something.", "words")
    record(by, "assurance.say_in_meeting", reference, on=on)
    row.refresh_from_db()
    return row
