"""A draft as a file, made when it is asked for and kept nowhere."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from joinedup.access.choices import May
from joinedup.access.permission import record_list
from joinedup.audit.actor import By
from joinedup.files.rules import content_type_of
from joinedup.papers.queries.layouts import layout_in_use
from joinedup.papers.queries.making import desk_of, reports_of
from joinedup.papers.queries.one import paper_to
from joinedup.papers.writing.files import ENDINGS, file_name, made_file

__all__ = ["MadeFile", "draft_file"]


@dataclass(frozen=True, slots=True)
class MadeFile:
    """A file that was just made."""

    name: str
    content_type: str
    data: bytes


def draft_file(by: By, reference: str, form: str, today: dt.date) -> MadeFile | None:
    """The draft in a form (word, pdf, exempt-word, exempt-pdf); None where there is no such form
    or no exempt part. Raises Refused where the paper is not this reader's. Recorded as a copy."""
    paper = paper_to(by, May.CLEAR_PAPERS, reference)
    if form not in ENDINGS:
        return None
    made = reports_of(desk_of(paper, today), by.user, today)
    report = made.exempt if form.startswith("exempt") else made.public
    if report is None:
        return None
    record_list(by, "papers.copy", form, [paper.reference])
    held = layout_in_use()
    name = file_name(f"Draft - {paper.subject}", form)
    return MadeFile(
        name, content_type_of(name), made_file(form, report, held.data if held else None)
    )
