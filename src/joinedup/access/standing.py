"""What a user is today: roles, organisation, team, person and posts."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.db.models import Q, Value
from django.utils import timezone

from joinedup.access.choices import Role
from joinedup.access.models import Grant, Holding, User

__all__ = ["Standing", "standing", "today"]


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
    in_force = Q(from_on__lte=now) & (Q(to_on__isnull=True) | Q(to_on__gte=now))
    granted = Grant.objects.filter(in_force, user=user).values_list("role", Value(0))
    held = Holding.objects.filter(in_force, person=user.person_id).values_list(Value(""), "post")
    rows = list(granted.union(held, all=True))
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
