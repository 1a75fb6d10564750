"""Statements that are written once and run many times.

For a page of a few rows the ORM takes longer to write a statement than the database to answer it.
`rows` lets the ORM write it once, for everybody of the same roles, with stand-ins where a person's
own numbers and the values asked for go; from then on only those are put in.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection, transaction
from django.db.models import QuerySet
from django.db.models.query import ModelIterable, get_related_populators
from django.utils import timezone

from joinedup.access.choices import May
from joinedup.access.limits import own_stamp
from joinedup.access.models import User
from joinedup.access.permission import (
    Refused,
    reach_of_one,
    somebody_like,
    standing,
    stands_for,
)
from joinedup.access.standing import today
from joinedup.audit.actor import By
from joinedup.audit.choices import Kind
from joinedup.audit.recorder import record

__all__ = ["Written", "counted", "filled", "open_written", "rows", "run", "together", "written"]

Value = int | str | dt.date
Build = Callable[..., QuerySet[Any]]
Asked = Mapping[str, tuple[Build, Sequence[Hashable]]]
NOTHING_BESIDE: Asked = MappingProxyType({})
MOST = 2_000
FIRST_NUMBER = -1_000


@dataclass(frozen=True, slots=True)
class Written:
    """A statement with stand-ins, and how its rows are read."""

    sql: str
    values: tuple[object, ...]
    read: Callable[[Sequence[Any]], Any]
    converters: tuple[tuple[int, tuple[Any, ...], Any], ...]


_kept: dict[Hashable, Written | None] = {}


def _stand_in(value: Value, place: int) -> Value:
    """A value of the same type that nobody asks for."""
    if isinstance(value, dt.date):
        return dt.date(3, 1, 1) + dt.timedelta(days=place)
    return FIRST_NUMBER - place if isinstance(value, int) else f"\x02{place}\x03"


def _reader(compiler: Any, wanted: QuerySet[Any]) -> Callable[[Sequence[Any]], Any]:
    """How a row becomes a record, as `ModelIterable` does it, or a tuple."""
    if wanted._iterable_class is not ModelIterable:
        return tuple
    info, select, notes = compiler.klass_info, compiler.select, compiler.annotation_col_map or {}
    start, end = info["select_fields"][0], info["select_fields"][-1] + 1
    names = [column[0].target.attname for column in select[start:end]]
    related: Any = get_related_populators
    others = related(info, select, connection.alias)

    def read(row: Sequence[Any]) -> Any:
        record = info["model"].from_db(connection.alias, names, row[start:end])
        for other in others:
            other.populate(row, record)
        for name, place in notes.items():
            setattr(record, name, row[place])
        return record

    return read


def _write(wanted: QuerySet[Any]) -> Written | None:
    """None where the statement can have no rows."""
    compiler: Any = wanted.query.get_compiler(connection=connection)
    try:
        sql, values = compiler.as_sql()
    except EmptyResultSet:
        return None
    found = compiler.get_converters([column[0] for column in compiler.select])
    converters = tuple((place, tuple(each), column) for place, (each, column) in found.items())
    return Written(sql, tuple(values), _reader(compiler, wanted), converters)


def _like(user: User | None) -> Hashable:
    """What statements of this user depend on besides the user's own numbers."""
    if user is None:
        return None
    who = standing(user)
    return who.roles, who.team_id is not None, len(who.post_ids)


def written(
    build: Build, user: User | None, values: Sequence[Value] = (), shape: Sequence[Hashable] = ()
) -> Written | None:
    """`build(user, *shape, *values)` as a statement with stand-ins, kept for the process; None
    where it can have no rows. Each day, and each state of the council's own rules, has statements
    of its own.

    `build` hands user and values on into conditions and decides nothing by them; what it decides
    by goes into `shape`. Without a user it is called with None.
    """
    kinds = tuple(type(value) for value in values)
    key = (build, connection.vendor, today(), own_stamp(), _like(user), kinds, *shape)
    try:
        return _kept[key]
    except KeyError:
        stand_ins = [_stand_in(value, place) for place, value in enumerate(values)]
        somebody = somebody_like(user) if user is not None else None
        found = _write(build(somebody, *shape, *stand_ins))
    if len(_kept) >= MOST:
        _kept.clear()
    _kept[key] = found
    return found


def filled(found: Written, user: User | None, values: Sequence[Value] = ()) -> list[object]:
    """The values of a statement, with the reader's own and those asked for in their places."""
    places: dict[object, object] = {}
    if user is not None:
        places.update(stands_for(user, timezone.now()))
    for place, value in enumerate(values):
        stand_in: Any = _stand_in(value, place)
        if isinstance(value, dt.date):
            adapt = connection.ops.adapt_datefield_value
            places[adapt(stand_in)] = adapt(value)
        else:
            places[stand_in] = value
    return [places.get(one, one) if isinstance(one, Hashable) else one for one in found.values]


def rows(
    build: Build, user: User | None, values: Sequence[Value] = (), shape: Sequence[Hashable] = ()
) -> list[Any]:
    """The rows of `build(user, *shape, *values)`: records, or tuples of a `values_list`. See
    `written` for what `build` may do; it may not prefetch. One statement."""
    found = written(build, user, values, shape)
    return [] if found is None else run(found, found.sql, filled(found, user, values))


def counted(user: User, asked: Asked, beside: Asked = NOTHING_BESIDE) -> dict[str, int]:
    """How many rows each `build(user, *shape)` has, by its name, in one statement. Where a build
    stops at so many rows, no more are read.

    What stands `beside`, by name, is found once for all of them: a build reads it as a table of
    that name, in SQL of its own. Where it can have no rows, nothing else is asked.
    """
    found = {name: written(build, user, (), shape) for name, (build, shape) in asked.items()}
    parts = [f"(SELECT COUNT(*) FROM ({one.sql}) x)" for one in found.values() if one]  # noqa: S608 - by the ORM # nosec B608
    begun = _begun(user, beside)
    if not parts or begun is None:
        return dict.fromkeys(asked, 0)
    begin, values = begun
    values += [value for one in found.values() if one for value in filled(one, user)]
    with connection.cursor() as cursor:
        cursor.execute(f"{begin}SELECT {', '.join(parts)}", values)  # type: ignore[arg-type]
        numbers = iter(cursor.fetchone())
    return {name: next(numbers) if one else 0 for name, one in found.items()}


def together(user: User, asked: Asked, beside: Asked = NOTHING_BESIDE) -> dict[str, list[Any]]:
    """The rows of each `build(user, *shape)`, by its name, in one statement. All have the same
    columns. `beside` is as `counted` says."""
    found = {name: written(build, user, (), shape) for name, (build, shape) in asked.items()}
    got: dict[str, list[Any]] = {name: [] for name in asked}
    begun = _begun(user, beside)
    if begun is None:
        return got
    parts, (begin, values) = [], begun
    for place, one in enumerate(found.values()):
        if one is not None:
            parts.append(f"SELECT {place}, x.* FROM ({one.sql}) x")  # noqa: S608 - by the ORM # nosec B608
            values += filled(one, user)
    if parts:
        names = list(found)
        with connection.cursor() as cursor:
            cursor.execute(begin + " UNION ALL ".join(parts), values)  # type: ignore[arg-type]
            for place, *row in cursor.fetchall():
                one = found[names[place]]
                got[names[place]] += _read([row], one) if one else []
    return got


def _begun(user: User, beside: Asked) -> tuple[str, list[object]] | None:
    """How a statement begins that has these tables beside it, with their values; None where one of
    them can have no rows."""
    parts, values = [], []
    for name, (build, shape) in beside.items():
        one = written(build, user, (), shape)
        if one is None:
            return None
        parts.append(f"{name} AS MATERIALIZED ({one.sql})")
        values += filled(one, user)
    return f"WITH {', '.join(parts)} " if parts else "", values


def _opened(
    user: User, may: May, build: Build, shape: Sequence[Hashable], reference: str
) -> QuerySet[Any]:
    found = build(user, *shape)
    inside = reach_of_one(user, may, found.model._meta.db_table)
    return found.none() if inside is None else found.filter(inside, reference=reference)[:1]


def open_written(
    by: By, may: May, build: Build, reference: str, shape: Sequence[Hashable] = ()
) -> Any:
    """As `open_record`, of `build(user, *shape)`, written once. Raises Refused."""
    with transaction.atomic():
        found = rows(_opened, by.user, [reference], (may, build, tuple(shape)))
        if not found:
            raise Refused("No such record.")
        label = found[0]._meta.app_label
        record(by, f"{label}.open", reference, Kind.SAW)
    return found[0]


def run(found: Written, sql: str, values: Sequence[object]) -> list[Any]:
    """The rows of a statement that was written as `found`."""
    with connection.cursor() as cursor:
        cursor.execute(sql, values)  # type: ignore[arg-type]
        return _read([list(row) for row in cursor.fetchall()], found)


def _read(got: list[list[Any]], found: Written) -> list[Any]:
    for row in got:
        for place, converters, column in found.converters:
            for convert in converters:
                row[place] = convert(row[place], column, connection)
    return [found.read(row) for row in got]
