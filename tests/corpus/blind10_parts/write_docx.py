"""Word files, and PDF made from them by LibreOffice."""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any

import docx
from blind10_parts.shape import (
    UP,
    Cell,
    Doc,
    Heading,
    Para,
    Repeat,
    Table,
    printed,
    split_row,
)
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

MARK = re.compile(r"(\*\*|~~|@@)")


def write_runs(paragraph: Any, text: str, bold: bool) -> None:
    """The words of one line, with their looks."""
    on = {"**": bold, "~~": False, "@@": False}
    for part in MARK.split(text):
        if part in on:
            on[part] = not on[part]
        elif part:
            run = paragraph.add_run(part)
            run.bold = on["**"] or None
            run.font.strike = on["~~"] or None
            if on["@@"]:
                run.font.color.rgb = RGBColor(0xC0, 0x00, 0x00)


def fill_cell(cell: Any, text: str, *, bold: bool = False, fill: str = "") -> None:
    """Put lines into a cell as paragraphs and list items."""
    for number, line in enumerate(text.split("\n")):
        paragraph = cell.paragraphs[0] if number == 0 else cell.add_paragraph()
        if line.startswith("• "):
            paragraph.style = "List Bullet"
            line = line[2:]
        paragraph.paragraph_format.space_after = Pt(0)
        write_runs(paragraph, line, bold)
    if fill:
        shade = OxmlElement("w:shd")
        shade.set(qn("w:val"), "clear")
        shade.set(qn("w:color"), "auto")
        shade.set(qn("w:fill"), fill)
        cell._tc.get_or_add_tcPr().append(shade)


def header_rows(made: Any, table: Table, *, repeated: bool) -> None:
    """The header row, under a row of wider headings where there is one."""
    fill = table.look.get("header_fill", "")
    if table.over:
        row, at = made.add_row(), 0
        for text, span in table.over:
            cell = row.cells[at].merge(row.cells[at + span - 1])
            fill_cell(cell, text, bold=True, fill=fill)
            at += span
    row = made.add_row()
    for cell, (text, _) in zip(row.cells, table.columns, strict=True):
        fill_cell(cell, text, bold=True, fill=fill)
    if repeated:
        mark = OxmlElement("w:tblHeader")
        mark.set(qn("w:val"), "true")
        row._tr.get_or_add_trPr().append(mark)


def add_blocks(paper: Any, table: Table) -> None:
    """A table told as labelled paragraphs, one block for each row."""
    for entry in table.rows:
        if isinstance(entry, str):
            paper.add_heading(printed(entry), 2)
            continue
        for (name, _), cell in zip(table.columns, split_row(entry)[0], strict=True):
            text = str(printed(cell) or "")
            if not text:
                continue
            first, *rest = text.split("\n")
            if first.startswith("• "):
                first, rest = "", [first, *rest]
            paragraph = paper.add_paragraph()
            if name:
                paragraph.add_run(name + " ").bold = True
            write_runs(paragraph, first, bold=not name)
            for line in rest:
                style = "List Bullet" if line.startswith("• ") else None
                write_runs(paper.add_paragraph(style=style), line.removeprefix("• "), bold=False)


def add_band(row: Any, table: Table, text: str) -> None:
    """A heading row: over the whole width, or in the first cell alone."""
    alone = table.look.get("band") == "first"
    cell = row.cells[0] if alone else row.cells[0].merge(row.cells[-1])
    fill_cell(cell, text, bold=True, fill=table.look.get("band_fill", ""))


def add_data(row: Any, entry: tuple[Any, ...], last: list[Any]) -> None:
    """A row of the plan; `last` holds the cells that a merged cell joins."""
    for at, cell in enumerate(split_row(entry)[0]):
        if cell == UP:
            last[at].merge(row.cells[at])
            continue
        text = printed(cell)
        fill = cell.fill if isinstance(cell, Cell) else ""
        fill_cell(row.cells[at], "" if text is None else str(text), fill=fill)
        last[at] = row.cells[at]


def add_table(paper: Any, table: Table) -> None:
    """A table with its bands, merged cells and fills."""
    count = len(table.columns)
    made = paper.add_table(rows=0, cols=count)
    made.style = table.look.get("style", "Table Grid")
    made.autofit = False
    for text in table.above:
        row = made.add_row()
        fill_cell(row.cells[0].merge(row.cells[-1]), text, bold=True)
    if not table.look.get("headless"):
        header_rows(made, table, repeated=table.look.get("repeat", True))
    last: list[Any] = [None] * count
    for entry in table.rows:
        if isinstance(entry, Repeat):
            header_rows(made, table, repeated=False)
        elif isinstance(entry, str):
            add_band(made.add_row(), table, printed(entry))
        elif isinstance(entry, tuple):
            add_data(made.add_row(), entry, last)
        else:
            row = made.add_row()
            fill_cell(row.cells[0].merge(row.cells[-1]), getattr(entry, "text", ""))
    for row in made.rows:
        for at, width in enumerate(table.widths):
            row.cells[at].width = Cm(width)
    for at, width in enumerate(table.widths):
        made.columns[at].width = Cm(width)
    paper.add_paragraph()


def write_docx(path: Path, doc: Doc) -> None:
    """A Word file."""
    paper = docx.Document()
    page = paper.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    if doc.look.get("landscape"):
        page.orientation = WD_ORIENT.LANDSCAPE
        page.page_width, page.page_height = Cm(29.7), Cm(21)
    page.left_margin = page.right_margin = Cm(1.8)
    paper.styles["Normal"].font.size = Pt(doc.look.get("size", 10))
    if doc.look.get("header"):
        page.header.paragraphs[0].text = doc.look["header"]
    if doc.look.get("footer"):
        page.footer.paragraphs[0].text = doc.look["footer"]
    for block in doc.blocks:
        if isinstance(block, Heading):
            paper.add_heading(block.text, block.level)
        elif isinstance(block, Para):
            style = "List Bullet" if block.text.startswith("• ") else None
            write_runs(paper.add_paragraph(style=style), block.text.removeprefix("• "), bold=False)
        elif block.layout == "blocks":
            add_blocks(paper, block)
        else:
            add_table(paper, block)
    paper.save(str(path))


def write_pdf(path: Path, doc: Doc) -> None:
    """A PDF as an office prints it: the Word file through LibreOffice."""
    with tempfile.TemporaryDirectory() as folder:
        word = Path(folder) / (path.stem + ".docx")
        write_docx(word, doc)
        home = f"-env:UserInstallation=file://{folder}/home"
        order = ["soffice", home, "--headless", "--convert-to", "pdf", "--outdir", folder]
        subprocess.run([*order, str(word)], check=True, capture_output=True)
        shutil.copy(word.with_suffix(".pdf"), path)
