"""PDF by typst and HTML from the shorthand."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from pathlib import Path

import typst

from .notation import Cell, Table


def esc(text: str) -> str:
    """Words as typst content."""
    text = re.sub(r"([\\#$*_@<>\[\]`~=/+-])", r"\\\1", text)
    return text


def body(made: Cell, bold: bool = False) -> str:
    """The content of one cell."""
    parts = []
    for part in made.text.split("//"):
        bits = part.strip().split("~~")
        text = "".join(f"#strike[{esc(b)}]" if n % 2 else esc(b) for n, b in enumerate(bits))
        parts.append(text)
    text = " #linebreak() ".join(parts)
    if bold:
        text = f"#strong[{text}]"
    if made.red:
        text = f'#text(fill: rgb("C00000"))[{text}]'
    return text


def box(made: Cell, extra: str = "", bold: bool = False) -> str:
    """One table cell."""
    fill = f'fill: rgb("{made.fill}")' if made.fill else ""
    args = ", ".join(a for a in (fill, extra) if a)
    return f"table.cell({args})[{body(made, bold)}]" if args else f"[{body(made, bold)}]"


def plan(
    made: Table,
    widths: Sequence[str],
    head: str = "D9D9D9",
    band: str = "EDEDED",
    stroke: str = "0.5pt + gray",
    header: bool = True,
) -> str:
    """A typst table; the header repeats on each page."""
    spans = _spans(made)
    out = [f"#table(columns: ({', '.join(widths)}), stroke: {stroke}, align: left + top,"]
    if header:
        heads = ", ".join(box(Cell(h, fill=head or None), bold=True) for h in made.heads)
        out.append(f"table.header(repeat: true, {heads}),")
    for n, line in enumerate(made.lines):
        if line.band is not None:
            fill = band if line.section is not None else None
            out.append(box(Cell(line.band, fill=fill), f"colspan: {len(made.kinds)}", True) + ",")
            continue
        for at, c in enumerate(line.cells):
            if not c.merged:
                deep = spans[n][at]
                out.append(box(c, f"rowspan: {deep}" if deep > 1 else "") + ",")
    return "\n".join([*out, ")"])


def _spans(made: Table) -> list[list[int]]:
    spans = [[1] * len(made.kinds) for _ in made.lines]
    for at in range(len(made.kinds)):
        top = 0
        for n, line in enumerate(made.lines):
            if line.band is None and line.cells[at].merged:
                spans[top][at] += 1
            else:
                top = n
    return spans


def pdf(path: Path, source: str, landscape: bool = False, size: str = "9pt") -> None:
    """Set the source as a PDF beside other council papers."""
    flip = "flipped: true, " if landscape else ""
    top = (
        f'#set page(paper: "a4", {flip}margin: 1.6cm, numbering: "1")\n'
        f'#set text(font: "Liberation Sans", size: {size}, hyphenate: false, lang: "en")\n'
        "#set par(justify: false)\n"
    )
    path.write_bytes(typst.compile((top + source).encode()))


def inner(made: Cell, word: bool) -> str:
    """The content of one HTML cell; `word`: as pasted from Word."""
    out = []
    for part in made.text.split("//"):
        bits = part.strip().split("~~")
        text = "".join(
            f"<s>{html.escape(b)}</s>" if n % 2 else html.escape(b) for n, b in enumerate(bits)
        )
        if made.red:
            text = f'<span style="color:#C00000">{text}</span>'
        if word and part.strip()[:2] == "• ":
            text = (
                "<![if !supportLists]><span style='font-family:Symbol'>·<span style='font:7.0pt"
                '"Times New Roman"\'>&nbsp;&nbsp;&nbsp;&nbsp; </span></span><![endif]>' + text[2:]
            )
            out.append(f"<p class=MsoListParagraph style='text-indent:-18.0pt'>{text}</p>")
        elif word:
            out.append(f"<p class=MsoNormal>{text or '&nbsp;'}<o:p></o:p></p>")
        else:
            out.append(text)
    if word:
        return "\n".join(out)
    if len(out) > 1 and all(o.startswith("• ") for o in out):
        return "<ul>" + "".join(f"<li>{o[2:]}</li>" for o in out) + "</ul>"
    return "<br>".join(out)


def html_plan(made: Table, word: bool) -> str:
    """An HTML table with rowspans and bands."""
    spans = _spans(made)
    tag = "td" if word else "th"
    out = ["<table border=1 cellspacing=0 cellpadding=0>" if word else '<table class="mgTable">']
    names = [f"<p class=MsoNormal><b>{h}</b></p>" if word else html.escape(h) for h in made.heads]
    heads = "".join(f"<{tag}>{name}</{tag}>" for name in names)
    out.append(f"<tr>{heads}</tr>" if word else f"<thead><tr>{heads}</tr></thead>")
    for n, line in enumerate(made.lines):
        if line.band is not None:
            out.append(
                f"<tr><td colspan={len(made.kinds)}><b>{inner(Cell(line.band), word)}</b></td></tr>"
            )
            continue
        boxes = []
        for at, c in enumerate(line.cells):
            if c.merged:
                continue
            deep = f" rowspan={spans[n][at]}" if spans[n][at] > 1 else ""
            fill = f" style='background:#{c.fill}'" if c.fill else ""
            boxes.append(f"<td{deep}{fill}>{inner(c, word)}</td>")
        out.append(f"<tr>{''.join(boxes)}</tr>")
    return "\n".join([*out, "</table>"])
