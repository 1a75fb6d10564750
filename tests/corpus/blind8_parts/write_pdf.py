"""PDF documents by Typst, and the plain text that pdftotext gets from one."""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path
from typing import Any

import typst
from blind8_parts.notation import Cell, Plain, Table
from blind8_parts.write_docx import COLOURS, PIECES

STROKES = {
    "ruled": "0.5pt",
    "none": "none",
    "lines": "(x, y) => (bottom: 0.4pt)",
}


def quoted(text: str) -> str:
    """Words as a Typst string."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def inline(text: str) -> str:
    """Words of one line with their struck-out and bold parts."""
    out = ""
    for piece in PIECES.split(text):
        if piece.startswith("~~"):
            out += f"#strike({quoted(piece.strip('~'))})"
        elif piece.startswith("**"):
            out += f"#strong({quoted(piece.strip('*'))})"
        elif piece:
            out += f"#text({quoted(piece)})"
    return out


def content(shown: Cell, bold: bool = False) -> str:
    """The content of a cell: a paragraph or list item for each line."""
    out = []
    for line in shown.text.split("\n"):
        if line.startswith("- "):
            out.append(f"#list[{inline(line[2:])}]")
        elif line:
            out.append(f"#par[{inline('**' + line + '**' if bold else line)}]")
    return "[" + "\n".join(out) + "]"


def add_table(block: Table, stroke: str, gap: int) -> str:
    """The plan's table; its header is repeated on each page."""
    columns = ", ".join(f"{w}fr" for w in block.widths)
    head = ", ".join(
        f'table.cell(fill: rgb("D9D9D9")){content(c, True)}' for c in block.lines[0].cells
    )
    out = [
        f"#table(columns: ({columns}), stroke: {STROKES[stroke]}, align: left + top,"
        f" inset: (x: {gap}pt, y: 5pt), table.header({head}),"
    ]
    for at, line in enumerate(block.lines[1:], 1):
        if line.kind == "section":
            words = content(line.cells[0], True)
            out.append(f"table.cell(colspan: {len(block.headers)}){words},")
            continue
        for column, shown in enumerate(line.cells):
            if not shown.above:
                span = 1
                while at + span < len(block.lines) and spans(block.lines[at + span], column):
                    span += 1
                fill = f', fill: rgb("{COLOURS[shown.fill]}")' if shown.fill else ""
                out.append(f"table.cell(rowspan: {span}{fill}){content(shown)},")
    return "\n".join(out) + ")\n"


def spans(line: Any, column: int) -> bool:
    """Whether the cell of this line is merged with the one above."""
    return line.kind == "row" and bool(line.cells[column].above)


def add_plain(block: Plain) -> str:
    """A table that is no plan."""
    cells = []
    for texts in block.rows:
        for text in texts:
            fill = f'fill: rgb("{COLOURS[block.fills[text]]}")' if text in block.fills else ""
            cells.append(f"table.cell({fill}){content(Cell(text))}")
    return f"#table(columns: {len(block.rows[0])}, stroke: 0.5pt, {', '.join(cells)})\n"


def source_of(doc: Any) -> str:
    """The Typst source of the document."""
    flipped = "true" if doc.landscape else "false"
    foot = f"#text({quoted(doc.running)}) #h(1fr) Page #context counter(page).display()"
    out = [
        "#set document(date: none)",
        f'#set page(paper: "a4", flipped: {flipped}, margin: 18mm, footer: [{foot}])',
        f'#set text(font: "Liberation Sans", size: {doc.size}pt, hyphenate: false, lang: "en")',
        "#set par(justify: false)",
    ]
    sizes = {"title": "16pt", "h1": "13pt", "h2": "11pt", "small": "7pt"}
    for block in doc.blocks:
        if isinstance(block, Table):
            out.append(add_table(block, doc.stroke, doc.gap))
        elif isinstance(block, Plain):
            out.append(add_plain(block))
        elif block.kind == "page":
            out.append("#pagebreak()")
        elif block.kind in sizes:
            weight = '"regular"' if block.kind == "small" else '"bold"'
            size = sizes[block.kind]
            out.append(f"#par[#text(size: {size}, weight: {weight}, {quoted(block.text)})]")
        else:
            words = inline(block.text)
            out.append(f"#list[{words}]" if block.kind == "li" else f"#par[{words}]")
    return "\n\n".join(out)


def write_pdf(path: Path, doc: Any) -> None:
    """Write the PDF to `path`."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "plan.typ"
        source.write_text(source_of(doc), encoding="utf-8")
        path.write_bytes(typst.compile(str(source)))


def write_txt(path: Path, doc: Any) -> None:
    """Write the text that `pdftotext -layout` gets from the PDF of the document."""
    with tempfile.TemporaryDirectory() as folder:
        pdf = Path(folder) / "plan.pdf"
        write_pdf(pdf, doc)
        subprocess.run(["pdftotext", "-layout", str(pdf), str(path)], check=True)
