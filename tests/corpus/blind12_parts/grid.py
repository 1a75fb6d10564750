"""A table as a grid of cells, written to Word, a workbook, a web page or a printed page.

A cell is a text, a list of paragraphs, a date, or a `C` with a fill and more. `UP` joins a cell
to the one above, `LEFT` to the one before it.
"""

from __future__ import annotations

import datetime
import html
from dataclasses import dataclass
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from openpyxl.styles import Alignment, Font, PatternFill

UP, LEFT = "\x01up", "\x01left"


@dataclass
class C:
    """A cell with more than words: fill, bullets, bold, struck-out words before the text."""

    value: Any = ""
    fill: str = ""
    bullets: bool = False
    bold: bool = False
    struck: str = ""


def as_cell(value: Any) -> C:
    """Any cell as a `C`."""
    return value if isinstance(value, C) else C(value)


def paragraphs(cell: C) -> list[str]:
    """The cell's paragraphs."""
    if isinstance(cell.value, list):
        return cell.value
    return [str(cell.value)]


def spans(grid: list[list[Any]]) -> list[tuple[int, int, int, int, C]]:
    """Row, column, rows and columns taken, and the cell, for each cell that begins here."""
    found = []
    for r, line in enumerate(grid):
        for c, value in enumerate(line):
            if value in (UP, LEFT):
                continue
            down = across = 1
            while r + down < len(grid) and grid[r + down][c] == UP:
                down += 1
            while c + across < len(line) and line[c + across] == LEFT:
                across += 1
            found.append((r, c, down, across, as_cell(value)))
    return found


def band(text: str, width: int, fill: str = "D9E2F3") -> list[Any]:
    """A heading row over the whole width."""
    return [C(text, fill=fill, bold=True), *[LEFT] * (width - 1)]


def heads(text: str, fill: str = "BFBFBF") -> list[Any]:
    """A header row from names parted by upright strokes."""
    return [C(one.strip(), fill=fill, bold=True) for one in text.split("|")]


def shade(cell: Any, fill: str) -> None:
    """Fill a Word cell with a colour."""
    mark = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", fill)):
        mark.set(qn(f"w:{name}"), value)
    cell._tc.get_or_add_tcPr().append(mark)


def to_word(document: Any, grid: list[list[Any]], repeat: int = 1) -> Any:
    """Put the grid into a Word document as a table; the first `repeat` rows repeat on each page."""
    table = document.add_table(rows=len(grid), cols=len(grid[0]))
    table.style = "Table Grid"
    for r, c, down, across, cell in spans(grid):
        box = table.cell(r, c)
        if down > 1 or across > 1:
            box = box.merge(table.cell(r + down - 1, c + across - 1))
        for n, text in enumerate(paragraphs(cell)):
            para = box.paragraphs[0] if n == 0 else box.add_paragraph()
            if cell.bullets:
                para.style = document.styles["List Bullet"]
            if cell.struck and n == 0:
                para.add_run(cell.struck + " ").font.strike = True
            para.add_run(text).bold = cell.bold or None
        if cell.fill:
            shade(box, cell.fill)
    for line in table.rows[:repeat]:
        line._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    return table


def to_sheet(sheet: Any, grid: list[list[Any]], first: int = 1) -> int:
    """Put the grid on a sheet from row `first`; the row after its last."""
    for r, c, down, across, cell in spans(grid):
        box = sheet.cell(row=first + r, column=c + 1)
        value = cell.value
        box.value = "\n".join(value) if isinstance(value, list) else value
        box.alignment = Alignment(wrap_text=True, vertical="top")
        if isinstance(value, datetime.date):
            box.number_format = "dd/mm/yyyy"
        elif isinstance(value, float):
            box.number_format = "0%"
        if cell.fill:
            box.fill = PatternFill("solid", fgColor=cell.fill)
        if cell.bold:
            box.font = Font(bold=True)
        if down > 1 or across > 1:
            sheet.merge_cells(start_row=first + r, start_column=c + 1,
                              end_row=first + r + down - 1, end_column=c + across)  # fmt: skip
    return first + len(grid)


def to_html(grid: list[list[Any]], repeat: int = 1) -> str:
    """The grid as an HTML table."""
    lines: dict[int, list[str]] = {r: [] for r in range(len(grid))}
    for r, _c, down, across, cell in spans(grid):
        tag = "th" if r < repeat else "td"
        marks = f' rowspan="{down}"' * (down > 1) + f' colspan="{across}"' * (across > 1)
        marks += f' style="background-color:#{cell.fill}"' * bool(cell.fill)
        texts = [html.escape(one, quote=False) for one in paragraphs(cell)]
        if cell.bullets:
            inner = "<ul>" + "".join(f"<li>{one}</li>" for one in texts) + "</ul>"
        elif len(texts) > 1:
            inner = "".join(f"<p>{one}</p>" for one in texts)
        else:
            inner = texts[0]
        inner = f"<strong>{inner}</strong>" if cell.bold and r >= repeat else inner
        lines[r].append(f"<{tag}{marks}>{inner}</{tag}>")
    body = "\n".join("<tr>" + "".join(cells) + "</tr>" for cells in lines.values())
    return f'<table border="1">\n{body}\n</table>'


def quoted(text: str) -> str:
    """A text as typst shows it word for word."""
    return '#"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def to_typst(grid: list[list[Any]], widths: str, repeat: int = 1) -> str:
    """The grid as a typst table with its header repeated on each page."""
    shown: dict[int, list[str]] = {r: [] for r in range(len(grid))}
    for r, _c, down, across, cell in spans(grid):
        texts = [quoted(one) for one in paragraphs(cell)]
        inner = "\n".join(f"- {one}" for one in texts) if cell.bullets else "\n\n".join(texts)
        inner = f"*{inner}*" if cell.bold else inner
        fill = f'fill: rgb("#{cell.fill}"), ' if cell.fill else ""
        shown[r].append(f"table.cell(rowspan: {down}, colspan: {across}, {fill})[{inner}]")
    head = ", ".join(one for r in range(repeat) for one in shown[r])
    rest = ",\n".join(one for r in range(repeat, len(grid)) for one in shown[r])
    top = f"table.header({head}),\n" if repeat else ""
    return f"#table(columns: ({widths}), inset: 6pt, align: left,\n{top}{rest})\n"


def to_markdown(grid: list[list[Any]]) -> str:
    """The grid as a Markdown table (no joined cells)."""
    lines = ["| " + " | ".join("<br>".join(paragraphs(as_cell(c))) for c in line) + " |"
             for line in grid]  # fmt: skip
    lines.insert(1, "|" + " --- |" * len(grid[0]))
    return "\n".join(lines)
