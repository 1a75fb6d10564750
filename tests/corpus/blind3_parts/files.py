"""Word, Excel and PDF files, the same bytes each time they are made."""

from __future__ import annotations

import io
import json
import re
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import typst
from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm
from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill

THEN = datetime(2025, 1, 1, tzinfo=UTC)


def word(landscape: bool = False) -> Any:
    """A new Word document on A4."""
    doc = Document()
    page = doc.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    if landscape:
        page.orientation = WD_ORIENT.LANDSCAPE
        page.page_width, page.page_height = Cm(29.7), Cm(21)
    page.left_margin = page.right_margin = Cm(1.5)
    doc.core_properties.created = doc.core_properties.modified = THEN
    return doc


def shade(cell: Any, colour: str) -> None:
    """Fill a cell of a Word table."""
    fill = OxmlElement("w:shd")
    fill.set(qn("w:val"), "clear")
    fill.set(qn("w:color"), "auto")
    fill.set(qn("w:fill"), colour)
    cell._tc.get_or_add_tcPr().append(fill)


def write(cell: Any, text: str, bold: bool = False) -> None:
    """Put text into a Word cell: a paragraph a line, "* " begins a bullet."""
    for n, line in enumerate(text.split("\n")):
        paragraph = cell.paragraphs[0] if n == 0 else cell.add_paragraph()
        if line.startswith("* "):
            paragraph.style = "List Bullet"
            line = line[2:]
        paragraph.add_run(line).bold = bold


def grid(doc: Any, rows: list[list[str]], heads: int = 1) -> Any:
    """A table; a row of one cell is a band; "^" joins the cell above, "<" the one before."""
    wide = max(len(r) for r in rows)
    full = [[*r, *["<"] * (wide - len(r))] if len(r) == 1 else r for r in rows]
    table = doc.add_table(rows=len(full), cols=wide)
    table.style = "Table Grid"
    for n, cells in enumerate(full):
        for c, text in enumerate(cells):
            if text not in ("^", "<"):
                write(table.cell(n, c), text, bold=n < heads or len(rows[n]) == 1)
    for n, cells in enumerate(full):
        for c, text in enumerate(cells):
            if text not in ("^", "<"):
                down = run([r[c] for r in full[n + 1 :]], "^")
                across = run(cells[c + 1 :], "<")
                if down or across:
                    table.cell(n, c).merge(table.cell(n + down, c + across))
    for n in range(heads):
        mark = OxmlElement("w:tblHeader")
        table.rows[n]._tr.get_or_add_trPr().append(mark)
    return table


def run(marks: list[str], mark: str) -> int:
    """How many of the first texts are this mark."""
    return next((n for n, m in enumerate(marks) if m != mark), len(marks))


def book() -> Any:
    """A new workbook without sheets."""
    made = Workbook()
    made.remove(made.active)
    made.properties.created = made.properties.modified = THEN.replace(tzinfo=None)
    return made


def save(document: Any, path: Path) -> None:
    """Write a Word or Excel file with the times inside it fixed."""
    raw = io.BytesIO()
    document.save(raw)
    with zipfile.ZipFile(raw) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name in sorted(old.namelist(), key=lambda n: (n != "[Content_Types].xml", n)):
            held = old.read(name)
            if name == "docProps/core.xml":
                held = re.sub(rb"\d{4}-\d\d-\d\dT[\d:]+Z", b"2025-01-01T00:00:00Z", held)
            entry = zipfile.ZipInfo(name, (2025, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, held)


def said(text: str) -> str:
    """A text as Typst content, a paragraph a line."""
    lines = [f"#{json.dumps(line, ensure_ascii=False)}" for line in text.split("\n")]
    return "[" + " #parbreak() ".join(lines) + "]"


def pdf(source: str, path: Path, landscape: bool = False, size: int = 9) -> None:
    """Set a Typst source on A4 pages with a footer."""
    flipped = "true" if landscape else "false"
    head = (
        "#set document(date: none)\n"
        f'#set page(paper: "a4", flipped: {flipped}, margin: 1.6cm, footer: context align(right, '
        "[Page #counter(page).display() of #counter(page).final().first()]))\n"
        f"#set text(size: {size}pt)\n#set par(spacing: 0.7em)\n"
    )
    path.write_bytes(typst.compile((head + source).encode()))


def fill(cell: Any, colour: str) -> None:
    """Colour a cell of a sheet."""
    cell.fill = PatternFill("solid", fgColor=colour)


def put(sheet: Any, at: int, values: list[Any], bold: bool = False) -> None:
    """Write a row of a sheet; None leaves a cell empty; dates are shown day first."""
    for c, value in enumerate(values, 1):
        if value is None:
            continue
        cell = sheet.cell(at, c, value)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        cell.font = Font(bold=bold)
        if isinstance(value, datetime):
            cell.number_format = "dd/mm/yyyy"


def day(text: str) -> datetime:
    """A date of a sheet."""
    return datetime.strptime(text, "%Y-%m-%d")  # noqa: DTZ007


def line(text: str, size: int = 12, bold: bool = False) -> str:
    """A paragraph."""
    weight = "bold" if bold else "regular"
    return f'#block(text(size: {size}pt, weight: "{weight}")[#{json.dumps(text, ensure_ascii=False)}])\n'
