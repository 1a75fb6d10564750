"""The whole register, for the jobs of the night and the command line. Narrowed to nobody."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.db import connection

from joinedup.subjects.choices import Verdict
from joinedup.subjects.models import Sketch
from joinedup.subjects.queries.linked import holding

__all__ = ["Line", "lines", "names_of", "refused_pairs", "sketches_of"]

PART = 20_000


@dataclass(frozen=True, slots=True)
class Line:
    """One record: its number, its sketch, and a date of birth that was no date, as written."""

    number: int
    sketch: str
    born_text: str


def lines() -> Iterator[Line]:
    """Every record in the order of their numbers."""
    rows = Sketch.objects.order_by("pk").values_list("pk", "body", "subject__born_text")
    for number, body, born in rows.iterator(chunk_size=PART):
        yield Line(number, body, born)


def refused_pairs() -> set[tuple[int, int]]:
    """Pairs that somebody decided about, other than "can't tell": they are not asked again."""
    rows = holding().exclude(verdict=Verdict.UNSURE)
    return set(rows.values_list("first_id", "second_id"))


def names_of(numbers: Iterable[int]) -> dict[int, str]:
    """Number → the reference in the record's own list, else ours."""
    wanted, found = sorted(numbers), dict[int, str]()
    for place in range(0, len(wanted), PART // 4):
        part = wanted[place : place + PART // 4]
        marks = ",".join(["%s"] * len(part))
        with connection.cursor() as cursor:
            cursor.execute(
                f"SELECT id, their_ref, reference FROM subjects_subject WHERE id IN ({marks})",  # noqa: S608 - marks only # nosec B608
                part,
            )
            found |= {number: theirs or ours for number, theirs, ours in cursor.fetchall()}
    return found


def sketches_of(numbers: Iterable[int]) -> dict[int, str]:
    """Number → the sketch of that record, where it stands still."""
    wanted, found = sorted(numbers), dict[int, str]()
    for place in range(0, len(wanted), PART // 4):
        part = wanted[place : place + PART // 4]
        found.update(Sketch.objects.filter(pk__in=part).values_list("pk", "body"))
    return found
