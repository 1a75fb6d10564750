"""What somebody assures us of: written down, rested on evidence, accepted by another, ended."""

from __future__ import annotations

import datetime as dt

from joinedup.access.choices import May
from joinedup.access.limits import rule_here
from joinedup.access.models import Agency
from joinedup.access.permission import Refused, standing
from joinedup.assurance.choices import UpdateKind
from joinedup.assurance.models import Action, Assurance, Evidence
from joinedup.assurance.rules.problem import Problem
from joinedup.assurance.rules.told import good_until, is_stale
from joinedup.assurance.writing.assurances import told_of
from joinedup.assurance.writing.thread import Note, append, held
from joinedup.audit.actor import By
from joinedup.audit.recorder import action, record

__all__ = ["accept_assurance", "end_assurance", "note_assurance", "rest_assurance"]


def _standing_evidence(row: Action, reference: str) -> Evidence | None:
    """A piece of evidence of this action that was not withdrawn. Raises Problem for any other."""
    if not reference:
        return None
    found = Evidence.objects.filter(action=row, reference=reference, withdrawn_on__isnull=True)
    evidence = found.first()
    if evidence is None:
        raise Problem("Choose a piece of evidence of this action that stands.", "evidence")
    return evidence


@action
def note_assurance(
    by: By,
    reference: str,
    agency: Agency,
    said_by: str,
    said_on: dt.date,
    words: str,
    *,
    today: dt.date,
    evidence: str = "",
) -> Assurance:
    """Write down what an organisation assures us of. Without evidence it is stale from the start;
    with it, after the time of the rule `limit.assurance_stale` since it was said.

    Raises Problem without words or a name, or for a day in the future.
    """
    row = held(by, May.UPDATE_ACTIONS, reference)
    if by.user is None or not words.strip():
        raise Problem("Write what we are told.", "words")
    if not said_by.strip():
        raise Problem("Say who told us.", "said_by")
    if said_on > today:
        raise Problem("The day it was said cannot lie in the future.", "said_on")
    told = Assurance.objects.create(
        action=row,
        agency=agency,
        said_by=said_by.strip()[:200],
        said_on=said_on,
        words=words.strip(),
        good_until=good_until(said_on, rule_here("limit.assurance_stale", said_on)),
        evidence=_standing_evidence(row, evidence),
        recorded_by=by.user,
        recorded_on=today,
    )
    note = Note(words=f"{agency.name} assures us, through {told.said_by}: {told.words}", told=told)
    append(by, row, UpdateKind.TOLD, {}, today, note)
    return told


def _held(by: By, may: May, reference: str) -> tuple[Assurance, Action]:
    found = Assurance.objects.select_for_update(of=("self",)).select_related("action", "evidence")
    told = found.filter(reference=reference).first()
    if told is None:
        raise Refused("No such record.")
    row = held(by, may, told.action.reference)
    if told.ended_on is not None:
        raise Problem("This assurance has been ended.")
    return told, row


@action
def rest_assurance(by: By, reference: str, evidence: str, *, today: dt.date) -> Assurance:
    """Rest an assurance on a piece of evidence of its action. Who accepted it on other evidence
    has to look again. Raises Problem for evidence that does not stand."""
    told, row = _held(by, May.UPDATE_ACTIONS, reference)
    piece = _standing_evidence(row, evidence)
    if piece is None:
        raise Problem("Choose the evidence it rests on.", "evidence")
    if told.evidence_id == piece.pk:
        raise Problem("It rests on this evidence already.", "evidence")
    told.evidence, told.accepted_by, told.accepted_on = piece, None, None
    told.save(update_fields=["evidence", "accepted_by", "accepted_on"])
    record(by, "assurance.rest", row.reference, assurance=told.reference, evidence=evidence)
    return told


@action
def accept_assurance(by: By, reference: str, *, today: dt.date) -> Assurance:
    """Accept an assurance after looking at its evidence. Raises Problem for whoever wrote it down
    or belongs to the organisation that gave it, and while it is stale."""
    told, row = _held(by, May.CHALLENGE, reference)
    if by.user is None or told.recorded_by_id == by.user.pk:
        raise Problem("Somebody other than whoever wrote it down has to accept it.")
    if standing(by.user).agency_id == told.agency_id:
        raise Problem("Nobody of the organisation that assures us can accept it.")
    if is_stale(told_of(told), today):
        raise Problem("It is stale, so it cannot be accepted. Ask for new evidence first.")
    told.accepted_by, told.accepted_on = by.user, today
    told.save(update_fields=["accepted_by", "accepted_on"])
    record(by, "assurance.accept", row.reference, assurance=told.reference, on=today)
    return told


@action
def end_assurance(by: By, reference: str, reason: str, *, today: dt.date) -> Assurance:
    """End an assurance that is replaced or no longer so. Raises Problem without a reason."""
    told, row = _held(by, May.UPDATE_ACTIONS, reference)
    if not reason.strip():
        raise Problem("Say why this assurance ends.", "reason")
    told.ended_on, told.end_reason = today, reason.strip()[:300]
    told.save(update_fields=["ended_on", "end_reason"])
    record(by, "assurance.end_told", row.reference, assurance=told.reference, on=today)
    return told
