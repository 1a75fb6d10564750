"""Keys that stand among other rows of a sheet: under lines of guidance, above or below a plan."""

from __future__ import annotations

from dataclasses import replace

from joinedup.documents.grid import Cell, Table

from .cells import TableView
from .legends import is_key_table, key_of_table
from .model import KeyEntry

__all__ = ["keys_among_rows"]

_WIDEST = 3


def keys_among_rows(view: TableView, rows: list[int]) -> list[KeyEntry]:
    """The entries of every key that stands in some of `rows`: rows that follow one another with
    two or three cells each, and say together what colours, letters or signs mean."""
    found: list[KeyEntry] = []
    for block in _blocks(view, rows):
        part = _cut_out(view, block)
        if part is not None and (is_key_table(part) or _painted_key(view, block)):
            by_place = {
                part.cell_id(cell): _home(view, block, part, cell) for cell in part.table.cells
            }
            found += [
                replace(entry, cell=by_place.get(entry.cell, entry.cell))
                for entry in key_of_table(part)
            ]
    return found


def _blocks(view: TableView, rows: list[int]) -> list[list[int]]:
    """Runs of rows below one another with two or three cells each."""
    runs: list[list[int]] = []
    for row in rows:
        cells = view.filled(row)
        coloured = len(cells) == 1 and (_painted_beside(view, row) or _last_of(view, runs, row))
        if not (coloured or 2 <= len(cells) <= _WIDEST):
            continue
        if runs and runs[-1][-1] == row - 1:
            runs[-1].append(row)
        else:
            runs.append([row])
    return [run for run in runs if len(run) >= 2]


def _last_of(view: TableView, runs: list[list[int]], row: int) -> bool:
    """True for words right below painted ones: what a cell without colour means."""
    if not runs or runs[-1][-1] != row - 1 or len(runs[-1]) < 2:
        return False
    above = view.filled(row - 1)
    painted = all(_painted_beside(view, one) for one in runs[-1])
    return painted and len(above) == 1 and above[0].col == view.filled(row)[0].col


def _painted_key(view: TableView, block: list[int]) -> bool:
    """True for two colours or more with words beside them, under the word "Key"."""
    over = " ".join(view.text(block[0] - 1, c.col) for c in view.filled(block[0] - 1)).casefold()
    painted = sum(_painted_beside(view, row) for row in block)
    return bool(block[0]) and over.strip(" :.") in _KEY_TITLES and painted >= 2


_KEY_TITLES = {"key", "legend", "colours", "colour key", "key to colours", "rag key", "colour code"}


def _painted_beside(view: TableView, row: int) -> bool:
    """True for an empty cell in a colour beside the words that explain it."""
    cells = [view.at(row, col) for col in range(view.table.n_cols)]
    return any(cell is not None and cell.fill and not cell.text.strip() for cell in cells)


def _cut_out(view: TableView, block: list[int]) -> TableView | None:
    """The rows as a table of their own that begins at its first column; None where too wide."""
    inside = set(block)
    cells = [c for c in view.table.cells if c.row in inside and (c.text.strip() or c.fill)]
    left = min(cell.col for cell in cells)
    wide = max(cell.col for cell in cells) - left + 1
    if wide > _WIDEST:
        return None
    moved = tuple(
        replace(cell, row=cell.row - block[0], col=cell.col - left, rowspan=1, colspan=1)
        for cell in cells
    )
    return TableView(Table(moved, len(block), wide, view.table.place), view.index)


def _home(view: TableView, block: list[int], part: TableView, cell: Cell) -> str:
    """The id in the whole table of a cell that was cut out."""
    row = block[0] + cell.row
    text = part.text(cell.row, cell.col)
    found = [one for one in view.filled(row) if view.text(one.row, one.col) == text]
    return view.cell_id(found[0]) if found else view.row_id(row)
