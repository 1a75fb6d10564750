"""Files in, files out. No Django here: `read_document` makes the neutral grid of any file."""

from __future__ import annotations

from joinedup.documents.grid import Block, Cell, Document, Heading, Para, Place, Run, Table, Value
from joinedup.documents.reading import kind_of, read_document
from joinedup.documents.refusal import Refused

__all__ = [
    "Block",
    "Cell",
    "Document",
    "Heading",
    "Para",
    "Place",
    "Refused",
    "Run",
    "Table",
    "Value",
    "kind_of",
    "read_document",
]
