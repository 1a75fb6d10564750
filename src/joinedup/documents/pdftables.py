"""Tables on a PDF page: by their ruled lines and, where there are none, by columns of words."""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from joinedup.documents.grid import Cell, Place, Table
from joinedup.documents.pdflines import Line, Word, colour_of, lines_of, paras_of, usual_step

__all__ = [
    "Box",
    "aligned_regions",
    "aligned_table",
    "edges_of",
    "fills_of",
    "goes_on_from",
    "ruled_table",
]

Box = tuple[float, float, float, float]
WIDE_GAP = 7.0


@dataclass(frozen=True, slots=True)
class Fill:
    """A painted rectangle."""

    box: Box
    colour: str


def fills_of(page: Any) -> list[Fill]:
    """The coloured rectangles of a page, white and hair-thin ones left out."""
    found = []
    for rect in page.rects:
        colour = colour_of(rect.get("non_stroking_color")) if rect.get("fill") else None
        wide = rect["x1"] - rect["x0"] > 4 and rect["bottom"] - rect["top"] > 4
        if colour and colour != "ffffff" and wide:
            found.append(Fill((rect["x0"], rect["top"], rect["x1"], rect["bottom"]), colour))
    return found


def _fill_at(fills: Sequence[Fill], box: Box) -> str | None:
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    best: Fill | None = None
    for fill in fills:
        x0, top, x1, bottom = fill.box
        if x0 <= x <= x1 and top <= y <= bottom:
            shared = (min(x1, box[2]) - max(x0, box[0])) * (min(bottom, box[3]) - max(top, box[1]))
            if shared > 0.5 * (box[2] - box[0]) * (box[3] - box[1]):
                best = fill
    return best.colour if best else None


def edges_of(values: Sequence[float]) -> list[float]:
    """Heights or sides of boxes with those that nearly agree taken as one."""
    edges: list[float] = []
    for value in sorted(values):
        if not edges or value - edges[-1] > 2.5:
            edges.append(value)
    return edges


def _at(edges: Sequence[float], value: float) -> int:
    return min(range(len(edges)), key=lambda one: abs(edges[one] - value))


def ruled_table(
    boxes: Sequence[Box],
    words: Sequence[Word],
    fills: Sequence[Fill],
    place: Place,
    known: frozenset[str],
) -> Table:
    """A table from the boxes that its lines draw; each word goes into the box it is in or nearest.

    Merged cells have spans. A row cut by the page end is a row here and another on the next page.
    """
    xs = edges_of([edge for box in boxes for edge in (box[0], box[2])])
    ys = edges_of([edge for box in boxes for edge in (box[1], box[3])])
    inside: dict[Box, list[Word]] = {box: [] for box in boxes}
    for word in words:
        inside[min(boxes, key=lambda box: _distance(box, word))].append(word)
    pads: dict[float, float] = {}
    for box, own in inside.items():
        for word in own:
            pads[box[0]] = min(pads.get(box[0], 99.0), max(word.x0 - box[0], 0.0))
    lines = {box: lines_of(own) for box, own in inside.items()}
    usual = usual_step(list(lines.values()))
    cells = []
    for box in sorted(boxes, key=lambda one: (one[1], one[0])):
        row, col = _at(ys, box[1]), _at(xs, box[0])
        down, across = max(1, _at(ys, box[3]) - row), max(1, _at(xs, box[2]) - col)
        where = Place(page=place.page, table=place.table, row=row + 1, col=col + 1)
        right = box[2] - min(pads.get(box[0], 2.0), 12.0)
        paras = paras_of(lines[box], where, right, known, usual)
        cells.append(Cell(row, col, paras, where, down, across, fill=_fill_at(fills, box)))
    return Table(tuple(cells), max(1, len(ys) - 1), max(1, len(xs) - 1), place)


def _distance(box: Box, word: Word) -> float:
    x, y = word.middle
    return max(box[0] - x, 0, x - box[2]) + max(box[1] - y, 0, y - box[3])


# -- tables without lines between columns


@dataclass(frozen=True, slots=True)
class Region:
    """Lines of a page that stand in columns: `gaps` are the white strips between these."""

    first: int
    last: int
    gaps: tuple[tuple[float, float], ...]


def _segments(line: Line) -> list[tuple[float, float]]:
    parts: list[tuple[float, float]] = []
    for word in line.words:
        gap = max(WIDE_GAP, word.size * 0.75)
        if parts and word.x0 - parts[-1][1] < gap:
            parts[-1] = (parts[-1][0], max(parts[-1][1], word.x1))
        else:
            parts.append((word.x0, word.x1))
    return parts


def _without(
    gaps: list[tuple[float, float]], parts: list[tuple[float, float]], least: float
) -> list[tuple[float, float]]:
    left: list[tuple[float, float]] = []
    for start, end in gaps:
        pieces = [(start, end)]
        for x0, x1 in parts:
            pieces = [
                piece
                for a, b in pieces
                for piece in ((a, min(b, x0)), (max(a, x1), b))
                if piece[1] - piece[0] >= least
            ]
        if pieces:
            left.append(max(pieces, key=lambda piece: piece[1] - piece[0]))
    return left


def aligned_regions(lines: Sequence[Line]) -> list[Region]:
    """Runs of three or more lines in three or more columns (two, where nearly every line has both).

    A line right across the columns ends a run unless the columns go on below it within two lines.
    """
    regions: list[Region] = []
    at = 0
    while at < len(lines):
        region = _region_at(lines, at)
        if region is None:
            at += 1
        else:
            regions.append(region)
            at = region.last + 1
    return regions


def goes_on_from(
    lines: Sequence[Line], heads: Mapping[str, tuple[tuple[float, float], ...]]
) -> list[Region]:
    """Runs of two lines or more that open with a header printed on an earlier page (`heads`: its
    words → the white strips between its columns): the last lines of a table, however few."""
    found: list[Region] = []
    for first, line in enumerate(lines):
        gaps = list(heads.get(line.text, ()))
        last = first
        for at in range(first + 1, len(lines) if gaps else 0):
            near = lines[at].top - lines[at - 1].bottom < _NEAR * line.size
            left = _without(gaps, _segments(lines[at]), 2.0)
            if not near or len(left) < len(gaps) or lines[at].size > 1.12 * line.size:
                break
            last = at
        if last > first:
            found.append(Region(first, last, tuple(gaps)))
    return found


_NEAR = 1.5


def _region_at(lines: Sequence[Line], first: int) -> Region | None:
    parts = _segments(lines[first])
    if len(parts) < 2:
        return None
    gaps = [(a[1], b[0]) for a, b in itertools.pairwise(parts)]
    wanted = len(gaps)
    last, full, across = first, 1, 0
    for at in range(first + 1, len(lines)):
        if lines[at].top - lines[at - 1].bottom > 60:
            break
        parts = _segments(lines[at])
        left = _without(gaps, parts, 4.0)
        if len(left) < wanted:
            across += 1
            if across > 2 or len(parts) > 1:
                break
            continue
        gaps, last, across = left, at, 0
        full += len(parts) > 1
    count = last - first + 1
    columns = wanted + 1
    enough = (columns >= 3 and full >= 3) or (columns == 2 and full >= 4 and full >= 0.7 * count)
    return Region(first, last, tuple(gaps)) if enough else None


def aligned_table(
    lines: Sequence[Line],
    gaps: Sequence[tuple[float, float]],
    rules: Sequence[float],
    place: Place,
    known: frozenset[str],
    fills: Sequence[Fill] = (),
    heads: Mapping[str, Sequence[str]] | None = None,
) -> Table:
    """A table from columns of words.

    Rows are parted by horizontal rules where there are some, else by wider gaps between lines,
    else wherever the first column has words; a line across all columns is a row of one cell.
    `heads` are the lines of headers on earlier pages by the first of them.
    """
    middles = [(start + end) / 2 for start, end in gaps]
    groups = _row_groups(lines, middles, rules)
    again = (heads or {}).get(lines[0].text, ())
    same = itertools.takewhile(
        lambda pair: pair[0].text == pair[1], zip(lines, again, strict=False)
    )
    if high := sum(1 for _ in same):  # the header again, from an earlier page
        groups = [list(lines[:high]), *_below(groups, high)]
    right_of = [start for start, _ in gaps] + [max(line.x1 for line in lines)]
    cells: list[Cell] = []
    for row, group in enumerate(groups):
        crossing = len(group) == 1 and _crosses(group[0], middles)
        by_col: dict[int, list[Word]] = {}
        for line in group:
            for word in line.words:
                col = 0 if crossing else sum(word.middle[0] > middle for middle in middles)
                by_col.setdefault(col, []).append(word)
        for col, words in sorted(by_col.items()):
            where = Place(page=place.page, table=place.table, row=row + 1, col=col + 1)
            right = right_of[-1] if crossing else right_of[col]
            paras = paras_of(lines_of(words), where, right, known)
            span = len(middles) + 1 if crossing else 1
            fill = _fill_at(fills, (words[0].x0, words[0].top, words[0].x1, words[0].bottom))
            cells.append(Cell(row, col, paras, where, colspan=span, fill=fill))
    return Table(tuple(cells), len(groups), len(middles) + 1, place)


def head_lines(
    lines: Sequence[Line], gaps: Sequence[tuple[float, float]], rules: Sequence[float]
) -> tuple[str, ...]:
    """The lines of the first row of a table from columns of words."""
    first = _row_groups(lines, [(start + end) / 2 for start, end in gaps], rules)[0]
    return tuple(line.text for line in first)


def _below(groups: Sequence[list[Line]], high: int) -> list[list[Line]]:
    """The rows of a table without its first lines, as many as `high`."""
    left = []
    for group in groups:
        left.append(group[high:])
        high = max(0, high - len(group))
    return [group for group in left if group]


def _crosses(line: Line, middles: Sequence[float]) -> bool:
    parts = _segments(line)
    return len(parts) == 1 and any(parts[0][0] < middle < parts[0][1] for middle in middles)


def _row_groups(
    lines: Sequence[Line], middles: Sequence[float], rules: Sequence[float]
) -> list[list[Line]]:
    steps = [below.top - above.top for above, below in itertools.pairwise(lines)]
    usual = sorted(steps)[len(steps) // 3] if steps else 0
    inner = [y for y in rules if lines[0].bottom - 2 < y < lines[-1].top + 2]
    wide = sum(step > usual * 1.3 + 1 for step in steps)
    capitals = _begins_in_capitals(lines, middles)
    groups = [[lines[0]]]
    for above, below, step in zip(lines, lines[1:], steps, strict=False):
        if len(inner) > 1:
            anew = any(above.top < y < below.bottom - 1 for y in inner)
        elif wide >= max(1, len(lines) // 8):
            anew = step > usual * 1.3 + 1
        else:
            anew = _opens_a_row(below, middles)
            anew = anew and not (capitals and _ends_a_title(below, middles))
        if anew or _crosses(below, middles) or _crosses(above, middles):
            groups.append([below])
        else:
            groups[-1].append(below)
    return groups


def _filled(line: Line, middles: Sequence[float]) -> list[int]:
    return [sum(word.middle[0] > middle for middle in middles) for word in line.words]


def _opens_a_row(line: Line, middles: Sequence[float]) -> bool:
    """Whether a line has words in the first column, and not there alone where columns are many."""
    filled = set(_filled(line, middles))
    return 0 in filled and (len(filled) > 1 or len(middles) < 2)


def _begins_in_capitals(lines: Sequence[Line], middles: Sequence[float]) -> bool:
    """Whether the header and most rows begin with a capital letter: small letters then go on."""
    begun = [line.words[0].text[:1].isupper() for line in lines if _opens_a_row(line, middles)]
    return lines[0].words[0].text[:1].isupper() and 2 * sum(begun) > len(begun)


_MARK = re.compile(r"\(?(?:[a-z]|[ivx]{1,5}|[a-z]{1,4}[.)])[.)]?")
"""The letter or number of a row ("b", "iii.", "ref)"), standing alone in the first column."""


def _ends_a_title(line: Line, middles: Sequence[float]) -> bool:
    """Whether small letters in the first column are the rest of a title cut by the column: no mark
    of a row, and at most one other column goes on beside them."""
    filled = _filled(line, middles)
    first = " ".join(word.text for word, col in zip(line.words, filled, strict=True) if col == 0)
    others = set(filled) - {0}
    return first[:1].islower() and len(others) < 2 and not _MARK.fullmatch(first)
