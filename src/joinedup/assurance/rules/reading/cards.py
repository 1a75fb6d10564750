"""Tables that are cards: a band with the action, a row of labels, and their values under them.

Action 3: Publish the short breaks offer
Owner            | Start    | End      | RAG
SEND Commissioner| 01/06/21 | 30/09/21 | Blue
Update: on the local offer since September
"""

from __future__ import annotations

from joinedup.documents.grid import Cell

from .cells import TableView
from .lexicon import scores
from .meanings import board_state

__all__ = ["board_row", "is_stacked", "label_rows", "value_under"]

_LABEL = 0.8
_LEAST = 2


def _band(view: TableView, row: int) -> Cell | None:
    """The one cell that stands across a row, or None."""
    cells = view.filled(row)
    return cells[0] if len(cells) == 1 and cells[0].colspan >= view.table.n_cols else None


def _best(text: str) -> str:
    found = scores(text)
    role = max(found, key=lambda name: found[name], default="")
    return role if found.get(role, 0.0) >= _LABEL else ""


def _is_label_row(view: TableView, row: int) -> bool:
    cells = view.filled(row)
    roles = (_best(view.text(row, cell.col)) for cell in cells)
    return len(cells) >= _LEAST and all(role and role != "title" for role in roles)


def label_rows(view: TableView) -> list[int]:
    """The rows of labels that each have one row of values under them; empty where the table is no
    card: each has a band over it, and nothing but bands and label rows follows its values."""
    found = [row for row in range(view.table.n_rows) if _is_label_row(view, row)]
    values = {row + 1 for row in found}
    if not found or values & set(found) or max(values) >= view.table.n_rows:
        return []
    rest = [row for row in range(view.table.n_rows) if row not in values and row not in found]
    if any(view.filled(row) and _band(view, row) is None for row in rest):
        return []
    if any(len(view.filled(row)) < _LEAST for row in values):
        return []
    return found if _band(view, 0) is not None and found[0] > 0 else []


def is_stacked(view: TableView) -> bool:
    """True for a card or several cards in one table."""
    return view.table.n_cols >= _LEAST and bool(label_rows(view))


def value_under(view: TableView, row: int, cell: Cell) -> Cell | None:
    """The value under a label of a card."""
    under = view.at(row + 1, cell.col)
    return under if under is not None and under.row == row + 1 else None


def board_row(view: TableView) -> int | None:
    """The row of a board's states ("To do", "Doing", "Done") over columns of cards; None where the
    table is no board. Only rows of one cell may stand over it."""
    for row in range(min(4, view.table.n_rows - 1)):
        cells = view.filled(row)
        if len(cells) <= 1:
            continue
        states = [board_state(view.text(row, cell.col)) for cell in cells]
        whole = all(states) and len(set(states)) >= _LEAST
        covered = {cell.col for cell in cells}
        below = {cell.col for one in range(row + 1, view.table.n_rows) for cell in view.filled(one)}
        return row if whole and below and below <= covered else None
    return None
