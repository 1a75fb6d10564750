"""Columns wide enough for their longest word, and words that no column could hold."""

from __future__ import annotations

import re

from joinedup.documents.blocks import Cell, Kind, Table
from joinedup.documents.blockwords import clean_words
from joinedup.documents.writing.typefaces import width_of

__all__ = ["column_widths", "is_short", "stays_together", "with_breaks"]

BREAK = "\u200b"
BREAKS_AFTER = re.compile(r"(?<=[/\\.,;:@_?&=+])(?=\w)|(?<=[-–—])")
WIDEST_SHARE = 0.34
DAY = re.compile(r"(?<!\S)\d{1,2} [A-Z][a-z]+")
SHORT_ROW, SHORT_TABLE = 260.0, 250.0


def column_widths(
    table: Table, room: float, size: float, padding: float, slack: float = 1.0
) -> list[float]:
    """The widths of the columns in points, together exactly `room`.

    They follow the relative widths of the columns, but no column is narrower than its longest
    word, or in a column of dates a day with its month (up to a third of the table), where the
    others have the room to give. `slack` is how much
    wider than ours the letters of another font may be.
    """
    shares = [column.width for column in table.columns]
    wanted = [room * share / sum(shares) for share in shares]
    least = [
        min(_longest(table, at, size) * slack + padding, room * WIDEST_SHARE)
        for at in range(len(shares))
    ]
    if sum(least) >= room:
        return [room * share / sum(least) for share in least]
    held: set[int] = set()
    while True:
        free = [at for at in range(len(shares)) if at not in held]
        left = room - sum(least[at] for at in held)
        total = sum(wanted[at] for at in free)
        given = {at: left * wanted[at] / total for at in free}
        tight = {at for at in free if given[at] < least[at] - 0.01}
        if not tight:
            return [least[at] if at in held else given[at] for at in range(len(shares))]
        held |= tight


def _longest(table: Table, at: int, size: float) -> float:
    heading = clean_words(table.columns[at].words).split()
    longest = max((width_of(word, size, bold=True) for word in heading), default=0.0)
    seen: set[str] = set()
    has_days = table.columns[at].holds is Kind.DATE
    for number, row in enumerate(table.rows):
        if number in table.group_rows:
            continue
        for words in row[at].pieces():
            plain = clean_words(words)
            seen.update(plain.split())
            if has_days:
                seen.update(DAY.findall(plain))
    likely = sorted(seen, key=len, reverse=True)[:40]
    return max([longest, *(width_of(word, size, bold=True) for word in likely)])


def is_short(row: tuple[Cell, ...], widths: list[float], size: float) -> bool:
    """Whether a row is short enough to be kept on one page (about 9 cm)."""
    return _height(row, widths, size) < SHORT_ROW


def stays_together(table: Table, widths: list[float], size: float) -> bool:
    """Whether a whole table is small enough to be kept on one page."""
    if len(table.rows) > SHORT_TABLE / size:
        return False
    return sum(_height(row, widths, size) for row in table.rows) < SHORT_TABLE


def _height(row: tuple[Cell, ...], widths: list[float], size: float) -> float:
    """About how high a row stands, in points."""
    lines = max(
        sum(width_of(words, size) * 1.1 // max(width, 1) + 1 for words in held.pieces())
        for held, width in zip(row, widths, strict=True)
    )
    return lines * size * 1.3 + size


def with_breaks(words: str, room: float, size: float) -> str:
    """The words with invisible places to break in those too long for a line of `room` points."""
    if len(words) * size * 0.25 < room:
        return words
    return re.sub(r"\S+", lambda found: _broken(found[0], room, size), words)


def _broken(word: str, room: float, size: float) -> str:
    """The word in pieces that each fill a line, cut after a sign like / where that can be."""
    out: list[str] = []
    piece, wide = "", 0.0
    for part in _parts(word, room, size):
        part_wide = width_of(part, size, bold=True)
        if piece and wide + part_wide > room:
            out.append(piece)
            piece, wide = "", 0.0
        piece, wide = piece + part, wide + part_wide
    return BREAK.join([*out, piece])


def _parts(word: str, room: float, size: float) -> list[str]:
    """What may stand on a line of its own: parts between signs, or letters of a part too long."""
    parts: list[str] = []
    for part in BREAKS_AFTER.split(word):
        parts.extend([part] if width_of(part, size, bold=True) <= room else part)
    return parts
