"""A handover as the next worker reads it: the summary, what is still open, and the chronology."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from joinedup.access.models import User
from joinedup.access.permission import Refused
from joinedup.audit.actor import By
from joinedup.casefile.queries.chronology import Chronology, chronology_of
from joinedup.casefile.queries.person import PersonRecords, person_to
from joinedup.casefile.rules.events import Wanted
from joinedup.cases.models import Case, FollowUp, PlanItem, Transfer
from joinedup.cases.queries.one import case_to
from joinedup.clocks.models import Clock
from joinedup.clocks.queries import running
from joinedup.subjects.models import Subject

__all__ = ["Handover", "handover_to"]


@dataclass(frozen=True, slots=True)
class Handover:
    """One handover for its reader. `untied` are the people of the case whose record is not known or
    not open to them: their chronology is not in it."""

    case: Case
    row: Transfer
    chronology: Chronology
    items: list[PlanItem]
    others: list[FollowUp]
    clocks: list[Clock]
    untied: tuple[str, ...]
    is_to_sign: bool


def handover_to(by: By, reference: str, handover: int, today: dt.date) -> Handover:
    """A handover for somebody who may read its case; recorded as opened. The chronology is that of
    the person whom the case is about, with all that this reader may see; where their record is not
    tied or closed, that of the case alone. Raises Refused."""
    case = case_to(by, reference)
    rows = Transfer.objects.select_related("from_person", "to_person", "read_by__person")
    row = rows.filter(case=case, pk=handover).first()
    if row is None:
        raise Refused("No such record.")
    people = list(case.subjects.order_by("-is_main", "pk"))
    main = people[0] if people else None
    records = _records(by, main.subject if main else "", today)
    whole = records or PersonRecords(Subject(reference=""), (), (), case.name)
    found = chronology_of(by, whole, Wanted(oldest_first=True), today, [case.pk])
    user: User = by.user
    return Handover(
        case=case,
        row=row,
        chronology=found,
        items=list(case.items.filter(ended_on=None).order_by("due_on", "pk")),
        others=list(case.follow_ups.filter(ended_on=None).order_by("due_on", "pk")),
        clocks=list(running().filter(guard=case.guard_id)),
        untied=tuple(
            one.name for one in people if not one.subject or (one == main and not records)
        ),
        is_to_sign=row.read_at is None and row.to_person_id == user.person_id,
    )


def _records(by: By, subject: str, today: dt.date) -> PersonRecords | None:
    if not subject:
        return None
    try:
        return person_to(by, subject, today)
    except Refused:
        return None
