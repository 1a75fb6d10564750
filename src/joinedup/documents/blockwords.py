"""The words of report blocks: runs of plain text, cleaned so that every writer can print them."""

from __future__ import annotations

import re
from dataclasses import dataclass

__all__ = ["Run", "Text", "clean_words", "joined", "text"]

ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff]")
LINE_ENDS = re.compile("\r\n|[\r\u2028\u2029]")


def clean_words(words: str) -> str:
    """Words every writer can print: a character that XML forbids stands as a visible �.

    Line ends of every kind become a line feed and a tab becomes a space; nothing else changes.
    """
    return ILLEGAL.sub("\ufffd", LINE_ENDS.sub("\n", words).replace("\t", " "))


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
