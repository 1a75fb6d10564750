"""The words of report blocks: runs of plain text, cleaned so that every writer can print them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

__all__ = [
    "LAST_LEVEL",
    "Bullets",
    "Heading",
    "Numbered",
    "Paragraph",
    "Run",
    "Text",
    "clean_words",
    "joined",
    "text",
]

LAST_LEVEL = 4

ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff]")
LINE_ENDS = re.compile("\r\n|[\r\u2028\u2029]")


def clean_words(words: str) -> str:
    """Words every writer can print: a character that XML forbids stands as a visible �.

    Line ends of every kind become a line feed, a tab a space, and a stray mark of byte order
    (U+FEFF, forbidden in PDF/UA) the joiner that Unicode has in its place; nothing else changes.
    """
    plain = LINE_ENDS.sub("\n", words).replace("\t", " ").replace("\ufeff", "\u2060")
    return ILLEGAL.sub("\ufffd", plain)


@dataclass(frozen=True, slots=True)
class Run:
    """Words in one weight and slope."""

    words: str
    is_bold: bool = False
    is_italic: bool = False


Text = tuple[Run, ...]


def text(words: str, *, bold: bool = False, italic: bool = False) -> Text:
    """Plain words as the text of a block; empty words give no run."""
    return (Run(words, bold, italic),) if words else ()


def joined(runs: Text) -> str:
    """The words of a text without its weights."""
    return "".join(run.words for run in runs)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 to 4. A numbered one gets 1, 1.1 … from the writer, never typed."""

    kind: ClassVar[str] = "heading"
    level: int
    words: str
    is_numbered: bool = True

    def __post_init__(self) -> None:
        if not 1 <= self.level <= LAST_LEVEL:
            raise ValueError(f"a heading is of level 1 to {LAST_LEVEL}, not {self.level}")
        if not clean_words(self.words).strip():
            raise ValueError("a heading has words")

    def pieces(self) -> Iterator[str]:
        """The text of the block, piece by piece."""
        yield self.words


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph. `number_level` 2 or more numbers it under its heading: 2 is 1.1, 3 is 1.1.1."""

    kind: ClassVar[str] = "paragraph"
    runs: Text
    number_level: int = 0

    def __post_init__(self) -> None:
        if self.number_level not in (0, 2, 3, LAST_LEVEL):
            raise ValueError("a numbered paragraph is of level 2, 3 or 4")

    def pieces(self) -> Iterator[str]:
        """The text of the block, piece by piece."""
        yield joined(self.runs)


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list of points."""

    kind: ClassVar[str] = "bullets"
    items: tuple[Text, ...]

    def pieces(self) -> Iterator[str]:
        """The text of the block, piece by piece."""
        yield from map(joined, self.items)


@dataclass(frozen=True, slots=True)
class Numbered:
    """A numbered list; `start` is the number of its first item."""

    kind: ClassVar[str] = "numbered"
    items: tuple[Text, ...]
    start: int = 1

    def pieces(self) -> Iterator[str]:
        """The text of the block, piece by piece."""
        yield from map(joined, self.items)
