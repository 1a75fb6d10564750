"""Cases about people, as triage asks for them: open ones first, with what was said of a concern."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django.db.models import F, FilteredRelation, Q, Value
from django.db.models.functions import Upper

from joinedup.cases.choices import CaseState, NewConcernVerdict
from joinedup.cases.models import Case, CaseSubject
from joinedup.concerns.queries.earlier import CaseAbout
from joinedup.subjects.queries.at_work import NamedInCase

__all__ = ["cases_about", "cases_named", "people_of_cases"]


MOST = 20
"""Cases about somebody of one name that a look-up goes through."""


def cases_about(concern: str, subjects: Sequence[str]) -> list[CaseAbout]:
    """Every case about any of these records of people; narrowed by the caller, in one statement."""
    about = CaseSubject.objects.filter(subject__in=subjects).values("case")
    said = FilteredRelation("concerns", condition=Q(concerns__concern=concern))
    rows = Case.objects.filter(pk__in=about).select_related("worker", "lead_person")
    rows = rows.annotate(
        said=said,
        said_in=F("said__pk"),
        verdict=F("said__verdict"),
        verdict_reason=F("said__reason"),
    )
    return [_about(one) for one in sorted(rows, key=_order)]


def _order(row: Any) -> tuple[bool, str, int]:
    return row.state == CaseState.CLOSED, row.name, row.pk


def people_of_cases(guards: Sequence[int]) -> list[str]:
    """References of the records of everybody whom the cases behind these guards are about; in one
    statement."""
    rows = CaseSubject.objects.filter(case__guard__in=guards).exclude(subject="")
    return list(rows.values_list("subject", flat=True))


def cases_named(names: Sequence[str], born_on: dt.date | None) -> list[NamedInCase]:
    """Cases about somebody of one of these whole names, whatever their capitals, who is tied to no
    record; without those whose birthday is known to be another. Narrowed by the caller."""
    is_called = Q()
    for one in names:
        is_called |= Q(upper=Upper(Value(one)))
    rows = CaseSubject.objects.annotate(upper=Upper("name")).filter(is_called, subject="")
    if born_on is not None:
        rows = rows.filter(Q(born_on__isnull=True) | Q(born_on=born_on))
    found = rows.order_by("pk").values_list("case__reference", "case__guard", "name")
    return [NamedInCase(*one) for one in found[:MOST]]


def _about(row: Any) -> CaseAbout:
    answer = ""
    if row.verdict:
        answer = f"{NewConcernVerdict(row.verdict).label}: {row.verdict_reason}"
    return CaseAbout(
        reference=row.reference,
        guard_id=row.guard_id,
        name=row.name,
        worker=str(row.worker or row.lead_person),
        is_closed=row.state == CaseState.CLOSED,
        closed_on=row.closed_on,
        how_closed=str(row.get_close_reason_display()),
        is_answered=row.said_in is not None,
        answer=answer,
    )
