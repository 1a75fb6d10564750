"""Reports as files: the forms that are kept of a publication."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from importlib import import_module
from importlib.util import find_spec

from joinedup.documents.blocks import Report
from joinedup.papers.choices import Form

__all__ = ["ENDINGS", "file_name", "made_file", "writers"]

ENDINGS: Mapping[str, str] = {
    Form.WORD: "docx",
    Form.PDF: "pdf",
    Form.EXEMPT_WORD: "docx",
    Form.EXEMPT_PDF: "pdf",
}


def writers() -> dict[str, Callable[[Report], bytes]]:
    """Form → what writes a report so."""
    found: dict[str, Callable[[Report], bytes]] = {}
    if find_spec("joinedup.documents.writing") is None:
        return found
    module = import_module("joinedup.documents.writing")
    for form, name in ((Form.WORD, "write_word"), (Form.PDF, "write_pdf")):
        if hasattr(module, name):
            found[form] = getattr(module, name)
    return found


def made_file(form: str, report: Report) -> bytes:
    """The report as a file of this form (exempt ones are written as others are)."""
    return writers()[form.removeprefix("exempt-")](report)


def file_name(words: str, form: str) -> str:
    """A name for a file: "Safeguarding review - version 2.docx"."""
    plain = re.sub(r"[^\w ,.()-]+", " ", words).strip()[:120].strip()
    tail = " - exempt" if form.startswith("exempt") else ""
    return f"{plain or 'Paper'}{tail}.{ENDINGS[form]}"
