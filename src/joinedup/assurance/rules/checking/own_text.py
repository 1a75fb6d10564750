"""Loose text as a person marked it: a row of a plan, a heading, or a note."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from joinedup.assurance.rules.checking.blocks import source_row
from joinedup.assurance.rules.checking.steps import Step
from joinedup.assurance.rules.reading.model import CellUse, FieldValue, Plan, Reading, Row

__all__ = ["with_marked_text"]

MARKS = {"note", "guidance"}
"""Kinds of source row whose cells the reader lists as in no row until a person has said so."""


def _own_row(cell: CellUse) -> Row:
    title = FieldValue(cell.text, cell.text, (cell.id,))
    return Row(cell.id, {"title": title}, source_rows=(cell.id,), place=cell.place)


def _is_mark(cell: CellUse, to: str) -> bool:
    return cell.use == "unplaced" and to in MARKS


def with_marked_text(reading: Reading, steps: Iterable[Step]) -> Reading:
    """The reading with loose text laid where a person put it. A `block` or `row` step says heading
    or note, an `own_row` step makes the text a row of the plan with that number, at its end; in a
    document without any plan it opens one."""
    marked: dict[str, tuple[str, str]] = {}
    for step in steps:
        if step["do"] in {"block", "own_row", "row"}:
            marked[str(step["at"])] = (str(step["do"]), str(step["to"]))
    plans = list(reading.plans)
    cells = []
    taken: set[str] = set()
    for cell in reading.cells:
        do, to = marked.get(source_row(cell.id), ("", ""))
        if not do or cell.use == "row" or (do == "row" and not _is_mark(cell, to)):
            cells.append(cell)
            continue
        taken.add(cell.id)
        if do in {"block", "row"}:
            cells.append(replace(cell, use=to))
            continue
        if not plans:
            plans.append(Plan("", ()))
        number = min(int(to) if to.isdigit() else 0, len(plans) - 1)
        plans[number] = replace(plans[number], rows=(*plans[number].rows, _own_row(cell)))
        cells.append(replace(cell, use="row", row=cell.id, field="title"))
    if not taken:
        return reading
    unplaced = tuple(item for item in reading.unplaced if item.id not in taken)
    return replace(reading, plans=tuple(plans), cells=tuple(cells), unplaced=unplaced)
