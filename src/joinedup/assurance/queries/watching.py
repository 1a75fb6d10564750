"""What somebody who answers for others looks at: how many stand how, and what their team is late with."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db import connection
from django.db.models import Q, QuerySet

from joinedup.access.choices import May
from joinedup.access.models import User
from joinedup.access.permission import standing, visible
from joinedup.access.prepared import filled, written
from joinedup.assurance.models import Action, Owner
from joinedup.assurance.queries.lines import Line, lines_of
from joinedup.assurance.queries.narrowing import OPEN, narrowed
from joinedup.assurance.rules.look import Look

__all__ = ["MOST", "WATCHED", "counts", "team_late"]

MOST = 1_000
WATCHED = {
    "overdue": Look(due="overdue"),
    "30": Look(due="30"),
    "quiet": Look(quiet=True),
    "declared": Look(declared=True),
}
"""What is counted, as the looks at the register that show it."""


def counts(user: User, today: dt.date) -> dict[str, int]:
    """How many actions the reader may see of each kind in `WATCHED`, counted to `MOST` and one
    more. One statement."""
    parts: list[str] = []
    values: list[Any] = []
    for look in WATCHED.values():
        found = written(_watched, user, (), (look, today))
        parts.append(f"(SELECT COUNT(*) FROM ({found.sql}) c)" if found else "0")  # noqa: S608 # nosec B608
        values += filled(found, user) if found else []
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {', '.join(parts)}", values)
        return dict(zip(WATCHED, cursor.fetchone(), strict=True))


def _watched(user: User, look: Look, day: dt.date) -> QuerySet[Action, Any]:
    seen = visible(user, May.READ_PLANS, Action.objects.all())
    return narrowed(seen, look, user, day).order_by().values("pk")[: MOST + 1]


def team_late(user: User, today: dt.date, most: int = 20) -> list[Line]:
    """What the reader's team is late with, other than the reader's own; longest first."""
    who = standing(user)
    if who.team_id is None:
        return []
    theirs = Owner.objects.filter(
        Q(person__team=who.team_id) | Q(post__team=who.team_id), to_on__isnull=True
    ).exclude(person=who.person_id)
    late = Action.objects.filter(OPEN, next_on__lt=today, pk__in=theirs.values("action"))
    return lines_of(visible(user, May.READ_PLANS, late).order_by("next_on", "pk")[:most], today)
