"""The lookup: keys of what was described, the records that share them, compared and banded.

Nothing here is narrowed to a reader; `known.py` does that before anything is shown.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, fields

from django.db import connection

from joinedup.access.limits import own_rules
from joinedup.rulebook import find as find_rule
from joinedup.subjects.queries.counting import frequencies
from joinedup.subjects.queries.linked import persons_of
from joinedup.subjects.rules.banding import Answer, Limits, banded
from joinedup.subjects.rules.comparing import compare
from joinedup.subjects.rules.described import Described, from_text
from joinedup.subjects.rules.frequency import Frequencies
from joinedup.subjects.rules.keys import WEIGHTS, hashed, keys

__all__ = ["Hit", "find", "limits_on"]

MOST_KEYS, MOST_OF_A_KEY, COMPARED = 64, 250, 40
FAR_BEHIND = 0.25
OWN = frozenset("povh")
"""Kinds of key that few people share: whoever shares one is looked at, however much another one
shares."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A record that answers, by its number, with band, probability and reasons by field."""

    subject_id: int
    answer: Answer


def limits_on(day: dt.date) -> Limits:
    """Where the bands begin on a day, from the rule book."""
    rule = find_rule("people.matching", day, own_rules())
    if rule is None:
        return Limits()
    said = rule.values
    return Limits(**{one.name: said[one.name] for one in fields(Limits) if one.name in said})  # type: ignore[arg-type]


def find(
    of: Described,
    limits: Limits,
    known: Frequencies | None = None,
    without: Sequence[int] = (),
) -> list[Hit]:
    """The records that may be about somebody, best first; empty where the person is new.

    `without` names records that are not looked at: the record itself, and those closed to the
    reader by a conflict of interest.
    """
    counts = known or frequencies()
    places = _sharing(of, set(without))
    if not places:
        return []
    sketches = _sketches(places)
    compared = [compare(of, sketch, counts) for sketch in sketches.values()]
    numbers = list(sketches)
    answers = banded(compared, counts.records, limits, of.is_partial, persons_of(numbers))
    return [Hit(numbers[answer.place], answer) for answer in answers]


def _sharing(of: Described, without: set[int]) -> list[int]:
    """The records that share most keys, weighed by what each kind of key says."""
    wanted: dict[int, float] = {}
    own: set[int] = set()
    for kind, text in keys(of):
        value = hashed(kind, text)
        wanted.setdefault(value, WEIGHTS[kind])
        if kind in OWN:
            own.add(value)
    if len(wanted) > MOST_KEYS:
        best = sorted(wanted.items(), key=lambda one: -one[1])[:MOST_KEYS]
        wanted = dict(best)
    if not wanted:
        return []
    votes: dict[int, float] = {}
    rows = _rows_of(list(wanted))
    rare = Counter(value for value, _ in rows)
    worth = {value: wanted[value] * (1.0 if rare[value] < 60 else 0.75) for value in rare}
    for value, subject in rows:
        votes[subject] = votes.get(subject, 0.0) + worth[value]
    for gone in without:
        votes.pop(gone, None)
    least = max(votes.values(), default=0.0) * FAR_BEHIND
    near = {subject for value, subject in rows if value in own}
    kept = [one for one, vote in votes.items() if vote >= least or one in near]
    return sorted(kept, key=lambda one: -votes[one])[:COMPARED]


def _rows_of(values: list[int]) -> list[tuple[int, int]]:
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                "SELECT k.value, s.subject_id FROM unnest(%s::bigint[]) AS k(value)"
                " CROSS JOIN LATERAL (SELECT subject_id FROM subjects_key"
                " WHERE subjects_key.value = k.value LIMIT %s) s",
                [values, MOST_OF_A_KEY],
            )
        else:
            one = "SELECT * FROM (SELECT value, subject_id FROM subjects_key WHERE value=%s LIMIT 250)"
            cursor.execute(" UNION ALL ".join([one] * len(values)), values)
        return list(cursor.fetchall())


def _sketches(numbers: list[int]) -> dict[int, Described]:
    """The sketches of records, in the order of the numbers."""
    marks = ",".join(["%s"] * len(numbers))
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT subject_id, body FROM subjects_sketch WHERE subject_id IN ({marks})",  # noqa: S608 - marks only # nosec B608
            numbers,
        )
        bodies = dict(cursor.fetchall())
    return {one: from_text(bodies[one]) for one in numbers if one in bodies}
