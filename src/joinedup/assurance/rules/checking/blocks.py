"""The reading in the order of its source: rows of the plan, and the bands of text between them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from joinedup.assurance.rules.reading.model import CellUse, Plan, Reading, Row

__all__ = ["Band", "Block", "RowBlock", "blocks", "blocks_of_plan", "loose_bands"]


@dataclass(slots=True)
class RowBlock:
    """One row beside the source cells that it was read from."""

    row: Row
    plan: int
    cells: list[CellUse] = field(default_factory=list)
    is_row: bool = True


@dataclass(slots=True)
class Band:
    """Source text that is in no row, and what it was taken for."""

    id: str
    use: str
    cells: list[CellUse] = field(default_factory=list)
    is_row: bool = False

    @property
    def text(self) -> str:
        """The words of the band."""
        return " · ".join(cell.text for cell in self.cells if cell.text.strip())


Block = RowBlock | Band


def source_row(cell_id: str) -> str:
    """ "t2r5c3" → "t2r5"; a paragraph's id stays as it is."""
    head, mark, tail = cell_id.rpartition("c")
    return head if mark and tail.isdigit() and head else cell_id


def blocks(reading: Reading) -> list[Block]:
    """Every source cell once, in the order of the document, gathered into rows and bands."""
    rows = {row.id: (row, number) for number, plan in enumerate(reading.plans) for row in plan.rows}
    found: list[Block] = []
    by_row: dict[str, RowBlock] = {}
    for cell in reading.cells:
        if cell.row in rows:
            block = by_row.get(cell.row)
            if block is None:
                row, number = rows[cell.row]
                block = by_row[cell.row] = RowBlock(row, number)
                found.append(block)
            block.cells.append(cell)
        elif cell.text.strip():
            _to_band(found, cell)
    return found


def _to_band(found: list[Block], cell: CellUse) -> None:
    place = source_row(cell.id)
    last = found[-1] if found else None
    if isinstance(last, Band) and last.id == place and last.use == cell.use:
        last.cells.append(cell)
    else:
        found.append(Band(place, cell.use, [cell]))


def blocks_of_plan(all_blocks: Iterable[Block], number: int, plan: Plan) -> list[Block]:
    """The rows of one plan with the bands of its tables between them."""
    tables = set(plan.tables)
    return [
        block
        for block in all_blocks
        if (isinstance(block, RowBlock) and block.plan == number)
        or (isinstance(block, Band) and block.id.partition("r")[0] in tables)
    ]


def loose_bands(all_blocks: Iterable[Block], plans: Iterable[Plan]) -> list[Band]:
    """Text outside the tables of every plan: paragraphs, and tables that were not read as a plan."""
    tables = {table for plan in plans for table in plan.tables}
    return [
        block
        for block in all_blocks
        if isinstance(block, Band) and block.id.partition("r")[0] not in tables
    ]
