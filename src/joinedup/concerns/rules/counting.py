"""Concerns as numbers: by source, by what was decided, by the time a decision took. Names nobody."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from joinedup.rulebook.working_days import working_days_between

__all__ = ["Contact", "SourceRow", "Times", "by_source", "times_of"]

SIDES = ("inside", "outside", "other")
NOT_SAID = "not_said"


@dataclass(frozen=True, slots=True)
class Contact:
    """What is counted of one concern. `due_on` is the last good day for its first decision."""

    source: str
    types: tuple[str, ...]
    ending: str
    received_on: dt.date
    due_on: dt.date
    decided_on: dt.date | None
    is_from_older_system: bool


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


def by_source(rows: Iterable[Contact], sides: Mapping[str, str]) -> list[SourceRow]:
    """Each source that concerns came from, and those of `sides` (source → side) that none came from.
    The counts add up to the number of `rows`: a source that is not known any more is among the
    others, none given stands as not said."""
    counts = Counter(one.source for one in rows)
    codes = [*sides, *(code for code in counts if code not in sides)]
    found = [
        SourceRow(code, sides.get(code, "other") if code else NOT_SAID, counts.get(code, 0))
        for code in codes
    ]
    order = (*SIDES, NOT_SAID)
    return sorted(found, key=lambda one: (order.index(one.side), -one.count))


def times_of(rows: Sequence[Contact], today: dt.date) -> Times:
    """First decisions against their last good day."""
    own = [one for one in rows if not one.is_from_older_system]
    decided = [(one, one.decided_on) for one in own if one.decided_on is not None]
    waiting = [one for one in own if one.decided_on is None]
    took = [working_days_between(one.received_on, on) for one, on in decided]
    in_time = sum(on <= one.due_on for one, on in decided)
    waiting_late = sum(one.due_on < today for one in waiting)
    return Times(
        in_time=in_time,
        late=len(decided) - in_time,
        waiting=len(waiting) - waiting_late,
        waiting_late=waiting_late,
        middle=median(took) if took else None,
        left_out=len(rows) - len(own),
    )
