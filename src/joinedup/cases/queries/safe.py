"""Whether anybody of a matter must not be rung before somebody was asked: over a case, the concerns
that belong to it, and every further case and concern that these belong to."""

from __future__ import annotations

from django.db.models import BooleanField
from django.db.models.expressions import RawSQL

from joinedup.subjects.queries.safe import ANOTHER_RECORD

__all__ = ["kept_apart_in_matter"]

OTHERS_ONLY = """
  EXCEPT SELECT * FROM (
    SELECT s.id FROM cases_case c JOIN cases_casesubject cs ON cs.case_id = c.id
    JOIN subjects_subject s ON s.reference = cs.subject WHERE c.reference = {column}
    UNION
    SELECT p.subject_id FROM concerns_concern c JOIN concerns_concernperson p
    ON p.concern_id = c.id WHERE c.reference = {column} AND p.subject_id IS NOT NULL
  ) here
"""


def kept_apart_in_matter(column: str, *, others: bool) -> RawSQL:
    """As `subjects.queries.safe.kept_apart_in` says."""
    without = OTHERS_ONLY.format(column=column) if others else ""
    return RawSQL(  # nosec B611 - columns of ours  # noqa: S611
        f"""EXISTS (WITH RECURSIVE thread(case_id, concern) AS (
          SELECT CAST(COALESCE((SELECT c.id FROM cases_case c WHERE c.reference = {column}), 0)
          AS bigint), CAST({column} AS varchar(24))
          UNION
          SELECT cc.case_id, cc.concern FROM cases_caseconcern cc
          JOIN thread ON cc.case_id = thread.case_id OR cc.concern = thread.concern
        ), named(id) AS (
          SELECT s.id FROM cases_casesubject cs JOIN subjects_subject s ON s.reference = cs.subject
          WHERE cs.case_id IN (SELECT case_id FROM thread)
          UNION
          SELECT p.subject_id FROM concerns_concern c JOIN concerns_concernperson p
          ON p.concern_id = c.id
          WHERE c.reference IN (SELECT concern FROM thread) AND p.subject_id IS NOT NULL
          {without}
        ), same(id) AS (SELECT id FROM named UNION {ANOTHER_RECORD})
        SELECT 1 FROM same JOIN subjects_safeaddress safe ON safe.subject_id = same.id
        WHERE safe.ended_at IS NULL)""",  # noqa: S608 - columns of ours # nosec B608
        (),
        output_field=BooleanField(),
    )
