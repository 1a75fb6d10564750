"""Helpers for inventing plans: truth rows in few words, Word tables, pages of HTML and PDF."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import typst
from docx import Document as new_word
from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.table import Table as WordTable
from docx.table import _Cell

FOLDER = Path(__file__).resolve().parents[1] / "seen"


def due(
    text: str, date: str | None = None, start: str | None = None, recurrence: str | None = None
) -> dict[str, str | None]:
    """A due field of the truth."""
    return {"text": text, "date": date, "start": start, "recurrence": recurrence}


def row(title: str, **fields: Any) -> dict[str, Any]:
    """A row of the truth; `status` and `priority` may be given by value alone."""
    found: dict[str, Any] = {"title": title, **fields}
    for name in ("status", "priority"):
        if isinstance(found.get(name), str):
            found[name] = {"text": None, "value": found[name]}
    return found


def write_truth(
    name: str, *plans: tuple[str, list[dict[str, Any]]], unscored: list[str] | None = None
) -> None:
    """Write NAME.truth.json (`name` with its ending)."""
    truth = {
        "document": name,
        "schema": 1,
        "unscored": unscored or [],
        "label": "invented; truth written together with the text",
        "plans": [{"title": title, "rows": rows} for title, rows in plans],
    }
    path = FOLDER / f"{name.rpartition('.')[0]}.truth.json"
    path.write_text(json.dumps(truth, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def write_text(name: str, text: str) -> None:
    """Write a text document."""
    (FOLDER / name).write_text(text, encoding="utf-8")


def write_pdf(name: str, source: str) -> None:
    """Set a PDF from typst source."""
    (FOLDER / name).write_bytes(typst.compile(source.encode("utf-8")))


def word() -> WordDocument:
    """An empty Word document."""
    return new_word()


def save_word(document: WordDocument, name: str) -> None:
    """Save a Word document into the folder."""
    document.save(str(FOLDER / name))


def shade(cell: _Cell, colour: str) -> None:
    """Give a cell a background colour."""
    fill = OxmlElement("w:shd")
    fill.set(qn("w:val"), "clear")
    fill.set(qn("w:fill"), colour)
    cell._tc.get_or_add_tcPr().append(fill)


def put(cell: _Cell, text: str | list[str], bold: bool = False, bullets: bool = False) -> None:
    """Fill a cell with paragraphs; `bullets` makes them list items."""
    lines = [text] if isinstance(text, str) else text
    for n, line in enumerate(lines):
        para = cell.paragraphs[0] if n == 0 else cell.add_paragraph()
        if bullets:
            para.style = "List Bullet"
        para.add_run(line).bold = bold


def word_table(
    document: WordDocument, rows: list[list[str | list[str]]], bold_header: bool = True
) -> WordTable:
    """A ruled table; None leaves a cell empty."""
    table = document.add_table(rows=len(rows), cols=len(rows[0]))
    table.style = "Table Grid"
    for n, texts in enumerate(rows):
        for col, text in enumerate(texts):
            if text:
                put(table.cell(n, col), text, bold=bold_header and n == 0)
    return table
