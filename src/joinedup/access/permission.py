"""The one decision on who may: `holds`, `visible`, `check`, `open_record`.

Lists, links, buttons, counts, search, files and exports all ask here, so they cannot disagree.
What is refused looks like what is absent.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, TypeVar

from django.db import connection, models, transaction
from django.db.models import Q, QuerySet
from django.db.models.expressions import RawSQL
from django.http import Http404
from django.utils import timezone

from joinedup.access.choices import May, Reach, Role
from joinedup.access.models import User
from joinedup.access.opening import Opening, listed, looked_up, opening_of
from joinedup.access.roles import reaches
from joinedup.access.standing import Standing, standing, today
from joinedup.audit.actor import By
from joinedup.audit.choices import ByKind, Kind
from joinedup.audit.recorder import mark_checked, record

__all__ = [
    "OpenGuards",
    "Refused",
    "Standing",
    "by_user",
    "check",
    "check_any",
    "check_everybody",
    "check_link",
    "check_own",
    "holds",
    "may_touch",
    "open_guards",
    "open_record",
    "reach_of",
    "reach_of_one",
    "record_list",
    "somebody_like",
    "standing",
    "stands_for",
    "touches",
    "visible",
]

Row = TypeVar("Row", bound=models.Model)
KEPT = dt.timedelta(seconds=5)


class Refused(Http404):
    """Not allowed. Answers 404, as absent records do."""


def by_user(user: User) -> By:
    """The actor for a signed-in user."""
    return By(ByKind.USER, user.reference, user)


def holds(user: User, may: May) -> bool:
    """Whether this user may do the thing at all, however narrow the reach."""
    if not getattr(user, "is_authenticated", False):
        return False
    return bool(reaches(standing(user).roles, may))


@dataclass(frozen=True, slots=True)
class OpenGuards:
    """The statements that list the guards a user reaches and the single items, with their
    parameters: made once and used by every list of a request, because making them costs more
    than running them.

    `closed` lists the few guards that do not open to somebody who reaches all: asking that a row
    is not behind one of these leaves the database free to walk the rows in their order. `blocked`
    lists those closed by a conflict of interest, which an item of one's own does not pass. `one`
    is as `guards`, for asking about one guard at a time.
    """

    guards: RawSQL
    one: RawSQL
    items: RawSQL
    blocked: RawSQL
    closed: RawSQL | None
    made_at: dt.datetime


Statement = tuple[str, tuple[object, ...]]
SOMEBODY, SOME_AGENCY, SOME_TEAM, SOME_USER, SOME_GUARD, FIRST_POST = -11, -12, -13, -14, -15, -100
SOME_ITEM = "(some item)"
SOME_DAY = dt.date(2, 1, 1)
SOME_MOMENT = dt.datetime(2, 1, 1, tzinfo=dt.UTC)


def _as_sql(rows: QuerySet[models.Model], column: str) -> Statement:
    sql, values = rows.values(column).query.sql_with_params()
    return sql, tuple(values)


def _opening_like(
    roles: frozenset[Role],
    may: May,
    has_team: bool,
    post_ids: tuple[int, ...],
    among: Callable[[QuerySet[Any]], Q] = listed,
) -> Opening | None:
    who = Standing(roles, SOMEBODY, SOME_AGENCY, SOME_TEAM if has_team else None, post_ids)
    return opening_of(who, SOME_USER, may, SOME_DAY, SOME_MOMENT, among)


@lru_cache(maxsize=512)
def _touching(
    vendor: str, roles: frozenset[Role], may: May, has_team: bool, posts: int
) -> tuple[Statement, ...]:
    """As `_written`, for one guard and one item: the guard itself, then what is one's own behind
    it, then what is one's organisation's. Empty where they may not at all."""
    post_ids = tuple(range(FIRST_POST, FIRST_POST - posts, -1))
    found = _opening_like(roles, may, has_team, post_ids, looked_up)
    if found is None:
        return ()
    kinds = [found.items] if found.agency_items is None else [found.items, found.agency_items]
    own = [_as_sql(one.filter(item=SOME_ITEM, guard=SOME_GUARD)[:1], "pk") for one in kinds]
    return _as_sql(found.guards.filter(pk=SOME_GUARD)[:1], "pk"), *own


@lru_cache(maxsize=512)
def _written(
    vendor: str, roles: frozenset[Role], may: May, has_team: bool, posts: int
) -> tuple[Statement, Statement, Statement, Statement, Statement | None] | None:
    """The statements for everybody of these roles, with stand-ins where a person's own numbers
    go: guards, one, items, blocked, closed. Writing them costs more than running them."""
    post_ids = tuple(range(FIRST_POST, FIRST_POST - posts, -1))
    found = _opening_like(roles, may, has_team, post_ids)
    alone = _opening_like(roles, may, has_team, post_ids, looked_up)
    if found is None or alone is None:
        return None
    sql, values = _as_sql(found.items.filter(person=SOMEBODY), "item")
    if post_ids:
        # two selects, because each then has an index of its own
        more, others = _as_sql(found.items.filter(post__in=post_ids), "item")
        sql, values = f"{sql} UNION ALL {more}", (*values, *others)
    if found.agency_items is not None:
        more, others = _as_sql(found.agency_items, "item")
        sql, values = f"{sql} UNION ALL {more}", (*values, *others)
    closed = None
    if Reach.ALL in reaches(roles, may):
        # what is sealed is few and has an index: leaving out what opens would read every guard
        closed = _as_sql(found.blocked, "guard")
        if found.shut is not None:
            sealed, sealed_values = _as_sql(found.shut, "pk")
            closed = f"{sealed} UNION ALL {closed[0]}", (*sealed_values, *closed[1])
    guards, one = _as_sql(found.guards, "pk"), _as_sql(alone.guards, "pk")
    return guards, one, (sql, values), _as_sql(found.blocked, "guard"), closed


def somebody_like(user: User) -> User:
    """Somebody of the user's roles, with stand-ins for what is the user's own: for statements
    that are written once. `stands_for` says what goes in their places."""
    who = standing(user)
    other = User(pk=SOME_USER)
    team = SOME_TEAM if who.team_id is not None else None
    posts = tuple(FIRST_POST - place for place in range(len(who.post_ids)))
    other._standing = Standing(  # type: ignore[attr-defined]
        who.roles, SOMEBODY, SOME_AGENCY, team, posts
    )
    return other


def stands_for(user: User, now: dt.datetime) -> dict[object, object]:
    """What goes in the places of stand-ins for this user at this moment."""
    if user.pk == SOME_USER:
        return {}
    who, adapt = standing(user), connection.ops
    return {
        SOMEBODY: who.person_id,
        SOME_AGENCY: who.agency_id,
        SOME_TEAM: who.team_id,
        SOME_USER: user.pk,
        adapt.adapt_datefield_value(SOME_DAY): adapt.adapt_datefield_value(today()),
        adapt.adapt_datetimefield_value(SOME_MOMENT): adapt.adapt_datetimefield_value(now),
        **{FIRST_POST - place: post for place, post in enumerate(who.post_ids)},
    }


def open_guards(user: User, may: May) -> OpenGuards | None:
    """What `visible` narrows by, for statements written by hand; None where the user may not."""
    made: dict[May, OpenGuards] = user.__dict__.setdefault("_open_guards", {})
    kept = made.get(may)
    now = timezone.now()
    if kept is not None and now - kept.made_at < KEPT:
        return kept
    who = standing(user)
    has_team = who.team_id is not None
    written = _written(connection.vendor, who.roles, may, has_team, len(who.post_ids))
    if written is None:
        return None
    own = stands_for(user, now)

    def filled(statement: Statement) -> RawSQL:
        sql, values = statement
        return RawSQL(sql, tuple(own.get(one, one) for one in values))  # noqa: S611 - by the ORM # nosec B611

    *others, closed = written
    guards, one, items, blocked = (filled(statement) for statement in others)
    made[may] = OpenGuards(guards, one, items, blocked, filled(closed) if closed else None, now)
    return made[may]


def visible(
    user: User, may: May, rows: QuerySet[Row], guard: str = "guard", item: str = "reference"
) -> QuerySet[Row]:
    """The rows that this user may do this to: `rows` narrowed by their guard.

    `guard` is the path from the row to its guard, `item` the path to the reference that an
    involvement on one item names. Conflicts of interest beat every grant.
    """
    inside = reach_of(user, may, guard, item)
    return rows.none() if inside is None else rows.filter(inside)


def reach_of(user: User, may: May, guard: str = "guard", item: str = "reference") -> Q | None:
    """What `visible` narrows by, as a condition; None where the user may not at all."""
    found = open_guards(user, may)
    if found is None:
        return None
    inside = Q(**{f"{guard}__in": found.guards})
    if found.closed is not None:
        inside = Q(**{f"{guard}__isnull": False}) & ~Q(**{f"{guard}__in": found.closed})
    own = Q(**{f"{item}__in": found.items}) & ~Q(**{f"{guard}__in": found.blocked})
    return inside | own


ONE = """(EXISTS (SELECT 1 FROM ({guards}) g WHERE g.pk = {table}.{guard})
OR (EXISTS (SELECT 1 FROM ({items}) i WHERE i.item = {table}.{item})
AND {table}.{guard} NOT IN ({blocked})))"""


def reach_of_one(
    user: User, may: May, table: str, guard: str = "guard_id", item: str = "reference"
) -> RawSQL | None:
    """As `reach_of`, for one row or a few of a table, by its columns: the database looks up their
    guards instead of listing them all. None where the user may not at all."""
    found = open_guards(user, may)
    if found is None:
        return None
    guards, items, blocked = found.one, found.items, found.blocked
    columns = {"table": table, "guard": guard, "item": item}
    sql = ONE.format(guards=guards.sql, items=items.sql, blocked=blocked.sql, **columns)
    values = (*guards.params, *items.params, *blocked.params)
    return RawSQL(sql, values, output_field=models.BooleanField())  # noqa: S611 - by the ORM # nosec B611


def may_touch(user: User, may: May, guard_id: int, item: str = "") -> bool:
    """Whether the user may do this to what stands behind a guard (to one item of it)."""
    who = standing(user)
    has_team = who.team_id is not None
    found = _touching(connection.vendor, who.roles, may, has_team, len(who.post_ids))
    own: dict[Any, Any] = {**stands_for(user, timezone.now())}
    own |= {SOME_GUARD: guard_id, SOME_ITEM: item}
    with connection.cursor() as cursor:
        for sql, values in found if item else found[:1]:
            cursor.execute(sql, [own.get(one, one) for one in values])
            if cursor.fetchone() is not None:
                return True
    return False


def touches(user: User, mays: Sequence[May], guard_id: int, item: str) -> frozenset[May]:
    """Which of these things the user may do to one item behind a guard, as `may_touch` says of each;
    in one statement."""
    who = standing(user)
    has_team = who.team_id is not None
    own: dict[Any, Any] = {**stands_for(user, timezone.now())}
    own |= {SOME_GUARD: guard_id, SOME_ITEM: item}
    asked, parts, values = [], [], []
    for may in mays:
        found = _touching(connection.vendor, who.roles, may, has_team, len(who.post_ids))
        if found:
            asked.append(may)
            parts.append(" OR ".join(f"EXISTS ({sql})" for sql, _ in found))
            values += [own.get(one, one) for _, given in found for one in given]
    if not asked:
        return frozenset()
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {', '.join(parts)}", values)
        answers = cursor.fetchone()
    return frozenset(may for may, is_so in zip(asked, answers, strict=True) if is_so)


def check(by: By, may: May, guard_id: int, item: str = "") -> None:
    """Refuse unless `by` may do this to what stands behind the guard. Raises Refused (404).

    System jobs may. The holder of a link may record updates on the one item that it opens, where
    the caller has found the link to be good; all else that a link opens asks `check_link`. The
    public may not.
    """
    if not _is_allowed(by, may, guard_id, item):
        raise Refused("No such record.")
    mark_checked()


def _is_allowed(by: By, may: May, guard_id: int, item: str) -> bool:
    if by.kind == ByKind.USER:
        return may_touch(by.user, may, guard_id, item)
    if by.kind == ByKind.LINK:
        return may is May.UPDATE_ACTIONS and item != "" and by.opens == item
    return by.kind == ByKind.SYSTEM


def check_any(by: By, may: May) -> None:
    """Refuse unless `by` may do this at all (for things that have no guard yet). Raises Refused."""
    if by.kind == ByKind.SYSTEM or (by.kind == ByKind.USER and holds(by.user, may)):
        mark_checked()
        return
    raise Refused("No such page.")


def check_everybody(by: By) -> None:
    """For what nobody is refused, the public included: to say that somebody may be in danger."""
    mark_checked()


def check_own(by: By, user: User) -> None:
    """Refuse unless `by` is this very user: for a person's own account. Raises Refused."""
    if by.kind == ByKind.USER and by.user.pk == user.pk:
        mark_checked()
        return
    raise Refused("No such page.")


def check_link(by: By) -> None:
    """Refuse unless `by` holds a link; the caller has already found that link to be good."""
    if by.kind != ByKind.LINK:
        raise Refused("No such page.")
    mark_checked()


def open_record(
    by: By,
    may: May,
    rows: QuerySet[Row],
    lookup: Mapping[str, object],
    guard: str = "guard",
    item: str = "reference",
) -> Row:
    """The only way to one record: check, load and record in one short transaction.

    Raises Refused where the record is absent or not for this reader: they look the same.
    """
    with transaction.atomic():
        row = visible(by.user, may, rows, guard, item).filter(**lookup).first()
        if row is None:
            raise Refused("No such record.")
        record(by, f"{row._meta.app_label}.open", str(row.reference), Kind.SAW)  # type: ignore[attr-defined]
    return row


def record_list(by: By, name: str, query: str, shown: list[str]) -> None:
    """Record that somebody saw a list: its name, its query (codes, no words) and what it showed."""
    with transaction.atomic():
        record(by, name, f"list:{by.ref}", Kind.LISTED, query=query, shown=shown)
