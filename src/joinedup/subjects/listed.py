"""Rows of a list made ready to be written: read, made alike, their keys worked out. Nothing here
asks the database, so that nobody who writes waits for it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from joinedup.subjects.rules.described import Described, as_text, described
from joinedup.subjects.rules.keys import keys_of
from joinedup.subjects.rules.telling import told_by

__all__ = ["Listed", "make_ready"]


@dataclass(frozen=True, slots=True)
class Listed:
    """One row: its reference there, what it tells, the same made alike, its keys and its sketch."""

    ref: str
    row: Mapping[str, str]
    of: Described
    keys: list[int]
    sketch: str


def make_ready(rows: Iterable[Mapping[str, str]], today: dt.date) -> list[Listed]:
    """The rows of one part of a list, in their order."""
    return [_ready(row, today) for row in rows]


def _ready(said: Mapping[str, str], today: dt.date) -> Listed:
    row = told_by(said)
    of = described(row, today)
    return Listed(said["record_id"][:80], row, of, keys_of(of) if of else [], as_text(of))
