"""Links between rows: "See above", "Links with A2", and rows that repeat the owners above."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import Any

from joinedup.assurance.rules.references import speaks_of_row_above

from .dates import is_ditto
from .fields import AS_ABOVE
from .model import FieldValue, Question, Row
from .parsers import find_references

__all__ = ["link_rows", "row_in_words"]

WORDS = 8

_LINKING = re.compile(
    r"\b(see|links?|linked|refer|reference|as (?:in|for|per)|with|under|covered|part of|combined|"
    r"merged|also|cross|depends|dependent|duplicate|joined|together|relates?|related|same as|cf|"
    r"action|actions|rec|recs|recommendation|recommendations|item|point|ref|same|issue|theme|task|"
    r"await|awaits|wait|waits|until|after|once|pending|builds|needs|"
    r"lesson|commitment|commitments|pledge|requirement|objective|standard|finding|priority|tied|follows|waiting|no|number|step|area)\b",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    r"\b(page|pages|p|pp|para|paragraph|appendix|annexe?|minute|report|paper|"
    r"section \d+ of|chapter|slide)\.?\s*$",
    re.IGNORECASE,
)
_POINTS = re.compile(r"\b(see|as (?:in|for|per)|links?|linked|with|same as|cf)\b", re.IGNORECASE)
"""A due cell that gives a date ("Q4 2022/23") names a row only where it says so."""
_ABOVE_START = re.compile(r"^\s*(please\s+)?(see|as)\s+(the\s+)?above\b", re.IGNORECASE)


def _name(row: Row) -> str:
    return str(row.value("ref") or row.value("source_ref") or "")


def _texts(row: Row) -> list[str]:
    found: list[str] = []
    for name in ("progress", "actions"):
        found += [str(item) for item in row.value(name) or []]
    for name in ("title", "review"):
        found.append(str(row.value(name) or ""))
    for name in ("due", "status"):
        value: Any = row.value(name)
        text = str(value.get("text") or "") if isinstance(value, dict) else ""
        timed = name == "due" and isinstance(value, dict) and (value.get("date") or value["start"])
        found.append("" if timed and not _POINTS.search(text) else text)
    found += [str(value.value) for value in row.other.values()]
    return [text for text in found if text]


def _said_elsewhere(text: str, ref: str) -> bool:
    """True where the number belongs to another paper ("see page 4")."""
    spot = text.casefold().find(ref.casefold())
    return spot >= 0 and _ELSEWHERE.search(text[:spot]) is not None


def _named(row: Row, names: dict[str, list[str]]) -> list[str]:
    return list(_named_in(tuple(_texts(row)), _name(row), tuple(names)))


@lru_cache(maxsize=4096)
def _named_in(texts: tuple[str, ...], own: str, names: tuple[str, ...]) -> tuple[str, ...]:
    found: list[str] = []
    for text in texts:
        linked = _LINKING.search(text) is not None or len(text.split()) <= 3
        for ref in find_references(text, names if linked else _codes(names)):
            if ref != own and ref not in found and not _said_elsewhere(text, ref):
                found.append(ref)
    return tuple(found)


@lru_cache(maxsize=256)
def _codes(names: tuple[str, ...]) -> tuple[str, ...]:
    """The references that are found even where no word says that a row is meant: letters with a
    number ("SV01") and numbers with a dot ("2.1")."""
    return tuple(name for name in names if _CODE.fullmatch(name))


_CODE = re.compile(r"[A-Z]{1,5}[-./]?\d{1,4}|\d+(?:\.\d+)+")


def link_rows(rows: list[Row]) -> tuple[list[Row], list[Question]]:
    """The rows with their `see`, owners of "as above" repeated, and questions about doubtful links."""
    names: dict[str, list[str]] = {}
    for row in rows:
        for name in (row.value("ref"), row.value("source_ref")):
            if name:
                names.setdefault(str(name), []).append(row.id)
    done: list[Row] = []
    questions: list[Question] = []
    for row in rows:
        above = done[-1] if done else None
        linked = _link(row, above, names, questions)
        done.append(_repeat_due(_repeat_owners(linked, above), above))
    return done, questions


def _link(
    row: Row, above: Row | None, names: dict[str, list[str]], questions: list[Question]
) -> Row:
    see = _named(row, names)
    see += [ref for ref in _linked_column(row, names) if ref not in see]
    confidence, why = 0.9, ""
    asked: list[str] = []
    for ref in see:
        if len(names.get(ref, [])) > 1:
            confidence, why = 0.6, f"“{ref}” stands more than once in this document"
            asked.append(f"Row {row_in_words(row)} speaks of “{ref}”, and {why}. Which is meant?")
    pointing = next(filter(_points_up, row.value("progress") or []), "")
    if above is not None and pointing:
        target = _name(above)
        said = f"Row {row_in_words(row)} says “{_beginning(pointing)}”. The row above it is"
        same = row.value("section") == above.value("section")
        if target and target not in see:
            see.append(target)
            confidence = min(confidence, 0.9 if same else 0.6)
            if not same:
                why = f"The row above, {row_in_words(above)}, is under another heading"
                asked.append(
                    f"{said} {row_in_words(above)}, under another heading. Is that the one meant?"
                )
        elif not target:
            asked.append(
                f"{said} {row_in_words(above)}. It has no reference, so nothing was linked. "
                "Is that right?"
            )
    if asked:
        questions.append(Question("link", row.id, "see", " ".join(asked)))
    if not see:
        return row
    cells = row.fields["progress"].cells if "progress" in row.fields else ()
    value = FieldValue(see, ", ".join(see), cells, confidence, why)
    return replace(row, fields={**row.fields, "see": value})


def row_in_words(row: Row) -> str:
    """Words by which a person finds a row: its reference and how it begins, or its place."""
    title = str(row.value("title") or "")
    begins = f"“{_beginning(title)}”" if title else ""
    return " ".join(filter(None, [_name(row), begins])) or row.place.label()


def _beginning(text: str) -> str:
    """The first words of a text, with an ellipsis where it goes on."""
    words = text.split()
    return " ".join(words[:WORDS]) + (" …" if len(words) > WORDS else "")


def _points_up(text: str) -> bool:
    return speaks_of_row_above(text) or _ABOVE_START.match(text) is not None


def _linked_column(row: Row, names: dict[str, list[str]]) -> list[str]:
    """A column of links names rows by their bare numbers."""
    found = []
    for heading, value in row.other.items():
        if re.search(r"\b(see|links?|linked|related|cross)\b", heading, re.IGNORECASE):
            for part in re.split(r"[,;&\s]+(?:and\s+)?", str(value.value)):
                if part in names and part != _name(row):
                    found.append(part)
    return found


def _repeat_owners(row: Row, above: Row | None) -> Row:
    owners = row.fields.get("owners")
    if owners is None or AS_ABOVE not in owners.value:
        return row
    repeated = list(above.value("owners") or []) if above is not None else []
    names: list[str] = []
    for name in owners.value:
        names += [n for n in (repeated if name == AS_ABOVE else [name]) if n not in names]
    if repeated:
        value = replace(owners, value=names, confidence=min(owners.confidence, 0.85))
    else:
        why = f"The row above, {row_in_words(above)}, names nobody" if above else "No row is above"
        value = replace(owners, value=names, confidence=0.5, why=f"{why}. Who is meant?")
    return replace(row, fields={**row.fields, "owners": value})


def _repeat_due(row: Row, above: Row | None) -> Row:
    """A due cell that says "ditto" has the timing of the row above; a person looks at it."""
    due = row.fields.get("due")
    if due is None or above is None or not is_ditto(str(due.value.get("text") or "")):
        return row
    before: dict[str, Any] = above.value("due") or {}
    value = {**before, "text": due.value["text"]} if before else due.value
    why = f"The timing of the row above, {row_in_words(above)}, was repeated"
    if not before:
        why = f"The row above, {row_in_words(above)}, says nothing about timing"
    return replace(
        row, fields={**row.fields, "due": replace(due, value=value, confidence=0.75, why=why)}
    )
