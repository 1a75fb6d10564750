"""Invented plans as files, and imports of them."""

from __future__ import annotations

import io
from collections.abc import Sequence

from docx import Document as WordDocument
from openpyxl import Workbook
from openpyxl.styles import PatternFill

from joinedup.assurance.actions.imports import open_import
from joinedup.assurance.models.imports import PlanImport
from joinedup.assurance.rules.reading import Reading, read_plans
from joinedup.audit.actor import By
from joinedup.documents import read_document

HEADINGS = ("Ref", "Action", "Lead", "By when", "Status", "Progress")
ROWS: tuple[tuple[str, ...], ...] = (
    (
        "1",
        "Train all staff who meet children",
        "Ada Marsh",
        "31 March 2026",
        "In progress",
        "Booked",
    ),
    ("2", "Write to every school about referrals", "Bo Lindqvist", "May 2026", "Not started", ""),
    ("3", "Hold a supervision audit", "Ada Marsh", "30 June 2026", "Complete", "Held in May"),
)
CONTRADICTION = (
    "4",
    "Check the register of volunteers",
    "Ada Marsh",
    "Monthly",
    "Complete",
    "Done",
)


def word(
    rows: Sequence[Sequence[str]] = ROWS,
    headings: Sequence[str] = HEADINGS,
    title: str = "Safeguarding action plan 2026",
    more: Sequence[str] = (),
) -> bytes:
    """A Word file with a title, one table, and paragraphs below it."""
    paper = WordDocument()
    paper.add_heading(title, 1)
    table = paper.add_table(rows=1, cols=len(headings))
    for cell, text in zip(table.rows[0].cells, headings, strict=True):
        cell.text = text
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    for text in more:
        paper.add_paragraph(text)
    made = io.BytesIO()
    paper.save(made)
    return made.getvalue()


def reading(*, data: bytes | None = None, name: str = "plan.docx") -> Reading:
    """An invented plan as read."""
    return read_plans(read_document(name, data if data is not None else word()))


def opened(by: By, data: bytes | None = None, name: str = "plan.docx") -> PlanImport:
    """An invented plan on the check page."""
    given = data if data is not None else word()
    return open_import(by, name, given, read_document(name, given))


def painted(colour: str) -> bytes:
    """A workbook with one action whose rating is a colour (six hex digits) and no word."""
    book = Workbook()
    sheet = book.active
    sheet.append(["Ref", "Action", "Lead", "By when", "RAG"])
    sheet.append(["1", "Train all staff who meet children", "Ada Marsh", "May 2026", None])
    sheet["E2"].fill = PatternFill("solid", fgColor=colour)
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()
