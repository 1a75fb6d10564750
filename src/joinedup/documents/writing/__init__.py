"""Reports out: the same blocks as a Word file and as a PDF."""

from __future__ import annotations

from joinedup.documents.writing.pictures import UnsafePicture
from joinedup.documents.writing.press import PressFailed
from joinedup.documents.writing.typeset import printed_words, write_pdf
from joinedup.documents.writing.word import (
    PLACEHOLDERS,
    PaperTemplate,
    read_template,
    write_word,
)
from joinedup.documents.writing.wordlayout import built_in_layout

__all__ = [
    "PLACEHOLDERS",
    "PaperTemplate",
    "PressFailed",
    "UnsafePicture",
    "built_in_layout",
    "printed_words",
    "read_template",
    "write_pdf",
    "write_word",
]
