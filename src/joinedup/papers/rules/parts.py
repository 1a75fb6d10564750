"""Blocks for the parts of a paper that its officers keep: options, implications and the like."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from joinedup.documents.blocks import (
    Block,
    Bullets,
    Column,
    Field,
    Fields,
    Kind,
    Paragraph,
    Run,
    Table,
    cell,
    text,
)
from joinedup.pages.dates import long_date, plural
from joinedup.papers.rules.prose import blocks_of
from joinedup.papers.rules.words import ImplicationWords, PaperWords, RiskWords

__all__ = ["background", "consultations", "implications", "options", "recommendation", "risks"]

NONE = "None as a result of this report."


def recommendation(paper: PaperWords, level: int) -> Iterator[Block]:
    """What the committee is asked to do."""
    yield from blocks_of(paper.recommendation or "Not written yet.", level)


def implications(paper: PaperWords, kinds: tuple[str, ...], level: int) -> Iterator[Block]:
    """The implications of these kinds. One alone is written out; several stand as label and words."""
    shown = [one for one in paper.implications if one.kind in kinds]
    if len(shown) == 1:
        yield from blocks_of(_said(shown[0]), level)
    elif shown:
        yield Fields(tuple(_field(one) for one in shown))


def _said(one: ImplicationWords) -> str:
    if one.is_none and not one.words.strip():
        return NONE
    return one.words.strip() or "Not said yet."


def _field(one: ImplicationWords) -> Field:
    parts = [part.strip() for part in _said(one).replace("\r\n", "\n").split("\n\n")]
    return Field(one.heading, tuple(text(part) for part in parts if part))


def options(paper: PaperWords, level: int, is_below: bool) -> Iterator[Block]:
    """The options, numbered from 1, in their order; `is_below` where a numbered paragraph stands
    before them, under which they are numbered."""
    for number, one in enumerate(paper.options, start=1):
        named = Run(f"Option {number}", is_bold=True)
        deeper = level + 1 if level and is_below else level
        yield Paragraph((named, *text(f" – {one.words.strip()}")), deeper)
    best = [n for n, one in enumerate(paper.options, start=1) if one.is_recommended]
    if best:
        yield Paragraph(text(f"Option {best[0]} is recommended."), level)


def consultations(paper: PaperWords, level: int) -> Iterator[Block]:
    """Who was asked, what they said, what changed."""
    for one in paper.consultations:
        said = f"{one.body}, {long_date(one.held_on)}" if one.held_on else one.body
        words = one.view.strip()
        if one.change.strip():
            words += f"\nWhat changed: {one.change.strip()}"
        yield Paragraph((Run(f"{said}: ", is_bold=True), *text(words)), level)


def background(paper: PaperWords) -> Iterator[Block]:
    """The background papers, or that there are none."""
    if not paper.background:
        yield Paragraph(text("None." if paper.has_no_background else "Not listed yet."))
        return
    told = (
        ", ".join(filter(None, [one.minute, one.title, one.place, one.link]))
        for one in paper.background
    )
    yield Bullets(tuple(text(words) for words in told))


def risks(paper: PaperWords, standing: Mapping[str, str], is_below: bool) -> Iterator[Block]:
    """The risks as a table, the gravest first, with a title of its own where words stand between
    it and its heading (`is_below`). `standing` says of each action named for one what it
    is and how it stands, by its reference; one that is not there was not known on this day."""
    if not paper.risks:
        return
    columns = (
        Column("Risk", width=3),
        Column("Owner", width=1.5),
        Column("Likelihood (1 to 5)", Kind.NUMBER, 1.4),
        Column("Impact (1 to 5)", Kind.NUMBER, 1.4),
        Column("Score", Kind.NUMBER),
        Column("What is done about it", width=5),
    )
    rows = tuple(
        (
            cell(one.words), cell(one.owner), cell(str(one.likelihood)), cell(str(one.impact)),
            cell(str(one.score)), cell(_done_about(one, standing)),
        )
        for one in sorted(paper.risks, key=lambda one: -one.score)
    )  # fmt: skip
    yield Table("The risks and what is done" if is_below else "", columns, rows)


def _done_about(one: RiskWords, standing: Mapping[str, str]) -> str:
    known = [f"Action {standing[name]}" for name in one.actions if name in standing]
    told = [one.mitigation.strip(), *known]
    if left := len(one.actions) - len(known):
        were = "was" if left == 1 else "were"
        told.append(f"{plural(left, 'action')} named here {were} not in the plans on this day")
    return "\n\n".join(filter(None, told)) or "Nothing is named yet"
