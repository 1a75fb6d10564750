"""Who has seen one record, in a few lines: how many people, of which organisations and roles, and
when last. Counted over everything, whatever part of the list is on screen."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Max, QuerySet
from django.urls import NoReverseMatch, reverse
from django.utils import timezone

from joinedup.access.choices import Role
from joinedup.access.models import Grant, User
from joinedup.access.queries.kinds import kind_of
from joinedup.access.queries.lists import in_force
from joinedup.audit.choices import ByKind, Kind
from joinedup.audit.models import Entry

__all__ = ["Group", "Readers", "page_of", "readers_of"]


@dataclass(frozen=True, slots=True)
class Group:
    """People of one organisation: how many, how often they came, and when last."""

    name: str
    people: int
    times: int
    last_at: dt.datetime


@dataclass(frozen=True, slots=True)
class Readers:
    """Everybody who has seen a record. `roles` is (role, how many people hold it now), somebody
    with two roles in both; `unnamed` how often it was seen without an account."""

    people: int
    last_at: dt.datetime | None
    groups: tuple[Group, ...]
    roles: tuple[tuple[str, int], ...]
    unnamed: int


LOOKED_WHO = "access.who"
"""Whoever looked at who has seen a record has not seen the record by that."""


def readers_of(rows: QuerySet[Entry]) -> Readers:
    """The readers in these entries of the audit record; who was refused has not seen anything.
    Three statements."""
    found = list(
        rows.exclude(kind=Kind.REFUSED)
        .exclude(verb=LOOKED_WHO)
        .order_by()
        .values_list("by_kind", "by_ref")
        .annotate(times=Count("pk"), last=Max("at"))
    )
    said = {ref: (times, last) for kind, ref, times, last in found if kind == ByKind.USER}
    users = list(
        User.objects.filter(reference__in=said).values_list(
            "pk", "reference", "person__agency__name"
        )
    )
    outside = (ByKind.LINK, ByKind.PUBLIC)
    return Readers(
        people=len(said),
        last_at=max((last for _, last in said.values()), default=None),
        groups=_groups(users, said),
        roles=_roles([pk for pk, _, _ in users]),
        unnamed=sum(times for kind, _, times, _ in found if kind in outside),
    )


def _groups(users: list[Any], said: dict[str, tuple[int, dt.datetime]]) -> tuple[Group, ...]:
    by_agency: dict[str, list[tuple[int, dt.datetime]]] = {}
    for _, reference, agency in users:
        by_agency.setdefault(agency, []).append(said[reference])
    groups = [
        Group(name, len(seen), sum(n for n, _ in seen), max(at for _, at in seen))
        for name, seen in by_agency.items()
    ]
    return tuple(sorted(groups, key=lambda one: (-one.people, one.name)))


def _roles(users: list[int]) -> tuple[tuple[str, int], ...]:
    held = Grant.objects.filter(in_force(timezone.localdate()), user__in=users)
    counts = dict(held.order_by().values_list("role").annotate(n=Count("user", distinct=True)))
    return tuple((role.label, counts[role.value]) for role in Role if role.value in counts)


def page_of(reference: str) -> str:
    """The address of a record that has a page named like its table; empty for others."""
    kind = kind_of(reference)
    if kind is None:
        return ""
    try:
        return reverse(str(kind.model._meta.model_name), args=[reference])
    except NoReverseMatch:
        return ""
