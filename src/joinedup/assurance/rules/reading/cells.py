"""A table as the reading sees it: who covers which position, and the lines of a cell."""

from __future__ import annotations

import colorsys
import re
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Any, TypeVar

from joinedup.documents.grid import Cell, Para, Table

__all__ = [
    "Line",
    "TableView",
    "clean",
    "colour_name",
    "is_blank",
    "is_nothing",
    "join_lines",
    "kept",
    "line_of_text",
    "lines_of",
    "lines_of_para",
    "printed",
    "split_mark",
    "view_of",
    "words_of",
]

_BULLET = r"[•▪●◦‣·■□○►➢✓\uf0b7\uf0a7\uf0d8]"
_MARK = re.compile(
    rf"^\s*(?:({_BULLET})\s*(?=\S)|([-–—*])\s+|"
    r"(\(?(?:[ivx]{1,4}|[a-z]|\d{1,2})\)|(?:[a-z]|[ivx]{1,4}|\d{1,2})\.(?!\d))\s*(?=\S))",
)
_INLINE_BULLET = re.compile(rf"\s*{_BULLET}\s*")
_DASHES = {"", "-", "–", "—", "--", "_", ".", "n/a", "na", "none", "nil", "n.a.", "not applicable"}


@lru_cache(maxsize=32768)
def clean(text: str) -> str:
    """Spaces made single, Markdown stars and entity spaces gone. Words are never changed."""
    text = (
        text.replace("&amp;", "&")
        .replace("\xa0", " ")
        .replace("\u200b", "")
        .replace("**", "")
        .replace("__", "")
    )
    return re.sub(r"\s+", " ", text).strip()


def is_blank(text: str) -> bool:
    """True for an empty cell and for a lone dash."""
    return clean(text) in {"", "-", "–", "—", "--", "_", "."}


def is_nothing(text: str) -> bool:
    """True for blank, "n/a", "none" and the like."""
    return clean(text).casefold() in _DASHES


def words_of(text: str) -> list[str]:
    """The words and numbers of a text in lower case, for counting that none is lost."""
    return re.findall(r"[a-z0-9]+", text.casefold().replace("\u2019", "'"))


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph, list item or line of a cell. `kept` leaves struck-out words out."""

    text: str
    mark: str = ""
    is_item: bool = False
    is_bold: bool = False
    is_italic: bool = False
    kept: str = ""
    colour: str | None = None

    @property
    def printed(self) -> str:
        """The line with its mark, where the mark is a number or letter."""
        if self.mark and re.search(r"\w", self.mark):
            return f"{self.mark} {self.text}".strip()
        return self.text


def split_mark(text: str) -> tuple[str, str]:
    """("a)", "Do this") from "a) Do this"; an empty mark where the line has none."""
    found = _MARK.match(text)
    if not found:
        return "", text
    return found.group(0).strip(), text[found.end() :].strip()


def line_of_text(text: str) -> Line:
    """A bare string as a line."""
    mark, body = split_mark(clean(text))
    return Line(text=body, mark=mark, is_item=bool(mark), kept=body)


def lines_of_para(para: Para) -> list[Line]:
    """The lines of one paragraph, split at its line breaks."""
    pieces: list[list[tuple[str, bool]]] = [[]]
    for run in para.runs:
        parts = re.split(r"[\n\v\r]|<br\s*/?>", run.text)
        for n, part in enumerate(parts):
            if n:
                pieces.append([])
            pieces[-1].append((part, run.strike))
    inked = [run for run in para.runs if run.text.strip()]
    bold = bool(inked) and all(run.bold for run in inked)
    italic = bool(inked) and all(run.italic for run in inked)
    colours = {run.colour for run in inked}
    colour = colours.pop() if len(colours) == 1 else None
    found = []
    for n, piece in enumerate(pieces):
        whole = clean("".join(text for text, _ in piece))
        kept = clean("".join(text for text, struck in piece if not struck))
        mark, body = split_mark(whole)
        if n == 0 and para.marker:
            mark, body = para.marker, whole
        _, kept = split_mark(kept)
        if body or mark:
            is_item = bool(mark) or (n == 0 and para.is_item)
            found.append(Line(body, mark, is_item, bold, italic, kept, colour))
    return found


def _split_inline(line: Line) -> list[Line]:
    """ "• one • two" in one line makes two items."""
    parts = [part for part in _INLINE_BULLET.split(line.text) if part.strip()]
    if len(parts) < 2:
        return [line]
    first = Line(parts[0], line.mark, line.is_item, line.is_bold, kept=parts[0])
    return [first, *(Line(part, "•", True, kept=part) for part in parts[1:])]


def lines_of(cell: Cell | None) -> list[Line]:
    """The lines of a cell: paragraphs, list items, line breaks and inline bullets."""
    if cell is None:
        return []
    found: list[Line] = []
    for para in cell.paras:
        for line in lines_of_para(para):
            if found and _goes_on(found[-1], line):
                found[-1] = join_lines(found[-1], line)
            else:
                found += _split_inline(line)
    return found


def _goes_on(above: Line, line: Line) -> bool:
    """A line break in the middle of a sentence (a list in lower case opens in lower case)."""
    if line.is_item or not line.text[:1].islower() or len(above.text.split()) < 4:
        return False
    return above.text[:1].isupper() and not re.search(r"[.;:!?]$", above.text)


def join_lines(above: Line, line: Line) -> Line:
    """Two lines as one; the first one's mark and format hold."""
    return Line(
        text=f"{above.text} {line.text}".strip(),
        mark=above.mark,
        is_item=above.is_item,
        is_bold=above.is_bold and line.is_bold,
        is_italic=above.is_italic and line.is_italic,
        kept=f"{above.kept} {line.kept}".strip(),
        colour=above.colour,
    )


def printed(cell: Cell | None) -> str:
    """All words of a cell in one line, number and letter marks kept."""
    return clean(" ".join(line.printed for line in lines_of(cell)))


def colour_name(code: str | None) -> str:
    """ "red", "amber", "green", "blue", "yellow", "purple" or "" for six hex digits."""
    if not code or not re.fullmatch(r"[0-9a-fA-F]{6}", code):
        return ""
    red, green, blue = (int(code[n : n + 2], 16) / 255 for n in (0, 2, 4))
    hue, light, rich = colorsys.rgb_to_hls(red, green, blue)
    if rich < 0.25 or light > 0.95 or light < 0.1:
        return ""
    degrees = hue * 360
    bounds = ((18, "red"), (48, "amber"), (68, "yellow"), (170, "green"), (260, "blue"))
    for limit, name in bounds:
        if degrees < limit:
            return name
    return "purple" if degrees < 330 else "red"


@dataclass(eq=False)
class TableView:
    """A table with its index in the document and quick look-up of covering cells."""

    table: Table
    index: int
    _printed: dict[tuple[int, int], str] = field(default_factory=dict)
    _lines: dict[tuple[int, int], list[Line]] = field(default_factory=dict)
    _filled: dict[int, list[Cell]] = field(default_factory=dict)
    _kept: dict[Hashable, Any] = field(default_factory=dict)

    @property
    def id(self) -> str:
        return f"t{self.index}"

    def row_id(self, row: int) -> str:
        return f"t{self.index}r{row}"

    def cell_id(self, cell: Cell) -> str:
        return f"t{self.index}r{cell.row}c{cell.col}"

    @cached_property
    def matrix(self) -> list[list[Cell | None]]:
        grid: list[list[Cell | None]] = [
            [None] * self.table.n_cols for _ in range(self.table.n_rows)
        ]
        for cell in self.table.cells:
            for row in range(cell.row, min(cell.row + cell.rowspan, self.table.n_rows)):
                for col in range(cell.col, min(cell.col + cell.colspan, self.table.n_cols)):
                    grid[row][col] = cell
        return grid

    def at(self, row: int, col: int) -> Cell | None:
        """The cell covering a position."""
        return self.matrix[row][col]

    def lines(self, cell: Cell) -> list[Line]:
        """The lines of one of this table's cells."""
        spot = (cell.row, cell.col)
        if spot not in self._lines:
            self._lines[spot] = lines_of(cell)
        return self._lines[spot]

    def text(self, row: int, col: int) -> str:
        """The printed text at a position, merged cells included."""
        spot = (row, col)
        known = self._printed.get(spot)
        if known is None:
            known = self._printed[spot] = self._text(row, col)
        return known

    def _text(self, row: int, col: int) -> str:
        cell = self.matrix[row][col]
        if cell is None:
            return ""
        if (cell.row, cell.col) != (row, col):
            return self.text(cell.row, cell.col)
        return clean(" ".join(line.printed for line in self.lines(cell)))

    def own_text(self, row: int, col: int) -> str:
        """The text of a cell that begins at this position; "" where a merged cell hangs in."""
        cell = self.matrix[row][col]
        if cell is None or cell.row != row or cell.col != col:
            return ""
        return self.text(row, col)

    def filled(self, row: int) -> list[Cell]:
        """The cells that begin in this row and hold words."""
        known = self._filled.get(row)
        if known is None:
            known = self._filled[row] = [
                cell
                for col, cell in enumerate(self.matrix[row])
                if cell is not None and cell.row == row and cell.col == col and self.text(row, col)
            ]
        return [*known]


_MOST_KEPT = 4000
T = TypeVar("T")


def kept(view: TableView, key: Hashable, make: Callable[[], T]) -> T:
    """What `make` found in a table, found once for each key: the next reading of the same document
    asks again, mostly with nothing changed. `key` names the finding and all that it depends on."""
    store = view._kept
    if key not in store:
        if len(store) >= _MOST_KEPT:
            store.clear()
        store[key] = make()
    found: T = store[key]
    return found


class _Same:
    """A table compared by identity: an unchanged document is not looked through twice."""

    def __init__(self, table: Table) -> None:
        self.table = table

    def __hash__(self) -> int:
        return id(self.table)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.table is self.table


@lru_cache(maxsize=64)
def _view(same: _Same, index: int) -> TableView:
    return TableView(same.table, index)


def view_of(table: Table, index: int) -> TableView:
    """The view of a table, kept for the next reading of the same document."""
    return _view(_Same(table), index)
