"""Whom a case is about: somebody added, and which record of people they are."""

from __future__ import annotations

import datetime as dt

from joinedup.access.choices import May
from joinedup.access.permission import Refused, check
from joinedup.access.problems import Problem
from joinedup.audit.actor import By
from joinedup.audit.recorder import action, record
from joinedup.cases.actions.opening import NewPerson, link_concern
from joinedup.cases.models import Case, CaseSubject
from joinedup.cases.queries.choosing import given_of
from joinedup.cases.rules.routing import group_of_person
from joinedup.cases.taking_over import close_to_conflicted
from joinedup.cases.writing import (
    held,
    in_words,
    let_into_records,
    refuse_contradiction,
    still_open,
    take_out_of_record,
)
from joinedup.concerns.actions import note_case
from joinedup.concerns.models import Concern
from joinedup.referrals.choices import AgeGroup
from joinedup.subjects.actions import add_subject
from joinedup.subjects.models import Subject
from joinedup.subjects.queries.known import reader_may_open
from joinedup.subjects.rules.given import Given, with_more

__all__ = ["add_person", "join_open_case", "tie_person", "untie_person"]

ONE_DAY = dt.timedelta(days=1)


@action
def add_person(
    by: By, reference: str, new: NewPerson, *, today: dt.date, may: May = May.WORK_CASES
) -> CaseSubject:
    """Add somebody whom the case is about too: a brother, a sister, a child not born yet.

    Raises Problem for a birthday of an unborn child or one that lies ahead, and where word and
    birthday tell different ages.
    """
    case = held(by, may, reference)
    still_open(case)
    name = in_words(new.name, "Say who it is.", "name")
    if new.age not in AgeGroup.values:
        raise Problem("Choose how old they are.", "age")
    if new.born_on is not None and (new.age == AgeGroup.UNBORN or new.born_on > today):
        raise Problem("This day lies ahead, or they are not born yet. Leave it empty.", "born_on")
    refuse_contradiction(new.age, new.born_on, today)
    _may_name(by, new.subject)
    made = CaseSubject.objects.create(
        case=case, subject=new.subject, name=name[:200], born_on=new.born_on,
        age=group_of_person(new.age, (new.born_on,), today),
    )  # fmt: skip
    close_to_conflicted(by, case)
    let_into_records(case, today)
    record(by, "cases.add_person", reference, subject=new.subject)
    return made


def _may_name(by: By, subject: str) -> None:
    if subject and not reader_may_open(by, subject):
        raise Refused("No such record.")


@action
def tie_person(
    by: By,
    reference: str,
    person: int,
    subject: str = "",
    *,
    today: dt.date,
    may: May = May.WORK_CASES,
    learnt: Given | None = None,
) -> CaseSubject:
    """Say which record of people somebody in a case is, or begin a new record of them from what the
    case says and what whoever looked them up has `learnt` besides. Checked on both, and on both
    chains. The worker of the case and their team may then read the record, unless it is sealed.

    Raises Refused where the case or the record is not theirs to work on, or nobody of this case is
    meant; Problem where this person is tied to a record already.
    """
    case = held(by, may, reference)
    row = _person_of(case, person)
    if subject:
        _check_record(by, may, subject)
    if row.subject:
        raise Problem("This person of the case is tied to a record already.", "person")
    row.subject = subject or _begun(
        by, case, with_more(given_of(row), learnt or Given()), today, may
    )
    row.save(update_fields=["subject"])
    close_to_conflicted(by, case)
    let_into_records(case, today)
    record(by, "cases.tie_person", reference, subject=row.subject)
    record(by, "cases.tie_person", row.subject, case=reference)
    return row


@action
def untie_person(
    by: By,
    reference: str,
    person: int,
    reason: str,
    *,
    today: dt.date,
    may: May = May.WORK_CASES,
) -> CaseSubject:
    """Say that somebody in a case is not the person of the record they were tied to. The worker of
    the case no longer reads that record, save where another open case of theirs is about it.

    Raises Refused where the case is not theirs or nobody of it is meant; Problem without a reason or
    for somebody who is tied to none.
    """
    case = held(by, may, reference)
    row = _person_of(case, person)
    if not row.subject:
        raise Problem("This person of the case is tied to no record.", "reason")
    why = in_words(reason, "Say why they are not the person of that record.", "reason")
    was, row.subject, row.untied_because = row.subject, "", why[:300]
    row.save(update_fields=["subject", "untied_because"])
    take_out_of_record(case, was, today - ONE_DAY)
    record(by, "cases.untie_person", reference, subject=was)
    record(by, "cases.untie_person", was, case=reference)
    return row


def _person_of(case: Case, person: int) -> CaseSubject:
    row = CaseSubject.objects.select_for_update().filter(case=case, pk=person).first()
    if row is None:
        raise Refused("No such record.")
    return row


def _check_record(by: By, may: May, subject: str) -> None:
    known = Subject.objects.filter(reference=subject).first()
    if known is None:
        raise Refused("No such record.")
    check(by, may, known.guard_id, known.reference)


def _begun(by: By, case: Case, given: Given, today: dt.date, may: May) -> str:
    made = add_subject(by, given, today=today, agency=case.guard.agency, team=case.team, may=may)
    return str(made.reference)


@action
def join_open_case(
    by: By, concern: Concern, reference: str, *, today: dt.date, may: May = May.WORK_CASES
) -> Case:
    """Say that a concern that was decided to become a case belongs to one that is open: linked and
    noted together. Raises Problem where the case is closed or the concern waits for none."""
    check(by, may, concern.guard_id, concern.reference)
    case = held(by, may, reference)
    still_open(case)
    link_concern(by, reference, concern.reference, concern.guard, today=today, may=may)
    note_case(by, concern.reference, reference, may)
    record(by, "cases.join_open_case", reference, concern=concern.reference)
    return case
