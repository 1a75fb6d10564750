"""Excel files: sheets with title rows, tables, keys, real dates, hidden rows and sheets."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import openpyxl
from blind10_parts.shape import (
    UP,
    Blank,
    Cell,
    Doc,
    Note,
    Repeat,
    Table,
    printed,
    split_row,
)
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter

WRAP = Alignment(wrap_text=True, vertical="top")


def put(sheet: Any, at: int, col: int, text: Any, *, bold: bool = False, fill: str = "") -> None:
    """One cell with its looks."""
    cell = sheet.cell(at, col, text if text != "" else None)
    cell.alignment = WRAP
    if bold:
        cell.font = Font(bold=True)
    if fill:
        cell.fill = PatternFill("solid", fgColor=fill)
    if isinstance(text, dt.date):
        cell.number_format = sheet.parent.date_look
    elif isinstance(text, float) and 0 <= text <= 1:
        cell.number_format = "0%"


def put_row(sheet: Any, at: int, table: Table, row: tuple[Any, ...]) -> None:
    """A data row; merged cells join the cell above."""
    cells, _ = split_row(row)
    for col, cell in enumerate(cells, 1):
        if cell == UP:
            top = at - 1
            for held in [r for r in sheet.merged_cells.ranges if r.max_row == at - 1]:
                if held.min_col == held.max_col == col:
                    top = held.min_row
                    sheet.unmerge_cells(str(held))
            sheet.merge_cells(start_row=top, end_row=at, start_column=col, end_column=col)
            continue
        text = printed(cell)
        if isinstance(text, str):
            text = text.replace("**", "").replace("~~", "").replace("@@", "")
        put(sheet, at, col, text, fill=cell.fill if isinstance(cell, Cell) else "")


def put_across(sheet: Any, at: int, table: Table, text: str, *, bold: bool) -> None:
    """A row of one cell over the whole table."""
    put(sheet, at, 1, text, bold=bold, fill=table.look.get("band_fill", "") if bold else "")
    if table.look.get("band") != "first":
        sheet.merge_cells(start_row=at, end_row=at, start_column=1, end_column=len(table.columns))


def put_header(sheet: Any, at: int, table: Table) -> None:
    """The header row."""
    for col, (text, _) in enumerate(table.columns, 1):
        put(sheet, at, col, text, bold=True, fill=table.look.get("header_fill", ""))


def put_table(sheet: Any, at: int, table: Table) -> int:
    """A table from row `at` on; the row after it."""
    for text in table.above:
        put_across(sheet, at, table, text, bold=True)
        at += 1
    put_header(sheet, at, table)
    if table.look.get("filter"):
        last = get_column_letter(len(table.columns))
        sheet.auto_filter.ref = f"A{at}:{last}{at + len(table.rows)}"
    for entry in table.rows:
        at += 1
        if isinstance(entry, Repeat):
            put_header(sheet, at, table)
        elif isinstance(entry, str):
            put_across(sheet, at, table, printed(entry), bold=True)
        elif isinstance(entry, tuple):
            put_row(sheet, at, table, entry)
        elif isinstance(entry, Note):
            put_across(sheet, at, table, entry.text, bold=False)
    for col, width in enumerate(table.widths, 1):
        sheet.column_dimensions[get_column_letter(col)].width = width
    return at + 1


def write_xlsx(path: Path, doc: Doc) -> None:
    """A workbook."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    book.date_look = doc.look.get("dates", "dd/mm/yyyy")
    for part in doc.blocks:
        sheet = book.create_sheet(part.name)
        sheet.sheet_state = part.state
        at = 1
        for block in part.blocks:
            if isinstance(block, Table):
                at = put_table(sheet, at, block)
            elif isinstance(block, Blank):
                at += 1
            elif isinstance(block, Cell):
                put(sheet, at, 1, block.text, fill=block.fill)
                at += 1
            else:
                put(sheet, at, 1, block.text, bold=not hasattr(block, "level") or block.level == 1)
                at += 1
    book.save(str(path))
