"""The state of an action on any day, folded from its updates and nothing else."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from joinedup.assurance.choices import SAYS_HOW_IT_STANDS, Status, UpdateKind
from joinedup.assurance.rules.state import State, from_json

__all__ = ["Said", "fold"]


@dataclass(frozen=True, slots=True)
class Said:
    """One update as the fold sees it. `known_on` is the London day on which it was written."""

    number: int
    kind: str
    effective_on: dt.date
    known_on: dt.date
    changes: Mapping[str, Sequence[Any]] = field(default_factory=dict)


def fold(
    updates: Iterable[Said], on: dt.date | None = None, known_by: dt.date | None = None
) -> State:
    """The state after all updates; with `on`, as it was at the end of that day; with `known_by`,
    only from what had been written by the end of that day.

    Updates count by the day they speak of, then by number: what is written late about an earlier
    day does not undo what was said of a later one.
    """
    state = State()
    counted = (
        one
        for one in updates
        if (on is None or one.effective_on <= on) and (known_by is None or one.known_on <= known_by)
    )
    for one in sorted(counted, key=lambda said: (said.effective_on, said.number)):
        state = _after(state, one)
    return state


def _after(state: State, said: Said) -> State:
    """The state after one more update."""
    values = {name: from_json(name, pair[1]) for name, pair in said.changes.items()}
    due_on = values.get("due_on", state.due_on)
    if due_on is not None and state.first_due_on is None:
        values["first_due_on"] = due_on
    has_moved = state.due_on is not None and due_on != state.due_on
    if said.kind == UpdateKind.NEW_DATE and has_moved:
        values["times_moved"] = state.times_moved + 1
    if said.kind in SAYS_HOW_IT_STANDS:
        values["updated_on"] = said.effective_on
    is_done = values.get("status", state.status) in (Status.COMPLETE, Status.IN_FORCE)
    values["done_since"] = (state.done_since or said.effective_on) if is_done else None
    return replace(state, **values)
