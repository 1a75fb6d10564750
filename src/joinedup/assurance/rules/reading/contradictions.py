"""What a plan says that cannot both be so. Each is asked; none is settled in silence."""

from __future__ import annotations

import re
from typing import Any

from .model import Question, Row

__all__ = ["contradictions"]

_RECURS = {
    "weekly",
    "fortnightly",
    "monthly",
    "two_monthly",
    "quarterly",
    "termly",
    "six_monthly",
    "annual",
    "each_meeting",
    "event",
    "ongoing",
}
_UNDONE = re.compile(
    r"\b(not yet|to be (?:completed|done|arranged|agreed|finali[sz]ed)|still (?:outstanding|to)|"
    r"awaiting|outstanding|has not|have not|remains? to)\b",
    re.IGNORECASE,
)


def contradictions(row: Row) -> list[Question]:
    """The contradictions inside one row, as questions."""
    due: dict[str, Any] = row.value("due") or {}
    status: dict[str, Any] = row.value("status") or {}
    value = status.get("value")
    found: list[Question] = []

    def ask(field: str, text: str) -> None:
        found.append(Question("contradiction", row.id, field, text))

    if due.get("recurrence") in _RECURS and value == "complete":
        ask(
            "status",
            f"“{due.get('text')}” goes on, but the status says “{status.get('text')}”. Is the "
            "duty in force, or has it ended?",
        )
    if due.get("start") and due.get("date") and str(due["start"])[:7] > str(due["date"])[:7]:
        ask("due", f"The start ({due['start']}) is after the end ({due['date']}). Which is right?")
    text = " ".join(str(item) for item in row.value("progress") or [])
    if value == "complete" and _UNDONE.search(text):
        ask(
            "status",
            f"The status says “{status.get('text')}”, but the progress speaks of work still "
            "to do. Is it complete?",
        )
    if value == "not_started" and re.search(
        r"\b100\s?%|\bcompleted?\b(?! by)", text, re.IGNORECASE
    ):
        ask(
            "status",
            f"The status says “{status.get('text')}”, but the progress speaks of completion. "
            "Which is right?",
        )
    if value == "rejected" and due.get("date"):
        ask("status", "The action is rejected or withdrawn, but has a date. Is it still due?")
    return found
