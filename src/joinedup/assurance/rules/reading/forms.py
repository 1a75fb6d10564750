"""Tables that are forms: labels beside values, actions side by side, or labels inside the cells.

Their cells become lines with labels and are read as blocks of running text are.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from math import ceil

from joinedup.documents.grid import Cell

from .cards import board_row, is_stacked, label_rows, value_under
from .cells import TableView, is_blank, kept
from .facts import looks_like_ref
from .headers import likeness
from .labels import Label, TextLine, as_label, line_of
from .lexicon import scores

__all__ = ["form_lines", "holds_label", "is_form"]

_PAIRED = (2, 4, 6)
_A_HEADER = 0.5
_SURELY = 0.85
_ASKED = 0.84
_WHO_WHEN = {"owners", "due", "start", "status", "progress", "percent", "due_revised"}


def is_form(view: TableView) -> bool:
    """True for a table of labels and values, in whichever way they stand."""
    return kept(view, "form", lambda: _is_form(view))


def _is_form(view: TableView) -> bool:
    if board_row(view) is not None:
        return True
    return is_stacked(view) or _is_paired(view) or _is_turned(view) or _is_card(view)


def holds_label(view: TableView, cell: Cell) -> bool:
    """True for a cell of a form that holds a label and no value."""
    if (states := board_row(view)) is not None:
        return cell.row == states
    if is_stacked(view):
        return cell.row in label_rows(view)
    if _is_paired(view):
        return cell.col % 2 == 0 and cell.colspan == 1
    return _is_turned(view) and cell.col == 0


def form_lines(index: int, view: TableView) -> list[TextLine | None]:
    """The lines of a form, with the ids of its cells; None stands between actions side by side."""
    if (states := board_row(view)) is not None:
        return _board_lines(index, view, states)
    if is_stacked(view):
        return _stacked_lines(index, view)
    if _is_paired(view):
        spots = [(r, c) for r in range(view.table.n_rows) for c in range(0, view.table.n_cols, 2)]
        return [line for row, col in spots for line in _pair(index, view, row, col)]
    if _is_turned(view):
        return _turned_lines(index, view)
    return [line for cell in _in_order(view) for line in _card_lines(index, view, cell)]


def _in_order(view: TableView) -> list[Cell]:
    return sorted(view.table.cells, key=lambda cell: (cell.row, cell.col))


def _is_paired(view: TableView) -> bool:
    """True for "Lead | Jo Reeves", one action or a few; two or three pairs side by side."""
    if view.table.n_cols not in _PAIRED or view.table.n_rows < (3 if view.table.n_cols < 6 else 2):
        return False
    if view.table.n_cols > 2 and _heads_columns(view, _SURELY):
        return False
    labels = [
        view.own_text(row, col)
        for row in range(view.table.n_rows)
        for col in range(0, view.table.n_cols, 2)
        if view.own_text(row, col) and (view.at(row, col) or view.table.cells[0]).colspan == 1
    ]
    known = [text for text in labels if as_label(text) is not None or _asks(text)]
    return len(known) >= 3 and len(known) >= 0.7 * len(labels)


def _asks(text: str) -> bool:
    """True for a question or phrase that stands for a field ("Who is responsible for it?")."""
    return len(text.split()) <= 16 and max(scores(text).values(), default=0.0) >= _ASKED


def _is_turned(view: TableView) -> bool:
    """True for a table whose first column holds the headings and whose other columns are actions."""
    if view.table.n_cols < 3 or not 3 <= view.table.n_rows <= 20:
        return False
    labels = [view.own_text(row, 0) for row in range(view.table.n_rows)]
    named = [text for text in labels if text]
    best = [max(scores(text).items(), key=lambda s: s[1], default=("", 0.0)) for text in named]
    known = [role for role, sure in best if sure >= 0.7]
    if len(known) < 3 or len(known) < 0.6 * len(named) or len(set(named)) < len(named):
        return False
    if len({*known} & _WHO_WHEN) < 2 or labels[1:].count("") > 1:
        return False
    first = [view.own_text(0, col) for col in range(view.table.n_cols)]
    return likeness(first) < _A_HEADER and not _heads_columns(view)


def _heads_columns(view: TableView, least: float = 0.8) -> bool:
    """True where the first row names roles from the second column on, as a header does."""
    texts = [text for col in range(1, view.table.n_cols) if (text := view.own_text(0, col))]
    known = [t for t in texts if max(scores(t).values(), default=0.0) >= least and not _is_name(t)]
    return bool(known) and len(known) >= (0.5 if least < _SURELY else 0.75) * len(texts)


def _is_name(text: str) -> bool:
    return looks_like_ref(text) or any(ch.isdigit() for ch in text)


def _is_card(view: TableView) -> bool:
    """True for a table whose cells each hold a label with its value ("Lead: Jo Reeves")."""
    filled = [cell for cell in view.table.cells if not is_blank(cell.text)]
    if len(filled) < 4:
        return False
    bare = (cell for cell in filled if not _has_label(view, cell))
    most = len(filled) - max(4, ceil(0.6 * len(filled)))
    return next(islice(bare, most, None), None) is None


def _has_label(view: TableView, cell: Cell) -> bool:
    lines = view.lines(cell)
    read = line_of(0, lines[0].printed, False, False, "") if lines else None
    return read is not None and bool(read.labels) and not read.lead and bool(read.labels[0].value)


def _card_lines(index: int, view: TableView, cell: Cell) -> list[TextLine]:
    found = []
    for line in view.lines(cell):
        read = line_of(index, line.printed if not line.is_item else line.text, False, False, "")
        if line.is_item and not read.labels:
            read = replace(read, is_item=True, mark=line.mark)
        found.append(replace(read, spot=view.cell_id(cell), place=cell.place))
    return found


def _turned_lines(index: int, view: TableView) -> list[TextLine | None]:
    """Each column after the first as a block of labels and values."""
    found: list[TextLine | None] = []
    headings = [view.text(row, 0) for row in range(view.table.n_rows)]
    firsts = [view.text(0, col) for col in range(1, view.table.n_cols) if view.text(0, col)]
    if all(looks_like_ref(text) for text in firsts):
        headings[0] = "Ref"
    for col in range(1, view.table.n_cols):
        lines: list[TextLine] = []
        for row in range(view.table.n_rows):
            value = view.at(row, col)
            if value is not None and view.text(row, col):
                lines += _labelled(index, view, headings[row], value)
        if lines:
            found += [replace(lines[0], opens=True), *lines[1:], None]
    return found


def _stacked_lines(index: int, view: TableView) -> list[TextLine | None]:
    """The cards of a table: the band that opens one, labels with the values under them, bands."""
    found: list[TextLine | None] = []
    labelled = label_rows(view)
    values = {row + 1 for row in labelled}
    for row in (r for r in range(view.table.n_rows) if r not in values):
        cells = view.filled(row)
        if row in labelled:
            for cell in cells:
                value = value_under(view, row, cell)
                if value is not None and not is_blank(value.text):
                    found += _labelled(index, view, view.text(row, cell.col), value)
            continue
        for cell in cells:
            line = line_of(index, view.text(row, cell.col), False, False, "")
            line = replace(line, spot=view.cell_id(cell), place=cell.place)
            opens = any(label - row in (1, 2) for label in labelled) and not _says_how_far(line)
            found += [None, replace(line, opens=True)] if opens else [line]
    return [*found, None]


def _board_lines(index: int, view: TableView, states: int) -> list[TextLine | None]:
    """Each column of a board as a heading, its state, with the cards under it as a list."""
    found: list[TextLine | None] = []
    for head in view.filled(states):
        spot = view.cell_id(head)
        text = view.text(states, head.col)
        found += [None, TextLine(index, text, text, (), False, True, spot=spot, place=head.place)]
        for row in range(states + 1, view.table.n_rows):
            cell = view.at(row, head.col)
            if cell is None or cell.row != row or is_blank(cell.text):
                continue
            for line in view.lines(cell):
                read = line_of(index, line.printed, True, False, "•")
                found.append(replace(read, spot=view.cell_id(cell), place=cell.place))
    return [*found, None]


def _says_how_far(line: TextLine) -> bool:
    """True for a band such as "Update: …" under the values of a card."""
    if not line.labels or line.lead or line.labels[0].ref:
        return False
    found = scores(line.labels[0].word)
    return max(found, key=lambda role: found[role], default="") not in ("title", "ref", "actions")


def _pair(index: int, view: TableView, row: int, col: int) -> list[TextLine]:
    """The label and value at one place of a form, the value's further lines under it."""
    cell = view.at(row, col)
    if cell is None or not view.own_text(row, col):
        return []
    if cell.colspan > 1:
        line = line_of(index, view.text(row, col), False, False, "")
        return [replace(line, spot=view.cell_id(cell), place=cell.place)]
    value = view.at(row, col + 1)
    if value is None:
        word, ref = as_label(view.text(row, col)) or (view.text(row, col).strip(" :"), "")
        spot, place = view.cell_id(cell), cell.place
        label = Label(word, ref, "")
        return [TextLine(index, word, "", (label,), False, False, "", 0, False, spot, place)]
    return _labelled(index, view, view.text(row, col), value)


def _labelled(index: int, view: TableView, heading: str, value: Cell) -> list[TextLine]:
    """A label with its value, and the value's further lines. Over a column of a table without a
    label stands its reference or title."""
    word, ref = as_label(heading) or (heading.strip(" :"), "")
    spot, place = view.cell_id(value), value.place
    lines = view.lines(value)
    if not word:
        word = "Ref" if looks_like_ref(value.text.strip()) else "Recommendation"
    plain = bool(lines) and not lines[0].is_item
    label = Label(word, ref, lines[0].printed if plain else "")
    first = TextLine(index, word, "", (label,), False, False, "", 0, False, spot, place)
    rest = [
        TextLine(
            index, line.text, line.text, (), line.is_item, False, line.mark, 0, False, spot, place
        )
        for line in lines[1 if plain else 0 :]
    ]
    return [first, *rest]
