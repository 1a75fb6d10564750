"""CSV, Markdown and tab text from the shorthand."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from .notation import Cell, Table


def csv_plan(made: Table) -> str:
    """The plan as CSV; paragraphs are lines inside quotes."""
    out = io.StringIO()
    pen = csv.writer(out, lineterminator="\r\n")
    pen.writerow(made.heads)
    for line in made.lines:
        if line.band is not None:
            pen.writerow([line.band] + [""] * (len(made.kinds) - 1))
        else:
            pen.writerow([c.seen for c in line.cells])
    return out.getvalue()


def pipe_row(texts: Sequence[str]) -> str:
    """One row of a Markdown table."""
    return "| " + " | ".join(texts) + " |"


def mark(made: Cell) -> str:
    """The words of a cell in Markdown."""
    text = "<br>".join(p.strip() for p in made.text.split("//"))
    return text.replace("[", "\\[")


def md_plan(made: Table) -> str:
    """The plan as a Markdown pipe table."""
    out = [pipe_row(made.heads), pipe_row(["---"] * len(made.heads))]
    for line in made.lines:
        if line.band is not None:
            out.append(pipe_row([f"**{line.band}**"] + [""] * (len(made.kinds) - 1)))
        else:
            out.append(pipe_row([mark(c) for c in line.cells]))
    return "\n".join(out)


def html_bits(text: str) -> str:
    """A cell of a text copy: lists keep their tags, as copies of committee papers do."""
    parts = [p.strip() for p in text.split("//")]
    if len(parts) > 1 and parts[0].startswith("• "):
        return "<ul> " + " ".join(f"<li>{p}</li>" for p in parts) + " </ul>"
    if len(parts) > 1:
        return " ".join(f"<p>{p}</p>" for p in parts)
    return parts[0]


def tab_lines(made: Table, cut_head: bool = True) -> list[str]:
    """Tab text. A row with ¦ in a cell is cut there by a page break, the head comes again."""
    out = ["\t".join(made.heads)]
    for line in made.lines:
        if line.band is not None:
            out.append(line.band + "\t" * (len(made.kinds) - 1))
            continue
        first, second = [], []
        for c in line.cells:
            here, _, there = c.text.partition("¦")
            first.append(html_bits(here.strip()))
            second.append(html_bits(there.strip()))
        out.append("\t".join(first))
        if any(second):
            out += ["", *(["\t".join(made.heads)] if cut_head else []), "\t".join(second)]
    return out
