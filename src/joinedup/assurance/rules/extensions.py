"""Every date that an action has had: the first, each later one, why it moved and who approved it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

__all__ = ["DateHeld", "dates_held"]


class DateUpdate(Protocol):
    """What these rules ask of an update."""

    @property
    def number(self) -> int: ...
    @property
    def effective_on(self) -> dt.date: ...
    @property
    def changes(self) -> Mapping[str, Sequence[Any]]: ...
    @property
    def reason(self) -> str: ...
    @property
    def approved_by(self) -> str: ...
    @property
    def minute(self) -> str: ...


@dataclass(frozen=True, slots=True)
class DateHeld:
    """One due date: the day, since when it held, why and by whose leave. The first has neither."""

    due_on: dt.date
    since: dt.date
    reason: str = ""
    approved_by: str = ""
    minute: str = ""


def dates_held(updates: Iterable[DateUpdate]) -> list[DateHeld]:
    """The due dates of an action from the first to the one that holds. Times of a recurring duty
    are no extensions and are left out."""
    found: list[DateHeld] = []
    for one in sorted(updates, key=lambda said: (said.effective_on, said.number)):
        pair = one.changes.get("due_on")
        if not pair or not pair[1]:
            continue
        day = dt.date.fromisoformat(pair[1])
        if found and found[-1].due_on == day:
            continue
        is_first = not found
        found.append(
            DateHeld(
                day,
                one.effective_on,
                "" if is_first else one.reason,
                "" if is_first else one.approved_by,
                "" if is_first else one.minute,
            )
        )
    return found
