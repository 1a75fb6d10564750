"""Plans invented by the dozen, in any order of columns, any words of heading and any format.

`invent(seed)` gives a document and its truth, which is known because both are made from the same
values. The same seed gives the same document.
"""

from __future__ import annotations

import csv
import html
import io
import random
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import openpyxl
from docx import Document as new_word

from tests.corpus import wide_words as words

__all__ = ["Invented", "invent"]

Row = dict[str, Any]
FORMATS = ("csv", "html", "docx", "xlsx", "md", "txt")
FOUR = ("ref", "title", "owners", "due")


@dataclass
class Invented:
    """A document as bytes, its truth, and the layout in words for whoever looks for a fault."""

    name: str
    data: bytes
    truth: dict[str, Any]
    layout: str


@dataclass
class Plan:
    """What is to be set: columns in order with their headings, rows with the texts of each."""

    title: str
    columns: list[str]
    headings: dict[str, str]
    texts: list[dict[str, str]]
    rows: list[Row]
    sections: list[str] = field(default_factory=list)
    """The heading row over each row, where sections are rows and no column."""


def invent(seed: int) -> Invented:
    """One document. A third are labelled blocks, the others tables."""
    rng = random.Random(seed)
    kind = FORMATS[seed % len(FORMATS)]
    as_blocks = rng.random() < 0.33 and kind in ("html", "docx", "md", "txt")
    plan = _plan(rng, as_blocks)
    make = (_BLOCKS if as_blocks else _TABLES)[kind]
    name = f"wide-{seed}.{kind}"
    truth = {"document": name, "schema": 1, "plans": [{"title": plan.title, "rows": plan.rows}]}
    if not plan.sections and "section" not in plan.columns:
        truth["unscored"] = ["section"]
    layout = f"{'blocks' if as_blocks else 'table'}: {list(plan.headings.values())}"
    return Invented(name, make(plan, rng), truth, layout)


def _plan(rng: random.Random, as_blocks: bool) -> Plan:
    columns = _columns(rng, as_blocks)
    headings = {name: rng.choice(words.HEADINGS[name]) for name in columns}
    if "actions" in columns:
        headings["title"] = rng.choice(words.TOP_HEADINGS)
    style = rng.choice(("A{}", "{}", "1.{}", "R{}", "SG/{:02d}"))
    titles = rng.sample(words.TITLES, rng.randint(5, 9))
    sections = sorted(rng.choices(words.SECTIONS, k=len(titles)))
    in_rows = "section" not in columns and not as_blocks and rng.random() < 0.3
    texts, rows = [], []
    for number, (title, section) in enumerate(zip(titles, sections, strict=True), 1):
        text, row = _row(rng, columns, style.format(number), title, section)
        if in_rows:
            row["section"] = section
        texts.append(text)
        rows.append(row)
    return Plan(
        rng.choice(words.TITLES_OVER), columns, headings, texts, rows, sections if in_rows else []
    )


def _columns(rng: random.Random, as_blocks: bool) -> list[str]:
    more = [name for name in words.HEADINGS if name not in FOUR]
    if as_blocks:
        more.remove("section")
    chosen = [*FOUR, *rng.sample(more, rng.randint(2, 5))]
    if rng.random() < 0.25 and not as_blocks:
        chosen.remove("ref")
    first = [name for name in ("ref", "section") if name in chosen]
    rng.shuffle(first)
    middle = [name for name in ("source_ref", "title", "actions") if name in chosen]
    rest = [name for name in chosen if name not in first + middle]
    rng.shuffle(rest)
    return [*first, *middle, *rest]


def _row(
    rng: random.Random, columns: list[str], ref: str, title: str, section: str
) -> tuple[dict[str, str], Row]:
    owner_text, owners = rng.choice(words.OWNERS)
    due_text, date, start, recurrence = rng.choice(words.DUES)
    status_text, status = rng.choice(words.STATUSES)
    priority_text, priority = rng.choice(words.PRIORITIES)
    steps = rng.sample(words.STEPS, rng.randint(1, 3))
    note = rng.choice(("", *words.NOTES))
    review, source = rng.choice(words.REVIEWS), rng.choice(words.SOURCES)
    due = {"text": due_text, "date": date, "start": start, "recurrence": recurrence}
    known: dict[str, tuple[str, Any]] = {
        "ref": (ref, ref),
        "title": (title, title),
        "owners": (owner_text, list(owners)),
        "due": (due_text, due),
        "status": (status_text, {"text": status_text, "value": status}),
        "priority": (priority_text, {"text": priority_text, "value": priority}),
        "actions": ("\n".join(steps), steps),
        "progress": (note, [note] if note else []),
        "review": (review, review),
        "source_ref": (source, source),
        "section": (section, section),
    }
    texts = {name: text for name, (text, _) in known.items() if name in columns}
    texts |= {n: rng.choice(words.OUTCOMES) for n in ("outcome",) if n in columns}
    texts |= {n: rng.choice(words.SUPPORTS) for n in ("support",) if n in columns}
    return texts, {name: value for name, (_, value) in known.items() if name in columns}


def _lines(plan: Plan) -> list[list[str]]:
    """The header and the rows as texts; a heading row holds one text."""
    found = [[plan.headings[name] for name in plan.columns]]
    for n, texts in enumerate(plan.texts):
        if plan.sections and (n == 0 or plan.sections[n] != plan.sections[n - 1]):
            found.append([plan.sections[n]])
        found.append([texts[name] for name in plan.columns])
    return found


def _csv(plan: Plan, rng: random.Random) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out)
    if rng.random() < 0.5:
        writer.writerow([plan.title])
    for line in _lines(plan):
        writer.writerow(line + [""] * (len(plan.columns) - len(line)))
    return out.getvalue().encode()


def _html_cell(text: str, tag: str = "td") -> str:
    parts = [html.escape(part) for part in text.split("\n")]
    inside = parts[0] if len(parts) == 1 else "".join(f"<li>{part}</li>" for part in parts)
    return f"<{tag}>{inside if len(parts) == 1 else f'<ul>{inside}</ul>'}</{tag}>"


def _html(plan: Plan, rng: random.Random) -> bytes:
    head, *body = _lines(plan)
    tag = rng.choice(("th", "td"))
    rows = "".join(_html_cell(text, tag) for text in head)
    out = [f"<h1>{html.escape(plan.title)}</h1><table><tr>{rows}</tr>"]
    for line in body:
        if len(line) == 1:
            out.append(f'<tr><td colspan="{len(head)}"><b>{line[0]}</b></td></tr>')
        else:
            out.append(f"<tr>{''.join(_html_cell(text) for text in line)}</tr>")
    return ("".join(out) + "</table>").encode()


def _docx(plan: Plan, rng: random.Random) -> bytes:
    word = new_word()
    word.add_heading(plan.title, 1)
    lines = _lines(plan)
    table = word.add_table(rows=0, cols=len(plan.columns))
    for number, line in enumerate(lines):
        cells = table.add_row().cells
        if len(line) == 1:
            cells[0].merge(cells[-1]).paragraphs[0].add_run(line[0]).bold = True
            continue
        for cell, text in zip(cells, line, strict=True):
            cell.text = text.split("\n")[0]
            for part in text.split("\n")[1:]:
                cell.add_paragraph(part)
        if number == 5 and rng.random() < 0.5:
            again = table.add_row().cells
            for cell, text in zip(again, lines[0], strict=True):
                cell.text = text
    return _saved(word.save)


def _saved(save: Callable[[Any], None]) -> bytes:
    out = io.BytesIO()
    save(out)
    return out.getvalue()


def _xlsx(plan: Plan, rng: random.Random) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    if rng.random() < 0.6:
        sheet.append([plan.title])
        sheet.append([])
    for line in _lines(plan):
        sheet.append(line)
    return _saved(book.save)


def _md(plan: Plan, rng: random.Random) -> bytes:
    head, *body = _lines(plan)
    out = [f"# {plan.title}", "", "| " + " | ".join(head) + " |", "|---" * len(head) + "|"]
    for line in body:
        cells = [text.replace("\n", "<br>") for text in line] + [""] * (len(head) - len(line))
        out.append("| " + " | ".join(cells) + " |")
    return "\n".join(out).encode()


def _txt(plan: Plan, rng: random.Random) -> bytes:
    lines = [plan.title, ""]
    for line in _lines(plan):
        cells = [text.replace("\n", "; ") for text in line] + [""] * (len(plan.columns) - len(line))
        lines.append("\t".join(cells))
    return "\n".join(lines).encode()


def _blocks(plan: Plan, rng: random.Random) -> list[tuple[str, list[tuple[str, str]]]]:
    """Each action's heading line and its labels with their texts, in one order for all."""
    labels = [name for name in plan.columns if name not in ("ref", "title", "section")]
    worded = rng.choice(("{} {}", "{}. {}", "Recommendation {}: {}", "Action {} – {}"))
    found = []
    for texts in plan.texts:
        head = worded.format(texts["ref"], texts["title"])
        found.append((head, [(plan.headings[n], texts[n]) for n in labels if texts[n]]))
    return found


def _label(heading: str) -> str:
    return heading if heading.endswith("?") else f"{heading}:"


def _md_blocks(plan: Plan, rng: random.Random) -> bytes:
    out = [f"# {plan.title}", ""]
    bulleted = rng.random() < 0.4
    for head, labels in _blocks(plan, rng):
        out += [f"## {head}", ""]
        for heading, text in labels:
            parts = text.split("\n")
            mark = "- " if bulleted and len(parts) == 1 else ""
            out.append(f"{mark}**{_label(heading)}** {parts[0] if len(parts) == 1 else ''}".strip())
            out += ["", *(f"- {part}" for part in parts)] if len(parts) > 1 else []
            out.append("")
    return "\n".join(out).encode()


def _html_blocks(plan: Plan, rng: random.Random) -> bytes:
    as_list = rng.random() < 0.5
    out = [f"<h1>{html.escape(plan.title)}</h1>"]
    for head, labels in _blocks(plan, rng):
        out.append(f"<h3>{html.escape(head)}</h3>" + ("<dl>" if as_list else ""))
        for heading, text in labels:
            inside = _html_cell(text, "dd" if as_list else "p")
            name = html.escape(heading)
            if as_list:
                out.append(f"<dt>{name}</dt>{inside}")
            elif "<ul>" in inside:
                out.append(f"<p><strong>{name}:</strong></p>{inside[3:-4]}")
            else:
                out.append(f"<p><strong>{name}:</strong> {inside[3:]}")
        out.append("</dl>" if as_list else "")
    return "".join(out).encode()


def _docx_blocks(plan: Plan, rng: random.Random) -> bytes:
    word = new_word()
    word.add_heading(plan.title, 1)
    bold = rng.random() < 0.7
    for head, labels in _blocks(plan, rng):
        word.add_heading(head, 2)
        for heading, text in labels:
            parts = text.split("\n")
            para = word.add_paragraph()
            para.add_run(_label(heading)).bold = bold
            if len(parts) == 1:
                para.add_run(f" {text}")
            else:
                for part in parts:
                    word.add_paragraph(part, style="List Bullet")
    return _saved(word.save)


def _txt_blocks(plan: Plan, rng: random.Random) -> bytes:
    out = [plan.title, ""]
    for head, labels in _blocks(plan, rng):
        out.append(head)
        for heading, text in labels:
            out.append(f"{heading.rstrip('?')}: " + text.replace("\n", "; "))
        out.append("")
    return "\n".join(out).encode()


_TABLES = {"csv": _csv, "html": _html, "docx": _docx, "xlsx": _xlsx, "md": _md, "txt": _txt}
_BLOCKS = {"html": _html_blocks, "docx": _docx_blocks, "md": _md_blocks, "txt": _txt_blocks}
