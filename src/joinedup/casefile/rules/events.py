"""Something that happened to a person, and how a chronology is narrowed and put in order."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

__all__ = ["Event", "Wanted", "in_order", "narrowed"]


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened. `title` is our words for it, `words` what somebody wrote, `more` a
    second line of theirs, `who` the worker, `others` what names other people (a place, a peer, an
    agency's worker), `reporter` who told us where that may be known at all. `root` is the concern
    or case in which it stands, `link` the record to open. What `stays_here` goes into no copy: that
    a safe address was set tells that there is one."""

    sort: str
    on: dt.date
    at: dt.datetime | None
    title: str
    words: str = ""
    more: str = ""
    who: str = ""
    others: str = ""
    reporter: str = ""
    root: str = ""
    link: str = ""
    number: int = 0
    stays_here: bool = False

    @property
    def key(self) -> str:
        """What names it in a form: sort and number, no words."""
        return f"{self.sort}-{self.number}-{self.title_code}"

    @property
    def title_code(self) -> str:
        """A short mark that tells events of one row apart: the day on which it stands."""
        return self.on.isoformat()


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which part of a chronology: sorts (none: all), from and to a day, both counted in."""

    sorts: frozenset[str] = frozenset()
    from_on: dt.date | None = None
    to_on: dt.date | None = None
    oldest_first: bool = False

    @property
    def is_all(self) -> bool:
        """Whether nothing is left out."""
        return not self.sorts and self.from_on is None and self.to_on is None


def narrowed(events: Iterable[Event], wanted: Wanted) -> list[Event]:
    """The events that are wanted."""
    return [
        one
        for one in events
        if (not wanted.sorts or one.sort in wanted.sorts)
        and (wanted.from_on is None or one.on >= wanted.from_on)
        and (wanted.to_on is None or one.on <= wanted.to_on)
    ]


def in_order(events: Sequence[Event], oldest_first: bool) -> list[Event]:
    """By day; on one day those with a moment by it, the others before, as they were written."""
    start = dt.datetime.min.replace(tzinfo=dt.UTC)
    found = sorted(events, key=lambda one: (one.on, one.at or start, one.number))
    return found if oldest_first else found[::-1]
