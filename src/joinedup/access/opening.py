"""What a person of some roles reaches: guards, single items, and what stays closed to them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.db.models import BooleanField, Exists, F, Func, OuterRef, Q, QuerySet, Subquery

from joinedup.access.choices import May, Reach
from joinedup.access.models import BreakGlass, Conflict, Guard, Holding, Involvement
from joinedup.access.roles import PAST_SEALS, reaches
from joinedup.access.seals import passes_seal
from joinedup.access.standing import Standing

__all__ = ["Opening", "listed", "looked_up", "opening_of"]

READ_IN_EMERGENCIES = frozenset({May.READ_PLANS, May.READ_CASES})
"""What emergency access opens: reading, never writing."""
OF_ONES_AGENCY = frozenset({Reach.OWN, Reach.AGENCY})
"""Reaches that take in what one's organisation owns as a whole."""


@dataclass(frozen=True, slots=True)
class Opening:
    """What a user reaches: whole guards, single items of their own and of their organisation, and
    the guards that a conflict closes. `shut` are the guards that do not open to somebody who
    reaches all, those of conflicts apart: seals that they do not pass."""

    guards: QuerySet[Guard]
    shut: QuerySet[Guard] | None
    items: QuerySet[Involvement]
    agency_items: QuerySet[Involvement] | None
    blocked: QuerySet[Conflict]


class _IsAnyOf(Func):
    """Whether a column holds a value of a statement, read as one array. PostgreSQL finds such rows by
    an index also beside other conditions joined by "or", where it reads the whole table for a list."""

    template = "%(expressions)s)"
    arg_joiner = " = ANY(ARRAY"
    output_field = BooleanField()


def listed(rows: QuerySet[Any]) -> Q:
    """The guards that these rows name, as a list: for many guards."""
    named = rows.values("guard")
    if connection.vendor == "postgresql":
        return Q(_IsAnyOf(F("pk"), Subquery(named)))
    return Q(pk__in=named)


def looked_up(rows: QuerySet[Any]) -> Q:
    """The same, asked of each guard by itself: for one or a few."""
    return Q(Exists(rows.filter(guard=OuterRef("pk"))))


def opening_of(
    who: Standing,
    user_id: int,
    may: May,
    day: dt.date,
    now: dt.datetime,
    among: Callable[[QuerySet[Any]], Q] = listed,
) -> Opening | None:
    """What they reach with this permission; None where they may not do it at all."""
    reach = reaches(who.roles, may)
    if not reach:
        return None
    current = Q(from_on__lte=day) & (Q(to_on__isnull=True) | Q(to_on__gte=day))
    held = passes_seal(Holding.objects.filter(current, person=who.person_id))
    me = Q(person=who.person_id) | (Q(post__in=who.post_ids) & held)
    mine = Involvement.objects.filter(me, current)
    whole = Involvement.objects.filter(current, item="")
    scope = among(whole.filter(person=who.person_id))
    if who.post_ids:
        # apart, because each then has an index of its own
        scope |= among(whole.filter(held, post__in=who.post_ids))
    if may in READ_IN_EMERGENCIES and reaches(who.roles, May.BREAK_GLASS):
        scope |= among(BreakGlass.objects.filter(user=user_id, expires_at__gt=now))
    shut = None if may in PAST_SEALS else Guard.objects.filter(~scope, is_sealed=True)
    unsealed = Q(pk__isnull=False) if may in PAST_SEALS else Q(is_sealed=False)
    if Reach.ALL in reach:
        scope |= unsealed
    if Reach.AGENCY in reach:
        scope |= unsealed & Q(agency=who.agency_id)
    if Reach.TEAM in reach and who.team_id is not None:
        scope |= unsealed & Q(team=who.team_id)
    conflicted = Conflict.objects.filter(person=who.person_id, ended_at__isnull=True)
    blocked = conflicted.values("guard")
    # what an organisation owns is work of all its people, but passes no seal
    theirs = Involvement.objects.filter(current, agency=who.agency_id, guard__is_sealed=False)
    return Opening(
        Guard.objects.filter(scope).exclude(pk__in=blocked),
        shut,
        mine.exclude(item="").exclude(guard__in=blocked),
        theirs.exclude(guard__in=blocked) if reach & OF_ONES_AGENCY else None,
        conflicted,
    )
