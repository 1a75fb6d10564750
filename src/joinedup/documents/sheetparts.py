"""One sheet's cells into tables: blank rows and columns between tables, and header-like rows."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from joinedup.documents.grid import Cell, Place, Table

__all__ = ["split_into_tables"]

LONGEST_HEADING = 40


def split_into_tables(cells: list[Cell], place: Place) -> list[Table]:
    """The tables of one sheet, in reading order.

    Goes in: non-empty cells with row and column counted from 0 over the whole sheet. Comes out:
    tables whose rows and columns start at their own top left (each cell's `place` still names the
    sheet's cell). A blank row ends a table only where what follows has other columns or starts
    with a row that looks like a header (two or more short cells without digits, and bold or filled
    where the first header was); otherwise blank rows stay inside as rows without cells. Title rows
    above a header stay in the table as rows. Blocks side by side, with an empty column between
    them, are tables of their own where each has at least two columns.
    """
    found: list[list[Cell]] = []
    for band in _row_bands(cells):
        found.extend(_side_by_side(band))
    return [_table(block, place, number) for number, block in enumerate(found, start=1)]


def _row_bands(cells: list[Cell]) -> list[list[Cell]]:
    by_row: dict[int, list[Cell]] = {}
    for cell in cells:
        by_row.setdefault(cell.row, []).append(cell)
    covered = {
        row for cell in cells for row in range(cell.row, min(cell.row + cell.rowspan, 1_100_000))
    }
    bands: list[list[Cell]] = []
    current: list[Cell] = []
    last = -1
    for row in sorted(by_row):
        gap = any(between not in covered for between in range(last + 1, row)) if current else False
        if gap and _starts_anew(current, [by_row[r] for r in sorted(by_row) if r >= row][:3]):
            bands.append(current)
            current = []
        current = current + by_row[row] if not current else [*current, *by_row[row]]
        last = max(last, row)
    if current:
        bands.append(current)
    return bands


def _starts_anew(above: list[Cell], following: list[list[Cell]]) -> bool:
    before = _columns(above)
    wide = next((row for row in following if len(row) > 1), None)
    if len({cell.row for cell in above}) > 1 and wide and not before & _columns(wide):
        return True
    if all(len(row) == 1 for row in _rows(above)):
        return False  # a title or a note above: the table is still to come
    styled = any(_is_styled(cell) for cell in next(row for row in _rows(above) if len(row) > 1))
    for row in following[:2]:
        if len(row) > 1:
            return _looks_like_header(row) and (not styled or any(map(_is_styled, row)))
    return False


def _rows(cells: list[Cell]) -> list[list[Cell]]:
    by_row: dict[int, list[Cell]] = {}
    for cell in cells:
        by_row.setdefault(cell.row, []).append(cell)
    return [by_row[row] for row in sorted(by_row)]


def _columns(cells: list[Cell]) -> set[int]:
    return {col for cell in cells for col in range(cell.col, cell.col + min(cell.colspan, 200))}


def _is_styled(cell: Cell) -> bool:
    return bool(cell.fill) or any(run.bold for para in cell.paras for run in para.runs)


def _looks_like_header(row: list[Cell]) -> bool:
    return len(row) > 1 and all(
        0 < len(cell.text) <= LONGEST_HEADING
        and not any(mark.isdigit() for mark in cell.text)
        and not isinstance(cell.value, int | float | dt.date)
        for cell in row
    )


def _side_by_side(band: list[Cell]) -> list[list[Cell]]:
    used = sorted(_columns(band))
    groups: list[set[int]] = []
    for col in used:
        if groups and col - 1 in groups[-1]:
            groups[-1].add(col)
        else:
            groups.append({col})
    if len(groups) < 2 or any(len(group) < 2 for group in groups):
        return [band]
    return [[cell for cell in band if cell.col in group] for group in groups]


def _table(block: list[Cell], place: Place, number: int) -> Table:
    top = min(cell.row for cell in block)
    left = min(cell.col for cell in block)
    moved = [replace(cell, row=cell.row - top, col=cell.col - left) for cell in block]
    bottom = max(cell.row + cell.rowspan for cell in moved)
    right = max(cell.col + cell.colspan for cell in moved)
    return Table(tuple(moved), bottom, right, replace(place, table=number, row=None, col=None))
