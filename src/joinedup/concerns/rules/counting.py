"""Concerns as numbers: by source, by what was decided, by the time a decision took. Names nobody."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from joinedup.rulebook.working_days import working_days_between

__all__ = ["Contacts", "SourceRow", "Times", "by_source", "times_of"]

SIDES = ("inside", "outside", "other")
NOT_SAID = "not_said"


@dataclass(frozen=True, slots=True)
class Contacts:
    """Concerns that came in on one day and were first decided on one day. `due_on` is the last good
    day for their first decision."""

    received_on: dt.date
    due_on: dt.date
    decided_on: dt.date | None
    is_from_older_system: bool
    count: int


@dataclass(frozen=True, slots=True)
class SourceRow:
    """One source and how many concerns came from it. `side` is inside, outside, other or not_said."""

    source: str
    side: str
    count: int


@dataclass(frozen=True, slots=True)
class Times:
    """How long first decisions took. `middle` is the median in working days, None without any."""

    in_time: int
    late: int
    waiting: int
    waiting_late: int
    middle: float | None
    left_out: int

    @property
    def total(self) -> int:
        """All that the times are about."""
        return self.in_time + self.late + self.waiting + self.waiting_late


def by_source(counts: Mapping[str, int], sides: Mapping[str, str]) -> list[SourceRow]:
    """Each source that concerns came from, and those of `sides` (source → side) that none came from.
    `counts` is source → how many; a source that is not known any more is among the others, none
    given stands as not said."""
    codes = [*sides, *(code for code in counts if code not in sides)]
    found = [
        SourceRow(code, sides.get(code, "other") if code else NOT_SAID, counts.get(code, 0))
        for code in codes
    ]
    order = (*SIDES, NOT_SAID)
    return sorted(found, key=lambda one: (order.index(one.side), -one.count))


def times_of(rows: Iterable[Contacts], today: dt.date) -> Times:
    """First decisions against their last good day."""
    in_time = late = waiting = waiting_late = left_out = 0
    took: Counter[int] = Counter()
    for one in rows:
        if one.is_from_older_system:
            left_out += one.count
        elif one.decided_on is not None:
            took[working_days_between(one.received_on, one.decided_on)] += one.count
            in_time += one.count if one.decided_on <= one.due_on else 0
            late += one.count if one.decided_on > one.due_on else 0
        elif one.due_on < today:
            waiting_late += one.count
        else:
            waiting += one.count
    return Times(in_time, late, waiting, waiting_late, _middle(took), left_out)


def _middle(counts: Mapping[int, int]) -> float | None:
    """The median of numbers that each occur so many times; None without any."""
    total = sum(counts.values())
    if not total:
        return None
    wanted, seen, middle = ((total - 1) // 2, total // 2), 0, []
    for number in sorted(counts):
        middle += [number for place in wanted if seen <= place < seen + counts[number]]
        seen += counts[number]
    return sum(middle) / 2
