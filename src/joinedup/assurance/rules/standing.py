"""What a state means on a day: overdue, due soon, declared, in force; and the words for it."""

from __future__ import annotations

import datetime as dt
from typing import Protocol

from joinedup.assurance.choices import CLOSED, Proof, Status
from joinedup.pages.dates import dated, long_date, plural

__all__ = ["Standable", "days_late", "due_words", "is_overdue", "needs_evidence", "standing_words"]


class Standable(Protocol):
    """What these rules ask of a state or of a row of the register."""

    @property
    def status(self) -> str: ...
    @property
    def proof(self) -> str: ...
    @property
    def recurrence(self) -> str: ...
    @property
    def due_text(self) -> str: ...
    @property
    def due_precision(self) -> str: ...
    @property
    def next_on(self) -> dt.date | None: ...
    @property
    def last_met_on(self) -> dt.date | None: ...
    @property
    def declared_on(self) -> dt.date | None: ...
    @property
    def agreed_on(self) -> dt.date | None: ...
    @property
    def updated_on(self) -> dt.date | None: ...
    @property
    def next_review_on(self) -> dt.date | None: ...
    @property
    def evidence_until(self) -> dt.date | None: ...
    @property
    def embedded_on(self) -> dt.date | None: ...
    @property
    def embedded_until(self) -> dt.date | None: ...
    @property
    def is_asked(self) -> bool: ...


def days_late(action: Standable, today: dt.date) -> int:
    """Days past the due date of something still open; 0 where it is not late."""
    if action.status in CLOSED or action.next_on is None:
        return 0
    return max(0, (today - action.next_on).days)


def is_overdue(action: Standable, today: dt.date) -> bool:
    """Open, and its date has passed."""
    return days_late(action, today) > 0


def needs_evidence(action: Standable, today: dt.date) -> bool:
    """Complete or in force by word alone, or its evidence has run out."""
    if action.status not in (Status.COMPLETE, Status.IN_FORCE):
        return False
    ran_out = action.evidence_until is not None and action.evidence_until < today
    return action.proof in (Proof.NONE, Proof.DECLARED) or ran_out


def due_words(action: Standable, today: dt.date) -> str:
    """ "Due 31 August 2015, 12 days late", "Due in June 2015", or what the plan printed."""
    if action.next_on is None:
        return action.due_text or "No date"
    exact = "day" if action.recurrence else action.due_precision or "day"
    day = dated(action.next_on, exact)
    joint = "in" if exact == "month" else ""
    start = " ".join(
        part for part in ("Next due" if action.recurrence else "Due", joint, day) if part
    )
    if action.status in CLOSED:
        return start.replace("Due", "Was due", 1)
    late = days_late(action, today)
    if late:
        return f"{start}, {plural(late, 'day')} late"
    return f"{start}, today" if action.next_on == today else start


def standing_words(action: Standable, today: dt.date) -> str:
    """One sentence for how it stands, never more certain than what it rests on."""
    if action.status == Status.COMPLETE:
        return _complete_words(action, today) + _embedded_words(action, today)
    if action.status == Status.IN_FORCE:
        return _force_words(action, today) + _embedded_words(action, today)
    if action.status == Status.UNDER_REVIEW and action.next_review_on:
        return f"Under review, next on {long_date(action.next_review_on)}"
    return Status(action.status).label


def _complete_words(action: Standable, today: dt.date) -> str:
    """How complete it is, and on what that rests."""
    when = long_date(action.declared_on)
    if action.proof == Proof.AGREED:
        words = f"Complete, agreed on {long_date(action.agreed_on)}"
        return words + _ran_out_words(action, today)
    if action.proof == Proof.EVIDENCED:
        if needs_evidence(action, today):
            return f"Complete, but its evidence ran out on {long_date(action.evidence_until)}"
        return f"Complete on {when}, with evidence"
    return f"Declared complete on {when}, not evidenced"


def _force_words(action: Standable, today: dt.date) -> str:
    """When a continuing duty was last met."""
    if action.last_met_on:
        words = f"In force, last met on {long_date(action.last_met_on)}"
    elif action.declared_on:
        words = f"In force, declared met on {long_date(action.declared_on)}, not evidenced"
    else:
        return "In force, not yet recorded as met"
    return words + _ran_out_words(action, today)


def _ran_out_words(action: Standable, today: dt.date) -> str:
    if action.evidence_until is None or action.evidence_until >= today:
        return ""
    return f"; its evidence ran out on {long_date(action.evidence_until)}"


def _embedded_words(action: Standable, today: dt.date) -> str:
    """What somebody else found later: that it made a difference."""
    if action.embedded_on is None:
        return ""
    if action.embedded_until is not None and action.embedded_until < today:
        return (
            f"; was embedded, but what shows the difference ran out on "
            f"{long_date(action.embedded_until)}"
        )
    return f"; embedded: found on {long_date(action.embedded_on)} to have made a difference"
