"""What the rules about rows look at: the columns by role, and the row above."""

from __future__ import annotations

import re
from dataclasses import dataclass

from joinedup.documents.grid import Cell

from .cells import TableView, is_blank
from .model import RowKind

__all__ = [
    "END",
    "RowContext",
    "Shape",
    "across",
    "cut_here",
    "half_sentence",
    "last_kind",
    "may_go_on",
    "shape_of",
    "text_above",
]

END = re.compile(r"[.!?:;)”\"’]\s*$")
_HALF = re.compile(
    r"(,|\b(and|or|the|of|to|a|an|for|in|with|by|on|that|which|are|is|from|their|its|as|at|be|"
    r"will|not|all|this|these|who|where|when|through|between|including|our|any))\s*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Shape:
    """A table's columns by role, as the row rules need them."""

    roles: dict[int, str]

    def cols(self, *names: str) -> list[int]:
        return [col for col, role in self.roles.items() if role in names]

    @property
    def title(self) -> int | None:
        found = self.cols("title")
        return found[0] if found else None

    @property
    def ref(self) -> int | None:
        found = self.cols("ref")
        return found[0] if found else None


def shape_of(roles: dict[int, str]) -> Shape:
    """The shape of a table from its roles."""
    return Shape(dict(roles))


@dataclass(frozen=True, slots=True)
class RowContext:
    """A table with what is known of it before its rows are sorted. `above` are the last words of
    each column in the table that this one continues."""

    view: TableView
    shape: Shape
    headings: tuple[tuple[str, ...], ...]
    refs_always: bool
    plain_fills: frozenset[str | None]
    from_start: bool
    above: tuple[str, ...] = ()


def across(view: TableView, row: int) -> Cell | None:
    """The cell that stands across a row with nothing but stray numbers beside it, or None."""
    inked = [cell for cell in view.filled(row) if not is_blank(view.text(row, cell.col))]
    wide = [cell for cell in inked if cell.colspan >= max(3, 0.8 * view.table.n_cols)]
    beside = [view.text(row, cell.col) for cell in inked if cell not in wide]
    if len(wide) == 1 and beside and all(re.fullmatch(r"[\d.,%]+", text) for text in beside):
        return wide[0]
    return None


_PASSED = ("repeated_header", "empty", "title")
_TOP = (*_PASSED, "header", "guidance")


def last_kind(before: list[RowKind]) -> str:
    """The kind of the row above, page breaks passed over; "" at the top."""
    for kind in reversed(before):
        if kind.kind not in _PASSED:
            return kind.kind
    return ""


def cut_here(before: list[RowKind]) -> bool:
    """True right after a repeated header or at the top of a continued table: a page break."""
    return not before or before[-1].kind in ("repeated_header", "header", "title")


def _previous_row(before: list[RowKind]) -> int | None:
    for index in range(len(before) - 1, -1, -1):
        if before[index].kind in ("action", "continuation", "more"):
            return index
        if before[index].kind not in _PASSED:
            return None
    return None


def text_above(context: RowContext, before: list[RowKind], col: int) -> str:
    """The last words above in this column, within the row that would be continued."""
    for index in range(len(before) - 1, -1, -1):
        if before[index].kind in ("action", "continuation", "more"):
            text = context.view.text(index, col)
            if text:
                return text
            if before[index].kind == "action":
                return ""
    return context.above[col] if col < len(context.above) else ""


def may_go_on(context: RowContext, before: list[RowKind]) -> bool:
    """True where a row may be the rest of the row above, here or at the end of the table before."""
    at_top = context.from_start and all(kind.kind in _TOP for kind in before)
    return at_top or _previous_row(before) is not None


def half_sentence(above: str, text: str) -> bool:
    """True where `text` goes on with a sentence that `above` leaves open."""
    if not above or not text or is_blank(above):
        return False
    if _HALF.search(above):
        return True
    return text[:1].islower() and not END.search(above)
