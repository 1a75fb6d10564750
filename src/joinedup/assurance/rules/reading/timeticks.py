"""Columns of a calendar: a tick under "Q3" or "March" says when an action falls due."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from joinedup.assurance.rules.due import Due

from .assemble import Piece, pile
from .cells import clean
from .context import Known
from .facts import Facts
from .lexicon import scores
from .model import FieldValue
from .parsers import parse_due
from .surroundings import spans_two, years_in

__all__ = ["DUE_TICK", "due_of_ticks", "is_calendar", "time_columns"]

DUE_TICK = "due_tick"
_MONTH = (
    r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec|january|february|march|april|august|"
    r"september|october|november|december)"
)
_QUARTER = r"(?:q\s?[1-4]|quarter\s[1-4]|[1-4](?:st|nd|rd|th)\s(?:quarter|qtr))"
_CALENDAR = re.compile(
    rf"^(?:{_MONTH}|{_QUARTER})\.?(?:[\s\-/'’]*(?:20)?\d\d(?:\s?[/–-]\s?(?:20)?\d\d)?)?$|"
    r"^(?:week|wk|w)\s?\d{1,2}$",
    re.IGNORECASE,
)
_LEAST = 3
_TICKED = 0.75
_WHEN = 0.7
_SURE, _SURE_OF_SEVERAL = 0.85, 0.75


def is_calendar(heading: str) -> bool:
    """True for a heading that is a month, a quarter or a numbered week and nothing else."""
    return _CALENDAR.match(clean(heading)) is not None


def time_columns(parts: Sequence[Sequence[str]], facts: Sequence[Facts]) -> list[int]:
    """The columns of a calendar that hold nothing but ticks; three at least, one of them ticked."""
    found: list[int] = []
    ticked = painted = 0
    for col, (heading, fact) in enumerate(zip(parts, facts, strict=True)):
        if heading and is_calendar(heading[-1]) and (not fact.count or fact.ticks >= _TICKED):
            found.append(col)
            ticked += bool(fact.count)
            painted += 0 < fact.coloured < 1
    dated = any(_says_when(" ".join(heading)) for heading in parts)
    if len(found) < _LEAST or not (ticked or painted >= _LEAST) or dated:
        return []
    return found


def _says_when(heading: str) -> bool:
    found = scores(heading)
    return max(found.get("due", 0.0), found.get("due_revised", 0.0)) >= _WHEN and not any(
        is_calendar(word) for word in (heading, heading.split()[-1])
    )


def due_of_ticks(member: list[Piece], known: Known, seen: set[str]) -> FieldValue | None:
    """The due field that the ticked or painted columns of a calendar speak for; None where none is.
    Of several the first is the start and the last says when it is due; a person looks at it."""
    piled = pile(member, DUE_TICK, seen)
    inked = any(clean(cell.text) for cell in piled.sources)
    said: dict[str, Due] = {}
    for column, cell in zip(piled.columns, piled.sources, strict=True):
        if clean(cell.text) or (cell.fill and not inked and cell.fill != "ffffff"):
            said[column.heading] = _due(column.heading, known)
    if not said:
        return None
    dues = list(said.values())
    dated = [due for due in dues if due.date]
    last = max(dated, key=lambda due: str(due.date)) if dated else dues[-1]
    why = last.why or ("Several columns are ticked: the last was taken" if len(said) > 1 else "")
    sure = min(last.confidence, _SURE if len(said) == 1 else _SURE_OF_SEVERAL)
    text = "; ".join(said)
    value: Mapping[str, str | None] = {
        "text": text,
        "date": last.date,
        "start": None if inked or len(dated) < 2 else min(str(due.date) for due in dated)[:7],
        "recurrence": None,
    }
    return FieldValue(dict(value), piled.text, piled.cells, sure, why)


def _due(heading: str, known: Known) -> Due:
    """When a calendar column ends: "Q3" under "Due in 2019/20", "Mar" in a plan of 2022/23."""
    words = heading.split()
    own = next((" ".join(words[n:]) for n in range(len(words)) if _own(words[n:])), heading)
    if years_in(own):
        return parse_due(own, known.year)
    years = years_in(heading)
    two = spans_two(heading) if years else known.spans_two_years
    year = years[-1] if years else known.year
    if year is None:
        return Due(text=heading, confidence=0.7, why="No year is printed over this column")
    if re.match(_QUARTER, own, re.IGNORECASE):
        found = parse_due(f"{own} {year}/{(year + 1) % 100:02d}" if two else f"{own} {year}", year)
    else:
        found = parse_due(own, year)
        if two and found.date and int(found.date[5:7]) < _NEW_YEAR:
            found = parse_due(own, year + 1)
    return replace(found, confidence=found.confidence if years else min(found.confidence, 0.8))


_NEW_YEAR = 4


def _own(words: list[str]) -> bool:
    return is_calendar(" ".join(words))
