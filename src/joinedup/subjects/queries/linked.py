"""Which records are about one person, from the decisions that hold."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.db import connection
from django.db.models import QuerySet

from joinedup.subjects.choices import Verdict
from joinedup.subjects.models import Link
from joinedup.subjects.rules.joining import groups

__all__ = [
    "decided",
    "holding",
    "one_person",
    "persons_of",
    "records_of_person",
    "records_of_persons",
]

ONE_PERSON = """
WITH RECURSIVE same(id) AS (
  SELECT id FROM subjects_subject WHERE reference = %s
  UNION
  SELECT CASE WHEN l.first_id = same.id THEN l.second_id ELSE l.first_id END
  FROM subjects_link l JOIN same ON l.first_id = same.id OR l.second_id = same.id
  WHERE l.verdict = %s
  AND NOT EXISTS (SELECT 1 FROM subjects_ended e WHERE e.link_id = l.id)
) SELECT id FROM same ORDER BY id
"""


def holding() -> QuerySet[Link]:
    """Decisions that were not ended."""
    return Link.objects.filter(ended__isnull=True)


def _around(numbers: Iterable[int]) -> list[tuple[int, int]]:
    """All links "same" that hold among records and everything they are joined to."""
    found: set[tuple[int, int]] = set()
    fresh = set(numbers)
    seen: set[int] = set()
    while fresh:
        seen |= fresh
        pairs = _pairs_with(sorted(fresh))
        found |= pairs
        fresh = {one for pair in pairs for one in pair} - seen
    return sorted(found)


def _pairs_with(numbers: list[int]) -> set[tuple[int, int]]:
    """Links "same" that hold and name one of some records. Asked at every look-up, so in plain SQL:
    making the same through models took longer than finding it."""
    if not numbers:
        return set()
    marks = ",".join(["%s"] * len(numbers))
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT first_id, second_id FROM subjects_link WHERE verdict = %s"  # noqa: S608 - marks only # nosec B608
            f" AND (first_id IN ({marks}) OR second_id IN ({marks}))"
            " AND NOT EXISTS (SELECT 1 FROM subjects_ended"
            " WHERE subjects_ended.link_id = subjects_link.id)",
            [Verdict.SAME.value, *numbers, *numbers],
        )
        return set(cursor.fetchall())


def persons_of(numbers: Sequence[int]) -> list[int]:
    """For each record the lowest record of its person."""
    heads = groups(_around(numbers))
    return [heads.get(one, one) for one in numbers]


def records_of_person(number: int) -> list[int]:
    """All records about the person that a record is about, itself among them."""
    links = _around([number])
    return sorted({number} | {one for pair in links for one in pair})


def one_person(reference: str) -> list[int]:
    """The numbers of all records about the person of this record, in one statement however many
    they are. Empty where there is no such record; narrowed to nobody."""
    with connection.cursor() as cursor:
        cursor.execute(ONE_PERSON, [reference, Verdict.SAME.value])
        return [row[0] for row in cursor.fetchall()]


def records_of_persons(numbers: Sequence[int]) -> set[int]:
    """All records about the persons that these records are about, themselves among them."""
    return set(numbers) | {one for pair in _around(numbers) for one in pair}


def decided(first: int, second: int) -> Link | None:
    """The decision that holds about two records, whatever their order."""
    low, high = sorted((first, second))
    return holding().filter(first=low, second=high).order_by("-pk").first()
