"""What those who set access see: guards, who works behind them, seals, conflicts, emergencies.

References, agencies and names of staff only: no word of any record.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from joinedup.access.choices import May, Role
from joinedup.access.models import (
    Conflict,
    Grant,
    Guard,
    Holding,
    Involvement,
    Person,
    Sealing,
    User,
)
from joinedup.access.permission import open_record, visible
from joinedup.access.queries.kinds import guards_about
from joinedup.access.queries.lists import in_force
from joinedup.access.seals import held_before_seal, passes_seal
from joinedup.audit.actor import By

__all__ = [
    "GuardView",
    "able",
    "addresses_to_tell",
    "guard_record",
    "guards_shown",
    "involved",
    "who_may_be_named",
]


@dataclass(frozen=True, slots=True)
class GuardView:
    """One guard: who works behind it, who may never look, each seal set and taken off."""

    guard: Guard
    involved: list[Involvement]
    former: list[Involvement]
    conflicts: list[Conflict]
    ended_conflicts: list[Conflict]
    sealings: list[Sealing]


def involved(guard: Guard, today: dt.date) -> QuerySet[Involvement]:
    """Who works today on all that is behind a guard."""
    return Involvement.objects.filter(in_force(today), guard=guard, item="")


def able(guard: Guard, today: dt.date) -> QuerySet[Involvement]:
    """Those of `involved` that open the guard to somebody: people, and posts that are held by
    somebody who passes its seal."""
    held = Holding.objects.filter(in_force(today))
    is_held = Q(Exists(held.filter(post=OuterRef("post"))))
    return involved(guard, today).filter(Q(person__isnull=False) | (is_held & passes_seal(held)))


def guards_shown(user: User, words: str = "", only: str = "") -> QuerySet[Guard]:
    """Guards within the reader's reach, sealed ones first; `words` is a reference of a record.

    `only` is "" (all), "sealed" or "conflicts". A guard closed to the reader by a conflict of
    interest is not among them.
    """
    rows = visible(user, May.SET_ACCESS, Guard.objects.all(), guard="pk")
    current = Q(conflicts__ended_at__isnull=True, conflicts__isnull=False)
    rows = rows.select_related("agency", "team").annotate(
        conflict_count=Count("conflicts", filter=current, distinct=True)
    )
    if words:
        rows = rows.filter(pk__in=guards_about(words.strip().upper()).values("pk"))
    if only == "sealed":
        rows = rows.filter(is_sealed=True)
    elif only == "conflicts":
        rows = rows.filter(conflict_count__gt=0)
    return rows.order_by("-is_sealed", "about", "pk")


def guard_record(by: By, reference: str, today: dt.date) -> GuardView:
    """One guard, recorded as seen. Raises Refused where absent or not theirs."""
    rows = Guard.objects.select_related("agency", "team")
    guard = open_record(by, May.SET_ACCESS, rows, {"reference": reference}, guard="pk")
    works = list(
        Involvement.objects.filter(guard=guard)
        .select_related("person__agency", "post__agency")
        .order_by("item", "-from_on", "pk")
    )
    now = set(Involvement.objects.filter(in_force(today), guard=guard).values_list("pk", flat=True))
    conflicts = list(guard.conflicts.select_related("person__agency").order_by("-noted_at"))
    return GuardView(
        guard=guard,
        involved=[one for one in works if one.pk in now],
        former=[one for one in works if one.pk not in now],
        conflicts=[one for one in conflicts if one.ended_at is None],
        ended_conflicts=[one for one in conflicts if one.ended_at is not None],
        sealings=list(guard.sealings.order_by("-at", "-pk")),
    )


def who_may_be_named() -> QuerySet[Person]:
    """People who have not left, to choose from."""
    return Person.objects.filter(left_on__isnull=True).select_related("agency").order_by("name")


def addresses_to_tell(guard: Guard, user: User | None, today: dt.date) -> list[str]:
    """Who is told of an emergency, or of a seal taken off: those who work behind the guard, the
    agency's own address, safeguarding leads and information-governance officers; not `user`, who
    opened it (None for a job of the system), and nobody with a conflict of interest."""
    works = involved(guard, today)
    held = Holding.objects.filter(
        in_force(today), held_before_seal(guard.sealed_at), post__in=works.values("post")
    )
    watching = Grant.objects.filter(
        in_force(today),
        user__is_active=True,
        role__in=[Role.SAFEGUARDING_LEAD, Role.INFORMATION_GOVERNANCE],
    )
    blocked = Conflict.objects.filter(guard=guard, ended_at__isnull=True).values("person")
    people = (
        Person.objects.filter(
            Q(pk__in=works.values("person"))
            | Q(pk__in=held.values("person"))
            | Q(pk__in=watching.values("user__person"))
        )
        .exclude(pk=user.person_id if user else 0)
        .exclude(pk__in=blocked)
        .exclude(left_on__lt=today)
    )
    accounts = dict(
        User.objects.filter(person__in=people, is_active=True).values_list("person_id", "email")
    )
    found = {accounts.get(one.pk, one.email) for one in people}
    found.add(guard.agency.contact_email)
    return sorted(
        address for address in found if address and (user is None or address != user.email)
    )
