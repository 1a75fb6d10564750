"""Small tables for the reading tests, written as Markdown."""

from __future__ import annotations

from joinedup.assurance.rules.reading import Corrections, Reading, Row, read_plans
from joinedup.documents.grid import Document
from joinedup.documents.reading import read_document


def document(text: str, name: str = "plan.md") -> Document:
    """A document from its text."""
    return read_document(name, text.encode("utf-8"))


def table(*lines: str, over: str = "# Plan 2024") -> str:
    """A Markdown table: the first line is the header, cells are parted by |."""
    rows = [[cell.strip() for cell in line.split("|")] for line in lines]
    text = ["| " + " | ".join(row) + " |" for row in rows]
    text.insert(1, "|" + "---|" * len(rows[0]))
    return over + "\n\n" + "\n".join(text) + "\n"


def read(text: str, corrections: Corrections | None = None, name: str = "plan.md") -> Reading:
    """A text read as a plan."""
    return read_plans(document(text, name), corrections=corrections)


def rows(*lines: str) -> list[Row]:
    """The rows read from a table."""
    return read(table(*lines)).rows()


def roles(*lines: str) -> list[str]:
    """The column roles of a table."""
    return [column.role for column in read(table(*lines)).tables[0].columns]
