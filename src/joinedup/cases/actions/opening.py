"""A case opened, its lead and its team set, handed over."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field

from django.utils import timezone

from joinedup.access.choices import May
from joinedup.access.models import Agency, Guard, Involvement, Person, Team
from joinedup.access.permission import Refused, check, check_any
from joinedup.access.problems import Problem
from joinedup.access.queries.lists import works_on_cases
from joinedup.audit.actor import By, system
from joinedup.audit.recorder import action, record
from joinedup.cases.choices import NoteKind, Route, SessionKind
from joinedup.cases.models import Case, CaseConcern, CaseMember, CaseSubject, Note, Transfer
from joinedup.cases.models.case import case_reference
from joinedup.cases.queries.beside import OURS
from joinedup.cases.queries.facts import limit_on
from joinedup.cases.rules.routing import group_of_person
from joinedup.cases.taking_over import (
    close_to_conflicted,
    hide_with,
    refuse_conflicted,
    take_over,
)
from joinedup.cases.writing import (
    begin_session_clocks,
    end_own_clocks,
    held,
    in_words,
    let_in,
    let_into_records,
    refuse_contradiction,
    still_open,
    take_out_of_records,
    user_of,
)
from joinedup.clocks.actions import NewClock, hand_over, start
from joinedup.clocks.choices import ClockKind
from joinedup.clocks.queries import running
from joinedup.concerns.actions import note_case
from joinedup.concerns.models import Concern
from joinedup.concerns.queries.earlier import subjects_of
from joinedup.referrals.choices import AgeGroup
from joinedup.rulebook.working_days import add_amount
from joinedup.subjects.queries.known import reader_may_open

__all__ = [
    "NewCase",
    "NewPerson",
    "join_case",
    "link_concern",
    "open_case",
    "open_case_from",
    "set_route",
    "transfer",
]

BOTH = (SessionKind.SUPERVISION, SessionKind.CASE_REVIEW)


@dataclass(frozen=True, slots=True)
class NewPerson:
    """Somebody the case is about. `subject` is the reference of their record, where there is one."""

    name: str
    age: str = AgeGroup.UNKNOWN
    born_on: dt.date | None = None
    subject: str = ""


@dataclass(frozen=True, slots=True)
class NewCase:
    """A case to open. The first of `people` names it. `lead_agency_id` and `lead_person_id` are who
    leads the work, in our council or elsewhere; `worker_id` is who works on it here."""

    route: str
    lead_agency_id: int
    lead_person_id: int
    why: str
    people: Sequence[NewPerson] = field(default_factory=tuple)
    team_id: int | None = None
    worker_id: int | None = None
    is_domestic_abuse: bool = False
    has_exploitation: bool = False


@action
def open_case(by: By, new: NewCase, *, today: dt.date, may: May = May.WORK_CASES) -> Case:
    """Open a case with one lead agency and one lead person. Its supervision and review begin to
    run. Raises Problem for what is left to say, Refused for a record of people that is not theirs."""
    check_any(by, may)
    if not all(reader_may_open(by, one.subject) for one in new.people if one.subject):
        raise Refused("No such record.")
    case = _opened(by, new, today, may)
    record(by, "cases.open_case", case.reference, route=new.route)
    return case


def _opened(by: By, new: NewCase, today: dt.date, may: May) -> Case:
    why = in_words(new.why, "Write why this case is opened.", "why")
    if not new.people or not new.people[0].name.strip():
        raise Problem("Say whom the case is about.", "name")
    if new.route not in Route.values:
        raise Problem("Choose the route.", "route")
    home = Agency.objects.get(is_home=True)
    team = Team.objects.filter(pk=new.team_id or 0, agency=home).first()
    reference = case_reference()
    guard = Guard.objects.create(about=reference, agency=home, team=team)
    case = Case.objects.create(
        reference=reference, guard=guard, name=new.people[0].name.strip()[:200], route=new.route,
        lead_agency_id=new.lead_agency_id, lead_person_id=new.lead_person_id, team=team,
        worker_id=new.worker_id, opened_on=today, opened_by=user_of(by), why=why,
        is_domestic_abuse=new.is_domestic_abuse, has_exploitation=new.has_exploitation,
    )  # fmt: skip
    _has_no_wrong_birthday(new.people, today)
    for place, one in enumerate(new.people):
        CaseSubject.objects.create(
            case=case, subject=one.subject, name=one.name.strip()[:200], born_on=one.born_on,
            age=group_of_person(one.age, (one.born_on,), today), is_main=place == 0,
        )  # fmt: skip
    close_to_conflicted(by, case)
    refuse_conflicted(guard, new.worker_id, "worker")
    let_in(guard, new.worker_id, today)
    let_into_records(case, today)
    # whoever opens a case may hand it to a team that they do not belong to
    begin_session_clocks(system("case"), case, BOTH, today, may)
    return case


def _has_no_wrong_birthday(people: Sequence[NewPerson], today: dt.date) -> None:
    for one in people:
        if one.born_on is not None and (one.age == AgeGroup.UNBORN or one.born_on > today):
            raise Problem(
                "This day lies ahead, or they are not born yet. Leave it empty.", "born_on"
            )
        refuse_contradiction(one.age, one.born_on, today)


@action
def link_concern(
    by: By,
    reference: str,
    concern: str,
    concern_guard: Guard,
    *,
    today: dt.date,
    may: May = May.WORK_CASES,
) -> CaseConcern:
    """Say that a concern belongs to an open case. Open referrals about it then keep the case open
    too, signs of exploitation in it ask for an exit assessment, and whoever it is hidden from never
    sees the case. Checked on both."""
    case = held(by, may, reference)
    check(by, may, concern_guard.pk, concern)
    still_open(case)
    there, _ = CaseConcern.objects.get_or_create(
        case=case, concern=concern,
        defaults={"guard": concern_guard, "decided_on": today, "decided_by": user_of(by)},
    )  # fmt: skip
    if there.verdict not in OURS:
        # it was answered once that it was not for this case
        there.verdict = ""
        there.save(update_fields=["verdict"])
    take_over(by, case, concern, concern_guard, today)
    record(by, "cases.link_concern", reference, concern=concern)
    return there


@action
def open_case_from(
    by: By, concern: Concern, new: NewCase, *, today: dt.date, may: May = May.WORK_CASES
) -> Case:
    """Open the case that a concern was decided to become: opened, linked and noted together or not
    at all. Records that people in the concern are tied to come along. Raises Problem where the
    concern is not waiting for a case."""
    check(by, may, concern.guard_id, concern.reference)
    tied = set(subjects_of(concern))
    if not all(one.subject in tied for one in new.people if one.subject):
        raise Refused("No such record.")
    case = _opened(by, new, today, may)
    hide_with([case], {concern.guard_id})
    refuse_conflicted(case.guard, new.worker_id, "worker")
    link_concern(by, case.reference, concern.reference, concern.guard, today=today, may=may)
    note_case(by, concern.reference, case.reference, may)
    record(by, "cases.open_case_from", case.reference, concern=concern.reference)
    return case


@action
def set_route(
    by: By,
    reference: str,
    route: str,
    lead_agency: Agency,
    lead_person: Person,
    version: int,
    *,
    may: May = May.WORK_CASES,
) -> Case:
    """Change the route and who leads. An open case has one lead agency and one lead person at all
    times. Raises Problem where the person belongs to another agency than the one that leads."""
    case = held(by, may, reference)
    still_open(case)
    if case.version != version:
        raise Problem("Somebody else changed this case meanwhile. Look at it again, then save.")
    if route not in Route.values:
        raise Problem("Choose the route.", "route")
    if lead_person.agency_id != lead_agency.pk:
        raise Problem("The lead person works for another agency. Choose both again.", "lead_person")
    case.route, case.lead_agency, case.lead_person = route, lead_agency, lead_person
    case.version += 1
    case.save()
    record(by, "cases.set_route", reference, route=route, lead=lead_agency.reference)
    return case


@action
def join_case(
    by: By,
    reference: str,
    name: str,
    part: str,
    agency: Agency | None,
    *,
    today: dt.date,
    may: May = May.WORK_CASES,
) -> CaseMember:
    """Add somebody to the team around the person."""
    case = held(by, may, reference)
    still_open(case)
    made = CaseMember.objects.create(
        case=case,
        name=in_words(name, "Enter a name.", "name")[:200],
        part=in_words(part, "Say what they do.", "part")[:200],
        agency=agency,
        from_on=today,
    )
    record(by, "cases.join_case", reference)
    return made


@action
def transfer(
    by: By,
    reference: str,
    to: Person,
    summary: str,
    *,
    today: dt.date,
    team: Team | None = None,
    may: May = May.MANAGE_CASES,
) -> Case:
    """Hand a case over to another worker, with the summary that goes along. The one before no
    longer works on it from today, and what they owed the next one owes; a sealed case is open to the
    next one only.

    Raises Problem for somebody who could not open it: to another organisation a case goes by the
    transfer to another authority, which they accept.
    """
    case = held(by, may, reference)
    still_open(case)
    words = in_words(summary, "Write what the next worker must know.", "summary")
    if case.worker_id == to.pk:
        raise Problem("This person works on it already.", "person")
    refuse_conflicted(case.guard, to.pk, "person")
    if not works_on_cases(to, today):
        raise Problem(
            f"{to.name} has no account here with which to work on cases. Choose somebody who has.",
            "person",
        )
    Transfer.objects.create(
        case=case, from_person_id=case.worker_id, to_person=to, to_team=team, summary=words,
        on=today, by=user_of(by),
    )  # fmt: skip
    Note.objects.create(
        case=case, kind=NoteKind.HANDOVER, words=words, happened_on=today,
        written_at=timezone.now(), written_by=user_of(by),
    )  # fmt: skip
    before = case.worker_id or case.lead_person_id
    last_on = today - dt.timedelta(days=1)
    works = Involvement.objects.filter(guard=case.guard, item="", to_on__isnull=True)
    works.filter(person_id=case.worker_id or 0).update(to_on=last_on)
    take_out_of_records(case, case.worker_id, last_on)
    let_in(case.guard, to.pk, today)
    case.worker = to
    if team is not None:
        case.team = team
        Guard.objects.filter(pk=case.guard_id).update(team=team)
    case.version += 1
    case.save()
    let_into_records(case, today)
    end_own_clocks(by, case.reference, today, may, (ClockKind.HANDOVER,), code="handed_over")
    _hand_over_clocks(by, case, before, to, may)
    _owes_reading(by, case, to, today, may)
    record(by, "cases.transfer", reference, to=to.reference)
    return case


def _hand_over_clocks(by: By, case: Case, before: int | None, to: Person, may: May) -> None:
    """Everything that the one before owed in this case, its referrals, challenges and concerns."""
    owed = running().filter(owes_person=before)
    for clock in owed.filter(guard=case.guard_id):
        hand_over(by, clock.reference, to.pk, may)
    # whoever manages the case may not be one of those who decide on its concerns
    for clock in owed.filter(guard__in=case.concerns.values("guard")):
        hand_over(system("case"), clock.reference, to.pk, may)


def _owes_reading(by: By, case: Case, to: Person, today: dt.date, may: May) -> None:
    entry = limit_on("case.handover", today)
    new = NewClock(
        kind=ClockKind.HANDOVER, about=case.reference, started_on=today,
        due_on=add_amount(today, entry.amount("limit")), rule_code=entry.code,
        rule_hash=entry.content_hash, person_id=to.pk,
    )  # fmt: skip
    start(by, case.guard, new, may)
