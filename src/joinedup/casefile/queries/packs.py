"""The pack for somebody who asks to see their records, as it stands now; and whom a name may mean."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from joinedup.access.choices import May
from joinedup.access.models import User
from joinedup.access.permission import Refused, holds, visible
from joinedup.audit.actor import By
from joinedup.casefile.choices import EventSort, Part
from joinedup.casefile.models import AccessRequest, PackCut, RecordSearch
from joinedup.casefile.queries.chronology import Chronology, chronology_to
from joinedup.casefile.queries.masking import masker_for
from joinedup.casefile.rules.copies import (
    Cut,
    Entry,
    cut_out,
    digest_of,
    entries_of,
    left_out_words,
)
from joinedup.casefile.rules.events import Wanted
from joinedup.concerns.queries.earlier import closed_records
from joinedup.subjects.choices import Band
from joinedup.subjects.models import Subject
from joinedup.subjects.queries.finding import find, is_telling, limits_on
from joinedup.subjects.queries.known import labels_of, speak_to_each
from joinedup.subjects.rules.given import Given, as_described

__all__ = ["Found", "Pack", "cuts_of", "pack_of", "people_named", "searches_lately"]

LATELY = 20
ALERTS = (Band.KNOWN, Band.POSSIBLE)


@dataclass(frozen=True, slots=True)
class Pack:
    """A pack as it stands: its events as they go out, those taken out as a whole, what is left out
    and why, and the mark of all of it."""

    label: str
    entries: tuple[Entry, ...]
    left_out: tuple[str, ...]
    digest: str


@dataclass(frozen=True, slots=True)
class Found:
    """Whom a name may mean: records that may be answered for, and whom to speak to about others."""

    people: tuple[tuple[str, str, str], ...]
    ask: tuple[str, ...]
    is_too_little: bool = False


def pack_of(by: By, row: AccessRequest, today: dt.date) -> Pack:
    """The pack for somebody who may answer the request, recorded as opened: the chosen fields,
    everybody else masked, without what was taken out by hand. Raises Refused."""
    parts = frozenset(Part(one) for one in row.parts)
    until = row.to_on or today
    wanted = Wanted(frozenset(row.sorts), row.from_on, until, oldest_first=True)
    found = chronology_to(by, row.about, wanted, today, May.GOVERN_RECORDS)
    return _packed(found, row, parts, wanted)


def _packed(found: Chronology, row: AccessRequest, parts: frozenset[Part], wanted: Wanted) -> Pack:
    masker = masker_for(found, parts)
    entries = entries_of(found.wanted, parts, masker)
    labels = dict(EventSort.choices)
    sorts_out = [labels[one] for one in found.counts if wanted.sorts and one not in wanted.sorts]
    left = left_out_words(parts, masker, sorts_out, len(found.events) - len(found.wanted))
    if found.restricted:
        left.append("Records that whoever made this pack may not open.")
    cuts = [Cut(one.event, one.words, one.reason) for one in cuts_of(row)]
    entries, said = cut_out(entries, cuts)
    left += said
    return Pack(found.records.label, tuple(entries), tuple(left), digest_of(entries, left))


def cuts_of(row: AccessRequest) -> list[PackCut]:
    """What was taken out of a pack by hand, as it was done."""
    return list(row.cuts.select_related("by__person").order_by("pk"))


def people_named(by: By, given: Given, today: dt.date) -> Found:
    """Whom a name may mean, for somebody who answers a request for records: references and names,
    no more. What a seal closes says whom to speak to; a conflict of interest shows nothing. The
    caller records the search. Raises Refused."""
    user = by.user
    if not holds(user, May.GOVERN_RECORDS):
        raise Refused("No such page.")
    of = as_described(given, today)
    if not is_telling(of):
        return Found((), (), is_too_little=True)
    hits = find(of, limits_on(today), without=sorted(closed_records(user)))
    numbers = [one.subject_id for one in hits if one.answer.band in ALERTS]
    rows: dict[int, Any] = {one.pk: one for one in Subject.objects.filter(pk__in=numbers)}
    seen = visible(user, May.GOVERN_RECORDS, Subject.objects.filter(pk__in=numbers))
    opened = set(seen.values_list("pk", flat=True))
    labels = labels_of(sorted(opened))
    closed = [rows[one].guard_id for one in numbers if one not in opened]
    people = tuple(
        (
            rows[one].reference,
            labels[one],
            rows[one].born_on.isoformat()[:4] if rows[one].born_on else "",
        )
        for one in numbers
        if one in opened
    )
    return Found(people, tuple(sorted(set(speak_to_each(closed).values()))))


def searches_lately(user: User) -> list[RecordSearch]:
    """The last searches by name, for those who govern records."""
    if not holds(user, May.GOVERN_RECORDS):
        return []
    rows = RecordSearch.objects.select_related("by__person").order_by("-pk")
    return list(rows[:LATELY])
