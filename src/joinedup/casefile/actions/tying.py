"""A person in a case is somebody we know: the two are tied, and whoever works on the case works
with the person."""

from __future__ import annotations

import datetime as dt

from joinedup.access.choices import May
from joinedup.access.models import Guard, Involvement
from joinedup.access.permission import Refused, check
from joinedup.access.problems import Problem
from joinedup.audit.actor import By
from joinedup.audit.recorder import action, record
from joinedup.cases.models import Case, CaseSubject
from joinedup.subjects.models import Subject

__all__ = ["tie_case"]


@action
def tie_case(
    by: By, reference: str, case_person: int, *, today: dt.date, may: May = May.WORK_CASES
) -> CaseSubject:
    """Say that somebody in a case is the person of this record. Checked on both. The worker of the
    case and their team may then read the record, unless it is sealed. Raises Refused where either
    is not theirs, Problem where the person of the case is tied already."""
    subject = Subject.objects.select_related("guard").filter(reference=reference).first()
    rows = CaseSubject.objects.select_for_update(of=("self",)).select_related("case__guard")
    row = rows.filter(pk=case_person).first()
    if subject is None or row is None:
        raise Refused("No such record.")
    check(by, may, subject.guard_id, subject.reference)
    check(by, may, row.case.guard_id, row.case.reference)
    if row.subject:
        raise Problem("This person of the case is tied to a record already.", "person")
    row.subject = subject.reference
    row.save(update_fields=["subject"])
    _let_in(subject.guard, row.case, today)
    record(by, "casefile.tie_case", reference, case=row.case.reference)
    return row


def _let_in(guard: Guard, case: Case, today: dt.date) -> None:
    if guard.is_sealed:
        return
    if guard.team_id is None and guard.agency_id == case.guard.agency_id and case.team_id:
        Guard.objects.filter(pk=guard.pk).update(team=case.team_id)
    works = {"guard": guard, "person_id": case.worker_id, "item": ""}
    if case.worker_id and not Involvement.objects.filter(**works, to_on=None).exists():
        Involvement.objects.create(**works, from_on=today)
