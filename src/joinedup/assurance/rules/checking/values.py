"""A field as a person types it on the check page, to and from the reading's values."""

from __future__ import annotations

from typing import Any

from joinedup.assurance.rules.checking.steps import StepFault
from joinedup.assurance.rules.due import day_in_words, parse_due
from joinedup.assurance.rules.reading.model import Account
from joinedup.assurance.rules.status import parse_priority, parse_status

__all__ = ["LISTS", "STATUSES", "USES", "account_words", "meaning_words", "shown", "typed"]

LISTS = {"actions", "owners", "progress", "see"}
STATUSES = {
    "complete": "Complete",
    "partial": "Partly complete",
    "in_progress": "In progress",
    "not_started": "Not started",
    "overdue": "Overdue",
    "on_hold": "On hold",
    "rejected": "Not going ahead",
}


def shown(name: str, value: Any) -> str:
    """A value as text in a box: lists one item a line, dates and statuses as printed."""
    if value is None:
        return ""
    if isinstance(value, list | tuple):
        return "\n".join(str(item) for item in value)
    if isinstance(value, dict):
        return str(value.get("text") or value.get("value") or "")
    return str(value)


def typed(name: str, text: str, year: int | None) -> Any:
    """The value of a field from what a person typed. Raises StepFault with a sentence."""
    text = text.strip()
    if name in LISTS:
        return [line.strip() for line in text.splitlines() if line.strip()]
    if name == "due":
        if not text:
            return None
        due = parse_due(text, year)
        return {"text": text, "date": due.date, "start": due.start, "recurrence": due.recurrence}
    if name == "status":
        return _status(text)
    if name == "priority":
        return _priority(text)
    if name == "title" and not text:
        raise StepFault(
            "An action needs words. Type what is to be done, or mark the row as no action."
        )
    return text or None


def _priority(text: str) -> dict[str, str] | None:
    if not text:
        return None
    found = parse_priority(text)
    if found is None:
        raise StepFault(f"“{text}” is not a priority known here. Type high, medium or low.")
    return {"text": text, "value": found.value}


def _status(text: str) -> dict[str, str] | None:
    if not text:
        return None
    if text in STATUSES:
        return {"text": STATUSES[text], "value": text}
    found = parse_status(text)
    if found is None:
        raise StepFault(
            f"“{text}” is not a status known here. Choose one from the list, or put it in Progress."
        )
    return {"text": text, "value": found.value}


USES = {
    "row": "in rows",
    "heading": "headings",
    "header": "column headings",
    "repeated_header": "repeated column headings",
    "title": "titles",
    "legend": "keys",
    "guidance": "guidance",
    "note": "notes",
    "text": "text around the plan",
    "unplaced": "in no row, listed below",
    "empty": "empty",
    "lost": "lost",
}
"""Where source cells go, in words."""
ONES = ("heading", "header", "repeated_header", "title", "legend", "note")
"""Those whose words lose their s when there is one."""


def meaning_words(name: str, value: Any) -> str:
    """What a date or status was taken to mean, in words; empty for other fields."""
    if not isinstance(value, dict):
        return ""
    if name == "status":
        return STATUSES.get(str(value.get("value")), "")
    if name != "due":
        return ""
    parts = []
    if value.get("start"):
        parts.append(f"starts {day_in_words(str(value['start']))}")
    if value.get("date"):
        parts.append(f"due {day_in_words(str(value['date']))}")
    if value.get("recurrence"):
        parts.append("comes back: " + str(value["recurrence"]).replace("_", " "))
    return ", ".join(parts) or "no date can be told from this"


def _use(use: str, count: int) -> str:
    words = USES.get(use, use.replace("_", " "))
    return words.removesuffix("s") if count == 1 and use in ONES else words


def account_words(account: Account) -> str:
    """How many source cells there are and where they went, as one sentence."""
    uses = ", ".join(
        f"{count} {_use(use, count)}"
        for use, count in account.uses.items()
        if count and use != "lost"
    )
    lost = account.uses.get("lost", 0) or abs(account.total - sum(account.uses.values()))
    if lost:
        return f"{lost} of {account.total} source cells are not accounted for; the others: {uses}."
    return f"All {account.total} source cells are accounted for: {uses}."
