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

__all__ = ["Hit", "find", "is_telling", "limits_on"]

MOST_KEYS, MOST_OF_A_KEY, COMPARED = 64, 250, 40
FAR_BEHIND, LOOKED_AT = 0.25, 50
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


def is_telling(of: Described) -> bool:
    """Whether what is said of somebody makes a key at all, so that it can be looked up."""
    return bool(of) and next(keys(of), None) is not None


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
    places, left_out = _sharing(of, set(without))
    if not places:
        return []
    sketches = _sketches(places)
    compared = [compare(of, sketch, counts) for sketch in sketches.values()]
    numbers = list(sketches)
    namesakes = _namesakes(of, left_out)
    answers = banded(
        compared, counts.records, limits, of.is_partial, persons_of(numbers), namesakes
    )
    return [Hit(numbers[answer.place], answer) for answer in answers]


def _sharing(of: Described, without: set[int]) -> tuple[list[int], list[int]]:
    """The records that share most keys, weighed by what each kind of key says; and those left out
    whose name sounds alike."""
    wanted: dict[int, float] = {}
    own: set[int] = set()
    named: set[int] = set()
    for kind, text in keys(of):
        value = hashed(kind, text)
        wanted.setdefault(value, WEIGHTS[kind])
        if kind in OWN:
            own.add(value)
        elif kind == "n":
            named.add(value)
    if len(wanted) > MOST_KEYS:
        best = sorted(wanted.items(), key=lambda one: -one[1])[:MOST_KEYS]
        wanted = dict(best)
    if not wanted:
        return [], []
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
    nearest = sorted(kept, key=lambda one: -votes[one])[:COMPARED]
    seen = set(nearest) | without
    return nearest, [subject for value, subject in rows if value in named and subject not in seen]


def _namesakes(of: Described, left_out: Sequence[int]) -> int:
    """About how many of the records that were left out bear the same name as it is written: some
    are looked at, the rest are taken to be like them."""
    if not left_out or not of.names or not of.names[0].sur:
        return 0
    fore, sur = " ".join(of.names[0].fore), " ".join(of.names[0].sur)
    head, tail = f'[[["{fore}",', f'","{sur}"]'
    tried = list(dict.fromkeys(left_out))
    found = _bodies(tried[:LOOKED_AT]).values()
    times = sum(body.startswith(head) and tail in body[: len(head) + 80] for body in found)
    return round(times * len(tried) / len(tried[:LOOKED_AT]))


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
    bodies = _bodies(numbers)
    return {one: from_text(bodies[one]) for one in numbers if one in bodies}


def _bodies(numbers: list[int]) -> dict[int, str]:
    marks = ",".join(["%s"] * len(numbers))
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT subject_id, body FROM subjects_sketch WHERE subject_id IN ({marks})",  # noqa: S608 - marks only # nosec B608
            numbers,
        )
        return dict(cursor.fetchall())
