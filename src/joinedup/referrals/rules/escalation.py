"""Stages of a challenge: who must agree, by when, and what comes next."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from joinedup.rulebook import Amount, Entry, RuleBookError, Unit
from joinedup.rulebook.entry import Value
from joinedup.rulebook.working_days import add_amount

__all__ = ["Stage", "due_on", "next_stage", "stages_from"]


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage as the local scheme has it. `limit` is None where the scheme gives none."""

    number: int
    who: str
    limit: Amount | None
    result: str


def stages_from(entry: Entry) -> tuple[Stage, ...]:
    """The stages of a scheme in their order, numbered from 1 without a gap. Raises RuleBookError
    for a scheme that is unclear."""
    found = tuple(_stage(row) for row in entry.rows("stages"))
    if not found or [one.number for one in found] != list(range(1, len(found) + 1)):
        raise RuleBookError(f"{entry.code}: number the stages 1, 2, 3 …")
    if any(not one.who.strip() for one in found):
        raise RuleBookError(f"{entry.code}: say who must agree at each stage.")
    return found


def _stage(row: Mapping[str, Value]) -> Stage:
    limit = row.get("limit")
    amount = None
    if isinstance(limit, Mapping):
        amount = Amount(int(str(limit["amount"])), Unit(str(limit["unit"])))
    number = int(str(row.get("number", 0)))
    return Stage(number, str(row.get("who", "")), amount, str(row.get("result", "")))


def next_stage(stages: tuple[Stage, ...], number: int) -> Stage | None:
    """The stage after this one; None after the last."""
    return next((one for one in stages if one.number == number + 1), None)


def due_on(stage: Stage, started_on: dt.date, otherwise: Amount, subdiv: str = "ENG") -> dt.date:
    """The last day of a stage that begins on a day; `otherwise` is the limit where the scheme gives
    none. The day itself does not count."""
    return add_amount(started_on, stage.limit or otherwise, subdiv)
