"""Reports as files: the forms that are kept of a publication."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from joinedup.documents.blocks import Report
from joinedup.documents.writing import write_pdf, write_word
from joinedup.papers.choices import Form

__all__ = ["ENDINGS", "WRITERS", "file_name", "made_file"]

ENDINGS: Mapping[str, str] = {
    Form.WORD: "docx",
    Form.PDF: "pdf",
    Form.EXEMPT_WORD: "docx",
    Form.EXEMPT_PDF: "pdf",
}
WRITERS: Mapping[str, Callable[[Report], bytes]] = {Form.WORD: write_word, Form.PDF: write_pdf}
"""Form → what writes a report so."""


def made_file(form: str, report: Report) -> bytes:
    """The report as a file of this form (exempt ones are written as others are)."""
    return WRITERS[form.removeprefix("exempt-")](report)


def file_name(words: str, form: str) -> str:
    """A name for a file: "Safeguarding review - version 2.docx"."""
    plain = re.sub(r"[^\w ,.()-]+", " ", words).strip()[:120].strip()
    tail = " - exempt" if form.startswith("exempt") else ""
    return f"{plain or 'Paper'}{tail}.{ENDINGS[form]}"
