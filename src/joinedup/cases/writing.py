"""What several actions on cases need: the case held, clocks of its own."""

from __future__ import annotations

import datetime as dt

from joinedup.access.choices import May
from joinedup.access.models import User
from joinedup.access.permission import Refused, check
from joinedup.access.problems import Problem
from joinedup.audit.actor import By
from joinedup.audit.choices import ByKind
from joinedup.cases.choices import CaseState, SessionKind
from joinedup.cases.models import Case
from joinedup.cases.queries.facts import CODES, limit_on, next_session
from joinedup.clocks.actions import NewClock, cancel, keep, start
from joinedup.clocks.choices import ClockKind
from joinedup.clocks.queries import open_for

__all__ = ["begin_session_clocks", "end_own_clocks", "held", "in_words", "still_open", "user_of"]

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
