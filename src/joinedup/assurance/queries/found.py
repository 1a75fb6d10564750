"""What a search of the register finds, as a statement that ends when it has enough."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

from django.db import connection
from django.db.models import QuerySet

from joinedup.access.choices import May
from joinedup.access.models import User
from joinedup.access.permission import open_guards, visible
from joinedup.access.prepared import filled, written
from joinedup.assurance.models import Action
from joinedup.assurance.queries.narrowing import narrowed
from joinedup.assurance.rules.look import SIZES, Look
from joinedup.assurance.search import asked_of, hits, holding

__all__ = ["MOST_FOUND", "found_keys"]

MOST_FOUND = 500
NONE = "SELECT 1 AS pk WHERE 1 = 0"


def found_keys(
    user: User, look: Look, today: dt.date, may: May = May.READ_PLANS
) -> tuple[str, list[object]]:
    """The keys (`pk`) of the actions that hold the words of a look and fit the rest of it, among
    those that the reader may do this to, as a statement with its values: one more than `MOST_FOUND`
    at most, in the order in which they came into the register.

    Words are values of the statement, so that it is written once for all that is searched for.
    """
    asked = asked_of(look.q)
    rest = replace(
        look, q="", status=look.statuses, sort="due", is_down=False, size=SIZES[0], page=1,
        problems=(),
    )  # fmt: skip
    if asked and _opens_to(user, may, rest):
        return _walked(user, rest, today, may, asked)
    shape = (rest, today, may)
    chosen = written(_holding, user, [asked], shape) if asked else None
    if chosen is None:
        return NONE, []
    return f"{chosen.sql} LIMIT {MOST_FOUND + 1}", filled(chosen, user, [asked])


def _opens_to(user: User, may: May, rest: Look) -> bool:
    """Whether nearly every action that holds the words also fits: the reader reaches all, and
    nothing but words is asked for."""
    seen = open_guards(user, may)
    is_all = replace(rest, status=()) == Look() and {"open", "closed"} <= set(rest.statuses)
    return seen is not None and seen.closed is not None and is_all


def _walked(
    user: User, rest: Look, today: dt.date, may: May, asked: str
) -> tuple[str, list[object]]:
    """As the index gives them one by one, each looked up, until there are enough. Otherwise all are
    collected first: most of the time a search for an everyday word takes."""
    rows = written(_fitting, user, (), (rest, today, may))
    if rows is None:
        return NONE, []
    # SQLite keeps this order of a cross join; PostgreSQL finds it by itself
    join = "JOIN" if connection.vendor == "postgresql" else "CROSS JOIN"
    sql = f"SELECT a.pk FROM ({hits()}) h {join} ({rows.sql}) a ON a.pk = h.hit"  # noqa: S608 - by the ORM # nosec B608
    return f"{sql} LIMIT {MOST_FOUND + 1}", [asked, *filled(rows, user)]


def _fitting(user: User, look: Look, day: dt.date, may: May) -> QuerySet[Action, Any]:
    seen = visible(user, may, Action.objects.all())
    return narrowed(seen, look, user, day).order_by().values("pk")


def _holding(
    user: User, look: Look, day: dt.date, may: May, asked: str
) -> QuerySet[Action, Any]:  # fmt: skip
    return _fitting(user, look, day, may).filter(pk__in=holding(asked))
