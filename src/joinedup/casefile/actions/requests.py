"""Somebody asks to see their records: what is asked for, and the pack made of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils import timezone

from joinedup.access.choices import May
from joinedup.access.permission import Refused, check
from joinedup.access.problems import Problem
from joinedup.audit.actor import By
from joinedup.audit.choices import Kind
from joinedup.audit.recorder import action, record
from joinedup.casefile.choices import EventSort, Part
from joinedup.casefile.models import AccessRequest
from joinedup.casefile.queries.limits import access_limit
from joinedup.subjects.models import Subject

__all__ = ["NewRequest", "ask_for_records", "note_pack"]

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
    subject = Subject.objects.filter(reference=new.about.strip().upper()).first()
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
    record(by, "casefile.ask_for_records", made.reference, about=made.about)
    return made


@action
def note_pack(
    by: By,
    reference: str,
    file_form: str,
    entries: int,
    left_out: Sequence[str],
    may: May = May.GOVERN_RECORDS,
) -> AccessRequest:
    """Keep that the pack was made and taken as a file, how many events it holds, and what was left
    out and why. `left_out` are sentences with numbers and without names."""
    row = AccessRequest.objects.select_for_update(of=("self",)).filter(reference=reference).first()
    if row is None:
        raise Refused("No such record.")
    check(by, may, row.guard_id, row.about)
    row.entries, row.left_out = entries, list(left_out)
    row.made_at, row.made_by = timezone.now(), by.user
    row.save(update_fields=["entries", "left_out", "made_at", "made_by"])
    record(by, "casefile.pack", reference, Kind.EXPORTED, form=file_form, entries=entries)
    return row
