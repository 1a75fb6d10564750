"""Words, limits and small cells that the sections share."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from joinedup.access.limits import own_rules
from joinedup.documents.blocks import Block, Cell, Column, Kind, Note, Paragraph, Table, Tone, cell
from joinedup.documents.blocks import text as run
from joinedup.papers.contents.snapshot import Row, Snapshot
from joinedup.rulebook import find

__all__ = [
    "colour_words",
    "days_of",
    "due_cell",
    "note",
    "number_of",
    "owners_cell",
    "paragraph",
    "row_cell",
    "standing_cell",
    "table",
]

FALLBACK = {"limit.due_soon": 30, "limit.no_update": 60, "papers.worries": 8}


def days_of(code: str, on: dt.date) -> dt.timedelta:
    """A limit of the rule book in days, the council's own first."""
    return dt.timedelta(days=number_of(code, on))


def number_of(code: str, on: dt.date) -> int:
    """The number of a threshold of the rule book."""
    rule = find(code, on, own_rules())
    return rule.amount("value").number if rule else FALLBACK[code]


def colour_words(on: dt.date) -> dict[str, str]:
    """What each colour is called: rule `rag.words`."""
    rule = find("rag.words", on, own_rules())
    rows = rule.rows("words") if rule else ()
    return {str(one["key"]): str(one["shown"]) for one in rows}


def paragraph(words: str) -> Paragraph:
    """A paragraph of plain words."""
    return Paragraph(run(words))


def note(*sentences: str) -> Note:
    """Words set apart."""
    return Note(tuple(run(one) for one in sentences))


def row_cell(snap: Snapshot, row: Row) -> Cell:
    """What the action is, and its plan where a paper speaks of several."""
    plan = f"\n\n{snap.plan_of(row).title}" if len(snap.plans) > 1 else ""
    return cell(row.name + plan)


def owners_cell(row: Row) -> Cell:
    """Who owns it, or that nobody does."""
    return cell(", ".join(row.owners) or "Nobody yet")


def due_cell(row: Row) -> Cell:
    """When it is due and how late it is."""
    return cell(row.due)


def standing_cell(row: Row) -> Cell:
    """How it stands, in words, with the colour beside them."""
    return cell(f"{row.colour.capitalize()}: {row.standing}", Tone(row.colour))


def table(
    headings: Sequence[tuple[str, float] | tuple[str, float, Kind]],
    rows: Iterable[Sequence[Cell]],
    nothing: str,
) -> list[Block]:
    """A table under the heading that stands above it, or one sentence where it has no row."""
    made = tuple(tuple(row) for row in rows)
    if not made:
        return [paragraph(nothing)]
    columns = tuple(
        Column(one[0], one[2] if len(one) > 2 else Kind.WORDS, one[1]) for one in headings
    )
    return [Table("", columns, made)]
