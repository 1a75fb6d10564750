"""The audit record for people: who has seen one record, and a search over everything.

No words of any record are here, only references; names are looked up when somebody reads. Each
look is recorded in the transaction that makes it.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from joinedup.access.choices import May
from joinedup.access.deeds import deed_words
from joinedup.access.models import User
from joinedup.access.permission import Refused, holds
from joinedup.access.queries.kinds import parts_of, readable
from joinedup.access.queries.readers import Readers, page_of, readers_of
from joinedup.audit.actor import By
from joinedup.audit.choices import ByKind, Kind
from joinedup.audit.models import Entry, Seal, SealedEntry
from joinedup.audit.recorder import record
from joinedup.audit.seals import last_seal
from joinedup.audit.triggers import missing
from joinedup.audit.verify import problems

__all__ = [
    "Deed",
    "RecordState",
    "Search",
    "Sight",
    "accounts_to_choose",
    "audit_search",
    "record_state",
    "verified",
    "who_has_seen",
]

ROWS = 50


@dataclass(frozen=True, slots=True)
class Deed:
    """One line: when, who, what, about which reference. `listed` counts what a list showed."""

    at: dt.datetime
    who: str
    who_ref: str
    does: str
    about: str
    kind: str
    listed: int = 0


@dataclass(frozen=True, slots=True)
class Sight:
    """Who has seen one record: all readers in a few lines, and a page of deeds, newest first.
    `address` is that of the record's own page, where it has one."""

    reference: str
    page: Page[Entry]
    deeds: list[Deed]
    readers: Readers
    address: str


@dataclass(frozen=True, slots=True)
class Search:
    """What the information-governance officer asks for; empty parts do not narrow."""

    reference: str = ""
    person: str = ""
    kind: str = ""
    from_on: dt.date | None = None
    to_on: dt.date | None = None

    def codes(self) -> str:
        """The search as it is recorded itself."""
        parts = {
            "reference": self.reference,
            "person": self.person,
            "kind": self.kind,
            "from": self.from_on,
            "to": self.to_on,
        }
        return "&".join(f"{name}={value}" for name, value in parts.items() if value)


@dataclass(frozen=True, slots=True)
class RecordState:
    """How the record stands: entries, those that no seal covers yet, the newest seal, triggers
    that should stand and do not."""

    entries: int
    unsealed: int
    seal: Seal | None
    missing_triggers: list[str]


def who_has_seen(by: By, reference: str, number: str | None, kind: str = "") -> Sight:
    """Who opened, changed or copied one record, or saw it in a list. Its files count as part of it.

    Raises Refused where it is absent or the reader may not read it.
    """
    with transaction.atomic():
        if not holds(by.user, May.SEE_WHO_SAW) or not readable(by.user, reference):
            raise Refused("No such record.")
        record(by, "access.who", reference, Kind.SAW)
    rows = Entry.objects.filter(
        Q(chain__in=[reference, *parts_of(by.user, reference)])
        | Q(kind__in=[Kind.LISTED, Kind.EXPORTED], detail__contains=f'"{reference}"')
    )
    readers = readers_of(rows)
    if kind in Kind.values:
        rows = rows.filter(kind=kind)
    page = Paginator(rows.order_by("-at", "-pk"), ROWS).get_page(number)
    return Sight(reference, page, _deeds(page), readers, page_of(reference))


def audit_search(by: By, search: Search, number: str | None) -> tuple[Page[Entry], list[Deed]]:
    """One page of the record, newest first. Raises Refused for those who may not read it."""
    with transaction.atomic():
        if not holds(by.user, May.READ_AUDIT):
            raise Refused("No such page.")
        record(by, "audit.search", f"list:{by.ref}", Kind.LISTED, query=search.codes())
        page = Paginator(_found(search).order_by("-at", "-pk"), ROWS).get_page(number)
        return page, _deeds(page)


def _found(search: Search) -> QuerySet[Entry]:
    rows = Entry.objects.all()
    if search.reference:
        rows = rows.filter(chain=search.reference)
    if search.person:
        rows = rows.filter(by_ref=search.person)
    if search.kind:
        rows = rows.filter(kind=search.kind)
    if search.from_on:
        rows = rows.filter(at__gte=_midnight(search.from_on))
    if search.to_on:
        rows = rows.filter(at__lt=_midnight(search.to_on + dt.timedelta(days=1)))
    return rows


def _midnight(day: dt.date) -> dt.datetime:
    return timezone.make_aware(dt.datetime.combine(day, dt.time()))


def _deeds(entries: Iterable[Entry]) -> list[Deed]:
    """Entries in words; the names of who acted in one statement."""
    shown = list(entries)
    names = _names([one.by_ref for one in shown if one.by_kind == ByKind.USER])
    return [
        Deed(
            at=one.at,
            who=_who(one, names),
            who_ref=one.by_ref,
            does=deed_words(one.verb, one.kind),
            about="" if ":" in one.chain else one.chain,
            kind=Kind(one.kind).label,
            listed=len(json.loads(one.detail).get("shown", ())),
        )
        for one in shown
    ]


def _names(references: Sequence[str]) -> dict[str, str]:
    rows = User.objects.filter(reference__in=set(references))
    return dict(rows.values_list("reference", "person__name"))


def _who(entry: Entry, names: dict[str, str]) -> str:
    if entry.by_kind == ByKind.USER:
        return names.get(entry.by_ref, entry.by_ref)
    if entry.by_kind == ByKind.SYSTEM:
        return "Joined Up itself"
    return "Somebody with a link" if entry.by_kind == ByKind.LINK else "Somebody not signed in"


def accounts_to_choose() -> list[tuple[str, str]]:
    """(reference, name) of every account, open or closed, by name."""
    rows = User.objects.order_by("person__name", "pk")
    return [(str(ref), str(name)) for ref, name in rows.values_list("reference", "person__name")]


def record_state(by: By) -> RecordState:
    """How the record stands; the look is recorded. Raises Refused."""
    with transaction.atomic():
        if not holds(by.user, May.READ_AUDIT):
            raise Refused("No such page.")
        record(by, "audit.state", "audit", Kind.SAW)
    entries, sealed = Entry.objects.count(), SealedEntry.objects.count()
    return RecordState(entries, entries - sealed, last_seal(), missing())


def verified(by: By, outside: Mapping[int, str]) -> list[str]:
    """Check the whole record now: a sentence for each thing that does not hold, empty where all
    does. `outside` is number → digest of seals kept elsewhere.

    The checking runs outside any transaction, because it reads everything and nobody should wait
    for it to write; that it was done, and how much was wrong, is recorded before it is told.
    """
    if not holds(by.user, May.READ_AUDIT):
        raise Refused("No such page.")
    found = problems(outside)
    with transaction.atomic():
        record(by, "audit.verify", "audit", Kind.SAW, wrong=len(found))
    return found
