"""Rows under the last action of a table: who signed, when it is looked at again."""

from __future__ import annotations

import re

from joinedup.documents.grid import Cell

from .rowsense import RowContext

__all__ = ["counts_up", "signs_off"]

_LABEL = re.compile(
    r"^\W*(?:(?:plan|document|form|report|last|date|next)\s+)*(?:signed|signature|sign[- ]?off|approved|"
    r"authorised|agreed by|prepared|compiled|completed by|reviewed|review date|next review|updated|"
    r"name|date|version|print name|job title|position held|chair|owner of (?:this|the) plan|"
    r"contact|of (?:next )?(?:review|meeting))\b[^:]{0,30}:?\s*(?:\S.*)?$",
    re.IGNORECASE,
)
_MOST = 4
_LONGEST = 6


def counts_up(text: str) -> bool:
    """True for "Total" and "Grand total" at the start of a row."""
    return re.match(r"^(sub-?\s?|grand )?totals?\b", text, re.IGNORECASE) is not None


def signs_off(context: RowContext, row: int, cells: list[Cell]) -> bool:
    """True for "Signed off by: | R. Vale" and "Date | 4 May 2024" under the last action.

    Only a row of four cells or fewer that opens with such a label, and with nothing below it that
    has both an action and who, when or how far.
    """
    view = context.view
    first = view.text(row, cells[0].col)
    label = first.split(":")[0]
    if len(cells) > _MOST or len(label.split()) > _LONGEST or not _LABEL.match(first):
        return False
    if not (first.rstrip().endswith(":") or len(cells) <= 2):
        return False
    title = context.shape.title
    others = context.shape.cols("owners", "due", "status", "progress", "actions", "tick")
    return not any(
        title is not None
        and view.own_text(later, title)
        and sum(1 for col in others if view.own_text(later, col)) >= 2
        for later in range(row, view.table.n_rows)
    )
