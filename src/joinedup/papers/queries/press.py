"""The files of a paper made from what it says now, before anything is published."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from joinedup.access.choices import May
from joinedup.assurance.rules.problem import Problem
from joinedup.audit.actor import By
from joinedup.audit.seals import last_seal, seal_now
from joinedup.documents.blocks import Report
from joinedup.papers.queries.layouts import layout_in_use
from joinedup.papers.queries.making import as_published, desk_of, found_in, reports_of
from joinedup.papers.queries.one import paper_to
from joinedup.papers.rules.frozen import frozen
from joinedup.papers.writing.files import WRITERS, made_file

__all__ = ["Made", "made_paper"]

Told = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Made:
    """A paper as it was made: the version of its words, the report as data, (form, file) pairs."""

    text: int
    as_at: dt.date
    data: dict[str, Any]
    exempt: dict[str, Any]
    rules: dict[str, str]
    seal_number: int
    seal_digest: str
    files: tuple[tuple[str, bytes], ...]


def made_paper(by: By, reference: str, *, today: dt.date, version: int, told: Told) -> Made:
    """Freeze what the paper says and make its files, without holding the database from anybody.

    `told` hears how many of how many steps are done, and may raise to stop. Raises Problem naming
    the first thing that blocks publishing, for something found that nobody has answered, and where
    the paper has changed since `version` was looked at.
    """
    paper = paper_to(by, May.PREPARE_PAPERS, reference)
    if version and version != paper.version:
        raise Problem("The paper has changed since you opened this page. Look at it again.")
    desk = desk_of(paper, today)
    if desk.missing:
        raise Problem(f"{desk.missing[0].words}.", desk.missing[0].field)
    seal = seal_now() or last_seal()
    if seal is None:
        raise Problem("The audit record has no seal yet. Try again in a minute.")
    made = reports_of(desk, by.user, today, seal, version=paper.published_version + 1)
    found = found_in(desk, made.public)
    open_ones = [one.finding.found for one in found if not one.said]
    if open_ones:
        raise Problem(f"Say of “{open_ones[0]}” that it may be published, or take it out.")
    public = as_published(desk, made.public, found)
    wanted: list[tuple[str, Report]] = [(form, public) for form in WRITERS]
    if made.exempt is not None:
        wanted += [(f"exempt-{form}", made.exempt) for form in WRITERS]
    steps, files = len(wanted) + 2, []
    held = layout_in_use()
    told(1, steps)
    for number, (form, report) in enumerate(wanted, start=2):
        files.append((form, made_file(form, report, held.data if held else None)))
        told(number, steps)
    return Made(
        text=paper.version,
        as_at=desk.words.as_at,
        data=frozen(public),
        exempt=frozen(made.exempt) if made.exempt else {},
        rules={
            **desk.rules.hashes(desk.kind),
            **({"layout": held.sha256} if held else {}),
        },
        seal_number=seal.number,
        seal_digest=seal.digest,
        files=tuple(files),
    )
