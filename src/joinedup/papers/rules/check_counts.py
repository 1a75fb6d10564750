"""Counts of people in tables that are small enough to point at somebody, and those that can be
worked out by taking the others from a total of the same table."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from joinedup.documents.blocks import Annexe, Block, Cell, Chart, Kind, Table, cell

__all__ = ["label_of", "small_cells", "suppressed", "totals_that_tell"]

TOTAL = re.compile(r"(?:all|total)\b", re.IGNORECASE)
LONGEST = 300
LEAST_PARTS = 2


def _words(held: Cell) -> str:
    return " ".join(held.pieces()).strip()


def _number(held: Cell) -> int | None:
    words = _words(held).replace(",", "")
    return int(words) if words.isascii() and words.isdigit() else None


def label_of(table: Table, row: int, place: int) -> str:
    """A cell by its table, its row, its column and what stands in it."""
    cells = table.rows[row]
    parts = (table.caption, _words(cells[0]), table.columns[place].words, _words(cells[place]))
    return " › ".join(parts)[:LONGEST]


def _counting(table: Table, others: Sequence[str]) -> list[int]:
    """The places of columns that count people; `others` are beginnings of headings that do not."""
    skip = tuple(others) or ("\0",)
    return [
        place
        for place, one in enumerate(table.columns)
        if one.holds is Kind.NUMBER and not one.words.casefold().startswith(skip)
    ]


def small_cells(table: Table, least: int, others: Sequence[str]) -> Iterator[str]:
    """Small numbers in columns of numbers, each named by its row, its column and itself."""
    for number, row in enumerate(table.rows):
        if number in table.group_rows:
            continue
        for place in _counting(table, others):
            held = _number(row[place])
            if held is not None and 1 <= held < least:
                yield label_of(table, number, place)


def totals_that_tell(table: Table, least: int, others: Sequence[str]) -> Iterator[tuple[int, int]]:
    """(row, column) of each total from which a small count can be worked out: one part beside it is
    withheld, or is not listed, and what remains is from 1 to one below `least`."""
    rows = [at for at in range(len(table.rows)) if at not in table.group_rows]
    columns = _counting(table, others)
    sums = [at for at in rows if TOTAL.match(_words(table.rows[at][0]))]
    if len(sums) == 1:
        parts = [at for at in rows if at not in sums]
        for place in columns:
            line = [_number(table.rows[at][place]) for at in parts]
            if _tells(_number(table.rows[sums[0]][place]), line, least):
                yield sums[0], place
    across = [place for place in columns if TOTAL.match(table.columns[place].words)]
    if len(across) == 1:
        rest = [place for place in columns if place not in across]
        for at in rows:
            line = [_number(table.rows[at][place]) for place in rest]
            if _tells(_number(table.rows[at][across[0]]), line, least):
                yield at, across[0]


def _tells(total: int | None, parts: Sequence[int | None], least: int) -> bool:
    shown = [one for one in parts if one is not None]
    hidden = len(parts) - len(shown)
    if total is None or len(parts) < LEAST_PARTS or hidden > 1 or not shown:
        return False
    return 1 <= total - sum(shown) < least


def suppressed(
    blocks: Iterable[Block], counts: Collection[str], totals: Collection[str], fewer: str
) -> Iterator[Block]:
    """The blocks without the counts that were taken out. A chart over a table with a withheld count
    is left out; its table stays."""
    for block in blocks:
        if isinstance(block, Annexe):
            kept = tuple(suppressed(block.blocks, counts, totals, fewer))
            yield replace(block, blocks=kept)
        elif isinstance(block, Table):
            yield _fewer(block, counts, totals, fewer)
        elif isinstance(block, Chart):
            table = _fewer(block.table, counts, totals, fewer)
            yield block if table == block.table else table
        else:
            yield block


def _fewer(table: Table, counts: Collection[str], totals: Collection[str], fewer: str) -> Table:
    """The table without these counts; a total that would give a single one of them away goes too."""
    rows = [list(row) for row in table.rows]
    for place, column in enumerate(table.columns):
        if column.holds is not Kind.NUMBER:
            continue
        labels = [label_of(table, number, place) for number in range(len(table.rows))]
        taken = [number for number, label in enumerate(labels) if label in counts]
        for number in taken:
            rows[number][place] = cell(fewer)
        for number, label in enumerate(labels):
            is_total = bool(TOTAL.match(_words(table.rows[number][0]))) and len(taken) == 1
            if label in totals or (is_total and number not in taken):
                rows[number][place] = cell("withheld")
    return replace(table, rows=tuple(tuple(row) for row in rows))
