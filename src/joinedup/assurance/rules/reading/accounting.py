"""Every source cell and paragraph is accounted for: in a row, a heading, a key, or unplaced."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

from joinedup.documents.grid import Document, Heading, Para, Place, Table

from .cells import TableView, is_blank, words_of
from .forms import holds_label
from .model import CellUse, Plan, Row, Unplaced
from .plans import Group
from .surroundings import block_text
from .tables import Analysis

__all__ = ["account_cells"]

_LABELS = re.compile(r"(?:^|(?<=[.;|,\s]))[A-Z][\w /()'’&-]{0,48}[:?–](?=\s|$)")
_USES = {
    "header": "header",
    "repeated_header": "repeated_header",
    "heading": "heading",
    "legend": "legend",
    "title": "title",
}


def _words(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [word for part in value.values() for word in _words(part)]
    if isinstance(value, (list, tuple)):
        return [word for part in value for word in _words(part)]
    return words_of(str(value)) if value is not None else []


def _row_words(row: Row) -> Counter[str]:
    values = [value.value for value in (*row.fields.values(), *row.other.values())]
    return Counter(_words(values))


def _lost_words(text: str, have: Counter[str]) -> bool:
    return any(word not in have for word in words_of(text) if len(word) > 1 or word.isdigit())


class _Ledger:
    def __init__(self) -> None:
        self.cells: list[CellUse] = []
        self.unplaced: list[Unplaced] = []

    def note(
        self, spot: str, use: str, text: str, place: Place, row: str = "", field: str = ""
    ) -> None:
        self.cells.append(CellUse(spot, use, text, place, row, field))
        if use == "unplaced":
            self.unplaced.append(Unplaced(text, place.label(), spot))


def _fields_by_cell(rows: list[Row]) -> dict[str, tuple[str, str]]:
    found: dict[str, tuple[str, str]] = {}
    for row in rows:
        for name, value in (*row.fields.items(), *row.other.items()):
            for cell in value.cells:
                if name != "section" or cell not in found:
                    found.setdefault(cell, (row.id, name))
    return found


def account_cells(
    document: Document,
    analyses: list[Analysis],
    groups: list[Group],
    plans: list[Plan],
    block_uses: dict[str, tuple[str, str, str]],
    key_blocks: set[int],
) -> tuple[list[CellUse], list[Unplaced]]:
    """The use of every cell and every paragraph that holds words, and the list of those unplaced.

    A cell whose words did not all reach its row is told as unplaced too, whole, so that nothing
    vanishes. Paragraphs outside tables that no plan uses are "text", and unplaced only where they
    stand among the blocks of a plan, between the tables of a PDF, or no plan was found at all.
    """
    ledger = _Ledger()
    rows = [row for plan in plans for row in plan.rows]
    by_source = {source: row for row in rows for source in row.source_rows}
    fields = _fields_by_cell(rows)
    words = {row.id: _row_words(row) for row in rows}
    for analysis in analyses:
        if analysis.is_form:
            _account_form(ledger, analysis, block_uses)
        else:
            _account_table(ledger, analysis, by_source, fields, words)
    titles = {spot for group in groups for spot in group.title_ids}
    sections = {spot for g in groups for m in g.members for spot in m.section_ids}
    _account_blocks(ledger, document, block_uses, key_blocks, titles, sections)
    _tell_of_text(ledger, block_uses, words, any_plan=bool(rows))
    _tell_of_lines_between(ledger, document, analyses)
    return ledger.cells, ledger.unplaced


def _account_table(
    ledger: _Ledger,
    analysis: Analysis,
    by_source: dict[str, Row],
    fields: dict[str, tuple[str, str]],
    words: dict[str, Counter[str]],
) -> None:
    view = analysis.view
    for cell in sorted(view.table.cells, key=lambda c: (c.row, c.col)):
        text = view.text(cell.row, cell.col)
        if not text:
            continue
        spot = view.cell_id(cell)
        kind = analysis.kinds[cell.row].kind if analysis.kinds else ""
        row = by_source.get(view.row_id(cell.row))
        if kind in _USES:
            ledger.note(spot, _USES[kind], text, cell.place)
        elif analysis.is_key:
            ledger.note(spot, "legend", text, cell.place)
            ledger.unplaced.append(Unplaced(text, cell.place.label(), spot))
        elif row is None or kind in ("note", "guidance"):
            ledger.note(spot, "empty" if is_blank(text) else "unplaced", text, cell.place)
        else:
            _account_row_cell(ledger, view, spot, text, cell.place, row, fields, words[row.id])


def _account_form(
    ledger: _Ledger, analysis: Analysis, block_uses: dict[str, tuple[str, str, str]]
) -> None:
    """A form's labels are its header; its values are in rows."""
    view = analysis.view
    used = any(view.cell_id(cell) in block_uses for cell in view.table.cells)
    for cell in view.table.cells:
        text, spot = view.text(cell.row, cell.col), view.cell_id(cell)
        if not text:
            continue
        if spot in block_uses:
            use, row, field = block_uses[spot]
            ledger.note(spot, use, text, cell.place, row, field)
        elif used and holds_label(view, cell):
            ledger.note(spot, "header", text, cell.place)
        else:
            ledger.note(spot, "unplaced", text, cell.place)


def _account_row_cell(
    ledger: _Ledger,
    view: TableView,
    spot: str,
    text: str,
    place: Place,
    row: Row,
    fields: dict[str, tuple[str, str]],
    have: Counter[str],
) -> None:
    row_id, field = fields.get(spot, (row.id, ""))
    if is_blank(text):
        ledger.note(spot, "empty", text, place)
        return
    if field or not _lost_words(text, have):
        ledger.note(spot, "row", text, place, row_id, field)
    else:
        ledger.note(spot, "unplaced", text, place, row_id, field)
        return
    if _lost_words(text, have):
        ledger.unplaced.append(Unplaced(text, place.label(), spot))


def _account_blocks(
    ledger: _Ledger,
    document: Document,
    block_uses: dict[str, tuple[str, str, str]],
    key_blocks: set[int],
    titles: set[str],
    sections: set[str],
) -> None:
    for index, block in enumerate(document.blocks):
        if isinstance(block, Table):
            continue
        text, spot = block_text(block), f"b{index}"
        if not text:
            continue
        place = _place(block)
        if spot in block_uses:
            use, row, field = block_uses[spot]
            ledger.note(spot, use, text, place, row, field)
        elif spot in titles:
            ledger.note(spot, "title", text, place)
        elif spot in sections:
            ledger.note(spot, "heading", text, place)
        elif index in key_blocks:
            ledger.note(spot, "legend", text, place)
        else:
            ledger.note(spot, "text", text, place)


def _tell_of_text(
    ledger: _Ledger,
    block_uses: dict[str, tuple[str, str, str]],
    words: dict[str, Counter[str]],
    any_plan: bool,
) -> None:
    """Running text that no row took, where it may belong to a plan, is told as unplaced."""
    have = Counter[str]()
    for row_words in words.values():
        have.update(row_words)
    taken = [
        n
        for n, cell in enumerate(ledger.cells)
        if cell.id in block_uses and cell.use == "row" and cell.id.startswith("b")
    ]
    for n, cell in enumerate(ledger.cells):
        among = bool(taken) and taken[0] <= n <= taken[-1]
        told = _LABELS.sub(" ", cell.text)
        lost = cell.use == "row" and n in taken and _lost_words(told, have)
        if lost or (cell.use == "text" and (among or not any_plan)):
            ledger.unplaced.append(Unplaced(cell.text, cell.place.label(), cell.id))


def _tell_of_lines_between(ledger: _Ledger, document: Document, analyses: list[Analysis]) -> None:
    """Lines of a PDF between the parts of its plans and right under them may be the rest of a row
    that its page lost: they are told as unplaced, the heads and feet of pages are not."""
    if document.kind != "pdf":
        return
    tables = [n for n, block in enumerate(document.blocks) if isinstance(block, Table)]
    plans = [n for n, analysis in zip(tables, analyses, strict=True) if analysis.is_plan]
    if not plans:
        return
    told = {item.id for item in ledger.unplaced}
    for cell in ledger.cells:
        if cell.use != "text" or cell.id in told or cell.place.part:
            continue
        if plans[0] < int(cell.id.removeprefix("b")) <= plans[-1] + 1:
            ledger.unplaced.append(Unplaced(cell.text, cell.place.label(), cell.id))


def _place(block: Heading | Para) -> Place:
    return block.place
