"""What a document of the corpus is made of: headings, paragraphs, tables and their labels.

A cell is written as `printed => label`. Without `=>` the label follows from the printed text and
the role of the column. Inside the printed text `**bold**`, `~~struck~~` and `@@red@@` are looks,
a line that begins with "• " is a list item, and `^` ends the part of a cell that is a status.
`^^` alone means that the cell is merged with the one above.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Any

UP = "^^"


@dataclass
class Cell:
    """A cell with a fill of its own, or one whose words carry no label."""

    text: Any
    fill: str = ""


@dataclass
class Heading:
    """A heading of a level from 1 to 3."""

    level: int
    text: str


@dataclass
class Para:
    """A paragraph; a list item when it begins with "• "."""

    text: str


@dataclass
class Note:
    """A row across the whole table that is no section: a title, a hint, a total."""

    text: str


@dataclass
class Repeat:
    """The header row printed once more inside the table."""


@dataclass
class Blank:
    """An empty row."""


@dataclass
class Table:
    """A table: columns are (header, role) and rows are bands (text), tuples of cells or notes."""

    columns: list[tuple[str, str]]
    rows: list[Any]
    title: str = ""
    plan: bool = True
    section: str | None = None
    layout: str = "grid"
    widths: list[float] = field(default_factory=list)
    above: list[str] = field(default_factory=list)
    over: list[tuple[str, int]] = field(default_factory=list)
    look: dict[str, Any] = field(default_factory=dict)
    unscored: list[str] = field(default_factory=list)


@dataclass
class Raw:
    """Words as they stand, with their labels given row by row."""

    text: str
    rows: list[dict[str, Any]]
    title: str = ""


@dataclass
class Sheet:
    """A sheet of a workbook."""

    name: str
    blocks: list[Any]
    state: str = "visible"


@dataclass
class Doc:
    """A document: its name, its parts, and the fields on which careful readers could differ."""

    name: str
    blocks: list[Any]
    unscored: list[str] = field(default_factory=list)
    look: dict[str, Any] = field(default_factory=dict)
    label: str = ""


def printed(cell: Any) -> Any:
    """What stands in the document: the text before `=>`, or a date or number as it is."""
    if isinstance(cell, Cell):
        cell = cell.text
    if isinstance(cell, str):
        return cell.partition("=>")[0].replace("^", "").rstrip() if cell != UP else UP
    return cell


def label_of(cell: Any) -> tuple[str, str | None]:
    """The printed text with its `^` mark, and the label behind `=>` or None."""
    if isinstance(cell, Cell):
        cell = cell.text
    if isinstance(cell, dt.date):
        return cell.strftime("%d/%m/%Y"), f"d:{cell:%Y-%m-%d}"
    if not isinstance(cell, str):
        return ("" if cell is None else str(cell)), None
    text, mark, label = cell.partition("=>")
    return text.strip(), label.strip() if mark else None


def split_row(row: tuple[Any, ...]) -> tuple[list[Any], dict[str, Any]]:
    """The cells of a row and the labels given beside them."""
    if row and isinstance(row[-1], dict):
        return list(row[:-1]), row[-1]
    return list(row), {}
