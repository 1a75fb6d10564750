"""The due field of a row: due, original and revised, start and end, real spreadsheet dates."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, replace
from typing import Any

from joinedup.assurance.rules.due import Due

from .assemble import Piece, Piled, pile
from .cells import is_nothing
from .context import Known
from .facts import day_of_serial, looks_like_date
from .model import FieldValue
from .parsers import parse_due
from .timeticks import due_of_ticks

__all__ = ["DueRead", "done_in_due", "is_ditto", "read_due"]

_HAS_YEAR = re.compile(
    r"(?:19|20)\d\d|\b[12]\d/[23]\d\b|['’]\d\d\b|\d{1,2}[/.\-]\d{1,2}[/.\-]\d{2}\b|[A-Za-z]{3}[- ]\d\d\b"
)
_QUARTER = re.compile(
    r"\b(?:Q\s?[1-4]|quarter [1-4]|[1-4](?:st|nd|rd|th) quarter)\b", re.IGNORECASE
)
_SOON = 6
"""Months from the update within which a date without a year is surely meant."""
_NEW_YEAR = 4
_EITHER_YEAR = range(4, 9)
"""A plan "2025/26" is taken for a financial year; in a school year April to August lie in the
second."""
_DITTO = re.compile(r"^\s*(as above|ditto|see above|as previous|\"|”|〃)\s*\.?\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class DueRead:
    """The due field and, apart from it, what belongs to `other` (the original date)."""

    due: FieldValue | None
    other: dict[str, FieldValue]


def _typed(piled: Piled) -> dt.date | None:
    for cell in piled.sources:
        if isinstance(cell.value, dt.datetime):
            return cell.value.date()
        if isinstance(cell.value, dt.date):
            return cell.value
        if (counted := day_of_serial(cell.text)) is not None:
            return counted
    return None


def _parse(piled: Piled, known: Known) -> Due | None:
    """One cell's due phrase, or None for an empty one."""
    typed = _typed(piled)
    text = "\n".join(line.printed for line in piled.lines)
    if typed is not None:
        return Due(text=text or typed.isoformat(), date=typed.isoformat())
    if not text:
        return None
    kept = "\n".join(line.kept for line in piled.lines)
    spoken = kept if kept != "\n".join(line.text for line in piled.lines) else text
    spoken = spoken.replace("\n", " ; ")
    found = replace(parse_due(spoken, known.year), text=text.replace("\n", " "))
    if _HAS_YEAR.search(spoken):
        return found
    if found.date or found.start:
        return _lent_year(found, spoken, known)
    return _lent_quarter(found, spoken, known)


def _lent_year(found: Due, spoken: str, known: Known) -> Due:
    """A day without a year has the plan's; less sure where that is only guessed."""
    if known.spans_two_years and known.year:
        month = int((found.date or found.start or "0000-00")[5:7])
        if month < _NEW_YEAR:
            found = _again(found, spoken, known.year + 1)
        if month in _EITHER_YEAR:
            return _doubted(
                found, 0.75, "No year is printed and the plan spans two: check the year"
            )
        return replace(found, confidence=min(found.confidence, 0.85))
    if known.as_at is not None:
        near = [_again(found, spoken, known.as_at[0] + n) for n in (-1, 0, 1)]
        found = min(near, key=lambda due: _months_from(due, known.as_at or (0, 0)))
        if _months_from(found, known.as_at) > _SOON:
            return _doubted(found, 0.75, "No year is printed: the nearest to the update was taken")
        return replace(found, confidence=min(found.confidence, 0.85))
    if not known.year_is_sure:
        return _doubted(
            found, 0.75, f"No year is printed; {known.year} was taken from the document"
        )
    return replace(found, confidence=min(found.confidence, 0.88))


def _again(found: Due, spoken: str, year: int) -> Due:
    return replace(parse_due(spoken, year), text=found.text)


def _doubted(found: Due, sure: float, why: str) -> Due:
    return replace(found, confidence=min(found.confidence, sure), why=why)


def _months_from(due: Due, at: tuple[int, int]) -> float:
    """How far a date lies from the month of the update; the past counts half as much again."""
    said = due.date or due.start or "9999-01"
    apart = (int(said[:4]) - at[0]) * 12 + int(said[5:7]) - at[1]
    return apart if apart >= 0 else -1.5 * apart


def _lent_quarter(found: Due, spoken: str, known: Known) -> Due:
    """ "Q3" in a plan of one financial year is a quarter of that year."""
    if not known.spans_two_years or not known.year or not _QUARTER.search(spoken):
        return found
    year = f"{known.year}/{(known.year + 1) % 100:02d}"
    lent = parse_due(_QUARTER.sub(rf"\g<0> {year}", spoken, count=1), known.year)
    if not lent.date:
        return found
    return replace(lent, text=found.text, confidence=min(lent.confidence, 0.82))


def _as_field(due: Due, piled: Piled) -> FieldValue:
    value: dict[str, Any] = {
        "text": due.text,
        "date": due.date,
        "start": due.start,
        "recurrence": due.recurrence,
    }
    confidence = min(due.confidence, piled.confidence)
    why = due.why if due.confidence <= piled.confidence else piled.why
    return FieldValue(value, piled.text, piled.cells, confidence, why)


def _one(member: list[Piece], known: Known, seen: dict[str, set[str]]) -> DueRead:
    """The due field of one source action row."""

    def take(role: str) -> Piled:
        return pile(member, role, seen.setdefault(role, set()))

    plain, original, revised = take("due"), take("due_original"), take("due_revised")
    start = take("start")
    other: dict[str, FieldValue] = {}
    order = [piled for piled in (revised, plain, original) if _says(piled)]
    main = order[0] if order else _first_said((plain, original, revised))
    for piled in (revised, plain, original):
        if piled is not main and piled.lines:
            heading = piled.columns[0].heading or "date"
            other[heading] = FieldValue(piled.text, piled.text, piled.cells)
    ticked = due_of_ticks(member, known, seen.setdefault("due_tick", set()))
    if ticked is not None and (main is None or not _says(main)):
        return DueRead(ticked, other)
    due = _parse(main, known) if main else None
    begun = _parse(start, known) if start.lines or _typed(start) else None
    if due is None and begun is None:
        return DueRead(None, other)
    if begun is not None:
        alone = main is None and not _has_end(member)
        due, main = _with_start(due, begun, alone), main or start
        if not alone and start.lines:
            heading = start.columns[0].heading or "start"
            other[heading] = FieldValue(start.text, start.text, start.cells)
    assert due is not None and main is not None
    return DueRead(_as_field(due, main), other)


def _says(piled: Piled) -> bool:
    return bool(_typed(piled)) or bool(piled.lines and not is_nothing(piled.text))


def _first_said(piles: tuple[Piled, ...]) -> Piled | None:
    return next((piled for piled in piles if piled.lines), None)


def _has_end(member: list[Piece]) -> bool:
    """True where the table has a column for the end beside the one for the start."""
    ends = ("due", "due_original", "due_revised")
    return any(column.role in ends for piece in member for column in piece.columns)


def _with_start(due: Due | None, begun: Due, alone: bool) -> Due:
    """The end with its start; a start whose end is empty is not the text of an end, unless the
    table has no column for ends (`alone`)."""
    first = begun.start or begun.date
    if due is None:
        return Due(
            text=begun.text if alone else "",
            start=first,
            recurrence=begun.recurrence,
            confidence=min(begun.confidence, 0.85),
            why=begun.why,
        )
    return replace(
        due,
        start=first or due.start,
        recurrence=due.recurrence or begun.recurrence,
        confidence=min(due.confidence, begun.confidence),
        why=due.why or begun.why,
    )


def read_due(members: list[list[Piece]], known: Known) -> DueRead:
    """The due field of a row of one or several actions: all texts, the latest date."""
    seen: dict[str, set[str]] = {}
    parts = [_one(member, known, seen) for member in members]
    other: dict[str, FieldValue] = {}
    for part in parts:
        for heading, value in part.other.items():
            other[heading] = _both(other.get(heading), value)
    dues = [part.due for part in parts if part.due is not None]
    if not dues:
        return DueRead(None, other)
    if len(dues) == 1:
        return DueRead(dues[0], other)
    return DueRead(_latest(dues), other)


def _both(one: FieldValue | None, two: FieldValue) -> FieldValue:
    if one is None:
        return two
    return FieldValue(
        f"{one.value}; {two.value}", f"{one.printed} {two.printed}", one.cells + two.cells
    )


def _latest(dues: list[FieldValue]) -> FieldValue:
    dates = [due.value["date"] for due in dues if due.value["date"]]
    starts = [due.value["start"] for due in dues if due.value["start"]]
    recurs = [due.value["recurrence"] for due in dues if due.value["recurrence"]]
    texts = list(dict.fromkeys(due.value["text"] for due in dues if due.value["text"]))
    value = {
        "text": "; ".join(texts),
        "date": max(dates, key=_sortable) if dates else None,
        "start": min(starts) if starts else None,
        "recurrence": recurs[0] if recurs else None,
    }
    mixed = len(set(recurs)) > 1 or bool(recurs and dates)
    confidence = min(due.confidence for due in dues)
    why = "; ".join(dict.fromkeys(due.why for due in dues if due.why))
    if mixed:
        confidence, why = min(confidence, 0.7), "The actions of this row have different timings"
    cells = tuple(cell for due in dues for cell in due.cells)
    return FieldValue(value, " ".join(due.printed for due in dues), cells, confidence, why)


def _sortable(date: str) -> str:
    return date if len(date) > 7 else f"{date}-31"


_DONE = re.compile(
    r"^\s*(?:done|complete|completed|achieved|closed|finished|implemented|delivered)\b[\s:,–-]*"
    r"(?:on|in|by)?\s*(?P<rest>.*)$",
    re.IGNORECASE,
)


def done_in_due(text: str) -> str:
    """The word of a due cell that says the action is done ("Completed 30 May 2025"), else ""."""
    told = _DONE.match(text)
    if told is None:
        return ""
    rest = told.group("rest").strip(" .()")
    return text if not rest or (looks_like_date(rest) and len(rest.split()) <= 4) else ""


def is_ditto(text: str) -> bool:
    """True where a due cell only repeats the row above."""
    return _DITTO.match(text) is not None
