"""PDF tables that show their columns in one place only: a painted header, or every other row.

Lines drawn around part of a table (a coloured header row, striped rows) look like small tables of
their own. Where words above or below them keep to the same columns, all of it is one table.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from joinedup.documents.pdflines import Line
from joinedup.documents.pdftables import Box, edges_of

__all__ = ["Strip", "strip_table"]

FARTHEST = 40.0


@dataclass(frozen=True, slots=True)
class Strip:
    """Lines that belong to one table, the edges between its columns, the space beside these."""

    lines: tuple[Line, ...]
    edges: tuple[float, ...]
    pad: float


def strip_table(
    lines: Sequence[Line], tables: Sequence[Sequence[Box]], rules: Sequence[float]
) -> Strip | None:
    """The table that part of a page's ruled tables show, or None where these are whole already.

    `lines` are all lines of the page from top to bottom, `rules` the heights of horizontal rules
    and of the upper and lower edges of painted rows.
    """
    wide = [boxes for boxes in tables if len(_columns(boxes)) > 3]
    if not wide:
        return None
    model = max(wide, key=lambda boxes: (len(_columns(boxes)), len(boxes)))
    edges = _columns(model)
    foreign = [boxes for boxes in wide if not _shares(_columns(boxes), edges)]
    known = [boxes for boxes in wide if boxes is model or len(_columns(boxes)) == len(edges)]
    inside = [at for at, line in enumerate(lines) if _is_in(line, model)]
    if not inside:
        return None
    first = _grow(lines, range(inside[0] - 1, -1, -1), edges, foreign, rules)
    last = _grow(lines, range(inside[-1] + 1, len(lines)), edges, foreign, rules)
    start = inside[0] if first is None else first
    end = inside[-1] if last is None else last
    chosen = lines[start : end + 1]
    new = [line for line in chosen if not any(_is_in(line, boxes) for boxes in known)]
    if sum(_used(line, edges) > 1 and _fits(line, edges) for line in new) < 1:
        return None
    steps = [
        word.x0 - edge for line in chosen for word in line.words for edge in edges if edge < word.x0
    ]
    return Strip(tuple(chosen), tuple(edges[1:-1]), min(max(min(steps, default=1), 0.5), 10))


def _grow(
    lines: Sequence[Line],
    order: range,
    edges: Sequence[float],
    foreign: Sequence[Sequence[Box]],
    rules: Sequence[float],
) -> int | None:
    """The farthest line in one direction that still keeps to the columns."""
    good: int | None = None
    before: Line | None = lines[order.start - order.step] if order else None
    strays = 0
    for at in order:
        line = lines[at]
        if before and max(line.top - before.bottom, before.top - line.bottom) > FARTHEST:
            break
        if any(_is_in(line, boxes) for boxes in foreign) or _heads_a_part(line, lines, edges):
            break
        if not _fits(line, edges):
            strays += 1  # perhaps a band over all columns, if the table goes on behind it
            if strays > 1:
                break
        else:
            follows = order.step > 0 and any(line.bottom - 2 < y for y in rules)
            if _used(line, edges) > 1 or (follows and not strays and good is not None):
                good, strays = at, 0
            elif order.step > 0 and before and not strays and good == at - 1:
                good = at if _hangs_on(before, line, edges) else good
        before = line
    return good


def _heads_a_part(line: Line, lines: Sequence[Line], edges: Sequence[float]) -> bool:
    """True for a heading: larger type than most lines of the page, under the first column only."""
    sizes = sorted(one.size for one in lines)
    return line.size > 1.12 * sizes[len(sizes) // 2] and _used(line, edges) == 1


def _hangs_on(before: Line, line: Line, edges: Sequence[float]) -> bool:
    """True for the last lines of a cell: as near to the line above as lines of one paragraph, and
    not under the first column, where the words after a table begin."""
    near = line.top - before.bottom < 0.6 * line.size
    return near and len(edges) > 2 and line.words[0].middle[0] > edges[1]


def _columns(boxes: Sequence[Box]) -> list[float]:
    return edges_of([edge for box in boxes for edge in (box[0], box[2])])


def _shares(own: Sequence[float], edges: Sequence[float]) -> bool:
    return all(min(abs(one - edge) for edge in edges) < 4 for one in own)


def _is_in(line: Line, boxes: Sequence[Box]) -> bool:
    y = (line.top + line.bottom) / 2
    top, bottom = min(box[1] for box in boxes), max(box[3] for box in boxes)
    left, right = min(box[0] for box in boxes), max(box[2] for box in boxes)
    return top <= y <= bottom and line.x0 < right and line.x1 > left


def _fits(line: Line, edges: Sequence[float]) -> bool:
    if line.x0 < edges[0] - 3 or line.x1 > edges[-1] + 3:
        return False
    return not any(
        word.x0 < edge - 1 and word.x1 > edge + 1 for word in line.words for edge in edges[1:-1]
    ) and not _runs_over(line, edges)


def _runs_over(line: Line, edges: Sequence[float]) -> bool:
    """True where neighbouring words with no more than a space between stand in two columns."""
    for left, right in zip(line.words, line.words[1:], strict=False):
        close = right.x0 - left.x1 < left.size * 0.45
        if close and any(left.middle[0] < edge < right.middle[0] for edge in edges[1:-1]):
            return True
    return False


def _used(line: Line, edges: Sequence[float]) -> int:
    return len({sum(word.middle[0] > edge for edge in edges[1:-1]) for word in line.words})
