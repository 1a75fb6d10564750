"""Somebody asks to see their records: what is asked for, and by when."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from joinedup.access.choices import May
from joinedup.access.permission import Refused, check
from joinedup.access.problems import Problem
from joinedup.audit.actor import By, system
from joinedup.audit.recorder import action, record
from joinedup.casefile.choices import EventSort, Part
from joinedup.casefile.models import AccessRequest
from joinedup.casefile.queries.limits import ACCESS, access_limit
from joinedup.clocks.actions import NewClock, start
from joinedup.clocks.choices import ClockKind
from joinedup.subjects.models import Subject

__all__ = ["NewRequest", "ask_for_records"]

NEVER = frozenset({Part.OTHERS, Part.REPORTERS})
"""What no pack holds: the names of other people and of those who reported."""


@dataclass(frozen=True, slots=True)
class NewRequest:
    """What somebody asks to see."""

    about: str
    received_on: dt.date
    parts: Iterable[Part] = ()
    sorts: Iterable[str] = ()
    from_on: dt.date | None = None
    to_on: dt.date | None = None


@action
def ask_for_records(
    by: By, new: NewRequest, *, today: dt.date, may: May = May.GOVERN_RECORDS
) -> AccessRequest:
    """Note a request to see records, with the day by which it is answered. Raises Problem for a
    record that is not there (or not theirs to know of), and for a day to come."""
    subject = (
        Subject.objects.select_related("guard").filter(reference=new.about.strip().upper()).first()
    )
    if subject is None:
        raise Refused("No such record.")
    check(by, may, subject.guard_id, subject.reference)
    if new.received_on > today:
        raise Problem("This day is still to come.", "received_on")
    due_on, rule_hash = access_limit(new.received_on)
    made = AccessRequest.objects.create(
        guard_id=subject.guard_id, about=subject.reference, received_on=new.received_on,
        due_on=due_on, rule_hash=rule_hash, from_on=new.from_on, to_on=new.to_on,
        parts=sorted(str(one) for one in new.parts if one not in NEVER),
        sorts=sorted(one for one in new.sorts if one in EventSort.values), asked_by=by.user,
    )  # fmt: skip
    start(
        system("request"),
        subject.guard,
        NewClock(
            kind=ClockKind.ACCESS, about=made.reference, started_on=new.received_on, due_on=due_on,
            rule_code=ACCESS, rule_hash=rule_hash, person_id=by.user.person_id,
        ),
        may,
    )  # fmt: skip
    record(by, "casefile.ask_for_records", made.reference, about=made.about)
    return made
