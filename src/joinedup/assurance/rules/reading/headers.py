"""Where a table's header is: title rows above it, two lines of header, repeats, no header at all."""

from __future__ import annotations

import re
from dataclasses import dataclass

from joinedup.documents.grid import Cell

from .cells import TableView, clean
from .facts import looks_like_ref
from .lexicon import heading_words, is_known_heading, not_plan_score, scores
from .parsers import parse_status
from .standsout import is_datum_among_like, stands_out
from .timeticks import is_calendar

__all__ = ["Header", "find_header", "fingerprint", "is_repeat", "likeness"]

_LOOK_AT = 12
_ENOUGH = 0.5
_SURELY = 0.85
_ENOUGH_FORMED = 0.28
_DATA_CELL = re.compile(r"^(\d{1,2}(\.\d{1,2})+\.?\s+[A-Za-z]|\d{1,2}[/.]\d{1,2}[/.](\d\d){1,2}$)")
"""A numbered sentence or a day in figures: a row with one of these is no header."""


_BOXES = {"☐", "☑", "☒", "□", "✓", "✔", "✗", "✘", "[ ]", "[x]"}


@dataclass(frozen=True, slots=True)
class Header:
    """The header's rows and, for each column, its parts from top to bottom."""

    rows: tuple[int, ...]
    parts: tuple[tuple[str, ...], ...]

    def heading(self, col: int) -> str:
        """The heading of a column in one line."""
        return " ".join(self.parts[col])


def _best(text: str) -> float:
    """How well a text is known as a heading; a status word may head a column of ticks."""
    if len(text.split()) <= 3 and parse_status(text) is not None:
        return max(0.6, *scores(text).values(), 0.0)
    return max(max(scores(text).values(), default=0.0), not_plan_score(text))


def likeness(texts: list[str]) -> float:
    """0 to 1: how much a row of texts looks like a header. Needs two headings known by their words."""
    inked = [text for text in texts if text and not is_calendar(text)]
    if len(inked) < 2:
        return 0.0
    if any(len(text.split()) > 18 or _DATA_CELL.match(text) or text in _BOXES for text in inked):
        return 0.0
    told = [text for text in inked if _is_sentence(text)]
    if len(told) >= 2 or (told and len(told) >= 0.3 * len(inked)):
        return 0.0
    fits = [_best(text) for text in inked]
    named = [text for text in inked if max(scores(text).values(), default=0.0) >= 0.6]
    if (
        sum(1 for fit in fits if fit >= 0.6) < 2
        or not named
        or len({text.casefold() for text in inked}) < 2
    ):
        return 0.0
    return sum(fits) / len(fits)


_WHOLE_DAY = re.compile(
    r"(?:by |w/c |end of )?\d{1,2}(?:st|nd|rd|th)?\s+[A-Z][a-z]{2,8}\s+\d{4}|"
    r"[A-Z][a-z]{2,8}\s+(?:\d{4}|['’]\d\d)",
    re.IGNORECASE,
)


def _is_sentence(text: str) -> bool:
    """True for a whole sentence and for a bare day or month: words of a row, not of a header."""
    return (text.endswith(".") and len(text.split()) >= 5) or bool(_WHOLE_DAY.fullmatch(text))


def _row_texts(view: TableView, row: int) -> list[str]:
    return [clean(view.own_text(row, col)) for col in range(view.table.n_cols)]


def _spans_groups(view: TableView, row: int) -> bool:
    """True where a cell of this row stands over several, but not all, columns."""
    cells = view.filled(row)
    return any(1 < cell.colspan < view.table.n_cols for cell in cells)


def _combine(view: TableView, rows: tuple[int, ...]) -> tuple[tuple[str, ...], ...]:
    found = []
    for col in range(view.table.n_cols):
        parts: list[str] = []
        for row in rows:
            text = clean(view.text(row, col))
            if text and (not parts or parts[-1] != text):
                parts.append(text)
        found.append(tuple(parts))
    return tuple(found)


def _second_line(view: TableView, row: int) -> bool:
    """True where the row under a header is its second line ("By" over "when")."""
    below = row + 1
    if below >= view.table.n_rows:
        return False
    cells = view.filled(below)
    if not cells or any(len(view.text(below, cell.col).split()) > 5 for cell in cells):
        return False
    if _fills_the_gaps(view, row, cells):
        return True
    if _spans_groups(view, row):
        under = [c for c in cells if (top := view.at(row, c.col)) is not None and top.colspan > 1]
        known = [cell for cell in cells if _best(view.text(below, cell.col)) >= 0.4]
        marked = below < view.table.header_rows and len(known) >= 0.6 * len(cells)
        if under and _hangs_from(view, row, below):
            return True
        wider = len(cells) > len(view.filled(row)) and len(known) >= 0.7 * len(cells)
        if under and (len(known) == len(cells) or marked or wider):
            return True
    pairs = [
        (view.text(row, cell.col), f"{view.text(row, cell.col)} {view.text(below, cell.col)}")
        for cell in cells
    ]
    return all(
        upper and _best(both) >= 0.9 and _best(both) >= _best(upper) for upper, both in pairs
    )


def _fills_the_gaps(view: TableView, row: int, below: list[Cell]) -> bool:
    """True where the next row is a header by its own words and heads two columns or more that this
    one leaves empty: groups in a text without merged cells."""
    texts = [view.text(cell.row, cell.col) for cell in below]
    bare = [cell for cell in below if not view.text(row, cell.col)]
    return len(bare) >= _LEAST_GAPS and len(below) >= _LEAST_HEADS and likeness(texts) >= _ENOUGH


_LEAST_GAPS = 2
_LEAST_HEADS = 3


def _hangs_from(view: TableView, row: int, below: int) -> bool:
    """True where the row under a header fills only the places under its groups: every other place
    is merged down from the header itself."""
    groups = 0
    for col in range(view.table.n_cols):
        top, low = view.at(row, col), view.at(below, col)
        if top is None or low is None:
            return False
        if low.row == below:
            if top.colspan < 2 or not view.text(below, col):
                return False
            groups += 1
    return groups >= 2


def _group_line(view: TableView, row: int) -> bool:
    """True where the row above a header groups its columns ("Dates" over "Original", "Revised")."""
    if row <= 0 or not _spans_groups(view, row - 1) or _one_of_pairs(view, row - 1):
        return False
    return all(len(view.text(row - 1, cell.col).split()) <= 6 for cell in view.filled(row - 1))


def _one_of_pairs(view: TableView, row: int) -> bool:
    """True for the last of several rows of two cells each: a list of initials over the table."""
    if row < 1:
        return False
    here, above = (
        [(cell.col, cell.colspan) for cell in view.filled(one)] for one in (row, row - 1)
    )
    return here == above and len(here) == _LEAST_GAPS


def find_header(view: TableView, forced: frozenset[int] = frozenset()) -> Header | None:
    """The header of a table, or None. `forced`: rows that a person has said are the header."""
    if forced:
        rows = tuple(sorted(forced))
        return Header(rows, _combine(view, rows))
    row = _first_header_row(view)
    if row is None:
        return None
    rows = (row - 1, row) if _group_line(view, row) else (row,)
    if _second_line(view, row):
        rows = (*rows, row + 1)
    return Header(rows, _combine(view, rows))


def _first_header_row(view: TableView) -> int | None:
    for row in range(min(_LOOK_AT, view.table.n_rows)):
        if _among_rows(view, row):
            break
        valued = _holds_values(view, row) or is_datum_among_like(view, row)
        if valued and not stands_out(view, row):
            continue
        value = likeness(_row_texts(view, row))
        marked = row < view.table.header_rows
        enough = _ENOUGH_FORMED if _formed(view, row) else _ENOUGH
        if value >= min(enough, _ENOUGH - 0.15 if marked else _ENOUGH):
            return row
        if _split_over_two(view, row) or stands_out(view, row):
            return row
    return None


def _holds_values(view: TableView, row: int) -> bool:
    """True for a row with a level or a state ("High", "Complete") over more of the same: a row of
    a table without headings. Beside two known headings it is a heading, as over ticks."""
    texts = [view.text(row, cell.col) for cell in view.filled(row)]
    if sum(1 for text in texts if is_known_heading(text) and not _is_state(text)) >= _LEAST_GAPS:
        return False
    for cell in view.filled(row):
        text = view.text(row, cell.col)
        below = [view.own_text(one, cell.col) for one in range(row + 1, view.table.n_rows)]
        below = [one for one in below if len(one) > 1]
        if len(below) >= _LEAST_GAPS and len(text.split()) <= 3:
            for is_value in (_is_level, _is_state):
                same = sum(1 for one in below if is_value(one))
                if is_value(text) and same >= 0.6 * len(below):
                    return True
    return False


def _is_level(text: str) -> bool:
    return text.casefold().strip(" .") in ("high", "medium", "low")


def _is_state(text: str) -> bool:
    found = parse_status(text)
    return found is not None and found.confidence >= _SURELY and len(text.split()) <= 3


def _among_rows(view: TableView, row: int) -> bool:
    """True for a row with two rows or more above it that are filled as it is, and that is no header
    beyond doubt: a table or a checklist without headings, in which no later row is a header."""
    full = len(view.filled(row))
    above = [view.filled(one) for one in range(row)]
    boxed = [c for c in above if c and c[0].text.strip() in _BOXES and len(c) >= full]
    if len(boxed) >= 2:
        return True
    wide = [c for c in above if len(c) >= max(4, full) and len({one.text for one in c}) >= 4]
    return len(wide) >= 2 and likeness(_row_texts(view, row)) < _SURELY


def _formed(view: TableView, row: int) -> bool:
    """True for a row set apart from the row under it as a header is: bold or coloured throughout
    over plain cells, or short words over dates and references."""
    cells = view.filled(row)
    if len(cells) < 3 or row + 1 >= view.table.n_rows:
        return False
    if any(len(view.text(row, cell.col).split()) > 8 for cell in cells):
        return False
    under = [cell for cell in view.filled(row + 1) if cell.colspan == 1]
    if len(under) < 2 or any(_is_datum(view.text(row, cell.col)) for cell in cells):
        return False
    bold = all(all(line.is_bold for line in view.lines(cell)) for cell in cells)
    plain = not all(all(line.is_bold for line in view.lines(cell)) for cell in under)
    fills = {cell.fill for cell in cells}
    tinted = None not in fills and len(fills) == 1 and fills.isdisjoint({c.fill for c in under})
    dated = any(_is_datum(view.text(row + 1, cell.col)) for cell in under)
    return (bold and plain) or tinted or dated


def _is_datum(text: str) -> bool:
    """True for a cell that holds a day, a code with a number or a per cent."""
    coded = looks_like_ref(text) and any(ch.isdigit() for ch in text)
    return coded or bool(re.search(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{2}|\d%|\b20\d\d\b", text))


def _split_over_two(view: TableView, row: int) -> bool:
    """True where only this row and the next together make headings ("Person" over "responsible")."""
    if row + 1 >= view.table.n_rows or len(view.filled(row)) < 2 or _one_of_pairs(view, row):
        return False
    both = [
        " ".join(p for p in (view.own_text(row, c), view.own_text(row + 1, c)) if p)
        for c in range(view.table.n_cols)
    ]
    return likeness(both) >= 0.8 and _second_line(view, row)


def is_repeat(view: TableView, row: int, headings: tuple[tuple[str, ...], ...]) -> bool:
    """True where a row says the header again, whole or one of its two lines."""
    inked = [(col, clean(view.own_text(row, col))) for col in range(view.table.n_cols)]
    inked = [(col, text) for col, text in inked if text]
    if not inked or len(headings) != view.table.n_cols:
        return False
    same = 0
    for col, text in inked:
        known = {heading_words(part) for part in (*headings[col], " ".join(headings[col]))}
        if heading_words(text) and heading_words(text) in known:
            same += 1
    known_total = sum(1 for parts in headings if parts)
    return same >= max(2, 0.75 * len(inked)) and len(inked) >= min(2, known_total)


def fingerprint(headings: list[str]) -> str:
    """A layout's name for remembering corrected roles: its headings, as compared."""
    return " | ".join(" ".join(heading_words(heading)) for heading in headings)
