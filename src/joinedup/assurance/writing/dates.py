"""Moving the due date of an action, however it came about."""

from __future__ import annotations

import datetime as dt

from joinedup.assurance.choices import UpdateKind
from joinedup.assurance.models import Action, Update
from joinedup.assurance.rules.changes import date_changes
from joinedup.assurance.writing.thread import Note, append, state_of
from joinedup.audit.actor import By

__all__ = ["move_date"]


def move_date(
    by: By,
    row: Action,
    due_on: dt.date,
    note: Note,
    today: dt.date,
    due_text: str = "",
    due_precision: str = "day",
) -> Update:
    """Give an action that is held another date; `note` says why and who approved it. Every earlier
    date is kept. Raises Problem as `rules.changes.date_changes` does."""
    state = state_of(row)
    wanted = date_changes(state, due_on, note.reason, note.approved_by, due_text, due_precision)
    return append(by, row, UpdateKind.NEW_DATE, wanted, today, note)
