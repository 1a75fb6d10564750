"""One plan on the check page, read from a Word file that is made at load."""

from __future__ import annotations

import datetime as dt
import io

import docx

from joinedup.assurance.actions.imports import open_import
from joinedup.config.demo.cast import Cast
from joinedup.config.demo.material import material
from joinedup.documents import read_boxed
from joinedup.pages.dates import long_date

__all__ = ["leave_waiting", "word_file"]


def word_file(today: dt.date) -> bytes:
    """The invented paper, its dates counted from the load day."""
    data = material("waiting")
    paper = docx.Document()
    paper.add_heading(data["heading"], level=1)
    paper.add_paragraph(data["intro"])
    table = paper.add_table(rows=1, cols=len(data["header"]))
    table.style = "Table Grid"
    for cell, words in zip(table.rows[0].cells, data["header"], strict=True):
        cell.text = words
    for row in data["rows"]:
        for cell, words in zip(table.add_row().cells, _dated(row, today), strict=True):
            cell.text = words
    out = io.BytesIO()
    paper.save(out)
    return out.getvalue()


def _dated(row: list[str], today: dt.date) -> list[str]:
    due = row[3]
    if due.lstrip("-").isdigit():
        due = long_date(today + dt.timedelta(days=int(due)))
    return [*row[:3], due, *row[4:]]


def leave_waiting(cast: Cast, today: dt.date) -> None:
    """Open the import as the safeguarding lead; nobody has confirmed it."""
    name, data = material("waiting")["name"], word_file(today)
    open_import(cast.by("meera"), name, data, read_boxed(name, data), today.year)
