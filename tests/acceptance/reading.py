"""Reading what was made: the tables of a report, and the files written from it."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

import pdfplumber
from docx import Document as WordDocument

from joinedup.documents.blocks import Annexe, Block, Chart, Heading, Report, Table
from joinedup.documents.writing import write_pdf, write_word

BEGINNING = 20

__all__ = ["annexes", "cells", "files_say_the_same", "grouped", "inside"]


def annexes(report: Report) -> list[Annexe]:
    """The annexes of a report."""
    return [one for one in report.blocks if isinstance(one, Annexe)]


def inside(report: Report) -> Iterator[Block]:
    """Every block, those of annexes too; the table of a chart in its place."""
    for block in report.blocks:
        if isinstance(block, Annexe):
            yield from map(_bare, block.blocks)
        else:
            yield _bare(block)


def _bare(block: Block) -> Block:
    return block.table if isinstance(block, Chart) else block


def cells(table: Table) -> list[list[str]]:
    """The words of every cell."""
    return [[" ".join(one.pieces()) for one in row] for row in table.rows]


def grouped(report: Report) -> dict[tuple[str, ...], list[list[str]]]:
    """Header → the rows of all tables with this header, in their order."""
    found: dict[tuple[str, ...], list[list[str]]] = {}
    for block in inside(report):
        if isinstance(block, Table):
            head = tuple(one.words.casefold() for one in block.columns)
            found.setdefault(head, []).extend(cells(block))
    return found


def _letters(words: str) -> str:
    return re.sub(r"[\W_]+", "", words).casefold()


def files_say_the_same(report: Report) -> None:
    """Write Word and PDF and compare: Word's headings and every cell of its tables in their order;
    every heading and every word of the PDF's text."""
    word = WordDocument(io.BytesIO(write_word(report)))
    headings = [one.text for one in word.paragraphs if one.style.name.startswith("Heading")]
    wanted = [one.words for one in inside(report) if isinstance(one, Heading)]
    told = list(map(_letters, headings))
    missing = [one for one in wanted if _letters(one) not in told]
    assert missing == []
    written = [
        _letters(cell.text) for table in word.tables for row in table.rows for cell in row.cells
    ]
    for table in (one for one in inside(report) if isinstance(one, Table)):
        for row in cells(table):
            for one in row:
                assert _letters(one) in written
    with pdfplumber.open(io.BytesIO(write_pdf(report))) as pdf:
        # in the order in which they were set: cell after cell, not line after line
        whole = _letters("".join(sign["text"] for page in pdf.pages for sign in page.chars))
    for one in wanted:
        assert _letters(one) in whole
    held = [one for table in inside(report) if isinstance(table, Table) for row in cells(table)
            for one in row]  # fmt: skip
    lost = {part for one in held for part in map(_letters, one.split()) if part not in whole}
    assert lost == set()
    begun = [one for one in held if _letters(one)[:BEGINNING] not in whole]
    assert begun == [], "a page may break a cell, but not its first words"
