"""What a search of the register finds, as a statement that ends when it has enough."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

from django.db import connection
from django.db.models import QuerySet

from joinedup.access.choices import May, Reach
from joinedup.access.models import User
from joinedup.access.permission import standing, visible
from joinedup.access.prepared import filled, written
from joinedup.access.roles import reaches
from joinedup.assurance.models import Action
from joinedup.assurance.queries.narrowing import narrowed
from joinedup.assurance.rules.look import SIZES, Look
from joinedup.assurance.search import asked_of, hits, holding

__all__ = ["MOST_FOUND", "found_keys"]

MOST_FOUND = 500
NONE = "SELECT 1 AS pk WHERE 1 = 0"
ACTIONS = 'FROM "assurance_action"'
LOOKED_UP = {
    "sqlite": '({hits}) h CROSS JOIN "assurance_action" ON "assurance_action"."id" = h.hit',
    "postgresql": "({hits}) h JOIN LATERAL"
    ' (SELECT * FROM assurance_action x WHERE x.id = h.hit OFFSET 0) "assurance_action" ON TRUE',
}
"""Each hit with its action. SQLite keeps the order of a cross join; without the offset PostgreSQL
reads every action first, because it thinks that asking who may see one is dear."""


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
    if asked and _is_common(user, may, rest):
        return _walked(user, rest, today, may, asked)
    shape = (rest, today, may)
    chosen = written(_holding, user, [asked], shape) if asked else None
    if chosen is None:
        return NONE, []
    return f"{chosen.sql} LIMIT {MOST_FOUND + 1}", filled(chosen, user, [asked])


def _is_common(user: User, may: May, rest: Look) -> bool:
    """Whether many of the actions that hold the words also fit: the reader reaches a county or an
    organisation, and nothing but words is asked for."""
    wide = {Reach.ALL, Reach.AGENCY} & reaches(standing(user).roles, may)
    return (
        bool(wide) and replace(rest, status=()) == Look() and {"open", "closed"} <= set(rest.status)
    )


def _walked(
    user: User, rest: Look, today: dt.date, may: May, asked: str
) -> tuple[str, list[object]]:
    """As the index gives them one by one, each looked up, until there are enough. Otherwise all are
    collected first: most of the time a search for an everyday word takes."""
    rows = written(_fitting, user, (), (rest, today, may))
    if rows is None:
        return NONE, []
    looked_up = LOOKED_UP[connection.vendor].format(hits=hits())
    sql = rows.sql.replace(ACTIONS, f"FROM {looked_up}", 1)
    return f"{sql} LIMIT {MOST_FOUND + 1}", [asked, *filled(rows, user)]


def _fitting(user: User, look: Look, day: dt.date, may: May) -> QuerySet[Action, Any]:
    seen = visible(user, may, Action.objects.all())
    return narrowed(seen, look, user, day).order_by().values("pk")


def _holding(
    user: User, look: Look, day: dt.date, may: May, asked: str
) -> QuerySet[Action, Any]:  # fmt: skip
    return _fitting(user, look, day, may).filter(pk__in=holding(asked))
