"""The neutral grid: what every reader makes of a file, and all that later steps see.

A `Document` is a list of blocks in reading order. A `Table` holds `Cell`s; a cell that spans
several rows or columns stands once, at its top left corner, with its spans. Every cell and every
paragraph knows the place in the source that it came from, so that each word can be shown beside
its source and counted ("every source cell accounted for").
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field

__all__ = ["Block", "Cell", "Document", "Heading", "Para", "Place", "Run", "Table", "Value"]

Value = str | int | float | bool | dt.date | dt.datetime | None


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the source something stands. Numbers count from 1; what a format lacks is None."""

    page: int | None = None
    sheet: str | None = None
    table: int | None = None
    row: int | None = None
    col: int | None = None
    line: int | None = None
    part: str | None = None  # "header", "footer", "footnote", "comment", … outside the main text

    def label(self) -> str:
        """Words for a person: "page 3, table 1, row 2, column 4" or "sheet Plan, cell C5"."""
        if self.sheet is not None and self.row and self.col:
            where = f"sheet {self.sheet}, cell {column_letters(self.col)}{self.row}"
            return f"{self.part} on {where}" if self.part else where
        words = [self.part] if self.part else []
        parts = [
            ("page", self.page),
            ("sheet", self.sheet),
            ("table", self.table),
            ("row", self.row),
            ("column", self.col),
            ("line", self.line),
        ]
        words += [f"{name} {value}" for name, value in parts if value is not None]
        return ", ".join(words)


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text in one format. Colours are six lower-case hex digits, or None if not set."""

    text: str
    bold: bool = False
    italic: bool = False
    strike: bool = False
    colour: str | None = None
    highlight: str | None = None


@dataclass(frozen=True, slots=True)
class Para:
    """One paragraph or list item. `marker` is a list mark, printed or implied ("•", "1.", "a)").

    A further line of a list item (after a line break) has the level and no marker.
    """

    runs: tuple[Run, ...]
    place: Place = Place()
    level: int | None = None
    marker: str | None = None

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)

    @property
    def is_item(self) -> bool:
        """True where the source itself marks this paragraph as a list item."""
        return self.level is not None


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell. `value` is the typed value where the format has one (a spreadsheet date)."""

    row: int
    col: int
    paras: tuple[Para, ...]
    place: Place
    rowspan: int = 1
    colspan: int = 1
    fill: str | None = None
    value: Value = None
    is_hidden: bool = False

    @property
    def text(self) -> str:
        """The cell's words, one line a paragraph, list marks left out."""
        return "\n".join(para.text for para in self.paras)


@dataclass(frozen=True, slots=True)
class Table:
    """A table. `header_rows` counts the first rows that the source itself marks as header."""

    cells: tuple[Cell, ...]
    n_rows: int
    n_cols: int
    place: Place = Place()
    title: str = ""
    header_rows: int = 0

    def rows(self) -> Iterator[list[Cell]]:
        """Each row's own cells from left to right (one that hangs down stands in its first row)."""
        by_row: dict[int, list[Cell]] = {}
        for cell in self.cells:
            by_row.setdefault(cell.row, []).append(cell)
        for row in range(self.n_rows):
            yield sorted(by_row.get(row, []), key=lambda cell: cell.col)

    def covering(self, row: int, col: int) -> Cell | None:
        """The cell that covers a position, spans counted; None where the source has no cell."""
        for cell in self.cells:
            if (
                cell.row <= row < cell.row + cell.rowspan
                and cell.col <= col < cell.col + cell.colspan
            ):
                return cell
        return None


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading that the source marks as one (style, h1-h6, # in Markdown). `level` from 1."""

    text: str
    level: int
    place: Place = Place()
    para: Para | None = None


Block = Heading | Para | Table


@dataclass(frozen=True, slots=True)
class Document:
    """A file as read. `notes` are plain sentences for the person ("Colour was not available")."""

    name: str
    kind: str
    blocks: tuple[Block, ...]
    has_colour: bool = False
    notes: tuple[str, ...] = field(default=())

    def tables(self) -> list[Table]:
        """The tables in reading order."""
        return [block for block in self.blocks if isinstance(block, Table)]


def column_letters(col: int) -> str:
    """1 → "A", 27 → "AA". Raises ValueError below 1."""
    if col < 1:
        raise ValueError("columns count from 1")
    letters = ""
    while col:
        col, rest = divmod(col - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
