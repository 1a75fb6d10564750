"""What stands around a table: headings over it, the year of the plan, keys in the text."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from joinedup.documents.grid import Block, Document, Heading, Para, Table

from .cells import clean

__all__ = ["Over", "block_text", "headings_over", "spans_two", "years_in"]

_YEAR_PAIR = re.compile(r"\b((?:19|20)\d\d)\s?[/–-]\s?(?:(?:19|20))?(\d\d)\b(?![/.-]\d)")
_YEAR = re.compile(r"\b((?:19|20)\d\d)\b")
_SHORT_YEAR = re.compile(
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[\s\-]*['’]?(\d\d)\b(?!\s*(?:st|nd|rd|th))"
    r"|\b\d{1,2}[/.\-]\d{1,2}[/.\-](\d\d)\b(?!\d)",
    re.IGNORECASE,
)
_RUNNING = 3
"""A line that stands this often between tables is the head or foot of a page, no heading."""


_PAGE_FOOT = re.compile(r"(?:^|[-–—|,]\s*)page\s+\d+(?:\s+of\s+\d+)?\W*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Over:
    """A heading over a table: its block index, text, level (0 for a plain short paragraph)."""

    index: int
    text: str
    level: int


def block_text(block: Block) -> str:
    """The words of a heading or paragraph, its number or letter mark kept."""
    if isinstance(block, Heading):
        return clean(block.text)
    if isinstance(block, Para):
        mark = block.marker if block.marker and re.search(r"\w", block.marker) else ""
        return clean(f"{mark} {block.text}")
    return ""


def _is_short_heading(block: Para) -> bool:
    text = block_text(block)
    words = text.split()
    if not 1 <= len(words) <= 16 or re.search(r"[.,;]$", text) or _PAGE_FOOT.search(text):
        return False
    if block.marker and not re.search(r"\d", block.marker):
        return False
    return not re.match(r"^(key|legend|rag|note|source)\b", text, re.IGNORECASE)


def headings_over(document: Document) -> dict[int, list[Over]]:
    """For each table's block index the headings over it since the table before, nearest first.

    Without marked headings, a short paragraph that ends without a full stop is taken for one.
    """
    found: dict[int, list[Over]] = {}
    since: list[Over] = []
    marked: list[Over] = []
    said = Counter(block_text(block) for block in document.blocks if isinstance(block, Para))
    for index, block in enumerate(document.blocks):
        if isinstance(block, Table):
            found[index] = list(reversed(since)) or []
            since = []
        elif isinstance(block, Heading):
            while marked and marked[-1].level >= block.level:
                marked.pop()
            marked.append(Over(index, clean(block.text), block.level))
            since.append(marked[-1])
        elif _is_short_heading(block) and said[block_text(block)] < _RUNNING:
            since.append(Over(index, block_text(block), 0))
    return found


def years_in(text: str) -> list[int]:
    """The years a text names, "2023/24" as 2023, "June '15" as 2015."""
    found = [int(match.group(1)) for match in _YEAR_PAIR.finditer(text)]
    rest = _YEAR_PAIR.sub(" ", text)
    found += [int(match.group(1)) for match in _YEAR.finditer(rest)]
    rest = _YEAR.sub(" ", rest)
    for match in _SHORT_YEAR.finditer(rest):
        two = match.group(1) or match.group(2)
        found.append(2000 + int(two))
    return [year for year in found if 1990 <= year <= 2060]


def spans_two(text: str) -> bool:
    """True for "2023/24": a plan that runs over two calendar years."""
    pairs = [m for m in _YEAR_PAIR.finditer(text) if (int(m.group(1)) + 1) % 100 == int(m.group(2))]
    return bool(pairs)
