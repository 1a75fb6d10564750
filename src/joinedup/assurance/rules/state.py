"""The state of an action: every field that updates can change, and what follows from them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

from joinedup.assurance.choices import CLOSED, Claim, Proof, Status

__all__ = [
    "FOLDED",
    "EvidenceMark",
    "OwnerMark",
    "State",
    "changes_between",
    "from_json",
    "to_json",
]


@dataclass(frozen=True, slots=True)
class OwnerMark:
    """One owner: `who` is the reference of a person, post or organisation, or empty where only
    the printed words are known."""

    who: str
    printed: str = ""


@dataclass(frozen=True, slots=True)
class EvidenceMark:
    """One piece of evidence that stands: its reference, what it claims, until when it is good,
    the day it is about; `embeds_on` is the day on which somebody else found that it shows, late
    enough, a difference."""

    ref: str
    claim: str = Claim.DONE.value
    expires_on: dt.date | None = None
    relates_on: dt.date | None = None
    embeds_on: dt.date | None = None


@dataclass(frozen=True, slots=True)
class State:
    """How an action stands. The last four fields are worked out while folding; `done_since` is the
    day from which it has been complete or in force without a break."""

    title: str = ""
    code: str = ""
    section: str = ""
    agency: str = ""
    priority: str = ""
    theme: str = ""
    review_method: str = ""
    needs_agreement: bool = False
    status: str = Status.UNSTATED.value
    due_text: str = ""
    due_on: dt.date | None = None
    due_precision: str = ""
    start_on: dt.date | None = None
    recurrence: str = ""
    occurrence_on: dt.date | None = None
    last_met_on: dt.date | None = None
    next_review_on: dt.date | None = None
    declared_on: dt.date | None = None
    agreed_on: dt.date | None = None
    is_asked: bool = False
    rag_set: str = ""
    rag_set_reason: str = ""
    latest: str = ""
    owners: tuple[OwnerMark, ...] = ()
    evidence: tuple[EvidenceMark, ...] = ()

    first_due_on: dt.date | None = None
    times_moved: int = 0
    updated_on: dt.date | None = None
    done_since: dt.date | None = None

    @property
    def is_open(self) -> bool:
        """Whether there is still something to do."""
        return self.status not in CLOSED

    @property
    def next_on(self) -> dt.date | None:
        """The next day on which something is owed: the occurrence of a recurring duty, else the
        due date."""
        return self.occurrence_on if self.recurrence else self.due_on

    @property
    def proofs(self) -> tuple[EvidenceMark, ...]:
        """Evidence that claims the thing was done."""
        return tuple(one for one in self.evidence if one.claim == Claim.DONE)

    @property
    def impacts(self) -> tuple[EvidenceMark, ...]:
        """Evidence that somebody else found to show a difference, about a day after it was done."""
        since = self.done_since
        return tuple(
            one
            for one in self.evidence
            if one.claim == Claim.DIFFERENCE
            and one.embeds_on is not None
            and one.relates_on is not None
            and since is not None
            and one.relates_on > since
        )

    @property
    def embedded_on(self) -> dt.date | None:
        """Since when it counts as embedded: done, and shown later to have made a difference."""
        days = [one.embeds_on for one in self.impacts if one.embeds_on is not None]
        return min(days, default=None)

    @property
    def embedded_until(self) -> dt.date | None:
        """Until when what shows the difference is good; None where it never ends."""
        return _longest(self.impacts)

    @property
    def evidence_count(self) -> int:
        """How many pieces of evidence stand."""
        return len(self.evidence)

    @property
    def evidence_until(self) -> dt.date | None:
        """Until when the longest evidence is good; None where there is none or it never ends."""
        return _longest(self.proofs)

    @property
    def proof(self) -> str:
        """What the completion, or the keeping of the duty, rests on."""
        if self.status not in (Status.COMPLETE, Status.IN_FORCE):
            return Proof.NONE.value
        if self.agreed_on is not None:
            return Proof.AGREED.value
        if self.proofs:
            return Proof.EVIDENCED.value
        return Proof.DECLARED.value if self.declared_on else Proof.NONE.value


def _longest(marks: tuple[EvidenceMark, ...]) -> dt.date | None:
    """The last day on which any of these is good; None for none, or where one never ends."""
    ends = [one.expires_on for one in marks]
    known = [end for end in ends if end is not None]
    return max(known) if known and len(known) == len(ends) else None


WORKED_OUT = frozenset({"first_due_on", "times_moved", "updated_on", "done_since"})
FOLDED = tuple(one.name for one in fields(State) if one.name not in WORKED_OUT)
"""The fields that an update may change."""

DATES = frozenset({"expires_on", *(name for name in FOLDED if name.endswith("_on"))})


def _later_days(mark: EvidenceMark) -> dict[str, str]:
    """The days that older updates do not hold: left out where there are none."""
    days = {"relates_on": mark.relates_on, "embeds_on": mark.embeds_on}
    return {name: day.isoformat() for name, day in days.items() if day is not None}


def to_json(name: str, value: Any) -> Any:
    """A field's value as JSON keeps it."""
    if name in DATES:
        return value.isoformat() if value else None
    if name == "owners":
        return [{"who": one.who, "printed": one.printed} for one in value]
    if name == "evidence":
        return [
            {
                "ref": one.ref,
                "claim": str(one.claim),
                "expires_on": one.expires_on.isoformat() if one.expires_on else None,
                **_later_days(one),
            }
            for one in value
        ]
    return value if isinstance(value, bool) else str(value)


def from_json(name: str, value: Any) -> Any:
    """A field's value as rules use it; `None` gives the field's empty value."""
    if name in DATES:
        return dt.date.fromisoformat(value) if value else None
    if name == "owners":
        return tuple(OwnerMark(one["who"], one["printed"]) for one in value or ())
    if name == "evidence":
        return tuple(
            EvidenceMark(
                one["ref"],
                one["claim"],
                from_json("expires_on", one["expires_on"]),
                from_json("expires_on", one.get("relates_on")),
                from_json("expires_on", one.get("embeds_on")),
            )
            for one in value or ()
        )
    if name in ("needs_agreement", "is_asked"):
        return bool(value)
    if name == "status":
        return value or Status.UNSTATED.value
    return value or ""


def changes_between(before: State, wanted: Mapping[str, Any]) -> dict[str, list[Any]]:
    """{field: [old, new]} for the wanted fields that differ. Raises KeyError for other fields."""
    changes: dict[str, list[Any]] = {}
    for name, value in wanted.items():
        if name not in FOLDED:
            raise KeyError(name)
        old, new = to_json(name, getattr(before, name)), to_json(name, value)
        if old != new:
            changes[name] = [old, new]
    return changes
