"""What a case takes over from the concerns and records that it is about: signs of exploitation and of
domestic abuse, seals, and conflicts of interest. Only for use inside an action."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection

from django.utils import timezone

from joinedup.access.models import Conflict, Guard, Involvement, Sealing
from joinedup.access.problems import Problem
from joinedup.access.shares import bring_along, close_beyond
from joinedup.audit.actor import By
from joinedup.cases.choices import NoteKind
from joinedup.cases.models import Case, Note
from joinedup.cases.writing import user_of
from joinedup.concerns.models import Concern
from joinedup.concerns.queries.rulebook import is_domestic
from joinedup.subjects.models import Subject

__all__ = ["close_to_conflicted", "hide_with", "refuse_conflicted", "take_over"]

WHY = "A conflict of interest about what this case came from, or whom it is about, is noted already"
SIGNS = (
    "Signs of exploitation came with concern {concern}. The case needs a signed exit assessment "
    "before it closes."
)


def take_over(by: By, case: Case, concern: str, guard: Guard, today: dt.date) -> None:
    """A concern belongs to the case now. A sign of exploitation, once said, stays said; whoever the
    concern is hidden from never sees the case; a sealed concern makes a sealed case."""
    row = Concern.objects.filter(reference=concern).first()
    if row is not None and row.has_exploitation_indicator:
        _take_sign(by, case, concern, today)
    if row is not None and not case.is_domestic_abuse and is_domestic(row.types, today):
        case.is_domestic_abuse = True
        case.save(update_fields=["is_domestic_abuse"])
    hide_with([case], {guard.pk})
    _seal_with(case, guard)


def _take_sign(by: By, case: Case, concern: str, today: dt.date) -> None:
    was_signed = case.exit_signed_on is not None
    if case.has_exploitation and not was_signed:
        return
    case.has_exploitation = True
    case.exit_signed_on = case.exit_signed_by = None
    case.exit_words = ""
    case.save(update_fields=["has_exploitation", "exit_signed_on", "exit_signed_by", "exit_words"])
    Note.objects.create(
        case=case, kind=NoteKind.DECISION, words=SIGNS.format(concern=concern),
        happened_on=today, written_at=timezone.now(), written_by=user_of(by),
    )  # fmt: skip


def close_to_conflicted(by: By, case: Case) -> None:
    """Close a case to whoever a conflict of interest keeps from a record that it is about; and these
    records, with what else is about them, to whoever one keeps from the case."""
    wanted = case.subjects.exclude(subject="").values("subject")
    guards = set(Subject.objects.filter(reference__in=wanted).values_list("guard_id", flat=True))
    hide_with([case], guards)
    noted = Conflict.objects.filter(guard=case.guard_id, ended_at__isnull=True)
    people = sorted(set(noted.values_list("person_id", flat=True)))
    close_beyond(by, [case.guard_id], people)


def hide_with(cases: Collection[Case], guards: Collection[int]) -> int:
    """Copy the conflicts of interest noted behind some guards to these cases. How many were new."""
    noted = Conflict.objects.filter(guard__in=list(guards), ended_at__isnull=True)
    people = sorted(set(noted.values_list("person_id", flat=True)))
    if not people:
        return 0
    new = []
    for case in cases:
        there = Conflict.objects.filter(guard=case.guard_id, ended_at__isnull=True)
        known = set(there.values_list("person_id", flat=True))
        new += [
            Conflict(guard_id=case.guard_id, person_id=one, reason=WHY)
            for one in people
            if one not in known
        ]
    Conflict.objects.bulk_create(new)
    return len(new)


def refuse_conflicted(guard: Guard, person: int | None, field: str) -> None:
    """Raise Problem where a conflict of interest keeps whoever is to work on a case from it."""
    noted = Conflict.objects.filter(guard=guard, person=person or 0, ended_at__isnull=True)
    if noted.exists():
        raise Problem(
            "This person can’t work on it: a conflict of interest is noted. Choose somebody else.",
            field,
        )


def _seal_with(case: Case, guard: Guard) -> None:
    if not guard.is_sealed or case.guard.is_sealed:
        return
    bring_along(Involvement.objects.filter(guard=guard, item="", to_on__isnull=True), case.guard)
    case.guard.is_sealed, case.guard.sealed_at = True, timezone.now()
    case.guard.save(update_fields=["is_sealed", "sealed_at"])
    last = Sealing.objects.filter(guard=guard).order_by("-pk").first()
    if last is not None:
        Sealing.objects.create(
            guard=case.guard, is_set=True, reason=last.reason, by_ref=last.by_ref
        )
