"""Excel workbooks from the shorthand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.worksheet import Worksheet

from .notation import Cell, Table

THIN = Side(style="thin", color="999999")
EDGE = Border(left=THIN, right=THIN, top=THIN, bottom=THIN)


def put(sheet: Worksheet, row: int, column: int, made: Cell, bold: bool = False) -> None:
    """Write one cell: dates, numbers and per cent as such, words as words."""
    box = sheet.cell(row, column)
    text = made.text
    if found := re.fullmatch(r"#(\d{4})-(\d\d)-(\d\d)", text):
        box.value = date(*(int(g) for g in found.groups()))
        box.number_format = "dd/mm/yyyy"
    elif found := re.fullmatch(r"(\d{1,3})%", text):
        box.value, box.number_format = int(found.group(1)) / 100, "0%"
    elif re.fullmatch(r"\d{1,3}", text):
        box.value = int(text)
    else:
        box.value = made.seen or None
    box.alignment = Alignment(wrap_text=True, vertical="top")
    box.font = Font(bold=bold, color="C00000" if made.red else None, strike="~~" in text)
    box.border = EDGE
    if made.fill:
        box.fill = PatternFill("solid", fgColor=made.fill)


def words(sheet: Worksheet, at: int, texts: Sequence[str], bold: bool = False) -> None:
    """A row of loose text."""
    for n, text in enumerate(texts, start=1):
        if text:
            fill = None
            if text.startswith("{fill:"):
                fill, text = text[6:12], text[13:].strip()
            sheet.cell(at, n, text).font = Font(bold=bold)
            if fill:
                sheet.cell(at, n).fill = PatternFill("solid", fgColor=fill)


def plan(
    sheet: Worksheet,
    at: int,
    made: Table,
    widths: Sequence[float],
    head: str = "BDD7EE",
    left: int = 1,
) -> int:
    """Write the plan from row `at`; returns the first free row under it."""
    last = left + len(made.kinds) - 1
    for n, (text, width) in enumerate(zip(made.heads, widths, strict=True), start=left):
        put(sheet, at, n, Cell(text, fill=head), bold=True)
        sheet.column_dimensions[sheet.cell(at, n).column_letter].width = width
    opened = [at] * len(made.kinds)
    for line in made.lines:
        at += 1
        if line.band is not None:
            put(sheet, at, left, Cell(line.band, fill="E2EFDA"), bold=True)
            sheet.merge_cells(start_row=at, end_row=at, start_column=left, end_column=last)
            continue
        for n, c in enumerate(line.cells):
            if not c.merged:
                put(sheet, at, left + n, c)
                opened[n] = at
    _merge(sheet, made, at - len(made.lines) + 1, left)
    return at + 1


def _merge(sheet: Worksheet, made: Table, first: int, left: int) -> None:
    for n in range(len(made.kinds)):
        top = first
        for offset, line in enumerate([*made.lines, None]):
            row = first + offset
            merged = line is not None and line.band is None and line.cells[n].merged
            if merged:
                continue
            if row - top > 1:
                sheet.merge_cells(
                    start_row=top, end_row=row - 1, start_column=left + n, end_column=left + n
                )
            top = row
