"""The printed layout of a plan: its own columns and words, beside what they were taken to mean."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from joinedup.assurance.choices import Recurrence
from joinedup.assurance.rules.telling import value_words
from joinedup.pages.dates import dated, long_date

__all__ = [
    "BY_HAND",
    "Column",
    "Printed",
    "columns_of",
    "due_taken",
    "printed_fields",
    "same_words",
    "says_no_more",
]

ROLE_WORDS = {
    "ref": "Number",
    "section": "Section",
    "title": "Action",
    "actions": "Steps",
    "owners": "Owner",
    "due": "Due",
    "start": "Start",
    "status": "Status",
    "priority": "Priority",
    "progress": "Progress",
    "review": "How we will know",
    "source_ref": "Source",
    "see": "See also",
}
STATE_FIELDS = {
    "ref": "code",
    "section": "section",
    "title": "title",
    "owners": "owners",
    "start": "start_on",
    "status": "status",
    "priority": "priority",
    "progress": "latest",
    "review": "review_method",
}
BY_HAND = ({"role": "ref", "heading": "Number"}, {"role": "title", "heading": "Action"})


@dataclass(frozen=True, slots=True)
class Column:
    """A column as printed: its heading, and the field or heading under which cells are kept."""

    role: str
    heading: str
    key: str


@dataclass(frozen=True, slots=True)
class Printed:
    """A printed cell: under which heading, its words, its place, and what it was taken to mean
    (empty where that is what it says)."""

    heading: str
    text: str
    place: str
    taken: str


def columns_of(columns: Sequence[Mapping[str, str]]) -> list[Column]:
    """The columns of a plan in printed order; number and words for a plan made by hand. Sections
    stand as headings between the rows, so their column is left out."""
    found = []
    for one in columns or BY_HAND:
        role = one.get("role", "other")
        heading = one.get("heading", "").strip() or ROLE_WORDS.get(role, "")
        if heading and role != "section":
            found.append(Column(role, heading, role if role in ROLE_WORDS else heading))
    return found


def same_words(one: str, other: str) -> bool:
    """Whether two texts differ at most in spaces and capitals."""
    return " ".join(one.split()).casefold() == " ".join(other.split()).casefold()


def says_no_more(role: str, taken: str, printed: str, code: str = "") -> bool:
    """Whether what a printed cell was taken to mean tells a reader nothing new: the same words, the
    same without the number before them ("A1. Training"), the same names joined otherwise."""
    if same_words(taken, printed):
        return True
    if role == "owners":
        return _names_in(taken) == _names_in(printed)
    if role == "title" and code:
        plain = " ".join(printed.split())
        head, rest = plain[: len(code)], plain[len(code) :]
        return head.casefold() == code.casefold() and same_words(taken, rest.lstrip(" .:)-–"))
    return role == "ref" and bool(code) and printed.split()[:1] in ([code], [f"{code}."])


def _names_in(text: str) -> list[str]:
    parts = re.split(r"[,;/&\n]|\band\b", text.casefold())
    return [" ".join(part.split()) for part in parts if part.strip()]


def due_taken(
    due_on: dt.date | None, precision: str, start: dt.date | None, recurrence: str
) -> str:
    """What a printed due was taken to mean: "31 August 2015", "Monthly, from 1 June 2015"."""
    parts = [Recurrence(recurrence).label] if recurrence in Recurrence.values and recurrence else []
    if start:
        parts.append(f"from {long_date(start)}")
    if due_on:
        day = dated(due_on, precision or "day")
        parts.append(f"until {day}" if parts else day)
    return ", ".join(parts)


def _taken(role: str, changes: Mapping[str, Sequence[Any]], names: Mapping[str, str]) -> str:
    def new(name: str) -> Any:
        return changes.get(name, (None, None))[1]

    if role == "due":
        days = [
            dt.date.fromisoformat(one) if one else None for one in (new("due_on"), new("start_on"))
        ]
        return due_taken(days[0], new("due_precision") or "", days[1], new("recurrence") or "")
    field = STATE_FIELDS.get(role, "")
    return value_words(field, new(field), names) if field else ""


def printed_fields(
    printed: Mapping[str, Any],
    changes: Mapping[str, Sequence[Any]],
    columns: Sequence[Mapping[str, str]],
    names: Mapping[str, str],
) -> list[Printed]:
    """Every printed cell of an action, in the order of the plan's columns. `changes` are those of
    the update that took it in."""
    headings = {one.key: one.heading for one in columns_of(columns)}
    code = str(changes.get("code", (None, ""))[1] or "")
    order = [*(key for key in headings if key in printed)]
    order += [key for key in printed if key not in headings]
    found = []
    for key in order:
        cell = printed[key]
        if not isinstance(cell, Mapping) or not str(cell.get("text", "")).strip():
            continue
        text = str(cell["text"])
        taken = _taken(key, changes, names)
        if says_no_more(key, taken, text, code):
            taken = ""
        heading = headings.get(key) or ROLE_WORDS.get(key, key)
        found.append(Printed(heading, text, str(cell.get("place", "")), taken))
    return found
