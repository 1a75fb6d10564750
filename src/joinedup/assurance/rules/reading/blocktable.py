"""Labelled blocks as a table: one row a block, one column a label; read like any other table."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from joinedup.documents.grid import Block, Cell, Document, Para, Place, Run, Table

from .assemble import Draft, Piece
from .cells import TableView, clean
from .columns import assign_roles
from .context import Known
from .facts import column_facts
from .fields import read_row
from .model import Column, Row, RowKind

__all__ = ["REF", "TITLE", "Bit", "BlockRow", "BlockView", "read_block", "table_of"]


@dataclass
class Bit:
    """A piece of text with the block that it comes from."""

    text: str
    index: int
    is_item: bool = False
    mark: str = ""


@dataclass
class BlockRow:
    """One block: its label values by label words, its section, and the block it starts at."""

    start: int
    section: str = ""
    section_index: int = -1
    values: dict[tuple[str, ...], list[Bit]] = field(default_factory=dict)
    headings: dict[tuple[str, ...], str] = field(default_factory=dict)
    ref: str = ""

    def put(self, key: tuple[str, ...], heading: str, bit: Bit) -> None:
        self.headings.setdefault(key, heading)
        if bit.text:
            self.values.setdefault(key, []).append(bit)


TITLE: tuple[str, ...] = ("recommendation",)
REF: tuple[str, ...] = ("ref",)


class BlockView(TableView):
    """A table made of blocks: ids are those of the blocks."""

    ids: dict[int, int]

    def row_id(self, row: int) -> str:
        return f"b{self.ids[row]}"

    def cell_id(self, cell: Cell) -> str:
        return f"b{self.ids[cell.row]}c{cell.col}"


def table_of(rows: list[BlockRow], document: Document) -> tuple[BlockView, tuple[Column, ...]]:
    keys: list[tuple[str, ...]] = [REF, TITLE]
    for row in rows:
        keys += [key for key in row.headings if key not in keys]
    headings = {
        key: next((r.headings[key] for r in rows if key in r.headings), " ".join(key))
        for key in keys
    }
    cells: list[Cell] = []
    for n, row in enumerate(rows):
        if row.ref and REF not in row.values:
            row.values[REF] = [Bit(row.ref, row.start)]
        for col, key in enumerate(keys):
            bits = row.values.get(key, [])
            if bits:
                cells.append(_cell(n, col, bits, document))
    table = Table(tuple(cells), len(rows), len(keys))
    view = BlockView(table, 0)
    view.ids = {n: row.start for n, row in enumerate(rows)}
    facts = tuple(column_facts(view, col, list(range(len(rows)))) for col in range(len(keys)))
    parts = tuple((headings[key],) for key in keys)
    fixed = {0: "ref", 1: "title"}
    columns = assign_roles(parts, facts, {}, fixed)
    return view, tuple(replace(c, confidence=0.95) if c.index < 2 else c for c in columns)


def _cell(row: int, col: int, bits: list[Bit], document: Document) -> Cell:
    place = _place(document.blocks[bits[0].index])
    paras = tuple(
        Para(
            (Run(bit.text),),
            _place(document.blocks[bit.index]),
            0 if bit.is_item else None,
            (bit.mark or "•") if bit.is_item else None,
        )
        for bit in bits
    )
    return Cell(row, col, paras, place)


def _place(block: Block) -> Place:
    return block.place


def read_block(
    view: BlockView, columns: tuple[Column, ...], n: int, row: BlockRow, known: Known
) -> Row:
    spot = (f"b{row.section_index}",) if row.section else ()
    kind = RowKind(view.row_id(n), "action", 0.95)
    draft = Draft([[Piece(view, n, columns)]], clean(row.section), spot, [kind])
    return read_row(draft, known)
