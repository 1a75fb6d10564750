"""Recurring duties whose time went by: the clock is missed and the next time opens."""

from __future__ import annotations

import datetime as dt

from joinedup.access.choices import May
from joinedup.assurance.choices import UpdateKind
from joinedup.assurance.models import Update
from joinedup.assurance.rules.occurrences import newest_occurrence
from joinedup.assurance.rules.problem import Problem
from joinedup.assurance.writing.thread import Note, append, held, state_of
from joinedup.audit.actor import By
from joinedup.audit.recorder import action
from joinedup.clocks.actions import miss
from joinedup.clocks.choices import ClockKind
from joinedup.clocks.queries import open_for

__all__ = ["pass_missed"]

REASON = "Nobody recorded this as met by its day, and the next time has come."


@action
def pass_missed(by: By, reference: str, *, today: dt.date) -> Update:
    """Go on to the newest time of a recurring duty that has come; what was owed before is missed.

    The daily job does this on the day of the next time, so that a duty nobody looks after stays
    overdue and its missed times are counted. It says nothing of how the duty stands: the days
    without an update go on counting. Raises Problem where the next time has not come.
    """
    row = held(by, May.UPDATE_ACTIONS, reference)
    state = state_of(row)
    newest = newest_occurrence(
        state.recurrence, state.start_on, state.occurrence_on, today, state.due_on
    )
    if newest is None or not state.is_open:
        raise Problem("The next time of this duty has not come yet.")
    note = Note(reason=REASON)
    update = append(by, row, UpdateKind.CORRECTION, {"occurrence_on": newest}, today, note)
    for clock in open_for([row.reference]).filter(kind=ClockKind.OCCURRENCE, due_on__lt=newest):
        miss(by, clock.reference, today)
    return update
