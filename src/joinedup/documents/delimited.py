"""Comma, semicolon and tab separated files."""

from __future__ import annotations

import csv
import io
from collections import Counter

from joinedup.documents.grid import Cell, Document, Place, Run, Table
from joinedup.documents.lines import ParaBuilder, decode, typed_marks
from joinedup.documents.refusal import Refused
from joinedup.documents.sheetparts import split_into_tables

__all__ = ["best_separator", "read_delimited"]

SEPARATORS = ",;\t|"


def read_delimited(name: str, data: bytes) -> Document:
    """A CSV file as tables. Places count rows as a spreadsheet would show them.

    Blank rows are kept inside a table unless a new header follows them (see
    `sheetparts.split_into_tables`). Line breaks inside a quoted value are paragraphs.
    """
    text = decode(data).replace("\r\n", "\n").replace("\r", "\n")
    separator = best_separator(text)
    first, _, rest = text.partition("\n")
    start = 1
    if first.strip().lower().startswith("sep=") and len(first.strip()) == 5:
        separator, text, start = first.strip()[4], rest, 2
    csv.field_size_limit(1_000_000)
    try:
        rows = list(csv.reader(io.StringIO(text), delimiter=separator))
    except csv.Error as error:
        raise Refused(
            "This CSV file could not be split into columns. Open it in a spreadsheet program,"
            " save it as a workbook (.xlsx) and try again."
        ) from error
    cells = [
        _cell(r, c, value, start)
        for r, row in enumerate(rows)
        for c, value in enumerate(row)
        if value.strip()
    ]
    tables: list[Table] = split_into_tables(cells, Place())
    return Document(name, "csv", tuple(tables), notes=("A CSV file holds no colours.",))


def _cell(row: int, col: int, value: str, start: int) -> Cell:
    place = Place(row=row + start, col=col + 1)
    builder = ParaBuilder(place)
    for line in value.split("\n"):
        builder.add(line, Run(""))
        builder.end()
    return Cell(row, col, typed_marks(builder.finish()), place)


def best_separator(text: str) -> str:
    """The separator that gives the most rows of one same width above one; a comma if none does."""
    sample = text[:200_000]
    best, best_score = ",", 0.0
    for separator in SEPARATORS:
        try:
            widths = Counter(
                len(row) for row in csv.reader(io.StringIO(sample), delimiter=separator) if row
            )
        except csv.Error:
            continue
        wide = {width: count for width, count in widths.items() if width > 1}
        if not wide:
            continue
        width, count = max(wide.items(), key=lambda item: (item[1], item[0]))
        score = count / sum(widths.values()) * (1 + min(width, 12) / 12)
        if score > best_score + 1e-9:
            best, best_score = separator, score
    return best
