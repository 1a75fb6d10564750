"""What can be done with a referral in each state, and when its answers are due."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from joinedup.referrals.choices import State
from joinedup.rulebook import Entry
from joinedup.rulebook.working_days import add_amount

__all__ = ["OFFERS", "due_after", "is_late", "offers"]

OFFERS: Mapping[str, tuple[str, ...]] = {
    State.DRAFTED: ("amend", "send", "keep_back"),
    State.SENT: ("acknowledge", "accept", "decline", "record_result"),
    State.ACKNOWLEDGED: ("accept", "decline", "record_result"),
    State.ACCEPTED: ("decline", "record_result"),
    State.DECLINED: ("accept", "let_stand"),
    State.ENDED: ("let_stand",),
    State.KEPT_BACK: (),
}
"""State → what may be done; an outcome is let stand only where it is a refusal. A challenge is offered
by `routes.may_be_challenged`."""


def offers(state: str, *, is_copy: bool = False, is_refused: bool = False) -> tuple[str, ...]:
    """What may be done with a referral now. A copy waits for no answer. `is_refused` says that an
    outcome is a refusal."""
    found = OFFERS[State(state)]
    if state == State.ENDED and not is_refused:
        return ()
    if is_copy and state not in (State.DRAFTED, State.KEPT_BACK):
        return ()
    return found


def due_after(entry: Entry, started_on: dt.date, subdiv: str = "ENG") -> dt.date:
    """The last day on which the limit of `entry`, started on a day, is kept. The day itself does
    not count; working days leave out weekends and bank holidays."""
    return add_amount(started_on, entry.amount("limit"), subdiv)


def is_late(due_on: dt.date | None, today: dt.date) -> bool:
    """Whether a day has gone by."""
    return due_on is not None and due_on < today
