"""The shorthand in which the words of a document and their labels stand together.

A block of rows: `*` begins a row with its first cell, `|` begins the next cell, `##` is a heading
row, `?` a row of guidance, `@` a repeated header, `!` says what a row's cells do not say by
themselves. Other lines carry on the line above; `- ` begins a list item and `/ ` a new line.
In a cell `=>` stands between the words and their meaning, `<value|words>` marks a status word or
a reference among other words, `~~` encloses struck-out text, `{green}` is the colour of the cell,
`^` is a cell merged with the one above and `^_` an empty cell that the one above still holds.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

INLINE = re.compile(r"<([\w./ -]+)\|([^>]*)>")
FILL = re.compile(r"\s*\{(\w+)\}\s*$")
BEGINS = {
    "##": "section",
    "?": "guide",
    "@": "header",
    "!": "said",
    "*": "row",
    "|": "cell",
    "-": "item",
    "/": "line",
}
MARK = re.compile(r"^(?:[-•]\s+|\(?[0-9]{1,2}[.)]\s+|\(?[a-h][.)]\s+|\(?[ivx]{1,4}[.)]\s+)")


@dataclass
class Cell:
    """A visible cell: its words, its colour, and whether it is merged with the one above."""

    text: str = ""
    fill: str = ""
    above: bool = False


@dataclass
class Line:
    """A visible line of a table: `header`, `section`, `guide` or `row`."""

    kind: str
    cells: list[Cell]


@dataclass
class Table:
    """A table of a plan: what is seen of it and the rows a careful reader gets from it."""

    plan: str
    headers: list[str]
    widths: list[int]
    lines: list[Line]
    rows: list[dict[str, Any]]
    real_dates: list[int] = field(default_factory=list)
    banner: str = ""


@dataclass
class Plain:
    """A table that is no plan (versions, attendance, a key): rows of words."""

    rows: list[list[str]]
    fills: dict[str, str] = field(default_factory=dict)


@dataclass
class Text:
    """A paragraph or a heading: `title`, `h1`, `h2`, `p`, `li`, `small` or `page` (a new page)."""

    kind: str
    text: str = ""


def clean(text: str) -> str:
    """The words without the marks for struck-out and bold."""
    return text.replace("~~", "").replace("**", "")


def items(text: str) -> list[str]:
    """The list items or lines of a cell, without their marks."""
    return [MARK.sub("", clean(x).strip()).strip() for x in text.split("\n") if x.strip()]


def kind_of(line: str) -> tuple[str, str]:
    """What a line of a block begins, and the words after its mark."""
    for mark, kind in BEGINS.items():
        if line == mark or line.startswith(mark + " "):
            return kind, line[len(mark) :].strip()
    return "more", line


def blocks(source: str) -> list[tuple[str, list[str]]]:
    """The block as (kind, texts): a row has one text for each cell."""
    out: list[tuple[str, list[str]]] = []
    for raw in source.strip().splitlines():
        kind, words = kind_of(raw.strip())
        if kind == "cell":
            out[-1][1].append(words)
        elif kind in ("item", "line"):
            words = "- " + words if kind == "item" else words
            out[-1][1][-1] = (out[-1][1][-1] + "\n" + words).strip()
        elif kind == "more":
            out[-1][1][-1] = (out[-1][1][-1] + " " + words).strip()
        else:
            out.append((kind, [words]))
    return out


def split_cell(raw: str) -> tuple[Cell, str, str | None, str]:
    """(visible cell, words without inline marks, meaning behind =>, inline value)."""
    words, sep, meant = raw.partition("=>")
    fill = FILL.search(words)
    words = FILL.sub("", words).strip()
    inline = INLINE.search(words)
    shown = INLINE.sub(lambda m: m.group(2), words).strip()
    rest = INLINE.sub("", words).strip() if inline else words
    cell = Cell(shown, fill.group(1) if fill else "")
    return cell, rest, meant.strip() if sep else None, inline.group(1) if inline else ""


def listed(meant: str | None, words: str) -> list[str]:
    """The meaning as a list, else the lines of the cell."""
    return items(words) if meant is None else [x.strip() for x in meant.split("|") if x.strip()]


def left_over(words: str, taken: list[str]) -> str:
    """The printed words of a cell without those that were taken as progress: its status."""
    for text in taken:
        words = words.replace(text, " ", 1)
    return " ".join(re.sub(r"\s[-–—]?\s*(?=\s|$)", " ", words).split()).strip(" .:–—-")


def due_of(words: str, meant: str | None) -> dict[str, Any] | None:
    """The due cell: `=> date ; start ; recurrence`."""
    if not words:
        return None
    parts = [x.strip() or None for x in (meant or "").split(";")] + [None, None, None]
    text = " ".join(clean(words).split())
    return {"text": text, "date": parts[0], "start": parts[1], "recurrence": parts[2]}


def take(row: dict[str, Any], role: str, raw: str, header: str) -> None:
    """Put what a cell says into the row."""
    cell, rest, meant, inline = split_cell(raw)
    words = " ".join(clean(rest).split())
    if role in ("ref", "title", "review", "source_ref", "section"):
        value = meant if meant is not None else words
        row[role] = (value.rstrip(".") if role == "ref" else value) or None
    elif role == "reftitle":
        row["ref"], row["title"] = inline or None, words
    elif role in ("actions", "owners", "progress"):
        row[role] += listed(meant, rest)
        if role == "progress" and meant is not None:
            row["shown"] = left_over(words, row[role])
    elif role in ("due", "start", "revised"):
        take_date(row, role, rest, meant, header)
    elif role in ("status", "priority") and meant:
        row[role] = {"text": words or cell.fill, "value": meant}
    elif words:
        take_mark(row, role, words, header, rest)


def take_date(row: dict[str, Any], role: str, rest: str, meant: str | None, header: str) -> None:
    """Put a due, start or revised date into the row; a revised one wins."""
    if role == "start":
        if rest:
            row["starts"] = meant
            row["other"][header] = rest
    elif role == "due" or meant:
        if role == "revised" and row["due"]:
            row["other"]["original"] = row["due"]["text"]
        row["due"] = due_of(rest, meant)


def take_mark(row: dict[str, Any], role: str, words: str, header: str, rest: str) -> None:
    """Put a tick, a date of completion or a further column into the row."""
    if role.startswith("tick-"):
        row["status"] = {"text": words, "value": role[5:]}
    elif role == "done":
        row["status"] = {"text": words, "value": "complete"}
        row["other"][header] = words
    elif role == "other":
        row["other"][header] = " ".join(items(rest))


def empty_row() -> dict[str, Any]:
    """A row of the truth with nothing in it."""
    lists: dict[str, Any] = {"actions": [], "owners": [], "due": None, "status": None}
    more = {"priority": None, "progress": [], "review": None, "source_ref": None, "see": []}
    return {"ref": None, "section": None, "title": None, **lists, **more, "other": {}}


def join_rows(into: dict[str, Any], more: dict[str, Any]) -> None:
    """A further action row of the same recommendation."""
    into["actions"] += more["actions"]
    into["progress"] += more["progress"]
    into["owners"] += [x for x in more["owners"] if x not in into["owners"]]
    a, b = into["due"], more["due"]
    if a and b and a["text"] != b["text"]:
        dates = [x for x in (a["date"], b["date"]) if x]
        a["text"] += "; " + b["text"]
        a["date"] = max(dates) if dates else None
    elif b and not a:
        into["due"] = b
    into["states"] = [*into.get("states", [state(into)]), state(more)]
    into["printed"] = [*into.get("printed", [state(into, "text")]), state(more, "text")]
    for key, value in more["other"].items():
        into["other"][key] = (into["other"].get(key, "") + " " + value).strip()


def state(row: dict[str, Any], part: str = "value") -> str | None:
    """The value of the row's status, or its printed words."""
    return row["status"][part] if row["status"] else None


def settle(row: dict[str, Any], said: dict[str, str]) -> None:
    """Finish a row: joined states, the start column, what was said by hand."""
    states, printed = row.pop("states", []), row.pop("printed", [])
    shown = row.pop("shown", "")
    if states and any(states):
        begun = [x for x in states if x in ("in_progress", "partial", "overdue")]
        if set(states) == {"complete"}:
            value = "complete"
        elif "complete" in states:
            value = "partial"
        else:
            value = "in_progress" if begun else "not_started"
        row["status"] = {"text": "; ".join(x for x in printed if x), "value": value}
    starts = row.pop("starts", None)
    if starts:
        row["due"] = row["due"] or {"text": None, "date": None, "recurrence": None}
        row["due"]["start"] = starts
    if "unscored" in said:
        row["unscored"] = [x.strip() for x in said["unscored"].split(",")]
    if "see" in said:
        row["see"] = [x.strip() for x in said["see"].split(",")]
    if "status" in said:
        row["status"] = {"text": shown or None, "value": said["status"]}
    if "note" in said:
        row["note"] = said["note"]
    row["title"] = " ".join((row["title"] or "").split())


def said_of(text: str) -> dict[str, str]:
    """What a `!` line says: `field = value; field = value`."""
    pairs = (x.partition("=") for x in text.split(";"))
    return {a.strip(): b.strip() for a, _, b in pairs}


@dataclass
class Reading:
    """The rows read so far of one table."""

    heads: list[str]
    roles: list[str]
    section: str | None
    lines: list[Line] = field(default_factory=list)
    rows: list[dict[str, Any]] = field(default_factory=list)
    told: list[dict[str, str]] = field(default_factory=list)
    last: list[str] = field(default_factory=list)

    def add(self, kind: str, texts: list[str]) -> None:
        """Read one part of a block."""
        if kind == "said":
            self.told[-1].update(said_of(texts[0]))
        elif kind == "section":
            self.section = texts[0]
            self.lines.append(Line("section", [Cell(texts[0])]))
        elif kind == "header":
            self.lines.append(self.lines[0])
        elif kind == "guide":
            self.lines.append(Line("guide", [Cell(x.strip()) for x in texts[0].split(" | ")]))
        else:
            self.add_row(texts)

    def add_row(self, texts: list[str]) -> None:
        """Read a row, or a further action row of the recommendation above."""
        if len(texts) != len(self.roles):
            raise ValueError(f"{len(texts)} cells for {len(self.roles)} columns: {texts}")
        row, cells = empty_row(), []
        row["section"] = self.section
        held = [x in ("^", "^_") for x in texts]
        self.last = [b if h else a for a, b, h in zip(texts, self.last or texts, held, strict=True)]
        for at, role in enumerate(self.roles):
            again = held[at] and role in ("progress", "other")
            cells.append(Cell("", "", texts[at] == "^") if held[at] else split_cell(texts[at])[0])
            if not again:
                take(row, role, self.last[at], self.heads[at])
        self.lines.append(Line("row", cells))
        if any(h and r in ("title", "reftitle") for h, r in zip(held, self.roles, strict=True)):
            join_rows(self.rows[-1], row)
        else:
            self.rows.append(row)
            self.told.append({})


def table(
    plan: str,
    columns: list[str],
    source: str,
    section: str | None = None,
    real_dates: tuple[str, ...] = (),
    banner: str = "",
) -> Table:
    """Read a block. `columns` are `header > role > width`; roles are those of `take`."""
    parts = [[x.strip() for x in c.split(">")] for c in columns]
    heads = [p[0] for p in parts]
    read = Reading(heads, [p[1] for p in parts], section)
    read.lines.append(Line("header", [Cell(h) for h in heads]))
    for kind, texts in blocks(source):
        read.add(kind, texts)
    for row, said in zip(read.rows, read.told, strict=True):
        settle(row, said)
        if not any(r["section"] for r in read.rows):
            row.setdefault("unscored", []).append("section")
        if real_dates:
            row.setdefault("unscored", []).append("due_text")
    widths = [int(p[2]) if len(p) > 2 else 12 for p in parts]
    real = [i for i, h in enumerate(heads) if h in real_dates]
    return Table(plan, heads, widths, read.lines, read.rows, real, banner)
