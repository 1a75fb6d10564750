"""Short ways to look at a grid in tests."""

from __future__ import annotations

import re

from joinedup.documents import Document, Heading, Para, Table


def words_of(document: Document) -> list[str]:
    """Every word of a document, list marks included."""
    texts: list[str] = []
    for block in document.blocks:
        if isinstance(block, Table):
            for cell in block.cells:
                texts.extend(f"{para.marker or ''} {para.text}" for para in cell.paras)
        elif isinstance(block, Heading):
            texts.append(block.text)
        else:
            texts.append(f"{block.marker or ''} {block.text}")
    return re.findall(r"\w+", " ".join(texts).lower())


def texts(table: Table) -> list[list[str]]:
    """A table's rows as the texts of their cells, those without words left out."""
    return [[cell.text for cell in row if cell.text] for row in table.rows()]


def paras(document: Document) -> list[Para]:
    """The paragraphs outside tables."""
    return [block for block in document.blocks if isinstance(block, Para)]


def headings(document: Document) -> list[str]:
    """The texts of the headings."""
    return [block.text for block in document.blocks if isinstance(block, Heading)]


def only_table(document: Document) -> Table:
    """The one table."""
    (table,) = document.tables()
    return table
