"""The shorthand in which the invented plans and their labels are written.

A table is a text. Rows are parted by an empty line, cells by " | ". In a cell:
  //           a new paragraph or list item
  {fill:HEX}   at the start: the colour of the cell
  {red}        at the start: the colour of the words
  ~~words~~    struck out
  #2024-03-31  a real date (spreadsheets only)
  ¦            where a page break cuts the cell (text copies only)
  ^            merged with the cell above
  => label     what a careful reader takes from it, where the words do not say it themselves
A row that begins with "## " is a band over all columns, "%% " a band that gives no section.
A last cell that begins with "@" holds labels of the whole row: see, un (unscored), sec.
Labels of due cells: d: date, s: start, r: recurrence. Labels of status cells: see CODES.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

CODES = {
    "c": "complete",
    "p": "partial",
    "i": "in_progress",
    "n": "not_started",
    "o": "overdue",
    "h": "on_hold",
    "r": "rejected",
}
MARK = re.compile(r"^(?:[•▪#\-–*o]\s+|\(?(?:[a-h]|[ivx]{1,4}|\d{1,2})[.)]\s+)")
SEPARATOR = re.compile(r"^\s*(?:[:.–—-]+|//)*\s*")


@dataclass
class Cell:
    """One cell: what is seen, and what the reader should take from it."""

    text: str
    label: str | None = None
    fill: str | None = None
    red: bool = False
    merged: bool = False

    @property
    def seen(self) -> str:
        """The words as printed, struck words included, paragraphs on lines of their own."""
        return "\n".join(
            p.strip() for p in self.text.replace("~~", "").replace("¦ ", "").split("//")
        ).strip()

    @property
    def words(self) -> str:
        """The words in one line."""
        return " ".join(self.seen.split())

    @property
    def items(self) -> list[str]:
        """Paragraphs and list items without their marks."""
        return [MARK.sub("", p.strip()) for p in self.seen.split("\n") if p.strip()]


@dataclass
class Line:
    """One printed row of a table."""

    cells: list[Cell]
    band: str | None = None
    section: str | None = None
    notes: dict[str, str] = field(default_factory=dict)


@dataclass
class Table:
    """A plan: kinds and headings of the columns, and the printed rows."""

    title: str
    kinds: list[str]
    heads: list[str]
    lines: list[Line]
    year_note: str = ""


def cell(raw: str) -> Cell:
    """Read one cell of the shorthand."""
    raw = raw.strip()
    shown, arrow, label = raw.partition("=>")
    shown, made = shown.strip(), Cell("")
    if found := re.match(r"\{fill:([0-9A-F]{6})\}\s*", shown):
        made.fill, shown = found.group(1), shown[found.end() :]
    if shown.startswith("{red}"):
        made.red, shown = True, shown[5:].strip()
    if shown == "^":
        made.merged, shown = True, ""
    made.text = shown
    made.label = label.strip() if arrow else None
    return made


def table(title: str, columns: str, text: str) -> Table:
    """Read a whole table. `columns`: "kind:Heading | kind:Heading"."""
    pairs = [c.strip().partition(":") for c in columns.split(" | ")]
    kinds, heads = [p[0] for p in pairs], [p[2].strip() for p in pairs]
    lines: list[Line] = []
    for block in re.split(r"\n\s*\n", text.strip()):
        flat = " ".join(block.split())
        if flat[:3] in ("## ", "%% "):
            shown, _, label = flat[3:].partition("=>")
            section = (label.strip() or shown.strip()) if flat[:2] == "##" else None
            lines.append(Line([], band=shown.strip(), section=section))
            continue
        parts = (" " + flat + " ").replace(" | ", " \x00 ").replace(" | ", " \x00 ").split("\x00")
        notes: dict[str, str] = {}
        if parts[-1].strip().startswith("@"):
            pairs_ = (n.partition("=") for n in parts.pop().strip()[1:].split(";"))
            notes = {k.strip(): v.strip() for k, _, v in pairs_}
        if len(parts) != len(kinds):
            raise ValueError(f"{len(parts)} cells for {len(kinds)} columns: {flat}")
        lines.append(Line([cell(p) for p in parts], notes=notes))
    return Table(title, kinds, heads, lines)


def due_of(made: Cell) -> dict[str, Any] | None:
    """The label of a due cell."""
    if not made.words:
        return None
    due: dict[str, Any] = {"text": made.words, "date": None, "start": None, "recurrence": None}
    if made.words.startswith("#"):
        due["text"], due["date"] = None, made.words[1:]
    names = {"d": "date", "s": "start", "r": "recurrence"}
    for token in (made.label or "").split():
        due[names[token[0]]] = token[2:]
    return due


def status_in(made: Cell) -> tuple[dict[str, str] | None, list[str]]:
    """Status and remaining items of a cell whose label is "[code|words] items"."""
    found = re.match(r"\[(\w)\|(.*?)\]\s*(.*)", made.label or "")
    if not found:
        label = made.items if made.label is None else Cell(made.label).items
        return None, label
    code, words, rest = found.groups()
    if rest:
        return {"text": words, "value": CODES[code]}, Cell(rest).items
    if not made.text.startswith(words):
        raise ValueError(f"{words!r} does not begin {made.text!r}")
    left = SEPARATOR.sub("", made.text[len(words) :], count=1)
    return {"text": words, "value": CODES[code]}, Cell(left).items
