"""Concerns of an older system: old references kept, duplicates named, never merged."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from django.utils import timezone

from joinedup.access.choices import May
from joinedup.access.permission import check_any
from joinedup.access.problems import Problem
from joinedup.audit.actor import By
from joinedup.audit.recorder import action, record
from joinedup.concerns.actions.deciding import decide
from joinedup.concerns.actions.submitting import submit
from joinedup.concerns.models import Concern, ConcernPerson
from joinedup.concerns.queries.rulebook import legacy_kinds_on, types_on
from joinedup.concerns.queries.signs import signs_in
from joinedup.concerns.rules.legacy import LegacyRow, WhyOpen, read_row
from joinedup.concerns.rules.routing import needs
from joinedup.concerns.writing import facts_of

__all__ = ["Loaded", "load_row"]

LOADED_REASON = "Decided in the older system"


@dataclass(frozen=True, slots=True)
class Loaded:
    """What became of a row: its concern, whether it was there already, whether it stands in the
    queue, concerns that may be about the same matter (for a person to look at), as what it was ended,
    and why it was not."""

    reference: str
    is_new: bool
    is_open: bool
    perhaps_same: tuple[str, ...] = ()
    ended_as: str = ""
    why_open: str = ""


@action
def load_row(by: By, row: Mapping[str, str]) -> Loaded:
    """Take one row of an older system in. A reference that is there already is left as it is.

    What the older system had ended is ended here only where every kind could be read, no rule asks
    for a referral, and the words show no sign of exploitation about somebody of that age: else it
    comes into the queue whatever they had decided. Raises ValueError for a row without reference or
    words, Problem for what `submit` refuses.
    """
    check_any(by, May.TRIAGE)
    today = timezone.localdate()
    titles = {one.code: one.title for one in types_on(today)}
    read = read_row(row, titles, legacy_kinds_on(today), today)
    there = Concern.objects.filter(old_reference=read.new.old_reference).first()
    if there is not None:
        record(by, "concerns.load", there.reference, is_new=False)
        return Loaded(there.reference, is_new=False, is_open=there.ending == "")
    same = _perhaps_same(read)
    made = submit(by, read.new)
    concern = Concern.objects.get(reference=made.reference)
    why = _why_open(concern, read, today)
    if read.ending is not None and not why:
        reason = f"{LOADED_REASON}. {read.reason}".strip()
        try:
            decide(by, made.reference, read.ending, reason, version=concern.version)
        except Problem:
            why = WhyOpen.OTHER
    ended_as = str(read.ending.label) if read.ending is not None and not why else ""
    record(by, "concerns.load", made.reference, is_new=True, same=len(same), why_open=str(why))
    return Loaded(made.reference, True, bool(why), same, ended_as, str(why))


def _why_open(concern: Concern, read: LegacyRow, today: dt.date) -> WhyOpen | Literal[""]:
    if read.ending is None:
        return WhyOpen.UNDECIDED
    if read.unread_kinds:
        return WhyOpen.KINDS
    if needs(facts_of(concern, today)):
        return WhyOpen.SENDING
    return WhyOpen.SIGNS if signs_in(concern, concern.reports.all(), today) else ""


def _perhaps_same(read: LegacyRow) -> tuple[str, ...]:
    names = [one.name for one in read.new.people if one.name]
    rows = ConcernPerson.objects.filter(name__in=names) if names else ConcernPerson.objects.none()
    born = [one.born_on for one in read.new.people if one.born_on]
    if born:
        rows = rows.filter(born_on__in=born)
    return tuple(rows.values_list("concern__reference", flat=True).distinct().order_by("pk")[:5])
