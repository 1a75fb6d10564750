"""Which wording of a rule or definition a count went by: every count says so."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from joinedup.rulebook.entry import Entry

__all__ = ["Wording", "wording_of"]

SHORT = 8


@dataclass(frozen=True, slots=True)
class Wording:
    """One wording of a rule: its dates, its source, and the first letters of the hash of its words,
    which change when any of them does."""

    code: str
    title: str
    text: str
    source: str
    status: str
    from_on: dt.date | None
    to_on: dt.date | None
    version: str


def wording_of(entry: Entry) -> Wording:
    """The wording that an entry is."""
    return Wording(
        code=entry.code,
        title=entry.title,
        text=entry.text,
        source=entry.source.name,
        status=entry.status.value,
        from_on=entry.from_on,
        to_on=entry.to_on,
        version=entry.content_hash[:SHORT],
    )
