"""Word documents from the shorthand, with the habits of council documents."""

from __future__ import annotations

import re
from collections.abc import Sequence

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from .notation import Cell, Table

BULLETS = "•▪*"


def new(landscape: bool = True, font: str = "Arial", size: float = 10):
    """An empty document; landscape as most plans are."""
    made = Document()
    made.styles["Normal"].font.name = font
    made.styles["Normal"].font.size = Pt(size)
    made.styles["Normal"].paragraph_format.space_after = Pt(3)
    page = made.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    if landscape:
        page.orientation = WD_ORIENT.LANDSCAPE
        page.page_width, page.page_height = Cm(29.7), Cm(21)
    page.left_margin = page.right_margin = Cm(1.6)
    page.top_margin = page.bottom_margin = Cm(1.6)
    return made


def shade(box, colour: str) -> None:
    """Fill a table cell."""
    mark = OxmlElement("w:shd")
    mark.set(qn("w:val"), "clear")
    mark.set(qn("w:color"), "auto")
    mark.set(qn("w:fill"), colour)
    box._tc.get_or_add_tcPr().append(mark)


def runs(paragraph, words: str, bold: bool = False, red: bool = False) -> None:
    """Write words, struck where marked."""
    for n, part in enumerate(re.split(r"~~", words)):
        if not part:
            continue
        run = paragraph.add_run(part)
        run.bold = bold or None
        if n % 2:
            run.font.strike = True
        if red:
            run.font.color.rgb = RGBColor(0xC0, 0, 0)


def write(box, made: Cell, bold: bool = False, lists: bool = True) -> None:
    """Fill one cell; list marks become real Word lists where `lists`."""
    parts = [p.strip() for p in made.text.split("//")]
    for n, part in enumerate(parts):
        paragraph = box.paragraphs[0] if n == 0 else box.add_paragraph()
        if lists and part[:2] in ("• ", "* "):
            paragraph.style, part = "List Bullet", part[2:]
        elif lists and part[:2] == "# ":
            paragraph.style, part = "List Number", part[2:]
        runs(paragraph, part, bold, made.red)
    if made.fill:
        shade(box, made.fill)


def repeat(row) -> None:
    """Repeat this row at the head of each page."""
    mark = OxmlElement("w:tblHeader")
    mark.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(mark)


def whole(row) -> None:
    """Do not break this row over pages."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def plain(document, rows: Sequence[Sequence[str]], widths: Sequence[float], head: str = "D9D9D9"):
    """A small table that is no plan: versions, attendance, keys."""
    grid = document.add_table(rows=0, cols=len(rows[0]), style="Table Grid")
    for n, texts in enumerate(rows):
        boxes = grid.add_row().cells
        for box, text, width in zip(boxes, texts, widths, strict=True):
            made = Cell(text)
            if text.startswith("{fill:"):
                made = Cell(text[13:].strip(), fill=text[6:12])
            write(box, made, bold=n == 0)
            box.width = Cm(width)
            if n == 0 and head:
                shade(box, head)
    document.add_paragraph()
    return grid


def header(grid, made: Table, head: str) -> None:
    """The row of headings, white words on a dark ground."""
    row = grid.add_row()
    for box, text in zip(row.cells, made.heads, strict=True):
        write(box, Cell(text), bold=True)
        if not head:
            continue
        shade(box, head)
        for run in box.paragraphs[0].runs:
            if head < "8":
                run.font.color.rgb = RGBColor(255, 255, 255)


def group_header(grid, over: Sequence[tuple[str, int]], head: str) -> None:
    """Headings that stand over several columns."""
    row, at = grid.add_row(), 0
    for text, span in over:
        box = row.cells[at].merge(row.cells[at + span - 1])
        write(box, Cell(text), bold=True)
        shade(box, head)
        at += span
    repeat(row)


def across(grid, text: str, fill: str | None) -> None:
    """A band over all columns."""
    boxes = grid.add_row().cells
    box = boxes[0].merge(boxes[-1])
    write(box, Cell(text), bold=True)
    if fill:
        shade(box, fill)


def fill_row(grid, cells: Sequence[Cell], lists: bool) -> None:
    """One printed row; merged cells join the one above."""
    row = grid.add_row()
    for at, c in enumerate(cells):
        if c.merged:
            row.cells[at].merge(grid.rows[-2].cells[at])
        else:
            write(row.cells[at], c, lists=lists)


def plan(
    document,
    made: Table,
    widths: Sequence[float],
    head: str = "1F3864",
    band: str = "D9E2F3",
    lists: bool = True,
    title_row: bool = False,
    again: Sequence[int] = (),
    over: Sequence[tuple[str, int]] = (),
):
    """The plan as a Word table. `again`: numbers of lines before which the head is typed again.

    `over`: a row of headings over the headings, each with the number of columns it spans.
    """
    grid = document.add_table(rows=0, cols=len(made.kinds), style="Table Grid")
    grid.autofit = False
    if title_row:
        across(grid, made.title, "F2F2F2")
    if over:
        group_header(grid, over, head)
    header(grid, made, head)
    repeat(grid.rows[-1])
    for n, line in enumerate(made.lines):
        if n in again:
            header(grid, made, head)
        if line.band is not None:
            across(grid, line.band, band if line.section is not None else None)
        else:
            fill_row(grid, line.cells, lists)
    for row in grid.rows:
        for box, width in zip(row.cells, widths, strict=True):
            box.width = Cm(width)
    document.add_paragraph()
    return grid
