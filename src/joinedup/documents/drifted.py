"""Columns of plain text that drift a little from line to line, put straight before they are read."""

from __future__ import annotations

import re

__all__ = ["straightened"]

_PIECE = re.compile(r"\S+(?: \S+)*")
_DRIFT = 4
_LEAST_PIECES = 3
_LEAST_LINES = 3
_SOON = 12

_Pieces = list[tuple[int, str]]


def straightened(
    lines: list[str], at: int, starts: list[int]
) -> tuple[list[str], list[int]] | None:
    """The lines from `at` on with each piece of text at the start of its column, and those starts;
    None where too little of the text stands near the columns that the first line has.

    A line that cannot be cut at the columns ends the table: it is kept as it is, and all after it.
    Too little is what the first dozen lines show, so that a long text is not gone through for each.
    """
    cut: list[_Pieces] = []
    full = 0
    for line in lines[at:]:
        pieces = _pieces(line.rstrip(), starts)
        if pieces is None or (len(cut) >= _SOON and full < _LEAST_LINES):
            break
        cut.append(pieces)
        full += len(pieces) >= _LEAST_PIECES
    if full < _LEAST_LINES:
        return None
    widths = [
        max(
            (len(text) for pieces in cut if len(pieces) > 1 for c, text in pieces if c == col),
            default=0,
        )
        for col in range(len(starts))
    ]
    placed = [sum(width + 2 for width in widths[:col]) for col in range(len(starts))]
    made = [_set(pieces, placed) for pieces in cut]
    return [*lines[:at], *made, *lines[at + len(cut) :]], placed


def _pieces(line: str, starts: list[int]) -> _Pieces | None:
    """The pieces of a line with the number of the column of each; None where one stands in none."""
    found: _Pieces = []
    for match in _PIECE.finditer(line):
        begin, text = match.start(), match.group()
        if (
            begin < starts[1] - 1
            and not found
            and match.end() == len(line)
            and len(text) > starts[1]
        ):
            return [(0, text)]
        col = _column_at(begin, starts)
        if col is None or (found and found[-1][0] >= col):
            return None
        for part_col, part in _split(begin, text, col, starts):
            found.append((part_col, part))
    return found


def _column_at(begin: int, starts: list[int]) -> int | None:
    col = min(range(len(starts)), key=lambda n: abs(starts[n] - begin))
    return col if abs(starts[col] - begin) <= _DRIFT else None


def _split(begin: int, text: str, col: int, starts: list[int]) -> _Pieces:
    """A piece that runs into the next columns, cut at the word that begins nearest to each."""
    found: _Pieces = []
    while col + 1 < len(starts) and begin + len(text) > starts[col + 1] + 1:
        words = [match.start() for match in re.finditer(r"(?<= )\S", text)]
        near = min(words, key=lambda n: abs(begin + n - starts[col + 1]), default=None)
        if near is None or abs(begin + near - starts[col + 1]) > _DRIFT:
            break
        found.append((col, text[:near].rstrip()))
        begin, text, col = begin + near, text[near:], col + 1
    return [*found, (col, text)]


def _set(pieces: _Pieces, starts: list[int]) -> str:
    line = ""
    for col, text in pieces:
        line = line.ljust(starts[col]) + text
    return line
