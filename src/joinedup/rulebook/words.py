"""What an abbreviation meant, for whom, on a date. One abbreviation may have two meanings."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from joinedup.rulebook.book import all_entries, local_entries
from joinedup.rulebook.entry import Entry, Kind

__all__ = ["UNCONFIRMED", "Meaning", "abbreviation", "abbreviations"]

UNCONFIRMED = "expansion not confirmed"


@dataclass(frozen=True, slots=True)
class Meaning:
    """One reading of an abbreviation. `shown` is what a page may print."""

    term: str
    expansion: str
    confidence: str
    scope: str
    entry: Entry

    @property
    def shown(self) -> str:
        """The expansion, or the words that say nobody has confirmed one."""
        return UNCONFIRMED if self.confidence == "guess" else self.expansion


def abbreviation(
    term: str,
    on: dt.date,
    organisation: str = "",
    overlay: Iterable[Mapping[str, object] | Entry] = (),
) -> tuple[Meaning, ...]:
    """What `term` could mean on a date, the likeliest first.

    `organisation` is the kind of body that wrote it ("district council", "county partnership");
    a meaning of that scope comes first, one of any scope next, one of another scope last.
    A council's own expansion (overlay) comes before them all. A word that had gone out of use
    by then is still explained, when nothing newer bears the same letters.
    """
    local = [one for one in local_entries(overlay) if one.kind is Kind.ABBREVIATION]
    replaced = {one.code for one in local if one.holds_on(on)}
    shipped = [
        one for one in all_entries() if one.kind is Kind.ABBREVIATION and one.code not in replaced
    ]
    asked = term.strip().casefold()
    same = [
        one
        for one in (*local, *shipped)
        if asked in {name.casefold() for name in (one.words("term"), *one.aliases)}
    ]
    found = [one for one in same if one.holds_on(on)] or same
    found.sort(key=lambda one: (one.code not in replaced, _distance(one, organisation), one.code))
    return tuple(_meaning(one) for one in found)


def abbreviations(on: dt.date) -> tuple[Meaning, ...]:
    """Every shipped abbreviation in use on a date, by term."""
    found = (one for one in all_entries() if one.kind is Kind.ABBREVIATION and one.holds_on(on))
    return tuple(
        sorted((_meaning(one) for one in found), key=lambda one: (one.term, one.entry.code))
    )


def _distance(entry: Entry, organisation: str) -> int:
    scope = entry.words("scope")
    if not scope:
        return 1
    return 0 if scope.casefold() == organisation.strip().casefold() else 2


def _meaning(entry: Entry) -> Meaning:
    return Meaning(
        entry.words("term"),
        entry.words("expansion"),
        entry.words("confidence"),
        entry.words("scope"),
        entry,
    )
