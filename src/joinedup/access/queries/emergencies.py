"""Emergency access as those who used it, those concerned and those who review it see it.

References, agencies and names of staff only: no word of any record.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from joinedup.access.choices import May
from joinedup.access.deeds import deed_words
from joinedup.access.models import BreakGlass, Conflict, Guard, Holding, Involvement, User
from joinedup.access.permission import Refused, holds, may_touch, visible
from joinedup.access.queries.kinds import guards_about, kind_of
from joinedup.access.queries.lists import in_force
from joinedup.access.seals import passes_seal
from joinedup.access.shares import guards_along
from joinedup.audit.actor import By
from joinedup.audit.choices import Kind
from joinedup.audit.models import Entry
from joinedup.audit.recorder import record

__all__ = [
    "Emergency",
    "Opened",
    "closed_along",
    "emergencies",
    "emergencies_to_review",
    "emergency_record",
    "open_emergencies",
    "sealed_within_reach",
    "whole_of",
]

MOST_SHOWN = 500


@dataclass(frozen=True, slots=True)
class Opened:
    """Something that was opened, listed, copied or done in that time: when, what, which record."""

    at: dt.datetime
    does: str
    about: str


@dataclass(frozen=True, slots=True)
class Emergency:
    """One emergency access: the first record, what opened along with it, and what was looked at.
    The last two are empty for a reader who only works on the record."""

    first: BreakGlass
    along: tuple[BreakGlass, ...]
    opened: tuple[Opened, ...]
    is_cut: bool = False


def sealed_within_reach(user: User, reference: str) -> list[Guard]:
    """Sealed guards before a record that this user may open in an emergency."""
    rows = guards_about(reference.strip().upper()).filter(is_sealed=True)
    return list(visible(user, May.BREAK_GLASS, rows, guard="pk").order_by("pk"))


def closed_along(user: User, guards: Sequence[Guard]) -> list[Guard]:
    """Guards that an emergency at these reaches too, within the user's reach, and that are closed to
    them now. A conflict of interest keeps any of them closed."""
    wanted = Guard.objects.filter(pk__in=guards_along([one.pk for one in guards]))
    rows = visible(user, May.BREAK_GLASS, wanted.select_related("agency"), guard="pk")
    return [one for one in rows.order_by("pk") if not may_touch(user, May.READ_CASES, one.pk)]


def open_emergencies(user: User, guard: Guard, now: dt.datetime) -> QuerySet[BreakGlass]:
    """Emergency accesses of this user to this guard that have not run out."""
    return BreakGlass.objects.filter(user=user, guard=guard, expires_at__gt=now)


def whole_of(first: BreakGlass) -> QuerySet[BreakGlass]:
    """An emergency access with all that opened along."""
    return BreakGlass.objects.filter(Q(pk=first.pk) | Q(opened_with=first.pk))


def emergencies(user: User, only: str = "") -> QuerySet[BreakGlass]:
    """Emergency accesses that the reader may review or made themselves, newest first, each once
    however many records opened along; `only` is "" (all) or "waiting" (not reviewed yet)."""
    own = Q(user=user)
    if holds(user, May.SET_ACCESS):
        within = visible(user, May.SET_ACCESS, Guard.objects.all(), guard="pk")
        closed = Conflict.objects.filter(
            person=user.person_id, ended_at__isnull=True, guard=OuterRef("guard")
        )
        shut = BreakGlass.objects.filter(Exists(closed), opened_with=OuterRef("pk"))
        own |= Q(guard__in=within.values("pk")) & ~Q(Exists(shut))
    rows = BreakGlass.objects.filter(own, opened_with__isnull=True).select_related(
        "guard__agency", "user__person__agency", "reviewed_by__person"
    )
    if only == "waiting":
        rows = rows.filter(reviewed_by__isnull=True)
    return rows.order_by("-opened_at", "-pk")


def emergencies_to_review(user: User) -> int:
    """How many emergency accesses wait for this reader's review: not their own."""
    if not holds(user, May.SET_ACCESS):
        return 0
    return int(emergencies(user, "waiting").exclude(user=user).count())


def emergency_record(by: By, reference: str) -> Emergency:
    """One emergency access, for its reviewers, the one who made it and those who work behind the
    guard; recorded as seen. Raises Refused."""
    today, user = timezone.localdate(), by.user
    with transaction.atomic():
        held = Holding.objects.filter(in_force(today), person=user.person_id)
        by_post = Q(post__in=held.values("post")) & passes_seal(held)
        mine = Q(person=user.person_id) | by_post
        works = Involvement.objects.filter(in_force(today), mine, item="", guard=OuterRef("guard"))
        blocked = Conflict.objects.filter(
            guard=OuterRef("guard"), person=user.person_id, ended_at__isnull=True
        )
        rows = BreakGlass.objects.select_related(
            "guard__agency", "user__person__agency", "reviewed_by__person"
        )
        wide = emergencies(user)
        found = (
            rows.filter(Q(Exists(works)) | Q(pk__in=wide.values("pk")))
            .exclude(Exists(blocked))
            .filter(reference=reference)
            .first()
        )
        if found is None:
            raise Refused("No such record.")
        record(by, "emergency.open", reference, Kind.SAW)
    if found.opened_with_id is not None or not wide.filter(pk=found.pk).exists():
        return Emergency(found, (), ())
    along = tuple(found.along.select_related("guard").order_by("pk"))
    shown = _opened([found, *along])
    return Emergency(found, along, shown[:MOST_SHOWN], len(shown) > MOST_SHOWN)


def _opened(rows: Sequence[BreakGlass]) -> tuple[Opened, ...]:
    """What was opened of these records while they were open to whoever asked, oldest first."""
    first = rows[0]
    entries = Entry.objects.filter(
        by_ref=first.user.reference,
        at__gte=first.opened_at,
        at__lte=max(one.expires_at for one in rows),
    ).order_by("at", "pk")
    deeds = list(entries.values_list("at", "verb", "kind", "chain", "detail"))
    inside = _behind({chain for *_, chain, _ in deeds}, rows)
    names = {f'"{one}"' for one in inside}
    found = []
    for at, verb, kind, chain, detail in deeds:
        if chain in inside:
            found.append(Opened(at, deed_words(verb, kind), chain))
        elif kind in (Kind.LISTED, Kind.EXPORTED) and any(one in detail for one in names):
            shown = [one for one in json.loads(detail).get("shown", ()) if one in inside]
            found.append(Opened(at, deed_words(verb, kind), ", ".join(shown)))
    return tuple(found)


def _behind(chains: Iterable[str], rows: Sequence[BreakGlass]) -> set[str]:
    """Which of these references name something behind the guards that were opened."""
    guards = [one.guard_id for one in rows]
    found = {one.guard.about or one.guard.reference for one in rows}
    by_kind: dict[str, list[str]] = {}
    for one in chains:
        by_kind.setdefault(one.split("-")[0], []).append(one)
    for references in by_kind.values():
        kind = kind_of(references[0])
        if kind is not None:
            wanted = {"reference__in": references, f"{kind.guard}__in": guards}
            found |= set(kind.rows.filter(**wanted).values_list("reference", flat=True))
    return found - {one.reference for one in rows}
