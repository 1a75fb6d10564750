"""Erasure of a case, a concern or a person's record: one person asks, another agrees, the register stays.
No other way deletes a record."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.utils import timezone

from joinedup.access.choices import May
from joinedup.access.permission import Refused, check
from joinedup.access.problems import Problem
from joinedup.audit.actor import By
from joinedup.audit.erased import keep_outside
from joinedup.audit.recorder import action, record
from joinedup.casefile import erasing
from joinedup.casefile.choices import ErasedKind, Ground
from joinedup.casefile.models import Erasure
from joinedup.casefile.queries.due import in_others_work, is_due
from joinedup.casefile.queries.governance import is_held
from joinedup.casefile.register import line_of_record
from joinedup.cases.choices import CaseState
from joinedup.cases.models import Case, CaseConcern, CaseSubject
from joinedup.clocks.queries import running
from joinedup.concerns.choices import ConcernState
from joinedup.concerns.models import Concern, ConcernPerson

__all__ = ["agree_erasure", "ask_erasure", "refuse_erasure"]

MOST = 500


@action
def ask_erasure(by: By, about: str, ground: str, reason: str, *, today: dt.date) -> Erasure:
    """Ask that a closed case, an ended concern or a person's record be erased. A second person has
    to agree. Raises Problem for what is held, open, still needed by something else or not due on
    that ground."""
    kind, row = erasing.held_row(about)
    check(by, May.GOVERN_RECORDS, row.guard_id, row.reference)
    if ground not in Ground.values:
        raise Problem("Choose on what ground it is erased.", "ground")
    if not reason.strip():
        raise Problem("Say why. The register keeps it when the record is gone.", "reason")
    _may_go(by, kind, row, Ground(ground), today)
    if Erasure.objects.filter(about=row.reference, answered_at__isnull=True).exists():
        raise Problem("Somebody has asked for this already. A second person has to answer.")
    made = Erasure.objects.create(
        guard_id=row.guard_id, about=row.reference, kind=kind, ground=ground,
        reason=reason.strip()[:MOST], asked_by=by.user, asked_at=timezone.now(),
    )  # fmt: skip
    record(by, "casefile.ask_erasure", row.reference, erasure=made.reference, ground=ground)
    return made


@action
def agree_erasure(by: By, reference: str, *, today: dt.date) -> Erasure:
    """Agree, as the second person, and erase. Everything is looked at again first. Raises Problem
    for whoever asked, and where something has come in the way."""
    row = _waiting(by, reference)
    kind, record_ = erasing.held_row(row.about)
    _may_go(by, kind, record_, Ground(row.ground), today)
    now = timezone.now()
    row.counts = erasing.erased_rows(kind, record_, erasing.Hands(row.asked_by, by.user, now))
    row.answered_by, row.answered_at, row.erased_at = by.user, now, now
    row.save()
    record(by, "casefile.erase", row.about, erasure=reference, rows=sum(row.counts.values()))
    keep_outside([line_of_record(row)])
    return row


@action
def refuse_erasure(by: By, reference: str, reason: str) -> Erasure:
    """Say no to an erasure, with the reason: the record is kept. Whoever asked may take it back."""
    row = _of(by, reference)
    if not reason.strip():
        raise Problem("Say why it is kept.", "reason")
    if row.asked_by_id != by.user.pk:
        row.answered_by = by.user
    row.answered_at, row.refused_because = timezone.now(), reason.strip()[:MOST]
    row.save()
    record(by, "casefile.refuse_erasure", row.about, erasure=reference)
    return row


def _of(by: By, reference: str) -> Erasure:
    rows = Erasure.objects.select_for_update(of=("self",)).select_related("asked_by")
    row = rows.filter(reference=reference).first()
    if row is None:
        raise Refused("No such record.")
    check(by, May.GOVERN_RECORDS, row.guard_id, row.about)
    if row.answered_at is not None:
        raise Problem("This was answered already.")
    return row


def _waiting(by: By, reference: str) -> Erasure:
    row = _of(by, reference)
    if row.asked_by_id == by.user.pk:
        raise Problem("Somebody other than the person who asked has to agree.")
    return row


def _may_go(by: By, kind: ErasedKind, row: Any, ground: Ground, today: dt.date) -> None:
    """Raise Problem where something still needs the record."""
    if kind == ErasedKind.CASE:
        _case_may_go(by, row, ground, today)
        return
    if kind == ErasedKind.CONCERN:
        _concern_may_go(by, row, ground, today)
        return
    if is_held([row.reference]):
        raise Problem("This record is held. Nothing of it may be erased until the hold ends.")
    if CaseSubject.objects.filter(subject=row.reference).exists():
        raise Problem("A case is about this person. Erase the case first.")
    inside = ConcernPerson.objects.filter(subject=row)
    if inside.exclude(concern__state=ConcernState.ENDED).exists():
        raise Problem("A concern about this person has not ended.")
    if in_others_work(row.pk):
        raise Problem(
            "This record is tied to another person’s. End the decision that they are one person, "
            "the relationship or the shared home first."
        )
    _is_over(by, row.reference, ground, today)


def _case_may_go(by: By, case: Case, ground: Ground, today: dt.date) -> None:
    people = case.subjects.exclude(subject="").values_list("subject", flat=True)
    if is_held([case.reference, *people]):
        raise Problem("This case is held. Nothing of it may be erased until the hold ends.")
    if case.state != CaseState.CLOSED:
        raise Problem("This case is open. It has to be closed first, by two people.")
    if running().filter(guard=case.guard_id, blocks_closing=True).exists():
        raise Problem("Something about this case still waits for an answer.")
    _is_over(by, case.reference, ground, today)


def _concern_may_go(by: By, concern: Concern, ground: Ground, today: dt.date) -> None:
    people = concern.people.filter(subject__isnull=False).values_list(
        "subject__reference", flat=True
    )
    if is_held([concern.reference, *people]):
        raise Problem("This concern is held. Nothing of it may be erased until the hold ends.")
    if concern.state != ConcernState.ENDED:
        raise Problem("This concern has not ended.")
    if concern.case_reference or CaseConcern.objects.filter(concern=concern.reference).exists():
        raise Problem("A case rests on this concern. Erase the case first.")
    if running().filter(guard=concern.guard_id, blocks_closing=True).exists():
        raise Problem("Something about this concern still waits for an answer.")
    _is_over(by, concern.reference, ground, today)


def _is_over(by: By, reference: str, ground: Ground, today: dt.date) -> None:
    if ground == Ground.OVER and not is_due(by.user, reference, today):
        raise Problem("The time for which it is kept is not over. Choose the ground that holds.",
                      "ground")  # fmt: skip
