"""The count that must balance: what the document holds, counted again, against what was read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from joinedup.assurance.rules.reading.model import CellUse, Reading
from joinedup.documents.grid import Document, Place, Table

__all__ = ["source_cells", "with_lost_cells"]

WORD = re.compile(r"\w")


def source_cells(document: Document) -> Iterator[tuple[str, str, Place]]:
    """(id, words, place) of every table cell and loose paragraph that holds a letter or digit,
    counted without the reader."""
    tables = 0
    for index, block in enumerate(document.blocks):
        if isinstance(block, Table):
            tables += 1
            for cell in block.cells:
                if WORD.search(cell.text):
                    yield f"t{tables}r{cell.row}c{cell.col}", cell.text, cell.place
        elif WORD.search(block.text):
            yield f"b{index}", block.text, block.place


def with_lost_cells(reading: Reading, document: Document) -> Reading:
    """The reading with every source cell that the reader did not account for as "lost". With one
    of them the count does not balance, and nothing can be confirmed."""
    told = {cell.id for cell in reading.cells}
    lost = [
        CellUse(spot, "lost", text, place)
        for spot, text, place in source_cells(document)
        if spot not in told
    ]
    return replace(reading, cells=(*reading.cells, *lost)) if lost else reading
