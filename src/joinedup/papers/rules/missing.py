"""What still stands between a paper and its publication: each names the field and what to do."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from joinedup.assurance.rules.deciding import reads_like_a_person
from joinedup.papers.rules.deadlines import (
    KEY_NOTICE,
    PRIVATE_NOTICE,
    PUBLICATION,
    Deadline,
)
from joinedup.papers.rules.kinds import PaperKind
from joinedup.papers.rules.words import PaperWords

__all__ = ["Missing", "missing"]

FRONT_WORDS = {
    "number": "Give the paper the committee’s reference",
    "body": "Say which committee the paper is for",
    "meeting_on": "Give the date of the meeting",
    "subject": "Give the paper a subject",
    "report_by": "Say who reports",
    "contact": "Name a contact officer",
    "purpose": "Say in a sentence or two what the paper is for",
}
LEAST_OPTIONS = 2
LATE = {
    PUBLICATION: (
        "The last day to publish has gone by: give the chair’s reason for urgency", "urgency",
    ),
    KEY_NOTICE: (
        "The last day to give notice of the key decision has gone by: say when it was given, or "
        "give the reason for urgency", "key_notice_on",
    ),
    PRIVATE_NOTICE: (
        "The last day to give notice of the exempt part has gone by: say when it was given, or "
        "give the reason for urgency", "private_notice_on",
    ),
}  # fmt: skip
"""What has to be said once a last day has gone by, and in which field of the front."""


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing that blocks publishing. `place` is the page it is mended on (front, section,
    implication, clearance, options, background, check), `which` the part of it, `field` the field."""

    words: str
    place: str
    field: str = ""
    which: str = ""


def missing(
    paper: PaperWords,
    deadlines: Sequence[Deadline],
    today: dt.date,
    unfilled: Collection[str] = (),
) -> list[Missing]:
    """Everything that blocks publishing today, in the order of the paper. Empty: it may go out.
    `unfilled` are the codes of sections for which the register has nothing."""
    return [
        *_front(paper, paper.kind),
        *_body(paper),
        *_implications(paper),
        *_options(paper),
        *_sections(paper, unfilled),
        *_exempt(paper),
        *_late(paper, deadlines, today),
        *_clearances(paper),
    ]


def _front(paper: PaperWords, kind: PaperKind) -> Iterator[Missing]:
    for name in kind.front:
        if name in FRONT_WORDS and not getattr(paper, name):
            yield Missing(FRONT_WORDS[name], "front", name)
    if not paper.recommendation.strip():
        yield Missing("Write what the committee is recommended to do", "front", "recommendation")
    if "call_in" in kind.asks:
        if not paper.is_call_in:
            yield Missing("Say whether the call-in rule applies", "front", "is_call_in")
        if not paper.is_key:
            yield Missing("Say whether it is a key decision", "front", "is_key")
    if "plans" in kind.asks and not paper.plans:
        yield Missing("Choose the plans that the paper reports on", "front", "plans")
    for title in paper.sealed:
        yield Missing(
            f"“{title}” is sealed and cannot stand in a paper: leave it out", "front", "plans"
        )
    if "background" in kind.asks and not paper.background and not paper.has_no_background:
        words = "List the background papers, or say that there are none"
        yield Missing(words, "front", "has_no_background")


def _body(paper: PaperWords) -> Iterator[Missing]:
    if paper.body and reads_like_a_person(paper.body):
        words = f"“{paper.body}” is a person: give the committee, or the post that decides alone"
        yield Missing(words, "front", "body")


def _implications(paper: PaperWords) -> Iterator[Missing]:
    for one in paper.asked:
        if not one.owner:
            words = f"{one.heading}: name who answers for this implication"
        elif one.said_on is None and not one.words.strip() and not one.is_none:
            words = f"{one.heading}: {one.owner} has said nothing. It needs words, or “none”"
        elif one.said_on is None:
            words = f"{one.heading}: {one.owner} has not signed these words. Silence is not consent"
        else:
            continue
        yield Missing(words, "implication", "words" if one.owner else "owner", one.kind)


def _options(paper: PaperWords) -> Iterator[Missing]:
    if "options" not in paper.kind.asks:
        return
    if len(paper.options) < LEAST_OPTIONS:
        yield Missing("Put at least two options before the committee", "options")
    elif not any(one.is_recommended for one in paper.options):
        yield Missing("Say which option is recommended", "options")


def _sections(paper: PaperWords, unfilled: Collection[str]) -> Iterator[Missing]:
    for one in paper.shown:
        if one.code in unfilled and not one.prose.strip() and not one.comment.strip():
            words = f"“{one.heading}” has nothing from the register: choose what it is about, "
            words += "write it, or leave it out"
            yield Missing(words, "section", "about", one.code)
        if not one.heading.strip():
            yield Missing("Give the section a heading", "section", "heading", one.code)
        if not one.fill and not one.prose.strip():
            words = f"“{one.heading}” is empty: write it, or leave it out"
            yield Missing(words, "section", "prose", one.code)
        if one.fill == "consultations" and not paper.consultations and not one.prose.strip():
            words = f"“{one.heading}” is empty: add who was asked, or write why nobody was"
            yield Missing(words, "section", "prose", one.code)
        if one.fill == "risks" and not paper.risks:
            yield Missing(f"“{one.heading}” is empty: add a risk, or leave it out", "risks")


def _exempt(paper: PaperWords) -> Iterator[Missing]:
    if not paper.exempt:
        return
    if not paper.exempt_paragraph:
        yield Missing(
            "Choose the paragraph that makes a section exempt", "front", "exempt_paragraph"
        )
    if not paper.exempt_reason.strip():
        words = "Say why the public interest lies in keeping the exempt section back"
        yield Missing(words, "front", "exempt_reason")


def _late(paper: PaperWords, deadlines: Sequence[Deadline], today: dt.date) -> Iterator[Missing]:
    if paper.urgency.strip():
        return
    for one in deadlines:
        if one.code in LATE and one.is_past(today):
            words, name = LATE[one.code]
            yield Missing(words, "front", name)


def _clearances(paper: PaperWords) -> Iterator[Missing]:
    if "clearance" in paper.kind.asks and not paper.clearances:
        yield Missing("Name who has to clear the paper", "clearance")
    for one in paper.clearances:
        if one.signed_on is None:
            words = f"{one.name} has not signed"
            if one.asked_on is None:
                words = f"{one.name} has not been asked to sign: send it to those who clear it"
            yield Missing(words, "clearance", "", one.key)
        elif one.is_stale:
            words = f"{one.name} signed an earlier text: ask again"
            yield Missing(words, "clearance", "", one.key)
