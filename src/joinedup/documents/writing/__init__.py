"""Reports out: the same blocks as a Word file, as a PDF and as a page."""

from __future__ import annotations

from joinedup.documents.writing.page import ShownReport, shown_on_page
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
    "ShownReport",
    "UnsafePicture",
    "built_in_layout",
    "printed_words",
    "read_template",
    "shown_on_page",
    "write_pdf",
    "write_word",
]
