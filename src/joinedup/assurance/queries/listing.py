"""The register as a list: one page of it, how many there are, and what it can be narrowed by."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from django.db import connection
from django.db.models import F, QuerySet
from django.db.models.expressions import RawSQL

from joinedup.access.choices import May
from joinedup.access.models import User
from joinedup.access.permission import OpenGuards, open_guards, visible
from joinedup.access.prepared import filled, rows, run, written
from joinedup.assurance.models import Action
from joinedup.assurance.queries.found import MOST_FOUND, found_keys
from joinedup.assurance.queries.lines import COLUMNS, Line, as_lines, in_places, lines_of
from joinedup.assurance.queries.narrowing import narrowed
from joinedup.assurance.rules.look import SIZES, Look

__all__ = [
    "MOST_COUNTED",
    "MOST_FOUND",
    "Choices",
    "Listing",
    "all_lines",
    "choices_for",
    "listing",
    "one_line",
    "rows_seen",
    "texts_of",
]

MOST_COUNTED = 1_000
CUT = "SELECT -999"
"""Stands where a statement or a list of keys is put in."""
KEYS = {"due": "next_on", "code": "code_key", "owner": "owner_key", "updated": "updated_on"}


@dataclass(slots=True)
class Choices:
    """What the reader can choose from: (value, words) by kind, in order."""

    plans: list[tuple[str, str]] = field(default_factory=list)
    sections: list[tuple[str, str]] = field(default_factory=list)
    agencies: list[tuple[str, str]] = field(default_factory=list)
    people: list[tuple[str, str]] = field(default_factory=list)
    posts: list[tuple[str, str]] = field(default_factory=list)
    sources: list[tuple[str, str]] = field(default_factory=list)
    views: list[tuple[str, str]] = field(default_factory=list)
    default: str = ""
    counted: int = 0
    found: list[int] = field(default_factory=list)

    def words_of(self, value: str) -> str:
        """The words that stand for a reference, else the reference."""
        kinds = (self.plans, self.agencies, self.people, self.posts, self.sources, self.sections)
        return next((words for kind in kinds for key, words in kind if key == value), value)


@dataclass(slots=True)
class Listing:
    """One page of the register. `total` is exact unless `is_more`."""

    lines: list[Line]
    choices: Choices
    total: int
    is_more: bool
    page: int
    last_page: int


def rows_seen(
    user: User, look: Look, today: dt.date, may: May = May.READ_PLANS
) -> QuerySet[Action]:
    """What the reader may do this to in the register, as the look asks, in its order. What holds the
    words of a look is found at once, in a statement before the one that reads the rows."""
    if look.q:
        keys = RawSQL(_written_out(_found(user, look, today, may)), [])  # noqa: S611 - numbers # nosec B611
        return _ordered(Action.objects.filter(pk__in=keys), look)
    return _ordered(_matching(user, look, today, may), look)


def _written_out(keys: Sequence[int]) -> str:
    """Keys as a statement has them: hundreds of values to put in take longer than to read them."""
    return ",".join(str(int(one)) for one in keys) or "NULL"


def _found(user: User, look: Look, today: dt.date, may: May) -> list[int]:
    sql, values = found_keys(user, look, today, may)
    with connection.cursor() as cursor:
        cursor.execute(sql, values)  # type: ignore[arg-type]
        return [key for (key,) in cursor.fetchall()]


def _matching(
    user: User, look: Look, today: dt.date, may: May = May.READ_PLANS
) -> QuerySet[Action]:
    return narrowed(visible(user, may, Action.objects.all()), look, user, today)


def _ordered(rows: QuerySet[Action], look: Look) -> QuerySet[Action]:
    """By the key asked for, rows without it last; those of one owner by their due date."""
    key = KEYS[look.sort]
    if look.sort == "code":
        # exactly as the index has them, so that a page is read off it
        down = "-" if look.is_down else ""
        return rows.order_by(f"{down}{key}", f"{down}plan", f"{down}pk")
    by = F(key).desc(nulls_last=True) if look.is_down else F(key).asc(nulls_last=True)
    if look.sort == "owner":
        return rows.order_by(by, F("next_on").asc(nulls_last=True), "pk")
    return rows.order_by(by, "-pk" if look.is_down else "pk")


def listing(user: User, look: Look, today: dt.date, choices: Choices) -> Listing:
    """One page of the register as the look asks: two statements at any size.

    `choices` has the count, see `choices_for`. Beyond `MOST_COUNTED` rows the total says only
    "more than": counting further would cost more than it tells.
    """
    most = MOST_FOUND if look.q else MOST_COUNTED
    total = min(choices.counted, most)
    last = max(1, -(-total // look.size))
    page = min(look.page, last)
    start = (page - 1) * look.size
    lines = _page_lines(user, look, today, choices.found, start)
    return Listing(lines, choices, total, choices.counted > most, page, last)


def _bare(look: Look) -> Look:
    """The look without what does not narrow it: for statements that are written once."""
    return replace(look, page=1, size=SIZES[0], problems=())


def _cut(user: User, look: Look, day: dt.date, start: int, end: int) -> QuerySet[Action, Any]:
    return _ordered(_matching(user, look, day), look).values("pk")[start:end]


def _among(_: None, look: Look) -> QuerySet[Action]:
    chosen = Action.objects.filter(pk__in=RawSQL(CUT, []))  # noqa: S611 - a place for a statement # nosec B611
    return _ordered(chosen, look)


def _keys_among(_: None, look: Look) -> QuerySet[Action, Any]:
    return _among(_, look).values("pk")


def _shown(_: None, look: Look) -> QuerySet[Action, Any]:
    return _among(_, look).values_list(*COLUMNS)


def _page_lines(
    user: User, look: Look, today: dt.date, found: Sequence[int], start: int
) -> list[Line]:
    """The rows of a page. It is cut before tables are joined, so that an index can walk in its
    order; what a search found is not searched for again."""
    order = replace(Look(), sort=look.sort, is_down=look.is_down)
    shown = written(_shown, None, (), (order,))
    if look.q:
        cut = written(_keys_among, None, (), (order,))
        keys = _written_out(found[:MOST_FOUND])
        cut_sql = f"{cut.sql.replace(CUT, keys)} LIMIT {look.size} OFFSET {start}" if cut else ""
    else:
        cut = written(_cut, user, (), (_bare(look), today, start, start + look.size))
        cut_sql = cut.sql if cut else ""
    if shown is None or cut is None:
        return []
    # the order asks for its values after the rows did
    values = [*filled(cut, user), *shown.values]
    sql = shown.sql.replace(CUT, cut_sql)
    return as_lines([Line(*one) for one in run(shown, sql, values)], today)


def all_lines(user: User, may: May, look: Look, today: dt.date, most: int) -> list[Line]:
    """Every row of a look that the reader may do this to, in its order, at most `most`."""
    return lines_of(rows_seen(user, look, today, may)[:most], today)


CHOICES = """
WITH open_plans AS ({plans})
SELECT 'counted', '', CAST((SELECT {counting} FROM ({counted}) c) AS text)
UNION ALL SELECT 'agencies', reference, name FROM access_agency g WHERE EXISTS
  (SELECT 1 FROM assurance_action a WHERE a.agency_id = g.id AND {seen} {one})
  OR EXISTS (SELECT 1 FROM assurance_owner o JOIN assurance_action a ON a.id = o.action_id
    WHERE o.agency_id = g.id AND o.to_on IS NULL AND {seen} {one})
UNION ALL SELECT 'people', reference, name FROM access_person p WHERE EXISTS
  (SELECT 1 FROM assurance_owner o JOIN assurance_action a ON a.id = o.action_id
    WHERE o.person_id = p.id AND o.to_on IS NULL AND {seen} {one})
UNION ALL SELECT 'posts', reference, title FROM access_post p WHERE EXISTS
  (SELECT 1 FROM assurance_owner o JOIN assurance_action a ON a.id = o.action_id
    WHERE o.post_id = p.id AND o.to_on IS NULL AND {seen} {one})
UNION ALL SELECT CASE WHEN is_default THEN 'default' ELSE 'views' END, query, name
  FROM assurance_savedview WHERE user_id = %s
UNION ALL SELECT 'plans', reference, title FROM assurance_plan WHERE id IN (SELECT plan_id FROM open_plans)
UNION ALL SELECT 'sections', CAST(id AS text), title FROM assurance_section WHERE plan_id IN
  (SELECT id FROM assurance_plan WHERE reference = %s AND id IN (SELECT plan_id FROM open_plans))
UNION ALL SELECT 'sources', reference, title FROM assurance_source s
  WHERE (guard_id IS NULL OR guard_id IN ({guards})) AND id IN
  (SELECT source_id FROM assurance_plan WHERE id IN (SELECT plan_id FROM open_plans))
"""
"""Everything that the page needs to know besides its rows, in one statement. Written by hand:
putting it together from querysets takes longer than running it."""

FIRST_ONE = "LIMIT 1 OFFSET 0"
"""Looked up for each name in turn. Without the offset PostgreSQL joins every owner with every action
first, which takes a second and more at 200,000."""

SHARED = "SELECT plan_id FROM assurance_share WHERE {guard} UNION ALL {own}"
OWN = (
    "SELECT plan_id FROM assurance_action WHERE {closed} ({items}) AND guard_id NOT IN ({blocked})"
)


def _open_plans(seen: OpenGuards) -> tuple[str, list[object]]:
    """The plans of which the reader sees a share or an action of their own, as a statement."""
    items, blocked = seen.items, seen.blocked
    if seen.closed is None:
        own = OWN.format(closed="reference IN", items=items.sql, blocked=blocked.sql)
        guard = f"guard_id IN ({seen.guards.sql})"
        return SHARED.format(guard=guard, own=own), [
            *seen.guards.params,
            *items.params,
            *blocked.params,
        ]
    closed = seen.closed.sql
    # the empty words keep the database from starting at the items, which are the larger part
    start = f"guard_id IN ({closed}) AND reference || '' IN"
    own = OWN.format(closed=start, items=items.sql, blocked=blocked.sql)
    values = [*seen.closed.params, *seen.closed.params, *items.params, *blocked.params]
    return SHARED.format(guard=f"guard_id NOT IN ({closed})", own=own), values


COUNTING = {
    (False, False): "COUNT(*)",
    (False, True): "COUNT(*)",
    (True, False): "GROUP_CONCAT(pk)",
    (True, True): "STRING_AGG(CAST(pk AS text), ',')",
}
"""What is asked of the matching actions, by (is a search, is PostgreSQL): how many they are; of a
search which they are, so that it need not run twice."""


def _matched(user: User, look: Look, day: dt.date) -> QuerySet[Action, Any]:
    return _matching(user, look, day).order_by().values("pk")


def _counted(user: User, look: Look, today: dt.date) -> tuple[str, list[object]]:
    """What is counted, as a statement with its values: it ends one after the most there can be."""
    if look.q:
        return found_keys(user, look, today)
    matched = written(_matched, user, (), (_bare(look), today))
    if matched is None:
        return "SELECT 1 AS pk WHERE 1 = 0", []
    return f"{matched.sql} LIMIT {MOST_COUNTED + 1}", filled(matched, user)


def _seen_rows(seen: OpenGuards) -> tuple[str, list[object]]:
    """Whether an action `a` opens to the reader, as a condition, so that the filters name nobody of
    a row that does not."""
    whole = seen.guards if seen.closed is None else seen.closed
    is_in = "IN" if seen.closed is None else "NOT IN"
    sql = (
        f"(a.guard_id {is_in} ({whole.sql}) OR a.reference IN ({seen.items.sql})"
        f" AND a.guard_id NOT IN ({seen.blocked.sql}))"
    )
    return sql, [*whole.params, *seen.items.params, *seen.blocked.params]


def choices_for(user: User, look: Look, today: dt.date) -> Choices:
    """The choices of the filters, the reader's saved views and the count, in one statement."""
    choices = Choices()
    seen = open_guards(user, May.READ_PLANS)
    if seen is None:
        return choices
    counted, count_values = _counted(user, look, today)
    counting = COUNTING[bool(look.q), connection.vendor == "postgresql"]
    plans, plan_values = _open_plans(seen)
    guards = seen.guards
    rows, row_values = _seen_rows(seen)
    values = [*plan_values, *count_values, *row_values * 4, user.pk, look.plan, *guards.params]
    with connection.cursor() as cursor:
        sql = CHOICES.format(
            plans=plans,
            counted=counted,
            counting=counting,
            guards=guards.sql,
            seen=rows,
            one=FIRST_ONE,
        )
        cursor.execute(sql, values)
        for kind, key, words in cursor.fetchall():
            if kind == "counted" and look.q:
                choices.found = [int(one) for one in (words or "").split(",") if one]
                choices.counted = len(choices.found)
            elif kind == "counted":
                choices.counted = int(words)
            elif kind == "default":
                choices.default = key
                choices.views.append((key, words))
            else:
                getattr(choices, kind).append((key, words))
    for kind in ("plans", "agencies", "people", "posts", "sources", "views"):
        getattr(choices, kind).sort(key=lambda choice: choice[1].casefold())
    return choices


def texts_of(actions: Sequence[int]) -> dict[int, list[tuple[str, str]]]:
    """Where else the words of these actions stand: (name, text) by action id. One statement."""
    found: dict[int, list[tuple[str, str]]] = {}
    for pk, *plain, printed, other in rows(_texts, None, in_places(actions)):
        places = list(zip(("Theme", "Section", "Review method", "Source"), plain, strict=True))
        for name, said in printed.items():
            places.append((f"Printed in the plan, {name.replace('_', ' ')}", said.get("text", "")))
        places += [(f"Printed in the plan, {name}", str(said)) for name, said in other.items()]
        found[pk] = [(name, text) for name, text in places if text]
    return found


def _texts(_: None, *actions: int) -> QuerySet[Action, Any]:
    columns = ("pk", "theme", "section__title", "review_method", "source_ref", "printed", "other")
    return Action.objects.filter(pk__in=actions).values_list(*columns)


def one_line(user: User, may: May, reference: str, today: dt.date) -> Line | None:
    """One action as a row, where the reader may do this to it."""
    rows = visible(user, may, Action.objects.filter(reference=reference))
    return next(iter(lines_of(rows, today)), None)
