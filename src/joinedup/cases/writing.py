"""What several actions on cases need: the case held, clocks of its own."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from django.db.models import QuerySet

from joinedup.access.choices import May
from joinedup.access.models import Guard, Involvement, User
from joinedup.access.permission import Refused, check, may_touch
from joinedup.access.problems import Problem
from joinedup.audit.actor import By
from joinedup.audit.choices import ByKind
from joinedup.cases.choices import CaseState, SessionKind
from joinedup.cases.models import Case, CaseSubject
from joinedup.cases.queries.facts import CODES, limit_on, next_session
from joinedup.cases.rules.routing import contradicts
from joinedup.clocks.actions import NewClock, cancel, keep, start
from joinedup.clocks.choices import ClockKind
from joinedup.clocks.queries import open_for
from joinedup.concerns.rules.ages import age_on
from joinedup.subjects.models import Subject

__all__ = [
    "begin_session_clocks",
    "end_own_clocks",
    "held",
    "in_words",
    "is_supervisor",
    "let_in",
    "let_into_records",
    "refuse_contradiction",
    "still_open",
    "take_out_of_record",
    "take_out_of_records",
    "user_of",
]

WRONG_WORD = (
    "The date of birth says that they are {years}. Choose the age that fits, or mend the date."
)
KINDS = {
    SessionKind.SUPERVISION: ClockKind.SUPERVISION,
    SessionKind.CASE_REVIEW: ClockKind.CASE_REVIEW,
}


def user_of(by: By) -> User | None:
    """The user who acts, where there is one."""
    return by.user if by.kind == ByKind.USER else None


def held(by: By, may: May, reference: str) -> Case:
    """A case to be changed, locked and checked. Raises Refused where it is not theirs."""
    rows = Case.objects.select_for_update(of=("self",)).select_related("guard", "lead_person")
    case = rows.filter(reference=reference).first()
    if case is None:
        raise Refused("No such record.")
    check(by, may, case.guard_id, case.reference)
    return case


def refuse_contradiction(age: str, born_on: dt.date | None, today: dt.date) -> None:
    """Raise Problem where the word for an age and the birthday cannot both be right: a child called
    an adult is missed by every rule."""
    if born_on is not None and contradicts(age, born_on, today):
        years = age_on(born_on, today)
        raise Problem(
            WRONG_WORD.format(years=f"{years} year{'' if years == 1 else 's'} old"), "age"
        )


def is_supervisor(by: By, case: Case) -> bool:
    """Whether whoever acts may confirm supervision of a case: they manage it and do not work on it
    themselves. Jobs of the system do not supervise."""
    user = user_of(by)
    if user is None or user.person_id == (case.worker_id or case.lead_person_id):
        return False
    return may_touch(user, May.MANAGE_CASES, case.guard_id, case.reference)


def let_in(guard: Guard, person_id: int | None, today: dt.date) -> None:
    """Let somebody work on what stands behind a guard, from today, once."""
    if person_id is None:
        return
    there = Involvement.objects.filter(guard=guard, person_id=person_id, item="", to_on=None)
    if not there.exists():
        Involvement.objects.create(guard=guard, person_id=person_id, from_on=today)


def _records(case: Case) -> list[Guard]:
    wanted = case.subjects.exclude(subject="").values_list("subject", flat=True)
    rows = Subject.objects.filter(reference__in=list(wanted), guard__is_sealed=False)
    return [one.guard for one in rows.select_related("guard")]


def let_into_records(case: Case, today: dt.date) -> None:
    """Whoever works on a case, and their team, may read the records of the people it is about. A
    sealed record opens to nobody by this."""
    for guard in _records(case):
        let_in(guard, case.worker_id, today)
        is_ours = guard.agency_id == case.guard.agency_id
        if is_ours and guard.team_id is None and case.team_id is not None:
            Guard.objects.filter(pk=guard.pk).update(team=case.team_id)


def take_out_of_records(case: Case, person_id: int | None, last_on: dt.date) -> None:
    """A former worker no longer reads the records of people, save where another open case of
    theirs is about them."""
    if person_id is not None:
        others = _open_cases_of(person_id).exclude(pk=case.pk)
        _end_work([one.pk for one in _records(case)], person_id, others, last_on)


def take_out_of_record(case: Case, subject: str, last_on: dt.date) -> None:
    """The worker of a case and their team no longer read a record that it is not about after all,
    save where an open case of theirs is. A record that the team began itself stays with it."""
    if case.worker_id is not None:
        guards = Subject.objects.filter(reference=subject).values_list("guard", flat=True)
        _end_work(list(guards), case.worker_id, _open_cases_of(case.worker_id), last_on)
    if case.team_id is not None:
        _end_team(subject, case.team_id)


def _end_team(subject: str, team_id: int) -> None:
    ours = Case.objects.filter(team=team_id).exclude(state=CaseState.CLOSED)
    if CaseSubject.objects.filter(case__in=ours, subject=subject).exists():
        return
    began = User.objects.filter(person__team=team_id).values("reference")
    records = Subject.objects.filter(reference=subject).exclude(by_ref__in=began)
    Guard.objects.filter(pk__in=records.values("guard"), team=team_id).update(team=None)


def _open_cases_of(person_id: int) -> QuerySet[Case]:
    return Case.objects.filter(worker_id=person_id).exclude(state=CaseState.CLOSED)


def _end_work(
    guards: Sequence[int], person_id: int, others: QuerySet[Case], last_on: dt.date
) -> None:
    kept = CaseSubject.objects.filter(case__in=others).exclude(subject="")
    still = Subject.objects.filter(reference__in=kept.values("subject")).values("guard")
    works = Involvement.objects.filter(guard__in=guards, person_id=person_id, item="", to_on=None)
    works.exclude(guard__in=still).update(to_on=last_on)


def still_open(case: Case) -> None:
    """Raise Problem where a case is closed."""
    if case.state == CaseState.CLOSED:
        raise Problem("This case is closed. Open it again first, with a reason.")


def in_words(words: str, missing: str, field: str) -> str:
    """What was written, trimmed. Raises Problem where nothing was."""
    if not words.strip():
        raise Problem(missing, field)
    return words.strip()


def begin_session_clocks(
    by: By, case: Case, kinds: tuple[SessionKind, ...], started_on: dt.date, may: May
) -> None:
    """Start the clocks of the next supervision and review, owed by whoever works on the case."""
    for kind in kinds:
        entry = limit_on(CODES[kind], started_on)
        new = NewClock(
            kind=KINDS[kind],
            about=case.reference,
            started_on=started_on,
            due_on=next_session(case, kind, started_on),
            rule_code=entry.code,
            rule_hash=entry.content_hash,
            person_id=case.worker_id or case.lead_person_id,
        )
        start(by, case.guard, new, may)


def end_own_clocks(
    by: By, about: str, on: dt.date, may: May, kinds: tuple[ClockKind, ...] = (), code: str = ""
) -> None:
    """End running clocks about one record: kept, or cancelled where `code` says why."""
    rows = open_for([about])
    for clock in rows.filter(kind__in=kinds) if kinds else rows:
        if code:
            cancel(by, clock.reference, on, code, may)
        else:
            keep(by, clock.reference, on, may)
