"""Rows of a file as one reader meets them: open, restricted with whom to speak to, or absent.

What a conflict of interest closes, and what a seal closes, is left out before anything is counted.
"""

from __future__ import annotations

import datetime as dt
from typing import Any, TypeVar

from django.db import models
from django.db.models import Case, F, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce, NullIf

from joinedup.access.choices import May
from joinedup.access.models import Conflict, Involvement, User
from joinedup.access.permission import Refused, reach_of, standing
from joinedup.subjects.queries.known import NOBODY_NAMED

__all__ = ["shown_to", "speak_to"]

Row = TypeVar("Row", bound=models.Model)


def shown_to(
    user: User,
    rows: QuerySet[Row],
    today: dt.date,
    guard: str = "guard",
    item: str = "reference",
    may: May = May.READ_CASES,
) -> QuerySet[Any]:
    """The rows with `is_open`, and for those that are not open `ask_post` and `ask_agency`: whom to
    speak to. Raises Refused for readers who may not do `may` at all."""
    inside = reach_of(user, may, guard, item)
    if inside is None:
        raise Refused("No such page.")
    me = standing(user).person_id
    conflicts = Conflict.objects.filter(person=me, ended_at__isnull=True)
    works = Involvement.objects.filter(
        Q(to_on__isnull=True) | Q(to_on__gte=today), guard=OuterRef(guard), post__isnull=False
    )
    found = rows.exclude(**{f"{guard}__in": conflicts.values("guard")})
    found = found.filter(inside | Q(**{f"{guard}__is_sealed": False}))
    return found.annotate(
        is_open=Case(When(inside, then=Value(True)), default=Value(False)),
        ask_post=Subquery(works.order_by("pk").values("post__title")[:1]),
        ask_agency=Coalesce(
            NullIf(F(f"{guard}__agency__short_name"), Value("")), F(f"{guard}__agency__name")
        ),
    )


def speak_to(row: Any) -> str:
    """Whom to speak to about a row that is not open: a post that works on it, else the safeguarding
    lead of the organisation whose record it is."""
    return row.ask_post or f"{NOBODY_NAMED} of {row.ask_agency}"
