"""Labelled blocks as a table: one row a block, one column a label; read like any other table."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from joinedup.documents.grid import Cell, Para, Place, Run, Table

from .assemble import Draft, Piece
from .cells import TableView, clean
from .columns import assign_roles
from .context import Known
from .facts import column_facts
from .fields import read_row
from .model import Column, Row, RowKind

__all__ = [
    "DETAIL",
    "NOTE",
    "REF",
    "THEN",
    "TITLE",
    "Bit",
    "BlockRow",
    "BlockView",
    "read_block",
    "table_of",
]


@dataclass
class Bit:
    """A piece of text with the block that it comes from."""

    text: str
    spot: str
    place: Place
    is_item: bool = False
    mark: str = ""


@dataclass
class BlockRow:
    """One block: its label values by label words, its section, and the block it starts at."""

    start: int
    spot: str
    section: str = ""
    section_spot: str = ""
    values: dict[tuple[str, ...], list[Bit]] = field(default_factory=dict)
    headings: dict[tuple[str, ...], str] = field(default_factory=dict)
    ref: str = ""

    def put(self, key: tuple[str, ...], heading: str, bit: Bit) -> None:
        self.headings.setdefault(key, heading)
        if bit.text:
            self.values.setdefault(key, []).append(bit)

    def say(self, key: tuple[str, ...], heading: str, bit: Bit) -> bool:
        """Put words under a label that the row has not yet; False where it has."""
        if key in self.values:
            return False
        self.put(key, heading, bit)
        return True


TITLE: tuple[str, ...] = ("recommendation",)
REF: tuple[str, ...] = ("ref",)
DETAIL: tuple[str, ...] = ("details",)
"""Plain words in a cell of their own beside labels that say one short thing."""
THEN: tuple[str, ...] = ("then", "recommendation")
"""What is recommended where a finding has opened the block: its action."""
NOTE: tuple[str, ...] = ("note",)
"""Plain words in a block under a label that says who or when: a note of progress."""
STATE: tuple[str, ...] = ("role", "status")
"""Words that say no more than how far it is."""


class BlockView(TableView):
    """A table made of blocks: ids are those of the blocks."""

    ids: dict[int, str]
    spots: dict[tuple[int, int], str]

    def row_id(self, row: int) -> str:
        return self.ids[row]

    def cell_id(self, cell: Cell) -> str:
        return self.spots.get((cell.row, cell.col), self.ids[cell.row])


def table_of(rows: list[BlockRow]) -> tuple[BlockView, tuple[Column, ...]]:
    """The table whose rows are the blocks and whose columns are their labels, with roles."""
    keys: list[tuple[str, ...]] = [REF, TITLE]
    for row in rows:
        keys += [key for key in row.headings if key not in keys]
    headings = {
        key: next((r.headings[key] for r in rows if key in r.headings), " ".join(key))
        for key in keys
    }
    cells: list[Cell] = []
    spots: dict[tuple[int, int], str] = {}
    for n, row in enumerate(rows):
        if row.ref and REF not in row.values:
            row.values[REF] = [Bit(row.ref, row.spot, row.values[TITLE][0].place)]
        for col, key in enumerate(keys):
            bits = row.values.get(key, [])
            if bits:
                cells.append(_cell(n, col, bits))
                taken = bits[0].spot in [spot for (r, _), spot in spots.items() if r == n]
                spots[n, col] = f"{bits[0].spot}/{col}" if taken else bits[0].spot
    table = Table(tuple(cells), len(rows), len(keys))
    view = BlockView(table, 0)
    view.ids = {n: row.spot for n, row in enumerate(rows)}
    view.spots = spots
    facts = tuple(column_facts(view, col, list(range(len(rows)))) for col in range(len(keys)))
    parts = tuple((headings[key],) for key in keys)
    fixed = {0: "ref", 1: "title"}
    fixed |= {col: "actions" for col, key in enumerate(keys) if key == THEN}
    fixed |= {col: "other" for col, key in enumerate(keys) if key == DETAIL}
    columns = assign_roles(parts, facts, {}, fixed)
    return view, tuple(replace(c, confidence=0.95) if c.index < 2 else c for c in columns)


def _cell(row: int, col: int, bits: list[Bit]) -> Cell:
    paras = tuple(
        Para(
            (Run(bit.text),),
            bit.place,
            0 if bit.is_item else None,
            (bit.mark or "•") if bit.is_item else None,
        )
        for bit in bits
    )
    return Cell(row, col, paras, bits[0].place)


def read_block(
    view: BlockView, columns: tuple[Column, ...], n: int, row: BlockRow, known: Known
) -> Row:
    """One block read as a row."""
    spot = (row.section_spot,) if row.section else ()
    kind = RowKind(view.row_id(n), "action", 0.95)
    draft = Draft([[Piece(view, n, columns)]], clean(row.section), spot, [kind])
    return read_row(draft, known)
