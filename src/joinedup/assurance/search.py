"""The words of actions, searchable: FTS5 on SQLite, tsvector with a GIN index on PostgreSQL.

The index is written by the actions themselves, in their own transaction.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from django.db import connection
from django.db.models.expressions import RawSQL

__all__ = ["asked_of", "hits", "holding", "index", "matching"]

TABLE = "assurance_search"
WORD = re.compile(r"\w+", re.UNICODE)
MOST_WORDS = 12
AT_ONCE = 300


def index(entries: Iterable[tuple[int, str]]) -> None:
    """Write (action id, its words) into the index, in place of what stood there."""
    rows = list(entries)
    for start in range(0, len(rows), AT_ONCE):
        _write(rows[start : start + AT_ONCE])


def _write(rows: list[tuple[int, str]]) -> None:
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            places = ", ".join(["(%s, to_tsvector('english', %s))"] * len(rows))
            cursor.execute(
                f"INSERT INTO {TABLE} (rowid, words) VALUES {places} "  # noqa: S608 # nosec B608
                "ON CONFLICT (rowid) DO UPDATE SET words = excluded.words",
                [part for row in rows for part in row],
            )
            return
        places = ", ".join(["(%s, %s)"] * len(rows))
        cursor.execute(
            f"INSERT OR REPLACE INTO {TABLE} (rowid, words) VALUES {places}",  # noqa: S608
            [part for row in rows for part in row],
        )


def asked_of(text: str) -> str:
    """What the index is asked for: every word of `text`, each of which may be a beginning; empty
    where `text` has no word."""
    words = WORD.findall(text)[:MOST_WORDS]
    if connection.vendor == "postgresql":
        return " & ".join(f"{word}:*" for word in words)
    return " ".join(f'"{word}"*' for word in words)


def hits() -> str:
    """A statement for the ids (`hit`) of actions that hold what it is given, see `asked_of`. The
    index gives them one by one, so whoever stops early pays for no more."""
    if connection.vendor == "postgresql":
        return f"SELECT rowid AS hit FROM {TABLE} WHERE words @@ to_tsquery('english', %s)"  # noqa: S608 # nosec B608
    return f"SELECT rowid AS hit FROM {TABLE} WHERE {TABLE} MATCH %s"  # noqa: S608 # nosec B608


def holding(asked: str) -> RawSQL:
    """The ids of actions that hold what `asked_of` gave, as a subquery."""
    return RawSQL(hits(), [asked])  # noqa: S611 # nosec B611


def matching(text: str) -> RawSQL | None:
    """The ids of actions that hold every word of `text` (each may be a beginning), as a subquery;
    None where `text` has no word."""
    asked = asked_of(text)
    return holding(asked) if asked else None
