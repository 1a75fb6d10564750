"""What an update says, in words for the person who reads the thread."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from joinedup.assurance.choices import Priority, Rag, Recurrence, Status, UpdateKind
from joinedup.pages.dates import long_date

__all__ = [
    "FIELD_WORDS",
    "FieldChange",
    "changes_told",
    "headline",
    "references_in",
    "value_words",
    "who_told",
]

FIELD_WORDS = {
    "title": "What will be done",
    "code": "Number",
    "section": "Section",
    "agency": "Organisation",
    "priority": "Priority",
    "theme": "Theme",
    "review_method": "How we will know",
    "needs_agreement": "Second person has to agree",
    "status": "Status",
    "due_on": "Due",
    "due_text": "Due, as written",
    "start_on": "Starts",
    "recurrence": "How often",
    "occurrence_on": "Next time",
    "last_met_on": "Last met",
    "next_review_on": "Next review",
    "declared_on": "Declared on",
    "agreed_on": "Agreed on",
    "is_asked": "Evidence asked for",
    "rag_set": "Colour",
    "owners": "Owners",
}
CHOICES: dict[str, Any] = {
    "status": Status,
    "priority": Priority,
    "recurrence": Recurrence,
    "rag_set": Rag,
}
SAID_BY_HEADLINE = {
    UpdateKind.NEW_DATE: {"due_on", "due_text", "occurrence_on"},
    UpdateKind.STATUS: {"status", "declared_on"},
    UpdateKind.SIGN_OFF: {"agreed_on"},
    UpdateKind.MET: {"status", "last_met_on", "declared_on"},
    UpdateKind.REOPENED: {"status", "declared_on", "agreed_on"},
    UpdateKind.CHALLENGE: {"is_asked"},
    UpdateKind.EVIDENCE: {"is_asked"},
    UpdateKind.RAN_OUT: {"is_asked"},
}
NEW_ONLY = (UpdateKind.ADDED, UpdateKind.IMPORT)


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field before and after, in words. `old` is empty where it was not there before."""

    name: str
    old: str
    new: str


def _owner(mark: Mapping[str, str], names: Mapping[str, str]) -> str:
    return names.get(mark.get("who", ""), "") or mark.get("printed", "") or "somebody not known"


def value_words(field: str, value: Any, names: Mapping[str, str]) -> str:
    """A field's stored value as a person reads it. `names` maps references to names."""
    if value in (None, "", [], False):
        return {"owners": "Nobody", "needs_agreement": "No", "is_asked": "No"}.get(field, "")
    if field == "owners":
        return ", ".join(_owner(one, names) for one in value)
    if field == "agency":
        return names.get(value, "another organisation")
    if field.endswith("_on"):
        return long_date(dt.date.fromisoformat(value))
    if field in CHOICES:
        return str(CHOICES[field](value).label) if value in CHOICES[field].values else str(value)
    return "Yes" if value is True else str(value)


def changes_told(
    kind: str, changes: Mapping[str, Sequence[Any]], names: Mapping[str, str]
) -> list[FieldChange]:
    """The changes of an update, without those that its headline says."""
    said = SAID_BY_HEADLINE.get(kind, set())  # type: ignore[call-overload]
    told = []
    for name, (old, new) in changes.items():
        if name not in FIELD_WORDS or name in said:
            continue
        before, after = value_words(name, old, names), value_words(name, new, names)
        if kind in NEW_ONLY:
            before = ""
        if before != after:
            told.append(FieldChange(FIELD_WORDS[name], before, after or "nothing"))
    return told


def headline(
    kind: str, changes: Mapping[str, Sequence[Any]], words: str = "", reason: str = ""
) -> str:
    """The heading of an update in the thread."""

    def new(name: str) -> str:
        return value_words(name, changes.get(name, (None, None))[1], {})

    if kind == UpdateKind.STATUS:
        return "Declared complete" if new("status") == "Complete" else f"Now: {new('status')}"
    if kind == UpdateKind.NEW_DATE:
        old = value_words("due_on", changes.get("due_on", (None, None))[0], {})
        day = new("due_on") or new("occurrence_on")
        return f"New date: {day}" + (f", before {old}" if old else "")
    if kind == UpdateKind.MET:
        return f"Met on {new('last_met_on')}" if "last_met_on" in changes else "Met"
    if kind == UpdateKind.EVIDENCE:
        before, after = changes.get("evidence", ([], []))
        return "Evidence withdrawn" if len(after or ()) < len(before or ()) else "Evidence added"
    if kind == UpdateKind.COLOUR:
        colour = new("rag_set")
        return f"Colour set to {colour.lower()}" if colour else "Colour is the rule’s again"
    if kind == UpdateKind.CHALLENGE and "is_asked" in changes:
        return "Evidence asked for"
    return {
        UpdateKind.ADDED: "Added by hand",
        UpdateKind.IMPORT: "Taken from the document",
        UpdateKind.PROGRESS: "Update",
        UpdateKind.CHALLENGE: "Question",
        UpdateKind.ANSWER: "Answer",
        UpdateKind.SIGN_OFF: "Agreed",
        UpdateKind.REOPENED: "Opened again",
        UpdateKind.OWNERS: "Owners changed",
        UpdateKind.CORRECTION: "Edited",
        UpdateKind.TOLD: "We are told",
    }.get(UpdateKind(kind), UpdateKind(kind).label)


def who_told(writer: str, said_by: str, said_on: dt.date | None, said_how: str) -> str:
    """ "Ann Lee" or "Ann Lee, for Bo Dunn (by telephone, 3 March 2026)"."""
    if not said_by:
        return writer
    how = ", ".join(part for part in (said_how, long_date(said_on)) if part)
    return f"{writer}, for {said_by}" + (f" ({how})" if how else "")


def references_in(changes: Iterable[Mapping[str, Sequence[Any]]]) -> set[str]:
    """References of owners and organisations that these changes speak of."""
    found: set[str] = set()
    for one in changes:
        for side in one.get("owners", ()):
            found |= {mark.get("who", "") for mark in side or ()}
        found |= {value for value in one.get("agency", ()) if value}
    return found - {""}
