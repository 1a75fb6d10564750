"""The last days of a paper, and which of them are done."""

from __future__ import annotations

import datetime as dt

from joinedup.clocks.choices import ClockKind, Outcome
from joinedup.clocks.models import Clock
from joinedup.pages.dates import LONDON
from joinedup.papers.models import Paper, Publication
from joinedup.papers.queries.kinds import RuleSet
from joinedup.papers.rules.deadlines import (
    CLEARANCE,
    KEY_NOTICE,
    PRIVATE_NOTICE,
    PUBLICATION,
    Deadline,
    deadlines,
    with_done,
)
from joinedup.papers.rules.words import PaperWords

__all__ = ["CLOCK_KINDS", "days_of", "known_from"]

CLOCK_KINDS = {
    CLEARANCE: ClockKind.PAPER_CLEARED,
    PUBLICATION: ClockKind.PAPER_OUT,
    KEY_NOTICE: ClockKind.KEY_NOTICE,
    PRIVATE_NOTICE: ClockKind.PRIVATE_NOTICE,
}
"""The rule of each last day and the clock that runs to it."""


def days_of(paper: Paper, words: PaperWords, rules: RuleSet) -> list[Deadline]:
    """The last days of a paper, earliest first, with the days on which they were done. What was
    done for the first version is not late because a later one is signed again."""
    found = deadlines(
        paper.meeting_on,
        rules.entries,
        is_key=words.is_key == "yes",
        is_private=bool(words.exempt),
        is_public=words.kind.is_public,
        is_cleared="clearance" in words.kind.asks,
        decided_on=words.decision.decided_on if words.decision else None,
    )
    out_on = _out_on(paper)
    done = {
        PUBLICATION: out_on,
        KEY_NOTICE: paper.key_notice_on,
        PRIVATE_NOTICE: paper.private_notice_on,
        CLEARANCE: _cleared_on(paper, words, out_on) if out_on else words.cleared_on,
    }
    return with_done(found, {code: on for code, on in done.items() if on is not None})


def _cleared_on(paper: Paper, words: PaperWords, out_on: dt.date) -> dt.date:
    """The day on which the first version was cleared: as its clock tells, the last that ended
    before it came out; without one, the day of the signatures or at the latest when it came out."""
    ended = Clock.objects.filter(
        about=paper.reference,
        kind=ClockKind.PAPER_CLEARED,
        outcome__in=[Outcome.KEPT, Outcome.LATE],
        ended_on__lte=out_on,
    )
    told = ended.order_by("-ended_on").values_list("ended_on", flat=True).first()
    return told or min(words.cleared_on or out_on, out_on)


def known_from(paper: Paper) -> dt.date:
    """The day whose knowledge the first version of a published paper tells: nobody can have decided
    on it before. A paper of an earlier year that is written anew tells of its own day."""
    rows = Publication.objects.filter(paper=paper).order_by("version")
    return rows.values_list("as_at_on", flat=True)[:1].get()


def _out_on(paper: Paper) -> dt.date | None:
    """The day on which the first version came out."""
    if not paper.published_version:
        return None
    rows = Publication.objects.filter(paper=paper).order_by("version")
    first = rows.values_list("published_at", flat=True).first()
    return first.astimezone(LONDON).date() if first else None
