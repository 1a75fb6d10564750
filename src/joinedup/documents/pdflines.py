"""Words on a PDF page into lines, and lines into paragraphs as they were before wrapping."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from joinedup.documents.grid import Para, Place, Run
from joinedup.documents.lines import ParaBuilder, split_mark, typed_marks

__all__ = ["Line", "Word", "colour_of", "lines_of", "paras_of", "usual_step"]

LETTERLESS = re.compile(r"\(cid:\d+\)")


@dataclass(frozen=True, slots=True)
class Word:
    """One word with its box (points from the top left) and its format."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    run: Run

    @property
    def middle(self) -> tuple[float, float]:
        return (self.x0 + self.x1) / 2, (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class Line:
    """Words side by side, from left to right."""

    words: tuple[Word, ...]

    @property
    def x0(self) -> float:
        return self.words[0].x0

    @property
    def x1(self) -> float:
        return self.words[-1].x1

    @property
    def top(self) -> float:
        return min(word.top for word in self.words)

    @property
    def bottom(self) -> float:
        return max(word.bottom for word in self.words)

    @property
    def size(self) -> float:
        return max(word.size for word in self.words)

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)


def colour_of(value: Any) -> str | None:
    """A PDF colour (grey, RGB or CMYK, parts 0 to 1) as six digits; None for patterns and black."""
    if isinstance(value, int | float):
        value = (value,)
    if not isinstance(value, list | tuple) or not all(isinstance(p, int | float) for p in value):
        return None
    parts = [min(max(float(part), 0.0), 1.0) for part in value]
    if len(parts) == 1:
        parts *= 3
    elif len(parts) == 4:
        parts = [(1 - part) * (1 - parts[3]) for part in parts[:3]]
    if len(parts) != 3:
        return None
    colour = "".join(f"{round(part * 255):02x}" for part in parts)
    return None if max(parts) < 0.16 else colour


def lines_of(words: Sequence[Word]) -> list[Line]:
    """Words grouped by height on the page; small raised letters stay on their line."""
    lines: list[list[Word]] = []
    for word in sorted(words, key=lambda one: (one.top + one.bottom, one.x0)):
        for line in reversed(lines[-3:]):
            top = max(word.top, min(one.top for one in line))
            bottom = min(word.bottom, max(one.bottom for one in line))
            height = min(word.bottom - word.top, line[0].bottom - line[0].top)
            if bottom - top > 0.5 * height:
                line.append(word)
                break
        else:
            lines.append([word])
    made = [Line(tuple(sorted(line, key=lambda one: one.x0))) for line in lines]
    return sorted(made, key=lambda line: (line.top + line.bottom) / 2)


def paras_of(
    lines: Sequence[Line],
    place: Place,
    right: float,
    known: frozenset[str] = frozenset(),
    usual: float = 0.0,
) -> tuple[Para, ...]:
    """Lines as paragraphs and list items.

    A line starts another paragraph where it begins with a bullet or number, where the gap above is
    wide, where size or weight changes from one line to the next, or where its first word would
    have fitted on the line before (`right` is the edge of the text). A word broken at a line end
    is joined: without its hyphen where `known` (the lower-case words of the whole file) has it so,
    else with it. `usual` is the step from line to line in the whole table, see `usual_step`.
    """
    builder = ParaBuilder(place)
    leading = _leading(lines, usual)
    before: Line | None = None
    item_x: float | None = None
    for line in lines:
        marker, first = _bullet(line)
        if before is None or marker or _breaks(before, line, right, leading):
            builder.end()
            if marker:
                item_x = line.x0
                builder.item(0, marker)
            elif item_x is not None and before is not None and line.x0 <= item_x + 1:
                item_x = None
        else:
            _join(builder, before, first[0], known)
        for number, word in enumerate(first):
            text = word.text if number == len(first) - 1 else word.text + " "
            builder.add(text, word.run)
        before = line
    return typed_marks(builder.finish())


def _join(builder: ParaBuilder, before: Line, first: Word, known: frozenset[str]) -> None:
    """A space between two lines, or the two halves of a broken word put together."""
    last = before.words[-1].text
    if last.endswith("\u00ad"):
        return
    if not (len(last) > 2 and last[-1] in "-‐" and first.text[:1].islower()):
        builder.add(" ", before.words[-1].run)
        return
    whole = re.sub(r"\W", "", last[:-1] + re.split(r"\W", first.text)[0]).lower()
    hyphened = (last + re.split(r"[^\w-]", first.text)[0]).lower().strip("(“\"'")
    if whole in known and hyphened not in known:
        builder.drop_last(1)


def _bullet(line: Line) -> tuple[str | None, tuple[Word, ...]]:
    """A list mark standing as a word of its own at the start of a line, and the other words."""
    first = line.words[0]
    text = LETTERLESS.sub("•", first.text)
    if len(line.words) > 1:
        mark, rest = split_mark(f"{text} x")
        if mark and rest == "x" and not (mark == "o" and first.size > line.size * 1.5):
            return mark, line.words[1:]
    if text != first.text or text[0] in "•●▪■◦\uf0b7\uf0a7":
        mark, rest = split_mark(text)
        if mark and rest:
            return mark, (replace(first, text=rest), *line.words[1:])
    return None, line.words


def _breaks(before: Line, line: Line, right: float, leading: float) -> bool:
    if line.top - before.top > leading * _WIDE + 1:
        return True
    if abs(before.size - line.size) > _OTHER_SIZE or _weight(before) * _weight(line) < 0:
        return True
    first = line.words[0]
    space = max(first.size, 6) * 0.25
    fits = before.x1 + space + (first.x1 - first.x0) < right - 1.5
    return fits and not before.words[-1].text.endswith(("-", "/"))


_OTHER_SIZE = 0.8
_WIDE = 1.3


def _weight(line: Line) -> int:
    """1 for a line in bold throughout, -1 for one without any bold, 0 for a mixed one."""
    bold = [word.run.bold for word in line.words]
    return 1 if all(bold) else 0 if any(bold) else -1


def _leading(lines: Sequence[Line], usual: float) -> float:
    size = max((line.size for line in lines), default=10)
    steps = _steps(lines)
    likely = usual * size or size * 1.6
    return min(steps[len(steps) // 4], likely) if steps else usual * size or size * 1.3


def _steps(lines: Sequence[Line]) -> list[float]:
    """The steps from line to line that are more than a shift within one line, smallest first."""
    steps = (below.top - above.top for above, below in itertools.pairwise(lines))
    return sorted(step for step in steps if step > 1)


def usual_step(cells: Sequence[Sequence[Line]]) -> float:
    """The step from line to line in these cells, as a multiple of the size of the letters; 0 where
    too few cells have two lines to tell."""
    shares = sorted(
        step / max(line.size for line in lines) for lines in cells for step in _steps(lines)
    )
    return shares[len(shares) // 4] if len(shares) >= _FEWEST_STEPS else 0.0


_FEWEST_STEPS = 8
