"""A report as blocks: what a committee paper is made of, before it becomes Word, PDF or a page.

The three writers take the same `Report` and print the same words (`words_of`), so no one of them
can say more than another. Words are plain text: a line feed inside them is a line break, nothing
in them is ever read as markup.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from typing import ClassVar

from joinedup.documents.blockwords import (
    LAST_LEVEL,
    Bullets,
    Heading,
    Numbered,
    Paragraph,
    Run,
    Text,
    clean_words,
    joined,
    text,
)

__all__ = [
    "Annexe",
    "Block",
    "Bullets",
    "Cell",
    "Chart",
    "Choice",
    "Column",
    "Field",
    "Fields",
    "Heading",
    "Kind",
    "Note",
    "Numbered",
    "PageBreak",
    "Paragraph",
    "Report",
    "Run",
    "Table",
    "Text",
    "Tone",
    "cell",
    "clean_words",
    "labels_of",
    "levels_of",
    "pieces_of",
    "text",
    "words_of",
]

COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
TICKED, UNTICKED = "☒", "☐"


class Kind(Enum):
    """What a column holds, which decides how it is set."""

    WORDS = "words"
    NUMBER = "number"
    DATE = "date"
    STATUS = "status"


class Tone(Enum):
    """The colour beside the words of a status. It never stands without words."""

    NONE = "none"
    RED = "red"
    AMBER = "amber"
    GREEN = "green"
    BLUE = "blue"
    GREY = "grey"


@dataclass(frozen=True, slots=True)
class Field:
    """One line of front matter: a label and what stands beside it, a paragraph or more."""

    label: str
    paragraphs: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Fields:
    """Front matter as councils print it: reference, committee, date, subject, report by."""

    kind: ClassVar[str] = "fields"
    rows: tuple[Field, ...]

    def pieces(self) -> Iterator[str]:
        """The text of the block, piece by piece."""
        for row in self.rows:
            yield row.label
            yield from map(joined, row.paragraphs)


@dataclass(frozen=True, slots=True)
class Choice:
    """A question with boxes, one ticked or none: the "Yes / No" of call-in and key decision.

    `ticked` is the place of the ticked option, counted from 0.
    """

    kind: ClassVar[str] = "choice"
    question: str
    options: tuple[str, ...]
    ticked: int | None = None

    def __post_init__(self) -> None:
        if self.ticked is not None and not 0 <= self.ticked < len(self.options):
            raise ValueError("the ticked option is not among the options")

    def pieces(self) -> Iterator[str]:
        """The text of the block, piece by piece."""
        yield self.question
        yield from self.marked()

    def marked(self) -> list[str]:
        """Each option behind its box, ticked or not."""
        boxes = [TICKED if place == self.ticked else UNTICKED for place in range(len(self.options))]
        return [f"{box} {option}" for box, option in zip(boxes, self.options, strict=True)]


@dataclass(frozen=True, slots=True)
class Column:
    """A column's heading, what it holds, and its width relative to the others."""

    words: str
    holds: Kind = Kind.WORDS
    width: float = 1.0

    def __post_init__(self) -> None:
        if not self.width > 0:
            raise ValueError("a column's width is more than nothing")


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: paragraphs and lists, and for a status the colour beside its words."""

    blocks: tuple[Paragraph | Bullets | Numbered, ...] = ()
    tone: Tone = Tone.NONE

    def __post_init__(self) -> None:
        has_words = any(words.strip() for words in self.pieces())
        if self.tone is not Tone.NONE and not has_words:
            raise ValueError("a colour never stands without words")

    def pieces(self) -> Iterator[str]:
        """The text of the block, piece by piece."""
        for block in self.blocks:
            yield from block.pieces()


def cell(words: str = "", tone: Tone = Tone.NONE, *, bold: bool = False) -> Cell:
    """A cell of plain words; a blank line in them begins a new paragraph."""
    parts = [part for part in re.split(r"\n\s*\n", clean_words(words)) if part.strip()]
    return Cell(tuple(Paragraph(text(part, bold=bold)) for part in parts), tone)


@dataclass(frozen=True, slots=True)
class Table:
    """A table with one row of headings, repeated on each page; every row has every column.

    `group_rows` are the places (from 0) of rows that name a group: their first cell holds the
    name and the rest are empty. They are set as bands; nothing is merged.
    """

    kind: ClassVar[str] = "table"
    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    group_rows: frozenset[int] = frozenset()

    def __post_init__(self) -> None:
        if not self.columns:
            raise ValueError("a table has columns")
        if not all(clean_words(column.words).strip() for column in self.columns):
            raise ValueError("every column has a heading")
        if any(len(row) != len(self.columns) for row in self.rows):
            raise ValueError("every row of a table has one cell for each column")

    def pieces(self) -> Iterator[str]:
        """The text of the block, piece by piece."""
        yield self.caption
        for column in self.columns:
            yield column.words
        for row in self.rows:
            for held in row:
                yield from held.pieces()


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart with its table beneath it: whoever cannot see the one reads the other.

    `alt` says in words what the chart shows. `svg` is a whole SVG picture, drawn with attributes
    (no style, script or file from elsewhere); the writers refuse another.
    """

    kind: ClassVar[str] = "chart"
    title: str
    alt: str
    svg: str
    table: Table

    def __post_init__(self) -> None:
        if not self.alt.strip():
            raise ValueError("a chart says in words what it shows")

    def pieces(self) -> Iterator[str]:
        """The text of the block, piece by piece."""
        yield self.title
        yield from self.table_beneath.pieces()

    @property
    def table_beneath(self) -> Table:
        """The table as it is printed: without its caption where that only says the title again."""
        same = clean_words(self.table.caption).strip() == clean_words(self.title).strip()
        return replace(self.table, caption="") if same else self.table


@dataclass(frozen=True, slots=True)
class Note:
    """Words set apart: how figures were counted, what a reader must know."""

    kind: ClassVar[str] = "note"
    paragraphs: tuple[Text, ...]

    def pieces(self) -> Iterator[str]:
        """The text of the block, piece by piece."""
        yield from map(joined, self.paragraphs)


@dataclass(frozen=True, slots=True)
class PageBreak:
    """The next block begins a page."""

    kind: ClassVar[str] = "page_break"

    def pieces(self) -> Iterator[str]:
        """The text of the block, piece by piece."""
        yield from ()


@dataclass(frozen=True, slots=True)
class Annexe:
    """An annexe on pages of its own, with its whole title: "Annexe A: Safeguarding action plan".

    Headings inside it number from 1 again.
    """

    kind: ClassVar[str] = "annexe"
    title: str
    blocks: tuple[Block, ...]
    is_landscape: bool = True

    def __post_init__(self) -> None:
        if any(isinstance(block, Annexe) for block in self.blocks):
            raise ValueError("an annexe holds no annexe")

    def pieces(self) -> Iterator[str]:
        """The text of the block, piece by piece."""
        yield self.title
        for block in self.blocks:
            yield from block.pieces()


Block = (
    Heading
    | Paragraph
    | Bullets
    | Numbered
    | Fields
    | Choice
    | Table
    | Chart
    | Note
    | PageBreak
    | Annexe
)


@dataclass(frozen=True, slots=True)
class Report:
    """A whole report.

    `organisation`, `title` and `subtitle` head the first page; `marking` (why a paper is exempt)
    stands above them and on every page. `reference` and `footer` (lines, the audit seal among
    them) stand at the foot of each page beside its number. `colour` is the council's, "#1d4f5c".
    """

    title: str
    blocks: tuple[Block, ...]
    subtitle: str = ""
    organisation: str = ""
    reference: str = ""
    marking: str = ""
    footer: tuple[str, ...] = ()
    colour: str = "#1d4f5c"
    language: str = "en-GB"
    author: str = ""

    def __post_init__(self) -> None:
        if not clean_words(self.title).strip():
            raise ValueError("a report has a title")
        if not COLOUR.fullmatch(self.colour):
            raise ValueError("a colour is written #1d4f5c")


def labels_of(blocks: Sequence[Block]) -> tuple[str, ...]:
    """The number before each block, in step with the blocks: "2", "2.1", "" where it has none.

    Word counts by itself; the PDF and the page print these, and they agree.
    """
    counts = [0] * LAST_LEVEL
    labels: list[str] = []
    for block in blocks:
        level = 0
        if isinstance(block, Heading) and block.is_numbered:
            level = block.level
        elif isinstance(block, Paragraph):
            level = block.number_level
        if level:
            counts[level - 1] += 1
            counts[level:] = [0] * (LAST_LEVEL - level)
        labels.append(".".join(str(count) for count in counts[:level]))
    return tuple(labels)


def levels_of(blocks: Sequence[Block], above: int = 0) -> tuple[int, ...]:
    """The level each heading is printed at, in step with the blocks; 0 for what is no heading.

    Readers with a screen reader go by levels, so the first is 1 (below `above`, the level of the
    annexe's own title) and none is left out on the way down.
    """
    last, levels = above, []
    for block in blocks:
        if isinstance(block, Heading):
            last = min(block.level + above, last + 1, LAST_LEVEL)
        levels.append(last if isinstance(block, Heading) else 0)
    return tuple(levels)


def pieces_of(report: Report) -> list[str]:
    """The text of the report piece by piece (heading, paragraph, point, cell) in reading order.

    Numbers of headings and lists are not among them, nor is what stands at the edge of the page.
    """
    head = [report.marking, report.organisation, report.title, report.subtitle]
    pieces = [*head, *(piece for block in report.blocks for piece in block.pieces())]
    return [cleaned for piece in pieces if (cleaned := clean_words(piece)).strip()]


def words_of(report: Report) -> list[str]:
    """Every word of the report in reading order: what Word, PDF and page must all print."""
    return [word for piece in pieces_of(report) for word in piece.split()]
