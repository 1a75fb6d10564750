"""Columns of agencies: a tick under "Police" and "Schools" says who is to act."""

from __future__ import annotations

import re
from collections.abc import Sequence

from joinedup.assurance.rules.owners.kinds import BODY, PERSON, POST, kind_of

from .assemble import Piece, pile
from .cells import clean
from .facts import Facts
from .lexicon import not_plan_score, scores
from .model import FieldValue
from .timeticks import is_calendar

__all__ = ["OWNER_TICK", "agency_columns", "owners_of_ticks"]

OWNER_TICK = "owner_tick"
_LEAST = 2
_TICKED = 0.75
_SURE = 0.85
_LETTER = re.compile(r"^(lead|l|r|a|support|s|joint|j|x|y|yes|[✓✔√☑☒●•■])\W*$", re.IGNORECASE)
_NO = re.compile(r"^(n|no|☐|✗|✘|-|–|n/a)\W*$", re.IGNORECASE)


def agency_columns(parts: Sequence[Sequence[str]], facts: Sequence[Facts]) -> list[int]:
    """The columns headed by a person, post or body that hold nothing but ticks; two at least."""
    found: list[int] = []
    ticked = 0
    for col, (heading, fact) in enumerate(zip(parts, facts, strict=True)):
        if heading and _names(heading[-1]) and (not fact.count or fact.ticks >= _TICKED):
            found.append(col)
            ticked += bool(fact.count)
    return found if len(found) >= _LEAST and ticked >= _LEAST else []


def _names(heading: str) -> bool:
    """True for the name of somebody who can act, and no heading of a plan."""
    if is_calendar(heading) or max(scores(heading).values(), default=0.0) >= 0.8:
        return False
    if not_plan_score(heading) >= 0.8 or not heading[:1].isupper():
        return False
    kind = kind_of(heading)
    return kind.name in (PERSON, POST, BODY) or heading.isupper()


def owners_of_ticks(member: list[Piece], seen: set[str]) -> FieldValue | None:
    """The owners whose columns are ticked in one source row; None where none is."""
    piled = pile(member, OWNER_TICK, seen)
    named: list[str] = []
    for column, cell in zip(piled.columns, piled.sources, strict=True):
        mark = clean(cell.text)
        if mark and not _NO.match(mark) and _LETTER.match(mark) and column.heading not in named:
            named.append(column.heading)
    if not named:
        return None
    return FieldValue(named, "; ".join(named), piled.cells, _SURE)
