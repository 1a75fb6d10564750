"""Whose safe contact or safe address is kept apart: asked of everybody in a list or a matter by
conditions of the very statement that reads them, through any number of links. Whoever must not be
rung is found however many records about them were joined, and whoever may open those records."""

from __future__ import annotations

from django.conf import settings
from django.db.models import BooleanField
from django.db.models.expressions import RawSQL
from django.utils.module_loading import import_string

from joinedup.subjects.choices import Verdict

__all__ = ["ANOTHER_RECORD", "kept_apart", "kept_apart_called", "kept_apart_in"]

ANOTHER_RECORD = f"""
  SELECT CASE WHEN l.first_id = same.id THEN l.second_id ELSE l.first_id END
  FROM subjects_link l JOIN same ON l.first_id = same.id OR l.second_id = same.id
  WHERE COALESCE(l.verdict, '') = '{Verdict.SAME.value}'
  AND NOT EXISTS (SELECT 1 FROM subjects_ended e WHERE e.link_id = l.id)
"""  # noqa: S608 - a code of ours # nosec B608
"""The records joined to those of a recursive table `same`, as part of a statement. The verdict is
asked of an expression, because SQLite would take its index and read every link there is."""


def kept_apart(column: str) -> RawSQL:
    """Whether a safe contact or address is kept apart with the record whose number stands in this
    column of the statement ("subjects_subject.id"), or with any other about the same person."""
    return _kept_apart(f"start.id = {column}")


def kept_apart_called(column: str) -> RawSQL:
    """As `kept_apart`, by the reference of a record in this column; empty for nobody."""
    return _kept_apart(f"start.reference = {column}")


def _kept_apart(start: str) -> RawSQL:
    return RawSQL(  # nosec B611 - a column of ours  # noqa: S611
        f"""EXISTS (WITH RECURSIVE same(id) AS (
          SELECT start.id FROM subjects_subject start WHERE {start}
          UNION {ANOTHER_RECORD}
        ) SELECT 1 FROM same JOIN subjects_safeaddress safe ON safe.subject_id = same.id
        WHERE safe.ended_at IS NULL)""",  # noqa: S608 - a column of ours # nosec B608
        (),
        output_field=BooleanField(),
    )


def kept_apart_in(column: str, *, others: bool = False) -> RawSQL:
    """Whether that is so of anybody in the case or concern whose reference stands in this column, or
    in a concern or case that belongs to it. With `others`, of anybody but those in it themselves.
    Cases lie above, so a setting names the function that knows them."""
    found: RawSQL = import_string(settings.JOINEDUP_KEPT_APART_IN)(column, others=others)
    return found
