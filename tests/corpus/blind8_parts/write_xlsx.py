"""Workbooks from the blocks of a document: `Text("sheet", name)` begins a sheet."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

from blind8_parts.notation import Line, Plain, Table, clean
from blind8_parts.write_docx import COLOURS
from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter

DAY = re.compile(r"(\d\d)/(\d\d)/(\d{4})")


def shown_text(text: str) -> str:
    """Words of a spreadsheet cell: list items with a mark."""
    return "\n".join("• " + x[2:] if x.startswith("- ") else x for x in clean(text).split("\n"))


def value_of(text: str, real: bool) -> Any:
    """A day as a real date where the column holds dates, else the words."""
    day = DAY.fullmatch(text) if real else None
    if day:
        return date(int(day.group(3)), int(day.group(2)), int(day.group(1)))
    percent = re.fullmatch(r"(\d+)%", text)
    if percent:
        return int(percent.group(1)) / 100
    return shown_text(text) or None


def put(sheet: Any, row: int, column: int, value: Any, bold: bool = False) -> Any:
    """Write one cell."""
    cell = sheet.cell(row, column, value)
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    cell.font = Font(bold=bold)
    if isinstance(value, date):
        cell.number_format = "dd/mm/yyyy"
    elif isinstance(value, float):
        cell.number_format = "0%"
    return cell


def paint(cell: Any, colour: str) -> None:
    """Fill a cell with a colour."""
    cell.fill = PatternFill("solid", start_color=COLOURS[colour])


def add_table(sheet: Any, row: int, block: Table) -> int:
    """Write a plan's table from `row`; the next free row."""
    count = len(block.headers)
    if block.banner:
        put(sheet, row, 1, block.banner, bold=True)
        sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=count)
        row += 1
    for at, line in enumerate(block.lines):
        if line.kind == "section":
            paint(put(sheet, row + at, 1, line.cells[0].text, bold=True), "grey")
            sheet.merge_cells(
                start_row=row + at, end_row=row + at, start_column=1, end_column=count
            )
        else:
            add_line(sheet, row + at, block, line)
    for column in range(count):
        merge_down(sheet, row, column, block)
    for at, width in enumerate(block.widths):
        sheet.column_dimensions[get_column_letter(at + 1)].width = width
    return row + len(block.lines)


def add_line(sheet: Any, row: int, block: Table, line: Line) -> None:
    """Write a header or a row."""
    for at, shown in enumerate(line.cells):
        real = at in block.real_dates and line.kind == "row"
        cell = put(sheet, row, at + 1, value_of(shown.text, real), line.kind == "header")
        if shown.fill:
            paint(cell, shown.fill)


def merge_down(sheet: Any, top: int, column: int, block: Table) -> None:
    """Merge the cells of a column that belong to the one above them."""
    first = top
    for at, line in enumerate([*block.lines, Line("end", [])]):
        if line.kind == "row" and line.cells[column].above:
            continue
        if top + at - 1 > first:
            sheet.merge_cells(
                start_row=first,
                end_row=top + at - 1,
                start_column=column + 1,
                end_column=column + 1,
            )
        first = top + at


def write_xlsx(path: Path, doc: Any) -> None:
    """Write the workbook to `path`."""
    book = Workbook()
    sheet, row = book.active, 1
    started = False
    for block in doc.blocks:
        if isinstance(block, Table):
            row = add_table(sheet, row, block)
        elif isinstance(block, Plain):
            for texts in block.rows:
                for at, text in enumerate(texts):
                    cell = put(sheet, row, at + 1, shown_text(text) or None)
                    if text in block.fills:
                        paint(cell, block.fills[text])
                row += 1
        elif block.kind == "sheet":
            sheet = book.create_sheet(block.text) if started else sheet
            sheet.title, row, started = block.text, 1, True
        elif block.kind == "gap":
            row += 1
        else:
            put(sheet, row, 1, block.text, bold=block.kind == "title").alignment = Alignment()
            row += 1
    book.save(path)
