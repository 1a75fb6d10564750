"""Rows by the thousand, for lists of people: written in one go, as fast as each database can."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, cast

from django.db import connection, models

__all__ = ["insert", "next_numbers", "which_stand", "with_room"]

ASKED_AT_ONCE = 5_000
ROOM_KIB, USUAL_KIB = 65_536, 2_000


def next_numbers(model: type[models.Model], count: int) -> range | list[int]:
    """Numbers for new rows that nobody else is given. Inside the transaction that writes them."""
    table = model._meta.db_table
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)",
                [table, count],
            )
            return [row[0] for row in cursor.fetchall()]
        cursor.execute(f"SELECT COALESCE(MAX(id), 0) FROM {table}")  # noqa: S608 - our table # nosec B608
        last = cursor.fetchone()[0]
    return range(last + 1, last + 1 + count)


def which_stand(model: type[models.Model], column: str, values: Sequence[str]) -> set[str]:
    """Which of some values stand in a column already."""
    table, found = model._meta.db_table, set()
    with connection.cursor() as cursor:
        for start in range(0, len(values), ASKED_AT_ONCE):
            part = values[start : start + ASKED_AT_ONCE]
            marks = ",".join(["%s"] * len(part))
            cursor.execute(
                f"SELECT {column} FROM {table} WHERE {column} IN ({marks})",  # noqa: S608 - our table # nosec B608
                part,
            )
            found |= {row[0] for row in cursor.fetchall()}
    return found


@contextmanager
def with_room() -> Iterator[None]:
    """More memory for SQLite while much is written: the pages of an index that were changed once are
    not written out and read again for each row."""
    if connection.vendor != "sqlite":
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA cache_size = -{ROOM_KIB}")
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute(f"PRAGMA cache_size = -{USUAL_KIB}")


def insert(
    model: type[models.Model], columns: Sequence[str], rows: Sequence[tuple[object, ...]]
) -> None:
    """Add rows. Values are as the database keeps them; nothing is checked here but by it."""
    if not rows:
        return
    table, names = model._meta.db_table, ", ".join(columns)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with cursor.cursor.copy(f"COPY {table} ({names}) FROM STDIN") as copy:
                for row in rows:
                    copy.write_row(row)
            return
        marks = ", ".join(["%s"] * len(columns))
        sql = f"INSERT INTO {table} ({names}) VALUES ({marks})"  # noqa: S608 - our table # nosec B608
        cursor.executemany(sql, cast("Any", rows))
