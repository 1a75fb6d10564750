"""The colours of source cells in words, so that no colour speaks alone on the check page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from joinedup.assurance.rules.reading.cells import colour_name
from joinedup.documents.grid import Cell, Document, Table

__all__ = ["Paint", "paint_of"]


@dataclass(frozen=True, slots=True)
class Paint:
    """Colours of a document: cell id → words; row id ("t1r5") → words where all of it is painted
    alike; and the painted cells without words of each row."""

    cells: Mapping[str, str]
    rows: Mapping[str, str]
    empty: Mapping[str, tuple[str, ...]]


def paint_of(document: Document) -> Paint:
    """What is painted where. A colour that a whole row shares is told once, for the row."""
    cells: dict[str, str] = {}
    rows: dict[str, str] = {}
    empty: dict[str, tuple[str, ...]] = {}
    tables = [block for block in document.blocks if isinstance(block, Table)]
    for number, table in enumerate(tables, 1):
        for row, own in enumerate(table.rows()):
            fills = {colour_name(cell.fill) for cell in own}
            shared = fills.pop() if len(fills) == 1 and len(own) > 1 else ""
            if shared:
                rows[f"t{number}r{row}"] = f"The whole row is painted {shared}"
            for cell in own:
                words = _words(cell, shared)
                if words:
                    spot = f"t{number}r{cell.row}c{cell.col}"
                    cells[spot] = words
                    if not cell.text.strip():
                        at = f"t{number}r{row}"
                        empty[at] = (*empty.get(at, ()), spot)
    return Paint(cells, rows, empty)


def _words(cell: Cell, shared: str) -> str:
    fill = colour_name(cell.fill)
    inks = {
        name
        for para in cell.paras
        for run in para.runs
        for code in (run.colour, run.highlight)
        if run.text.strip() and (name := colour_name(code))
    }
    said = [f"painted {fill}"] if fill and fill != shared else []
    if inks:
        said.append(f"words in {' and '.join(sorted(inks))}")
    return ", ".join(said)
