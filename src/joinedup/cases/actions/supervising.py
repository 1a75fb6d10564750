"""What a manager does about those who work on cases: a supervision confirmed, a conflict of interest
noted."""

from __future__ import annotations

import datetime as dt

from joinedup.access.actions.guards import note_conflict
from joinedup.access.choices import May
from joinedup.access.models import Conflict, Person
from joinedup.access.permission import Refused, check_any
from joinedup.access.problems import Problem
from joinedup.audit.actor import By, system
from joinedup.audit.recorder import action, record
from joinedup.cases.choices import SessionKind
from joinedup.cases.models import Session
from joinedup.cases.queries.for_managers import may_be_shut_out
from joinedup.cases.shut_out import tell_managers
from joinedup.cases.writing import (
    begin_session_clocks,
    end_own_clocks,
    held,
    in_words,
    is_supervisor,
    still_open,
    user_of,
)
from joinedup.clocks.choices import ClockKind

__all__ = ["ask_for_leads", "confirm_session", "shut_out"]


@action
def confirm_session(
    by: By, reference: str, number: int, *, today: dt.date, may: May = May.MANAGE_CASES
) -> Session:
    """The supervisor confirms a supervision that somebody else recorded: now it counts, and the next
    one begins to run from its day. Raises Problem for whoever works on the case or recorded it, and
    where it is confirmed."""
    case = held(by, may, reference)
    still_open(case)
    row = Session.objects.select_for_update(of=("self",)).filter(case=case, pk=number).first()
    if row is None or row.kind != SessionKind.SUPERVISION:
        raise Refused("No such record.")
    if row.confirmed_on is not None:
        raise Problem("This supervision is confirmed already.")
    if not is_supervisor(by, case) or row.recorded_by == user_of(by):
        raise Problem("Somebody else must confirm it: whoever supervises the worker of this case.")
    row.confirmed_on, row.confirmed_by = today, user_of(by)
    row.save(update_fields=["confirmed_on", "confirmed_by"])
    newer = case.sessions.filter(
        kind=SessionKind.SUPERVISION, confirmed_on__isnull=False, held_on__gt=row.held_on
    )
    if not newer.exists():
        end_own_clocks(by, case.reference, row.held_on, may, (ClockKind.SUPERVISION,))
        begin_session_clocks(by, case, (SessionKind.SUPERVISION,), row.held_on, may)
    record(by, "cases.confirm_session", reference)
    return row


@action
def shut_out(
    by: By,
    reference: str,
    person: Person,
    reason: str,
    *,
    site: str = "",
    may: May = May.MANAGE_CASES,
) -> Conflict:
    """A manager notes that somebody who works on a case, leads it or is of its team has a conflict of
    interest: from now on they never see it, nor what else is about its people. Whoever manages the
    team is told where the case needs another lead. Raises Problem without a reason, and for anybody
    else."""
    case = held(by, may, reference)
    still_open(case)
    why = in_words(reason, "Say what the conflict of interest is.", "reason")
    user = user_of(by)
    if user is None or person.reference not in dict(may_be_shut_out(case, user)):
        raise Problem("Choose somebody of the team, or who works on this case.", "person")
    # a manager sets no seals; this one thing she may do in her own cases
    made = note_conflict(system("case"), case.guard.reference, person, why, site)
    record(by, "cases.shut_out", reference, person=person.reference)
    return made


@action
def ask_for_leads(by: By, site: str, *, today: dt.date) -> int:
    """Tell managers of cases that need another lead and of which they were not told yet, wherever the
    conflict of interest was noted. For the daily job. How many mails were new."""
    check_any(by, May.MANAGE_CASES)
    count = tell_managers(site)
    record(by, "cases.ask_for_leads", "daily", count=count, day=today)
    return count
