"""Things that two records name: put forward each night, decided by a person, taken back exactly."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from joinedup.access.choices import May
from joinedup.access.permission import Refused, check, check_any
from joinedup.access.problems import Problem
from joinedup.audit.actor import By
from joinedup.audit.recorder import action, record
from joinedup.casefile import tying
from joinedup.casefile.choices import TieGrade, TieVerdict
from joinedup.casefile.models import Tie, TieDecision

__all__ = ["decide_tie", "look_for_ties", "take_back_tie"]


@action
def look_for_ties(by: By, references: Sequence[str], *, today: dt.date) -> int:
    """Look at what these records name, a small part of `tying.to_look_at`; how many ties are new."""
    check_any(by, May.LINK_PEOPLE)
    new = sum(tying.note(one, today) for one in references)
    record(by, "casefile.look_for_ties", "casefile:ties", count=new)
    return new


def _held(by: By, reference: str, tie: str) -> Tie:
    """A tie of this record, locked, for somebody who may link people behind both its ends."""
    row = Tie.objects.select_for_update().filter(reference=tie, ends__about=reference).first()
    if row is None:
        raise Refused("No such record.")
    for end in row.ends.order_by("pk"):
        check(by, May.READ_CASES, end.guard_id, end.about)
        check(by, May.LINK_PEOPLE, end.guard_id, end.about)
    return row


@action
def decide_tie(
    by: By, reference: str, tie: str, verdict: str, grade: str, reason: str
) -> TieDecision:
    """Say that two records name the same, or that they do not, with the reason and how good the
    information is. The records stay as they are. Raises Problem for what is left to say and where
    it is decided already."""
    row = _held(by, reference, tie)
    if verdict not in (TieVerdict.SAME, TieVerdict.NOT_SAME):
        raise Problem("Say whether it is the same.", "verdict")
    if verdict == TieVerdict.SAME and grade not in TieGrade.values:
        raise Problem("Say how good the information is.", "grade")
    last = row.decisions.order_by("-pk").first()
    if last is not None and last.verdict != TieVerdict.TAKEN_BACK:
        raise Problem("Somebody has decided this already. Take that back first.")
    made = _decided(by, row, verdict, grade if verdict == TieVerdict.SAME else "", reason)
    for end in row.ends.order_by("pk"):
        record(by, "casefile.decide_tie", end.about, tie=row.reference, verdict=verdict)
    return made


@action
def take_back_tie(by: By, reference: str, tie: str, decision: int, reason: str) -> TieDecision:
    """Take a decision back, by its number: it stands as it stood before that was made. Raises
    Problem without a reason, where nothing is decided, and where another decision stands now."""
    row = _held(by, reference, tie)
    last = row.decisions.order_by("-pk").first()
    if last is None or last.verdict == TieVerdict.TAKEN_BACK:
        raise Problem("Nothing is decided here.")
    if last.pk != decision:
        raise Problem("Somebody has decided this anew. Open the page again and read what stands.")
    made = _decided(by, row, TieVerdict.TAKEN_BACK, "", reason)
    for end in row.ends.order_by("pk"):
        record(by, "casefile.take_back_tie", end.about, tie=row.reference)
    return made


def _decided(by: By, row: Tie, verdict: str, grade: str, reason: str) -> TieDecision:
    if not reason.strip():
        raise Problem("Say why. Whoever reads this later needs it.", "reason")
    return TieDecision.objects.create(
        tie=row, verdict=verdict, grade=grade, reason=reason.strip()[:500], by=by.user
    )
