"""Spreadsheets out: plain tables as an Excel workbook or a CSV file that a person may open safely.

A cell's words never become a formula, whoever typed them.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

__all__ = ["SheetTable", "SheetValue", "write_csv", "write_xlsx"]

SheetValue = str | int | float | bool | dt.date | dt.datetime | None
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff]")
NOT_IN_A_SHEET_NAME = re.compile(r"[\\/*?:\[\]\x00-\x1f\x7f]")
LONGEST_CELL = 32_767
CUT = " … (cut: too long for one cell)"
WIDEST, NARROWEST = 60, 8
WIDTH_SAMPLE = 300


@dataclass(frozen=True, slots=True)
class SheetTable:
    """One sheet: its name, the headings, and the rows under them."""

    title: str
    headings: Sequence[str]
    rows: Sequence[Sequence[SheetValue]]


def readable(text: str) -> str:
    """Text without control characters; each one stands as a visible � so that its loss shows."""
    return CONTROL.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))


def write_csv(headings: Sequence[str], rows: Sequence[Sequence[SheetValue]]) -> bytes:
    """A CSV file (UTF-8 with its mark, so that Excel shows accents).

    Dates are 31/08/2015. Words that a spreadsheet would take for a formula get an apostrophe in
    front; numbers stay numbers.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([_csv_text(heading) for heading in headings])
    for row in rows:
        writer.writerow([_csv_value(value) for value in row])
    return out.getvalue().encode("utf-8-sig")


def _csv_value(value: SheetValue) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, dt.datetime):
        return value.strftime("%d/%m/%Y %H:%M")
    if isinstance(value, dt.date):
        return value.strftime("%d/%m/%Y")
    if isinstance(value, int | float):
        return str(value)
    return _csv_text(value)


def _csv_text(text: str) -> str:
    # spreadsheets skip leading spaces before they look for a formula
    is_risky = text.startswith(FORMULA_STARTS) or text.lstrip().startswith(FORMULA_STARTS)
    return ("'" if is_risky else "") + readable(text)


def write_xlsx(tables: Sequence[SheetTable]) -> bytes:
    """A workbook with a sheet for each table.

    The heading row is bold, frozen, filterable and repeated on each printed page. Dates are real
    dates shown as 31/08/2015; text is always text. At least one table must be given.
    """
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter

    book = Workbook(write_only=True)
    taken: set[str] = set()
    bold, wrap = Font(bold=True), Alignment(wrap_text=True, vertical="top")
    shade = PatternFill("solid", fgColor="E7E9EC")
    for table in tables:
        sheet = book.create_sheet(sheet_name(table.title, taken))
        sheet.freeze_panes = "A2"
        sheet.print_title_rows = "1:1"
        sheet.page_setup.orientation = "landscape"
        sheet.page_setup.fitToHeight = 0
        sheet.sheet_properties.pageSetUpPr.fitToPage = True
        for col, width in enumerate(_widths(table), start=1):
            sheet.column_dimensions[get_column_letter(col)].width = width
        if table.headings:
            last = get_column_letter(len(table.headings))
            sheet.auto_filter.ref = f"A1:{last}{len(table.rows) + 1}"
        heads = [_xlsx_cell(WriteOnlyCell, sheet, heading) for heading in table.headings]
        for head in heads:
            head.font, head.alignment, head.fill = bold, wrap, shade
        sheet.append(heads)
        styles: dict[tuple[str, bool], Any] = {}
        for row in table.rows:
            cells = [_xlsx_cell(WriteOnlyCell, sheet, value) for value in row]
            for cell in cells:
                key = (cell.number_format, bool(cell.quotePrefix))
                if key not in styles:
                    cell.alignment = wrap
                    styles[key] = cell._style
                cell._style = styles[key]  # one style record shared: 2,000 rows in under a second
            sheet.append(cells)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _xlsx_cell(make: Any, sheet: Any, value: SheetValue) -> Any:
    if isinstance(value, str):
        text = readable(value)
        if len(text) > LONGEST_CELL:
            text = text[: LONGEST_CELL - len(CUT)] + CUT
        cell = make(sheet, None)
        cell._value = text
        cell.data_type = "s"
        if text.startswith(FORMULA_STARTS):
            cell.quotePrefix = True  # Excel keeps it text when somebody edits the cell
        return cell
    if isinstance(value, bool):
        return make(sheet, "Yes" if value else "No")
    if isinstance(value, dt.datetime):
        value = value.replace(tzinfo=None)
    if isinstance(value, float) and (value != value or value in (float("inf"), float("-inf"))):
        return make(sheet, "")
    cell = make(sheet, value)
    if isinstance(value, dt.datetime):
        cell.number_format = "dd/mm/yyyy hh:mm"
    elif isinstance(value, dt.date):
        cell.number_format = "dd/mm/yyyy"
    return cell


def _widths(table: SheetTable) -> list[float]:
    widths = [float(max(NARROWEST, min(len(heading) + 3, 24))) for heading in table.headings]
    for row in table.rows[:WIDTH_SAMPLE]:
        for col, value in enumerate(row[: len(widths)]):
            words = value if isinstance(value, str) else "31/08/2015 " if value is not None else ""
            longest = max((len(line) for line in words.split("\n")), default=0) + 2
            widths[col] = max(widths[col], float(min(longest, WIDEST)))
    return widths


def sheet_name(title: str, taken: set[str]) -> str:
    """A name that Excel takes: at most 31 characters, no \\ / * ? : [ ], and not used before."""
    plain = NOT_IN_A_SHEET_NAME.sub(" ", readable(title)).strip().strip("'").strip()
    plain = plain or "Sheet"
    plain = "History list" if plain.lower() == "history" else plain
    name, number = plain[:31], 2
    while name.lower() in taken:
        tail = f" ({number})"
        name, number = plain[: 31 - len(tail)] + tail, number + 1
    taken.add(name.lower())
    return name
