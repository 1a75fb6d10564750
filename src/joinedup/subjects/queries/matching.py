"""A whole list against the register, row by row, for the command line."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from joinedup.subjects.queries.counting import frequencies
from joinedup.subjects.queries.finding import find, limits_on
from joinedup.subjects.queries.register import names_of
from joinedup.subjects.rules.described import described
from joinedup.subjects.rules.telling import told_by

__all__ = ["matches"]


def matches(
    rows: Iterable[Mapping[str, str]], today: dt.date
) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """For each row its query_id and the candidates, best first: record_id (the list's own, or our
    reference), band, probability and why. For whoever keeps the server; nothing is narrowed."""
    limits, known = limits_on(today), frequencies()
    for row in rows:
        hits = find(described(told_by(row), today), limits, known)
        named = names_of(hit.subject_id for hit in hits)
        yield (
            row["query_id"],
            [
                {
                    "record_id": named[hit.subject_id],
                    "band": hit.answer.band,
                    "probability": hit.answer.probability,
                    "why": dict(hit.answer.why),
                }
                for hit in hits
            ],
        )
