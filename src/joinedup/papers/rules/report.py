"""A paper and what the register writes into it, as one report."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from joinedup.documents.blocks import (
    Annexe,
    Block,
    Choice,
    Field,
    Fields,
    Heading,
    Note,
    PageBreak,
    Paragraph,
    Report,
    Run,
    Text,
    text,
)
from joinedup.pages.dates import long_date
from joinedup.papers.rules.kinds import ANNEXE, BODY, END, FRONT
from joinedup.papers.rules.parts import (
    background,
    consultations,
    implications,
    options,
    recommendation,
    risks,
)
from joinedup.papers.rules.prose import blocks_of
from joinedup.papers.rules.words import PaperWords, SectionWords

__all__ = ["Around", "exempt_report", "public_report"]

YES_NO = ("Yes", "No")
TICKED = {"yes": 0, "no": 1}
OWN_PAGE = frozenset({"worry_page"})
"""What begins and ends a page of its own."""

FRONT_LABELS = {
    "number": "Reference",
    "body": "Committee",
    "meeting_on": "Date",
    "subject": "Subject",
    "report_by": "Report by",
    "contact": "Contact officer",
    "purpose": "Purpose / summary",
}
Contents = Mapping[str, Sequence[Block]]


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around the words: the council's own questions, the foot of the page, a colour,
    the words of the exempt paragraph, and how the actions stand that are named for its risks."""

    call_in: str = "Call-in"
    key: str = "Key decision"
    footer: tuple[str, ...] = ()
    colour: str = "#1d4f5c"
    exempt_paragraph: str = ""
    marking: str = ""
    standing: Mapping[str, str] = field(default_factory=dict)


def public_report(paper: PaperWords, contents: Contents, around: Around) -> Report:
    """The paper that everybody may read. What is exempt stands there by its heading alone, with
    the paragraph and the reason."""
    blocks: list[Block] = []
    was_alone = False
    places = {name: place for place, name in enumerate((FRONT, BODY, END, ANNEXE))}
    for section in sorted(paper.shown, key=lambda one: places[one.layout]):
        is_alone = section.fill in OWN_PAGE
        if blocks and (is_alone or was_alone) and section.layout != ANNEXE:
            blocks.append(PageBreak())
        blocks.extend(_section(paper, section, contents.get(section.code, ()), around))
        was_alone = is_alone
    return _report(paper, blocks, around, around.marking)


def exempt_report(paper: PaperWords, contents: Contents, around: Around) -> Report | None:
    """The separate exempt part; None where the paper has none."""
    if not paper.exempt:
        return None
    blocks: list[Block] = [Note((text(_why(paper, around)),))]
    for section in paper.exempt:
        blocks.append(Heading(1, section.heading))
        blocks.extend(_inside(paper, section, contents.get(section.code, ()), around))
    marking = "EXEMPT: not for publication. " + around.exempt_paragraph
    return _report(paper, blocks, around, " ".join(filter(None, [around.marking, marking])))


def _report(paper: PaperWords, blocks: list[Block], around: Around, marking: str) -> Report:
    told = [paper.body, long_date(paper.meeting_on)]
    return Report(
        title=paper.subject,
        blocks=tuple(blocks),
        subtitle=", ".join(filter(None, told)),
        organisation=paper.organisation,
        reference=paper.number or paper.reference,
        marking=marking,
        footer=around.footer,
        colour=around.colour,
        author=paper.report_by,
    )


def _why(paper: PaperWords, around: Around) -> str:
    reason = paper.exempt_reason.strip()
    return f"{around.exempt_paragraph}. {reason}".strip(". ") + "."


def _section(
    paper: PaperWords, section: SectionWords, content: Sequence[Block], around: Around
) -> Iterator[Block]:
    if section.fill == "front":
        yield _front(paper)
        return
    if section.is_exempt:
        words = f"This part is exempt and is kept in a separate file. {_why(paper, around)}"
        inside: list[Block] = [Note((text(words),))]
    else:
        inside = list(_inside(paper, section, content, around)) or [_nothing_yet(paper, section)]
    if section.layout == ANNEXE:
        yield Annexe(section.heading, tuple(inside))
        return
    is_body = section.layout == BODY
    yield Heading(1 if is_body else 2, section.heading, is_body)
    yield from inside


def _nothing_yet(paper: PaperWords, section: SectionWords) -> Paragraph:
    """What a draft says under a heading that nobody has written under. It blocks publishing."""
    level = 2 if paper.kind.is_numbered and section.layout == BODY else 0
    return Paragraph(text("Nothing is written here yet."), level)


def _inside(
    paper: PaperWords, section: SectionWords, content: Sequence[Block], around: Around
) -> Iterator[Block]:
    """What stands under the heading: prose, then what the register or the paper's parts give,
    then the officer's comment on it."""
    level = 2 if paper.kind.is_numbered and section.layout == BODY else 0
    yield from blocks_of(section.prose, level)
    match section.fill:
        case "recommendation":
            yield from recommendation(paper, level)
        case "implications":
            yield from implications(paper, section.kinds, level)
        case "options":
            yield from options(paper, level, bool(section.prose.strip()))
        case "consultations":
            yield from consultations(paper, level)
        case "background":
            yield from background(paper)
        case "risks":
            yield from risks(paper, around.standing, bool(section.prose.strip()))
        case "call_in":
            yield from _call_in(paper, around)
        case "sign_off":
            yield Paragraph(text(paper.report_by))
            yield from blocks_of(paper.contact)
        case _:
            yield from content
    if section.comment.strip():
        yield from _comment(section.comment)


def _comment(comment: str) -> Iterator[Block]:
    first, *rest = blocks_of(comment)
    if isinstance(first, Paragraph):
        yield Paragraph((Run("Comment: ", is_bold=True), *first.runs))
    else:
        yield Paragraph(text("Comment:", bold=True))
        yield first
    yield from rest


def _front(paper: PaperWords) -> Fields:
    rows = []
    for name in paper.kind.front:
        held = getattr(paper, name)
        words = long_date(held) if isinstance(held, dt.date) else str(held or "")
        parts: list[Text] = [text(part.strip()) for part in words.split("\n\n") if part.strip()]
        rows.append(Field(FRONT_LABELS[name], tuple(parts) or (text("Not given"),)))
    rows.append(Field("As known on", (text(long_date(paper.as_at)),)))
    return Fields(tuple(rows))


def _call_in(paper: PaperWords, around: Around) -> Iterator[Block]:
    yield Choice(around.call_in, YES_NO, TICKED.get(paper.is_call_in))
    yield Choice(around.key, YES_NO, TICKED.get(paper.is_key))
    if paper.urgency.strip():
        yield Paragraph((Run("Urgency: ", is_bold=True), *text(paper.urgency.strip())))
