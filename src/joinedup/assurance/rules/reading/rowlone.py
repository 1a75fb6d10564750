"""Rows with words in one cell only: a heading, a note, the rest of the row above, a bare action."""

from __future__ import annotations

import re

from joinedup.documents.grid import Cell

from .facts import looks_like_ref
from .legends import is_legend_text, key_of_text
from .lexicon import opens_heading
from .model import RowKind
from .rowsense import END, RowContext, cut_here, half_sentence, last_kind, may_go_on, text_above

__all__ = ["lone_row"]

_TELLS_ON = re.compile(
    r"^\W*(?:(?:latest|current|further)\s+)?(?:progress|updates?|comments?|position|commentary|"
    r"current status|status update|response|lead|owner|by when|due|evidence)\b[^:–]{0,30}?\s*"
    r"(?::|\s[–-])\s*\S|"
    r"^\W*(?:\d{1,2}[/.]\d{1,2}[/.]\d{2,4}|\d{1,2}(?:st|nd|rd|th)?\s+[A-Z][a-z]{2,8}\s+\d{4}|"
    r"[A-Z][a-z]{2,8}\s+\d{4})\s*(?::|\s[–-])\s*\S",
    re.IGNORECASE,
)

_NOTE = re.compile(
    r"^\s*(note|notes|nb|n\.b|source|\*+|†|footnote|total|totals|disclaimer)\b|^\s*[*†]",
    re.IGNORECASE,
)
_PAGE = re.compile(r"^\W*page\s+\d+(?:\s*(?:of|/)\s*\d+)?\W*$", re.IGNORECASE)


def lone_row(context: RowContext, row: int, cell: Cell, before: list[RowKind]) -> RowKind:
    """A row with words in one cell only."""
    view, shape = context.view, context.shape
    text = view.text(row, cell.col)
    row_id = view.row_id(row)
    wide = cell.colspan >= max(2, 0.6 * view.table.n_cols)
    if is_legend_text(text) or (last_kind(before) == "legend" and key_of_text(text)):
        return RowKind(row_id, "legend")
    if _PAGE.match(text):
        return RowKind(row_id, "title")
    if _NOTE.match(text) and (wide or cell.col == 0):
        return RowKind(row_id, "note")
    if wide and may_go_on(context, before) and tells_on(text):
        return RowKind(row_id, "continuation", 0.85, "Words across the table about the row above")
    if wide:
        if len(text.split()) <= 30:
            return RowKind(row_id, "heading")
        return RowKind(row_id, "note", 0.7, "A long text across the table: no action was read")
    role = shape.roles.get(cell.col, "other")
    previous = may_go_on(context, before)
    if role == "section" and len(text.split()) <= 20:
        return RowKind(row_id, "heading", 0.9)
    if role not in ("title", "ref", "section") and cell.col != 0:
        if previous or last_kind(before) in ("", "action"):
            return RowKind(
                row_id,
                "continuation",
                0.85,
                "Only one cell is filled: read as the rest of the row above",
            )
        return RowKind(row_id, "note", 0.6, "Words in one cell that belong to no row")
    return _single_leading(context, row, cell, text, before)


def tells_on(text: str) -> bool:
    """True for "Update 12/06/2018: draft with partners" and "4 May 2019 - two trained"."""
    return _TELLS_ON.match(text) is not None and not opens_heading(text)


def _single_leading(
    context: RowContext, row: int, cell: Cell, text: str, before: list[RowKind]
) -> RowKind:
    """One filled cell, in the first column or the title column: heading, rest or bare action."""
    row_id = context.view.row_id(row)
    above = text_above(context, before, cell.col)
    possible = may_go_on(context, before)
    if possible and half_sentence(above, text):
        return RowKind(row_id, "continuation", 0.9, "A sentence goes on here")
    if possible and text[:1].islower() and (cut_here(before) or context.refs_always):
        return RowKind(row_id, "continuation", 0.85, "A sentence goes on here after a page break")
    if _is_heading(context, cell, text):
        return RowKind(row_id, "heading", 0.9)
    if possible and context.refs_always and context.shape.roles.get(cell.col) == "title":
        sure = 0.82 if not END.search(above) else 0.7
        return RowKind(
            row_id,
            "continuation",
            sure,
            "A row without reference: read as the rest of the row above",
        )
    if looks_like_ref(text) and context.shape.title != cell.col:
        return RowKind(row_id, "note", 0.6, "A reference without an action")
    words = len(text.split())
    later = range(row + 1, context.view.table.n_rows)
    if last_kind(before) == "note" and not any(context.view.filled(one) for one in later):
        return RowKind(row_id, "note", 0.7, "Words under the table")
    if cell.col == 0 and words <= 8 and not END.search(text):
        return RowKind(row_id, "heading", 0.75, "Only this cell is filled: read as a heading")
    if context.shape.title == cell.col:
        sure = 0.82 if words > 12 else 0.75
        return RowKind(row_id, "action", sure, "Only the action is filled in")
    return RowKind(
        row_id,
        "heading" if words <= 20 else "note",
        0.7,
        "Only one cell is filled: read as a heading",
    )


def _is_heading(context: RowContext, cell: Cell, text: str) -> bool:
    words = len(text.split())
    if words > 25:
        return False
    lines = context.view.lines(cell)
    if opens_heading(text) and words <= 20:
        return True
    if lines and all(line.is_bold for line in lines) and words <= 20:
        return True
    if text.isupper() and words <= 12 and len(text) > 3:
        return True
    others = context.plain_fills
    return cell.fill is not None and cell.fill not in others and words <= 20
