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

from joinedup.documents.sheetxml import (
    DATE,
    HEADING,
    MOMENT,
    NUMBER,
    QUOTED,
    TEXT,
    SheetPart,
    workbook,
)

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
    taken: set[str] = set()
    sheets = []
    for table in tables:
        sheet = SheetPart(sheet_name(table.title, taken), _widths(table))
        sheet.add([sheet.text(c, _fitted(text), HEADING) for c, text in enumerate(table.headings)])
        for row in table.rows:
            sheet.add([_xlsx_cell(sheet, col, value) for col, value in enumerate(row)])
        sheets.append(sheet)
    return workbook(sheets)


def _xlsx_cell(sheet: SheetPart, col: int, value: SheetValue) -> str:
    if isinstance(value, str):
        text = _fitted(value)
        # the quoted style keeps it text when somebody edits the cell
        return sheet.text(col, text, QUOTED if text.startswith(FORMULA_STARTS) else TEXT)
    if value is None or value != value or value in (float("inf"), float("-inf")):
        return ""
    if isinstance(value, bool):
        return sheet.text(col, "Yes" if value else "No", TEXT)
    if isinstance(value, dt.date) and value.year < 1901:  # before a spreadsheet's own calendar
        return sheet.text(col, _csv_value(value), TEXT)
    if isinstance(value, dt.datetime):
        return sheet.number(col, value, MOMENT)
    if isinstance(value, dt.date):
        return sheet.number(col, value, DATE)
    return sheet.number(col, value, NUMBER)


def _fitted(words: str) -> str:
    text = readable(words)
    return text if len(text) <= LONGEST_CELL else text[: LONGEST_CELL - len(CUT)] + CUT


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
