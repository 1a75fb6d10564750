"""Colours of source cells in words."""

from __future__ import annotations

from joinedup.assurance.rules.checking.paint import paint_of
from joinedup.documents.grid import Cell, Document, Para, Place, Run, Table

RED, GREEN, PALE = "ff0000", "008000", "f2f2f2"


def cell(row: int, col: int, words: str, fill: str | None = None, ink: str | None = None) -> Cell:
    return Cell(row, col, (Para((Run(words, colour=ink),)),), Place(), fill=fill)


def painted(*cells: Cell):
    table = Table(cells, 1 + max(one.row for one in cells), 1 + max(one.col for one in cells))
    return paint_of(Document("x.docx", "docx", (table,)))


def test_a_painted_cell_says_its_colour_with_and_without_words():
    paint = painted(cell(0, 0, "Train staff"), cell(0, 1, "", RED), cell(0, 2, "Late", GREEN))
    assert paint.cells == {"t1r0c1": "painted red", "t1r0c2": "painted green"}
    assert paint.empty == {"t1r0": ("t1r0c1",)}


def test_words_in_colour_say_so_and_pale_grey_says_nothing():
    paint = painted(cell(0, 0, "Still to do", PALE, RED), cell(0, 1, "Plain"))
    assert paint.cells == {"t1r0c0": "words in red"} and not paint.rows


def test_a_row_painted_alike_says_so_once():
    paint = painted(cell(0, 0, "Train staff", RED), cell(0, 1, "Ada", RED), cell(1, 0, "Next"))
    assert paint.rows == {"t1r0": "The whole row is painted red"} and not paint.cells
