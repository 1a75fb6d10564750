"""Database triggers that refuse to change or delete what is append-only, and single updates that
would break a rule over several tables.

A model says so itself with `is_append_only = True`, and names such updates in `refused_writes`.
`joinedup migrate` puts the triggers back each time, because altering a table drops SQLite's
silently; `joinedup verify` looks whether they stand.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.apps import apps
from django.db import connection, transaction
from django.db.backends.utils import CursorWrapper

from joinedup.audit.refusals import Refusal

__all__ = ["append_only_tables", "erasing", "install", "lift", "missing", "refused_writes"]

POSTGRES_FUNCTION = """
CREATE OR REPLACE FUNCTION joinedup_append_only() RETURNS trigger AS $$
BEGIN RAISE EXCEPTION 'append-only'; END $$ LANGUAGE plpgsql
"""


def append_only_tables() -> list[str]:
    """Names of the tables whose rows may only be added."""
    return sorted(
        model._meta.db_table
        for model in apps.get_models()
        if getattr(model, "is_append_only", False)
    )


def refused_writes() -> list[tuple[str, Refusal]]:
    """(table, update) of every update that a model has refused, in the order of their names."""
    found = (
        (model._meta.db_table, one)
        for model in apps.get_models()
        for one in getattr(model, "refused_writes", ())
    )
    return sorted(found, key=lambda pair: pair[1].name)


def _name(table: str, event: str) -> str:
    return f"{table}_refuses_{event.lower()}"


def install() -> None:
    """Put every trigger in place. Doing it twice does no harm."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(POSTGRES_FUNCTION)
        for table in append_only_tables():
            for event in ("UPDATE", "DELETE"):
                _drop(cursor, table, event)
                _place(cursor, table, event)
        for table, one in refused_writes():
            _refuse(cursor, table, one)
        if connection.vendor == "postgresql":
            for table in append_only_tables():
                name = _name(table, "TRUNCATE")
                cursor.execute(f"DROP TRIGGER IF EXISTS {name} ON {table}")
                cursor.execute(
                    f"CREATE TRIGGER {name} BEFORE TRUNCATE ON {table}"
                    " FOR EACH STATEMENT EXECUTE FUNCTION joinedup_append_only()"
                )


def _refuse(cursor: CursorWrapper, table: str, one: Refusal) -> None:
    columns = ", ".join(one.columns)
    before = f"CREATE TRIGGER {one.name} BEFORE UPDATE OF {columns} ON {table} FOR EACH ROW"
    if connection.vendor == "postgresql":
        cursor.execute(f"DROP TRIGGER IF EXISTS {one.name} ON {table}")
        cursor.execute(
            f"CREATE OR REPLACE FUNCTION {one.name}() RETURNS trigger AS $$ BEGIN IF {one.when} THEN"
            f" RAISE EXCEPTION '{one.says}' USING ERRCODE = 'check_violation'; END IF;"
            " RETURN NEW; END $$ LANGUAGE plpgsql"
        )
        cursor.execute(f"{before} EXECUTE FUNCTION {one.name}()")
        return
    cursor.execute(f"DROP TRIGGER IF EXISTS {one.name}")
    cursor.execute(f"{before} WHEN {one.when} BEGIN SELECT RAISE(ABORT, '{one.says}'); END")


def lift() -> None:
    """Take the triggers that read other tables away before migrations: SQLite alters no table that
    one of them names. `install` puts them back."""
    there = set(connection.introspection.table_names())
    with connection.cursor() as cursor:
        for table, one in refused_writes():
            if table in there:
                place = f" ON {table}" if connection.vendor == "postgresql" else ""
                cursor.execute(f"DROP TRIGGER IF EXISTS {one.name}{place}")


def _drop(cursor: CursorWrapper, table: str, event: str) -> None:
    place = f" ON {table}" if connection.vendor == "postgresql" else ""
    cursor.execute(f"DROP TRIGGER IF EXISTS {_name(table, event)}{place}")


def _place(cursor: CursorWrapper, table: str, event: str) -> None:
    if connection.vendor == "postgresql":
        does = "FOR EACH ROW EXECUTE FUNCTION joinedup_append_only()"
    else:
        does = "BEGIN SELECT RAISE(ABORT, 'append-only'); END"
    cursor.execute(f"CREATE TRIGGER {_name(table, event)} BEFORE {event} ON {table} {does}")


@contextmanager
def erasing(*models: type) -> Iterator[None]:
    """Let rows of these append-only tables be deleted inside: for an erasure that two people agreed
    to, and nothing else. Belongs inside a transaction, so that a failure leaves the triggers as they
    were. Only these tables are locked meanwhile, on PostgreSQL against everybody else: nobody who
    writes elsewhere waits."""
    if not connection.in_atomic_block:
        raise transaction.TransactionManagementError("erasing() belongs inside a transaction")
    known = set(append_only_tables())
    named = [one._meta.db_table for one in models]  # type: ignore[attr-defined]
    tables = sorted(known.intersection(named))
    _check_what_waits()
    with connection.cursor() as cursor:
        for table in tables:
            _drop(cursor, table, "DELETE")
    yield
    _check_what_waits()
    with connection.cursor() as cursor:
        for table in tables:
            _place(cursor, table, "DELETE")


def _check_what_waits() -> None:
    """PostgreSQL changes no trigger of a table while a deferred check of it still waits."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute("SET CONSTRAINTS ALL DEFERRED")


def missing() -> list[str]:
    """Names of triggers that should stand and do not."""
    wanted = {_name(table, e) for table in append_only_tables() for e in ("UPDATE", "DELETE")}
    wanted |= {one.name for _, one in refused_writes()}
    sql = (
        "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled <> 'D'"
        if connection.vendor == "postgresql"
        else "SELECT name FROM sqlite_master WHERE type = 'trigger'"
    )
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return sorted(wanted - {row[0] for row in cursor.fetchall()})
