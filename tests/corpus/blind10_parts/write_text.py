"""Web pages, Word's clipboard, CSV, Markdown and plain text."""

from __future__ import annotations

import csv
import html
from pathlib import Path
from typing import Any

from blind10_parts.shape import (
    UP,
    Blank,
    Cell,
    Doc,
    Heading,
    Note,
    Para,
    Raw,
    Repeat,
    Table,
    printed,
    split_row,
)

WORD = "class=MsoNormal style='margin-bottom:0cm'"
ITEM = "class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'"
DOT = "<![if !supportLists]><span style='font-family:Symbol'>·<span>&nbsp;&nbsp;</span></span><![endif]>"


def looks(text: str) -> str:
    """Escaped words with bold, struck and red parts as tags."""
    out = html.escape(text, quote=False)
    for mark, tag in (("**", "b"), ("~~", "s"), ("@@", "font")):
        parts = out.split(mark)
        out = parts[0]
        for number, part in enumerate(parts[1:]):
            colour = ' color="red"' if tag == "font" else ""
            out += (f"<{tag}{colour}>" if number % 2 == 0 else f"</{tag}>") + part
    return out


def cell_html(cell: Any, *, word: bool) -> str:
    """The inside of a cell: paragraphs and list items."""
    text = printed(cell)
    rows = str("" if text is None else text).split("\n")
    if word:
        out = ""
        for line in rows:
            item = line.startswith("• ")
            kind, dot = (ITEM, DOT) if item else (WORD, "")
            out += f"<p {kind}>{dot}<span lang=EN-GB>{looks(line.removeprefix('• '))}"
            out += "<o:p></o:p></span></p>"
        return out
    out, listed = "", False
    for number, line in enumerate(rows):
        item = line.startswith("• ")
        if item != listed:
            out += "<ul>" if item else "</ul>"
        elif number and not item:
            out += "<br>"
        listed = item
        out += f"<li>{looks(line[2:])}</li>" if item else looks(line)
    return out + ("</ul>" if listed else "")


def table_html(table: Table, *, word: bool) -> str:
    """A table with bands and merged cells."""
    count, rows = len(table.columns), [r for r in table.rows if not isinstance(r, Blank)]
    tag = "td" if word else "th"
    head = "".join(
        f"<{tag}>{cell_html('**' + h + '**' if word else h, word=word)}</{tag}>"
        for h, _ in table.columns
    )
    out = ["<table border=1 cellspacing=0 cellpadding=0>" if word else '<table class="plan">']
    for text in table.above:
        inner = cell_html("**" + text + "**", word=word)
        out.append(f"<tr><td colspan={count}>{inner}</td></tr>")
    out.append(f"<tr>{head}</tr>" if word else f"<thead><tr>{head}</tr></thead><tbody>")
    for at, entry in enumerate(rows):
        if isinstance(entry, Repeat):
            out.append(f"<tr>{head}</tr>")
        elif isinstance(entry, (str, Note)):
            text = "**" + printed(entry) + "**" if isinstance(entry, str) else entry.text
            out.append(f"<tr><td colspan={count}>{cell_html(text, word=word)}</td></tr>")
        else:
            line = ""
            for col, cell in enumerate(split_row(entry)[0]):
                if cell == UP:
                    continue
                deep = 1
                while (
                    at + deep < len(rows)
                    and isinstance(rows[at + deep], tuple)
                    and rows[at + deep][col] == UP
                ):
                    deep += 1
                span = f" rowspan={deep}" if deep > 1 else ""
                fill = cell.fill if isinstance(cell, Cell) else ""
                shade = f' style="background:#{fill}"' if fill else ""
                line += f"<td{span}{shade}>{cell_html(cell, word=word)}</td>"
            out.append(f"<tr>{line}</tr>")
    return "\n".join(out) + ("</table>" if word else "</tbody></table>")


def write_html(path: Path, doc: Doc) -> None:
    """A web page, or what Word puts on the clipboard."""
    word = bool(doc.look.get("word"))
    out = []
    for block in doc.blocks:
        if isinstance(block, Raw):
            out.append(block.text)
        elif isinstance(block, Heading):
            level, text = block.level, looks(block.text)
            out.append(f"<p {WORD}><b>{text}</b></p>" if word else f"<h{level}>{text}</h{level}>")
        elif isinstance(block, Para):
            out.append(
                f"<p {WORD}>{looks(block.text)}<o:p></o:p></p>"
                if word
                else f"<p>{looks(block.text)}</p>"
            )
        else:
            out.append(table_html(block, word=word))
    start = (
        '<html xmlns:o="urn:schemas-microsoft-com:office:office"><body lang=EN-GB>'
        "<!--StartFragment-->"
        if word
        else '<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8">'
        f"<title>{doc.look.get('title', '')}</title></head><body><nav><a href='#c'>Skip to main"
        " content</a> <a href='/'>Home</a> <a href='/meetings'>Meetings</a></nav><main id=c>"
    )
    end = "<!--EndFragment--></body></html>" if word else "</main></body></html>"
    path.write_text(start + "\n".join(out) + end + "\n", encoding="utf-8")


def bare(cell: Any) -> str:
    """The words of a cell without looks."""
    text = printed(cell)
    text = "" if text is None else str(text)
    return text.replace("**", "").replace("~~", "").replace("@@", "")


def write_csv(path: Path, doc: Doc) -> None:
    """Comma-separated values, with the rows over the header as a workbook leaves them."""
    with path.open("w", encoding="utf-8", newline="") as out:
        made = csv.writer(out, lineterminator="\n")
        for block in doc.blocks:
            if not isinstance(block, Table):
                made.writerow([block.text] if not isinstance(block, Blank) else [])
                continue
            made.writerow([h for h, _ in block.columns])
            for entry in block.rows:
                if isinstance(entry, tuple):
                    made.writerow([bare(c) for c in split_row(entry)[0]])
                elif isinstance(entry, Blank):
                    made.writerow([""] * len(block.columns))
                else:
                    text = printed(entry) if isinstance(entry, str) else entry.text
                    made.writerow([text] + [""] * (len(block.columns) - 1))


def write_md(path: Path, doc: Doc) -> None:
    """Markdown with pipe tables."""
    out = []
    for block in doc.blocks:
        if isinstance(block, Heading):
            out.append("#" * block.level + " " + block.text)
        elif isinstance(block, Para):
            out.append(block.text.replace("• ", "- "))
        elif isinstance(block, Raw):
            out.append(block.text)
        else:
            width = len(block.columns)
            held = ["| " + " | ".join(h for h, _ in block.columns) + " |", "|" + "---|" * width]
            for entry in block.rows:
                if isinstance(entry, str):
                    held.append(f"| **{printed(entry)}** |" + " |" * (width - 1))
                else:
                    cells = [
                        str(printed(c) or "").replace("\n", "<br>") for c in split_row(entry)[0]
                    ]
                    held.append("| " + " | ".join(cells) + " |")
            out.append("\n".join(held))
    path.write_text("\n\n".join(out) + "\n", encoding="utf-8")


def cell_copy(cell: Any) -> str:
    """A cell as a text copy of a PDF leaves it: scraps of HTML where it had paragraphs."""
    rows = bare(cell).split("\n")
    if len(rows) == 1 and not rows[0].startswith("• "):
        return rows[0]
    out, items = "", []
    for line in [*rows, ""]:
        if line.startswith("• "):
            items.append(line[2:])
            continue
        if items:
            out += " <ul>" + "".join(f" <li>{x}</li>" for x in items) + " </ul>"
            items = []
        out += f"<p>{line}</p>" if line else ""
    return out.strip()


def write_txt(path: Path, doc: Doc) -> None:
    """Plain text: paragraphs, and tables with a tab between the cells."""
    out = []
    copy = doc.look.get("copy")
    for block in doc.blocks:
        if not isinstance(block, Table):
            out.append(block.text)
            continue
        held = ["\t".join([t] + [""] * (len(block.columns) - 1)) for t in block.above]
        header = "\t".join(h for h, _ in block.columns)
        held.append(header)
        for entry in block.rows:
            if isinstance(entry, Repeat):
                held += ["", header]
            elif isinstance(entry, tuple):
                cells = [bare(c) for c in split_row(entry)[0]]
                cut = [c.replace("\n¶", "¶").partition("¶")[::2] for c in cells]
                show = cell_copy if copy else str
                held.append("\t".join(show(a) for a, _ in cut))
                if any(rest for _, rest in cut):
                    held += ["", header, "\t".join(show(rest) for _, rest in cut)]
            else:
                text = printed(entry) if isinstance(entry, str) else entry.text
                held.append("\t".join([text] + [""] * (len(block.columns) - 1)) if copy else text)
        out.append("\n".join(held))
    path.write_text("\n\n".join(out) + "\n", encoding="utf-8")
