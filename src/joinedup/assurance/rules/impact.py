"""When evidence shows that something finished has made a difference, and lasted."""

from __future__ import annotations

import datetime as dt

from joinedup.assurance.choices import Claim, Verdict
from joinedup.assurance.rules.state import EvidenceMark, State
from joinedup.pages.dates import long_date
from joinedup.rulebook import Entry
from joinedup.rulebook.working_days import add_amount

__all__ = ["embeds", "impact_from", "judged_marks", "too_early"]


def impact_from(state: State, rule: Entry | None) -> dt.date | None:
    """The first day that evidence of a difference has to be about: so long after it was done as
    the rule `evidence.impact_review` says. None where it is not done."""
    if state.done_since is None:
        return None
    if rule is None:
        return state.done_since + dt.timedelta(days=1)
    return add_amount(state.done_since, rule.amount("limit"))


def embeds(state: State, mark: EvidenceMark, verdict: str, rule: Entry | None) -> bool:
    """Whether this evidence, so judged, makes the action embedded."""
    first = impact_from(state, rule)
    return (
        mark.claim == Claim.DIFFERENCE
        and verdict == Verdict.SHOWS
        and first is not None
        and mark.relates_on is not None
        and mark.relates_on >= first
    )


def judged_marks(
    state: State, ref: str, verdict: str, relates_on: dt.date, rule: Entry | None, on: dt.date
) -> tuple[EvidenceMark, ...]:
    """The evidence of a state once one piece was judged on a day."""
    marks = []
    for mark in state.evidence:
        if mark.ref == ref:
            plain = EvidenceMark(mark.ref, mark.claim, mark.expires_on, relates_on)
            is_so = embeds(state, plain, verdict, rule)
            since = (mark.embeds_on or on) if is_so else None
            mark = EvidenceMark(mark.ref, mark.claim, mark.expires_on, relates_on, since)
        marks.append(mark)
    return tuple(marks)


def too_early(
    state: State, claim: str, relates_on: dt.date, verdict: str, rule: Entry | None
) -> str:
    """Why evidence of a difference does not yet make it embedded; empty where it does, or where
    nobody would think so."""
    if claim != Claim.DIFFERENCE or verdict != Verdict.SHOWS:
        return ""
    first = impact_from(state, rule)
    if first is None:
        return "It is not complete or in force, so it cannot be embedded yet."
    if relates_on < first:
        return (
            f"This is about {long_date(relates_on)}. To call it embedded, evidence has to be about "
            f"{long_date(first)} or later."
        )
    return ""
