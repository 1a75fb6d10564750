"""The colour that a plan's rule proposes, with its reason, and the colour that is shown.

The conditions are rule-book data. The lead may worsen a colour freely and improve it with a
reason; both colours are shown.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from joinedup.assurance.choices import CLOSED, Rag, Status
from joinedup.assurance.rules.standing import Standable, needs_evidence
from joinedup.rulebook.entry import Amount, Unit
from joinedup.rulebook.working_days import add_amount

__all__ = ["KNOWN", "Proposal", "fits", "improves", "limit_of", "propose"]

Condition = Mapping[str, Any]

COMPLETIONS = {
    "complete_and_evidenced": True,
    "declared_complete": False,
    "declared_complete_not_evidenced": False,
}
DATED = frozenset({"overdue", "due_within", "no_due_date", "no_update_within"})

KNOWN = frozenset(
    {
        "closed_otherwise",
        "complete_and_evidenced",
        "declared_complete",
        "declared_complete_not_evidenced",
        "due_within",
        "evidence_ran_out",
        "in_force",
        "no_due_date",
        "no_update_within",
        "not_started",
        "on_hold",
        "otherwise",
        "overdue",
        "rejected",
    }
)
"""The conditions a rule may name."""

WORST_FIRST = (Rag.RED, Rag.AMBER, Rag.GREY, Rag.GREEN, Rag.BLUE)


@dataclass(frozen=True, slots=True)
class Proposal:
    """A colour and why."""

    colour: str
    reason: str


def limit_of(condition: Condition, today: dt.date) -> dt.date:
    """The day a condition compares with: `more_than` and `no_update_within` look back from
    today, `due_within` ahead."""
    said = condition.get("more_than") or condition.get("within") or {"amount": 0, "unit": "days"}
    ahead = condition["when"] == "due_within"
    number = int(said["amount"]) if ahead else -int(said["amount"])
    return add_amount(today, Amount(number, Unit(said["unit"])))


def fits(condition: Condition, action: Standable, today: dt.date) -> bool:
    """Whether one condition of a colour rule holds for an action today. Raises ValueError for a
    condition that nobody knows."""
    when = condition["when"]
    if when not in KNOWN:
        raise ValueError(f"The colour rule names an unknown condition: {when}.")
    if condition.get("ask_only") and not action.is_asked:
        return False
    is_complete = action.status == Status.COMPLETE
    if when in COMPLETIONS:
        return is_complete and needs_evidence(action, today) != COMPLETIONS[when]
    if when in DATED:
        return action.status not in CLOSED and _fits_date(condition, action, today)
    if when == "closed_otherwise":
        return action.status in CLOSED and not is_complete
    if when == "evidence_ran_out":
        until = action.evidence_until
        return action.status == Status.IN_FORCE and until is not None and until < today
    return bool(when == "otherwise" or action.status == when)


def _fits_date(condition: Condition, action: Standable, today: dt.date) -> bool:
    """Whether a condition about dates holds for something open."""
    limit, day, said_on = limit_of(condition, today), action.next_on, action.updated_on
    match condition["when"]:
        case "no_due_date":
            return day is None and not action.recurrence
        case "overdue":
            return day is not None and day < limit
        case "due_within":
            return day is not None and day <= limit
    return said_on is not None and said_on < limit


def propose(action: Standable, conditions: Sequence[Condition], today: dt.date) -> Proposal:
    """The first condition that fits gives colour and reason; grey where none does."""
    for condition in conditions:
        if fits(condition, action, today):
            return Proposal(str(condition["colour"]), str(condition["reason"]))
    return Proposal(Rag.GREY.value, "The plan's colour rule says nothing about this.")


def improves(proposed: str, wanted: str) -> bool:
    """Whether `wanted` looks better than what the rule proposes, and so needs a reason."""
    return WORST_FIRST.index(Rag(wanted)) > WORST_FIRST.index(Rag(proposed))
