"""A plan in two or three sentences, for somebody who has a minute."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from joinedup.assurance.choices import CLOSED, Status
from joinedup.assurance.rules.standing import Standable, due_words, is_overdue, needs_evidence
from joinedup.pages.dates import plural

__all__ = ["Oldest", "Promised", "Summary", "summary_of"]

LONGEST = 60


class Promised(Standable, Protocol):
    """An action with what it is called."""

    @property
    def reference(self) -> str: ...
    @property
    def code(self) -> str: ...
    @property
    def title(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Oldest:
    """The action that has been late longest: what to call it, and since when."""

    reference: str
    name: str
    due: str


@dataclass(frozen=True, slots=True)
class Summary:
    """The counts in words, and the oldest late action where one is late."""

    words: str
    oldest: Oldest | None


def summary_of(rows: Sequence[Promised], today: dt.date) -> Summary | None:
    """How the actions that are shown stand today; None where none is shown. Done without evidence
    is never counted as done, and a date is only missed by what is still open."""
    if not rows:
        return None
    done = [one for one in rows if one.status == Status.COMPLETE]
    proven = sum(not needs_evidence(one, today) for one in done)
    late = [one for one in rows if is_overdue(one, today)]
    undated = sum(
        one.status not in CLOSED and one.next_on is None and not one.recurrence for one in rows
    )
    words = (
        f"{plural(len(rows), 'action')} {'stands' if len(rows) == 1 else 'stand'} here: "
        f"{_number(proven)} done with evidence, {_number(len(late))} late, "
        f"{_number(undated)} without a date."
    )
    said = len(done) - proven
    if said:
        verb = "is" if said == 1 else "are"
        words += f" {said:,} {verb} said to be done, but without evidence that holds today."
    return Summary(words, _oldest(late, today))


def _oldest(late: Sequence[Promised], today: dt.date) -> Oldest | None:
    if not late:
        return None
    first = min(late, key=lambda one: one.next_on or today)
    title = first.title if len(first.title) <= LONGEST else f"{first.title[:LONGEST].rstrip()}…"
    due = due_words(first, today)
    return Oldest(first.reference, first.code or f"“{title}”", due[:1].lower() + due[1:])


def _number(count: int) -> str:
    return f"{count:,}" if count else "none"
