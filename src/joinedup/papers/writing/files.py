"""Reports as files: the forms that are kept of a publication."""

from __future__ import annotations

import re
from collections.abc import Mapping

from joinedup.assurance.rules.problem import Problem
from joinedup.documents import Refused
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
WRITERS = (Form.WORD, Form.PDF)
"""The forms that a report is kept in."""


def made_file(form: str, report: Report, layout: bytes | None = None) -> bytes:
    """The report as a file of this form (exempt ones are written as others are); Word in the
    council's own `layout` where it has one. Raises Problem where that cannot be filled."""
    if form.removeprefix("exempt-") == Form.PDF:
        return write_pdf(report)
    try:
        return write_word(report, layout)
    except Refused as refused:
        raise Problem(f"Your layout of papers could not be filled. {refused}") from refused


def file_name(words: str, form: str) -> str:
    """A name for a file: "Safeguarding review - version 2.docx"."""
    plain = re.sub(r"[^\w ,.()-]+", " ", words).strip()[:120].strip()
    tail = " - exempt" if form.startswith("exempt") else ""
    return f"{plain or 'Paper'}{tail}.{ENDINGS[form]}"
