"""Cases about people, as triage asks for them: open ones first, with what was said of a concern."""

from __future__ import annotations

from collections.abc import Sequence

from joinedup.cases.choices import CaseState
from joinedup.cases.models import Case, CaseConcern, CaseSubject
from joinedup.concerns.queries.earlier import CaseAbout

__all__ = ["cases_about", "people_of_cases"]


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
