"""The dates of one row, worked out from what its line says; the same for the same load day."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random
from typing import Any, TypeVar

__all__ = ["FINISHED", "Life"]

FINISHED = ("declared", "evidenced", "agreed", "rejected")
EXACT = ("week",)
Thing = TypeVar("Thing")


@dataclass(slots=True)
class Life:
    """One row. `dates` are its due dates from the first to the one that holds; `until` is the day
    (counted from today) of the last that was said of it."""

    code: str
    kind: str
    row: dict[str, Any]
    chance: Random
    today: dt.date
    began: int
    until: int
    dates: list[dt.date]
    recurrence: str
    start: dt.date | None

    @classmethod
    def of(cls, today: dt.date, plan: str, row: dict[str, Any], began: int) -> Life:
        """The life of a row of a plan that began on a day counted from today."""
        chance = Random(f"{plan} {row['c']}")  # noqa: S311
        dates = _dates(row, chance, today, began) if "due" in row else []
        start = today + dt.timedelta(days=row["start"]) if "start" in row else None
        life = cls(
            code=row["c"],
            kind=row["life"],
            row=row,
            chance=chance,
            today=today,
            began=began,
            until=0,
            dates=dates,
            recurrence=row.get("rec", ""),
            start=start,
        )
        life.until = _until(life)
        return life

    def pick(self, things: Sequence[Thing]) -> Thing:
        """One of several, always the same for this row and its place in the story."""
        return self.chance.choice(things)

    def offset(self, day: dt.date) -> int:
        """A day counted from today."""
        return (day - self.today).days


def _until(life: Life) -> int:
    if life.kind in FINISHED:
        due = life.offset(life.dates[-1])
        return max(min(due + life.chance.randint(-12, 14), -9), life.began + 40)
    if life.kind == "quiet":
        return -life.chance.randint(64, 110)
    return -life.chance.randint(2, 45)


def _dates(row: dict[str, Any], chance: Random, today: dt.date, began: int) -> list[dt.date]:
    moves = int(row.get("moves", 0))
    final = int(row["due"])
    room = (final - began - 25) // (moves + 1)
    days = [final]
    for _ in range(moves):
        days.insert(0, days[0] - min(chance.randint(35, 80), max(room, 5)))
    dates = [today + dt.timedelta(days=day) for day in days]
    if row["life"] in EXACT:
        return dates
    return [_rounded(day, today, began) if chance.random() < 0.5 else day for day in dates]


def _rounded(day: dt.date, today: dt.date, began: int) -> dt.date:
    """The end of the month nearest to it that does not change whether it has passed."""
    end = day.replace(day=calendar.monthrange(day.year, day.month)[1])
    before = day.replace(day=1) - dt.timedelta(days=1)
    if day >= today or end < today:
        return end
    return before if (before - today).days > began else day
