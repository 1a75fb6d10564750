"""Assurances: what we are told, and when it is too old or too bare to rely on."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from joinedup.pages.dates import long_date
from joinedup.rulebook import Entry
from joinedup.rulebook.working_days import add_amount

__all__ = ["Told", "good_until", "is_stale", "stale_words"]


@dataclass(frozen=True, slots=True)
class Told:
    """An assurance: until when it is good by its age; whether it rests on evidence that was not
    withdrawn, and until when that evidence is good; when it was ended."""

    said_on: dt.date
    good_until: dt.date
    has_evidence: bool
    evidence_until: dt.date | None = None
    ended_on: dt.date | None = None


def good_until(said_on: dt.date, rule: Entry | None) -> dt.date:
    """The last day on which words said on a day are young enough: rule `limit.assurance_stale`."""
    return add_amount(said_on, rule.amount("value")) if rule else said_on


def is_stale(told: Told, today: dt.date) -> bool:
    """Too old, without evidence, or on evidence that has run out; one that was ended is not."""
    return bool(_why(told, today))


def _why(told: Told, today: dt.date) -> str:
    if told.ended_on is not None:
        return ""
    if not told.has_evidence:
        return "it rests on no evidence"
    if told.good_until < today:
        return f"it was too old after {long_date(told.good_until)}"
    if told.evidence_until is not None and told.evidence_until < today:
        return f"its evidence ran out on {long_date(told.evidence_until)}"
    return ""


def stale_words(told: Told, today: dt.date) -> str:
    """How much it is worth today, in words."""
    if told.ended_on is not None:
        return f"Ended on {long_date(told.ended_on)}"
    why = _why(told, today)
    return f"Stale: {why}" if why else f"Holds until {long_date(told.good_until)}"
