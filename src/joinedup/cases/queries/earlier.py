"""Cases about people, as triage asks for them: open ones first, with what was said of a concern."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from django.db.models import Q, Value
from django.db.models.functions import Upper

from joinedup.cases.choices import CaseState
from joinedup.cases.models import Case, CaseConcern, CaseSubject
from joinedup.concerns.queries.earlier import CaseAbout
from joinedup.subjects.queries.at_work import NamedInCase

__all__ = ["cases_about", "cases_named", "people_of_cases"]


MOST = 20
"""Cases about somebody of one name that a look-up goes through."""


def cases_about(concern: str, subjects: Sequence[str]) -> list[CaseAbout]:
    """Every case about any of these records of people; narrowed by the caller, in two statements."""
    rows = Case.objects.filter(subjects__subject__in=subjects).select_related(
        "worker", "lead_person"
    )
    cases = sorted(
        rows.distinct(), key=lambda one: (one.state == CaseState.CLOSED, one.name, one.pk)
    )
    said = {
        one.case_id: one
        for one in CaseConcern.objects.filter(concern=concern, case__in=[one.pk for one in cases])
    }
    return [_about(one, said.get(one.pk)) for one in cases]


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


def _about(case: Case, said: CaseConcern | None) -> CaseAbout:
    answer = f"{said.get_verdict_display()}: {said.reason}" if said and said.verdict else ""
    return CaseAbout(
        reference=case.reference,
        guard_id=case.guard_id,
        name=case.name,
        worker=str(case.worker or case.lead_person),
        is_closed=case.state == CaseState.CLOSED,
        closed_on=case.closed_on,
        how_closed=str(case.get_close_reason_display()),
        is_answered=said is not None,
        answer=answer,
    )
