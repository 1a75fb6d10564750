"""A header known by how it differs from the rows under it, whatever its words are."""

from __future__ import annotations

import re

from .cells import TableView, clean
from .facts import TICKS, looks_like_date, looks_like_ref
from .headvotes import votes
from .parsers import parse_status

__all__ = ["is_datum_among_like", "stands_out"]

_LEAST_HEADS = 3
_LONGEST = 7
_MOST = 0.6
_LEAST_ROWS = 2
_LOOK_AT = 30


def stands_out(view: TableView, row: int) -> bool:
    """True for a row of short words, each other than the rest, over a column of dates, codes or states
    in which it holds none: "Data issue | Fix | Fixer | Fix by | Fixed?"."""
    cells = view.filled(row)
    texts = [clean(view.text(row, cell.col)) for cell in cells]
    if len(cells) < max(_LEAST_HEADS, _MOST * view.table.n_cols) or len(set(texts)) < len(texts):
        return False
    if any(len(text.split()) > _LONGEST or _is_datum(text) or text.endswith(".") for text in texts):
        return False
    told = sum(1 for text in texts if max(votes(text).values(), default=0.0) >= 0.3)
    if told < _MOST * len(texts):
        return False
    below = {cell.col: _below(view, row, cell.col) for cell in cells}
    if any(
        text.casefold() in {one.casefold() for one in below[c.col]}
        for c, text in zip(cells, texts, strict=True)
    ):
        return False
    return any(
        _share(below[cell.col], test) >= _MOST and not test(text)
        for cell, text in zip(cells, texts, strict=True)
        for test in (_is_day, _is_code, _is_state)
    )


def is_datum_among_like(view: TableView, row: int) -> bool:
    """True for a row with a day, a code or a state over more of the same in its column."""
    for cell in view.filled(row):
        text = clean(view.text(row, cell.col))
        below = _below(view, row, cell.col)
        for test in (_is_day, _is_numbered):
            if test(text) and _share(below, test) >= _MOST:
                return True
    return False


def _below(view: TableView, row: int, col: int) -> list[str]:
    texts = [clean(view.own_text(one, col)) for one in _under(view, row)]
    return [text for text in texts if text]


def _under(view: TableView, row: int) -> range:
    return range(row + 1, min(view.table.n_rows, row + 1 + _LOOK_AT))


def _share(texts: list[str], test: object) -> float:
    if len(texts) < _LEAST_ROWS or not callable(test):
        return 0.0
    return sum(1 for text in texts if test(text)) / len(texts)


_BARE_TIME = re.compile(
    r"\d{1,2}[/. -]\d{1,2}[/. -](?:\d\d){1,2}|\d{4}-\d\d-\d\d|\b(?:19|20)\d\d\b|"
    r"^(?:tb[cad]|asap|on-?going|immediate(?:ly)?|monthly|quarterly|annual(?:ly)?|weekly)$|"
    r"^(?:\w+ )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*[ -]['’]?\d\d",
    re.IGNORECASE,
)


def _is_day(text: str) -> bool:
    return looks_like_date(text) and bool(_BARE_TIME.search(text)) and len(text.split()) <= 6


def _is_numbered(text: str) -> bool:
    return looks_like_ref(text) and any(ch.isdigit() for ch in text)


def _is_code(text: str) -> bool:
    return _is_numbered(text) and not _is_day(text)


def _is_state(text: str) -> bool:
    if text.casefold() in TICKS:
        return True
    found = parse_status(text)
    return found is not None and found.confidence >= 0.85 and len(text.split()) <= 3


def _is_datum(text: str) -> bool:
    return _is_numbered(text) or _is_day(text)
