"""What a user is today: roles, organisation, team, person and posts."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import lru_cache

from django.db import connection
from django.db.models import Q, Value
from django.utils import timezone

from joinedup.access.choices import Role
from joinedup.access.models import Grant, Holding, User

__all__ = ["Standing", "standing", "today"]


SOMEBODY, SOME_USER, SOME_DAY = -11, -14, dt.date(2, 1, 1)
"""Stand-ins in a statement that is written once: a person, a user, today."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What a user is today: roles, agency, team, person and posts. Loaded once a request."""

    roles: frozenset[Role]
    person_id: int
    agency_id: int
    team_id: int | None
    post_ids: tuple[int, ...]


def today() -> dt.date:
    """Today's date in London."""
    return timezone.localdate()


def standing(user: User) -> Standing:
    """What this user is today; no roles once they have left. One statement, kept on the user
    object for the request."""
    kept: Standing | None = getattr(user, "_standing", None)
    if kept is not None:
        return kept
    now = today()
    rows = _grants_and_posts(user, now)
    is_here = user.is_active and (user.person.left_on is None or user.person.left_on >= now)
    found = Standing(
        roles=frozenset(Role(role) for role, _ in rows if role) if is_here else frozenset(),
        person_id=user.person_id,
        agency_id=user.person.agency_id,
        team_id=user.person.team_id,
        post_ids=tuple(post for _, post in rows if post),
    )
    user._standing = found  # type: ignore[attr-defined]
    return found


@lru_cache(maxsize=4)
def _written(vendor: str) -> tuple[str, tuple[object, ...]]:
    """Roles (with 0) and posts (with no role) that stand-ins hold, written once for all requests:
    each of them asks, and writing this takes longer than answering it."""
    in_force = Q(from_on__lte=SOME_DAY) & (Q(to_on__isnull=True) | Q(to_on__gte=SOME_DAY))
    granted = Grant.objects.filter(in_force, user=SOME_USER).values_list("role", Value(0))
    held = Holding.objects.filter(in_force, person=SOMEBODY).values_list(Value(""), "post")
    return granted.union(held, all=True).query.sql_with_params()


def _grants_and_posts(user: User, day: dt.date) -> list[tuple[str, int]]:
    sql, values = _written(connection.vendor)
    adapt = connection.ops.adapt_datefield_value
    own = {SOMEBODY: user.person_id, SOME_USER: user.pk, adapt(SOME_DAY): adapt(day)}
    with connection.cursor() as cursor:
        cursor.execute(sql, [own.get(one, one) for one in values])  # type: ignore[call-overload]
        return [(role, post) for role, post in cursor.fetchall()]
