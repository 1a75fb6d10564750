"""Word documents from the blocks of a document."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import docx
from blind8_parts.notation import Cell, Plain, Table, Text
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

COLOURS = {
    "red": "FF0000",
    "amber": "FFC000",
    "green": "00B050",
    "blue": "4472C4",
    "grey": "D9D9D9",
    "yellow": "FFFF00",
    "white": "FFFFFF",
}
PIECES = re.compile(r"(~~.+?~~|\*\*.+?\*\*)")


def shade(cell: Any, colour: str) -> None:
    """Fill a Word cell with a colour."""
    mark = OxmlElement("w:shd")
    mark.set(qn("w:val"), "clear")
    mark.set(qn("w:color"), "auto")
    mark.set(qn("w:fill"), COLOURS[colour])
    cell._tc.get_or_add_tcPr().append(mark)


def runs(paragraph: Any, text: str, bold: bool = False) -> None:
    """Write words with their struck-out and bold parts."""
    for piece in PIECES.split(text):
        if not piece:
            continue
        run = paragraph.add_run(piece.strip("~*") if PIECES.fullmatch(piece) else piece)
        run.bold = bold or piece.startswith("**") or None
        run.font.strike = True if piece.startswith("~~") else None
        run.font.size = Pt(9)


def fill_cell(cell: Any, shown: Cell, bold: bool = False) -> None:
    """Write a cell: one paragraph for each line, list items in the list style."""
    for at, line in enumerate(shown.text.split("\n")):
        bullet = line.startswith("- ")
        paragraph = cell.paragraphs[0] if at == 0 else cell.add_paragraph()
        if bullet:
            paragraph.style = "List Bullet"
        runs(paragraph, line[2:] if bullet else line, bold)
    if shown.fill:
        shade(cell, shown.fill)


def add_table(word: Any, block: Table) -> None:
    """Write a plan's table."""
    count = len(block.headers)
    made = word.add_table(rows=0, cols=count)
    made.style = "Table Grid"
    if block.banner:
        cells = made.add_row().cells
        fill_cell(cells[0].merge(cells[-1]), Cell(block.banner), bold=True)
    for line in block.lines:
        row = made.add_row()
        cells = row.cells
        if line.kind == "section":
            fill_cell(cells[0].merge(cells[-1]), line.cells[0], bold=True)
            shade(cells[0], "grey")
            continue
        for at, shown in enumerate(line.cells):
            if shown.above:
                made.cell(len(made.rows) - 2, at).merge(cells[at])
            else:
                fill_cell(cells[at], shown, bold=line.kind == "header")
                if line.kind == "header":
                    shade(cells[at], "grey")
        if line.kind == "header":
            mark = OxmlElement("w:tblHeader")
            mark.set(qn("w:val"), "true")
            row._tr.get_or_add_trPr().append(mark)
    total = sum(block.widths)
    for row in made.rows:
        for at, cell in enumerate(row.cells):
            cell.width = Mm(250 * block.widths[at] / total)


def add_plain(word: Any, block: Plain) -> None:
    """Write a table that is no plan."""
    made = word.add_table(rows=0, cols=len(block.rows[0]))
    made.style = "Table Grid"
    for texts in block.rows:
        for cell, text in zip(made.add_row().cells, texts, strict=True):
            fill_cell(cell, Cell(text, block.fills.get(text, "")))


def add_text(word: Any, block: Text) -> None:
    """Write a heading or a paragraph."""
    styles = {"title": "Title", "h1": "Heading 1", "h2": "Heading 2", "li": "List Bullet"}
    if block.kind == "page":
        word.add_page_break()
    else:
        paragraph = word.add_paragraph(style=styles.get(block.kind, "Normal"))
        paragraph.add_run(block.text)


def write_docx(path: Path, doc: Any) -> None:
    """Write the document to `path`."""
    word = docx.Document()
    part = word.sections[0]
    if doc.landscape:
        part.orientation = WD_ORIENT.LANDSCAPE
        part.page_width, part.page_height = Mm(297), Mm(210)
    part.left_margin = part.right_margin = Mm(18)
    if doc.running:
        part.header.paragraphs[0].text = doc.running
    for block in doc.blocks:
        if isinstance(block, Table):
            add_table(word, block)
            word.add_paragraph()
        elif isinstance(block, Plain):
            add_plain(word, block)
            word.add_paragraph()
        else:
            add_text(word, block)
    word.save(str(path))
