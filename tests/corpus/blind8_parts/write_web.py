"""HTML, CSV and Markdown from the blocks of a document."""

from __future__ import annotations

import csv
import html
import re
from pathlib import Path
from typing import Any

from blind8_parts.notation import Cell, Plain, Table, clean
from blind8_parts.write_xlsx import shown_text


def marked(text: str) -> str:
    """Words with their struck-out and bold parts as HTML."""
    out = html.escape(text, quote=False)
    out = re.sub(r"~~(.+?)~~", r"<s>\1</s>", out)
    return re.sub(r"\*\*(.+?)\*\*", r"<strong>\1</strong>", out)


def body(shown: Cell, word: bool) -> str:
    """The inside of a cell, as Word writes it or as a web site does."""
    lines = shown.text.split("\n") if shown.text else []
    if not lines:
        return "<p class=MsoNormal><o:p>&nbsp;</o:p></p>" if word else ""
    out, bullets = "", [x for x in lines if x.startswith("- ")]
    if word:
        for line in lines:
            if line.startswith("- "):
                out += "<p class=MsoListParagraph>·<span>&nbsp;&nbsp; </span>"
                out += marked(line[2:]) + "</p>"
            else:
                out += f"<p class=MsoNormal>{marked(line)}<o:p></o:p></p>"
        return out
    head = "<br>".join(marked(x) for x in lines if not x.startswith("- "))
    listing = "".join(f"<li>{marked(x[2:])}</li>" for x in bullets)
    return head + (f"<ul>{listing}</ul>" if bullets else "")


def html_table(block: Table, word: bool) -> str:
    """A plan's table with its merged cells."""
    head = "td" if word else "th"
    out = "<table class=MsoTableGrid border=1>\n" if word else '<table class="mgDataTable">\n'
    for at, line in enumerate(block.lines):
        out += "<tr>"
        if line.kind == "section":
            out += f"<td colspan={len(block.headers)}><b>{marked(line.cells[0].text)}</b></td>"
        for column, shown in enumerate(line.cells if line.kind != "section" else []):
            if shown.above:
                continue
            span = 1
            while at + span < len(block.lines) and merged(block.lines[at + span], column):
                span += 1
            rows = f" rowspan={span}" if span > 1 else ""
            fill = f' style="background:{shown.fill}"' if shown.fill else ""
            tag = head if line.kind == "header" else "td"
            inner = body(shown, word)
            if word and line.kind == "header":
                inner = f"<p class=MsoNormal><b>{marked(shown.text)}</b></p>"
            out += f"<{tag}{rows}{fill}>{inner}</{tag}>"
        out += "</tr>\n"
    return out + "</table>\n"


def merged(line: Any, column: int) -> bool:
    """Whether the cell of this line is merged with the one above."""
    return line.kind == "row" and bool(line.cells[column].above)


def write_html(path: Path, doc: Any) -> None:
    """Write a web page: as Word saves one where `doc.word` is set."""
    tags = {"title": "h1", "h1": "h2", "h2": "h3", "li": "li"}
    out = f"<html>\n<head><title>{doc.running}</title></head>\n<body>\n"
    for block in doc.blocks:
        if isinstance(block, Table):
            out += html_table(block, doc.word)
        elif isinstance(block, Plain):
            out += "<table>"
            for texts in block.rows:
                out += "<tr>" + "".join(f"<td>{marked(x)}</td>" for x in texts) + "</tr>"
            out += "</table>\n"
        elif block.kind == "raw":
            out += block.text + "\n"
        else:
            tag = tags.get(block.kind, "p")
            out += f"<{tag}>{marked(block.text)}</{tag}>\n"
    path.write_text(out + "</body>\n</html>\n", encoding="utf-8")


def write_csv(path: Path, doc: Any) -> None:
    """Write comma-separated values; paragraphs are lines of one cell."""
    with path.open("w", encoding="utf-8", newline="") as stream:
        out = csv.writer(stream)
        for block in doc.blocks:
            if isinstance(block, Table):
                for line in block.lines:
                    cells = [shown_text(c.text) for c in line.cells]
                    out.writerow(cells + [""] * (len(block.headers) - len(cells)))
            elif isinstance(block, Plain):
                out.writerows(block.rows)
            else:
                out.writerow([block.text] if block.text else [])


def write_md(path: Path, doc: Any) -> None:
    """Write Markdown; lines of a cell are parted by <br>."""
    heads = {"title": "# ", "h1": "## ", "h2": "### ", "li": "- "}
    out = ""
    for block in doc.blocks:
        if isinstance(block, Table):
            for at, line in enumerate(block.lines):
                cells = [c.text.replace("\n", "<br>") for c in line.cells]
                if line.kind == "section":
                    cells = [f"**{cells[0]}**"] + [""] * (len(block.headers) - 1)
                out += "| " + " | ".join(cells) + " |\n"
                if at == 0:
                    out += "|" + "---|" * len(cells) + "\n"
            out += "\n"
        elif isinstance(block, Plain):
            rows = ["| " + " | ".join(clean(x) for x in r) + " |\n" for r in block.rows]
            out += rows[0] + "|" + "---|" * len(block.rows[0]) + "\n" + "".join(rows[1:]) + "\n"
        else:
            out += heads.get(block.kind, "") + block.text + "\n\n"
    path.write_text(out, encoding="utf-8")
