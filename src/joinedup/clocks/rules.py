"""How a promise with a time limit stands, when it runs out, and who is reminded next.

Plain: dates, moments and rule-book entries come in as arguments; nothing here reads a clock.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from joinedup.rulebook import Entry, RuleBookError, Unit
from joinedup.rulebook.working_days import (
    LONDON,
    Deadline,
    add_working_days,
    deadline,
    is_working_day,
    london_date,
    working_days_between,
)

__all__ = [
    "Owed",
    "Pause",
    "Reminder",
    "Running",
    "State",
    "Step",
    "Tally",
    "digest_day",
    "due_at",
    "next_reminder",
    "outcome_when_met",
    "reminder_for_today",
    "state",
    "steps",
]

ONE_DAY = dt.timedelta(days=1)


class State(StrEnum):
    """How a clock stands on a day."""

    OPEN = "open"
    DUE = "due"
    OVERDUE = "overdue"
    PAUSED = "paused"
    KEPT = "kept"
    LATE = "late"
    MISSED = "missed"
    CANCELLED = "cancelled"


ENDED = frozenset({State.KEPT, State.LATE, State.MISSED, State.CANCELLED})
CHASED = frozenset({State.OPEN, State.DUE, State.OVERDUE})


@dataclass(frozen=True, slots=True)
class Running:
    """What a clock's row says: its last good day, a pause that has begun, and how it ended.

    `outcome` is "open" while it runs, else one of kept, late, missed, cancelled.
    """

    due_on: dt.date
    paused_on: dt.date | None = None
    outcome: str = "open"


@dataclass(frozen=True, slots=True)
class Pause:
    """A time that does not count, for a reason kept elsewhere; without `to_at` it still lasts."""

    from_at: dt.datetime
    to_at: dt.datetime | None = None


@dataclass(frozen=True, slots=True)
class Owed:
    """Something with a last day that one person owes: what is to be done ("Publish"), with what
    (its title), and the page on which it is done."""

    reference: str
    deed: str
    title: str
    address: str
    due_on: dt.date

    def late(self, today: dt.date) -> int:
        """How many days late it is; 0 while it is not."""
        return max((today - self.due_on).days, 0)


@dataclass(frozen=True, slots=True)
class Tally:
    """How much of one kind of thing a reader answers for: past its day ("overdue"), to be done
    today ("today") or with others ("waiting"), in words, and the list that shows them. `most` is
    where counting stops."""

    part: str
    words: str
    number: int
    address: str
    most: int = 100

    @property
    def shown(self) -> str:
        """The number as a page shows it."""
        return f"{self.most} or more" if self.number >= self.most else str(self.number)


@dataclass(frozen=True, slots=True)
class Step:
    """One reminder: how many days after the due date (negative: before), and to whom."""

    key: str
    days: int
    to: str
    words: str


@dataclass(frozen=True, slots=True)
class Reminder:
    """A step and the day on which it goes out."""

    step: Step
    on: dt.date


def state(clock: Running, today: dt.date) -> State:
    """How the clock stands on `today`. Raises ValueError for an outcome that is not known."""
    ended = State(clock.outcome)
    if ended in ENDED:
        return ended
    if ended is not State.OPEN:
        raise ValueError(f"“{clock.outcome}” is not how a clock ends.")
    if clock.paused_on is not None and clock.paused_on <= today:
        return State.PAUSED
    if today > clock.due_on:
        return State.OVERDUE
    return State.DUE if today == clock.due_on else State.OPEN


def outcome_when_met(due_on: dt.date, met_on: dt.date) -> State:
    """What a promise that was met becomes: kept up to and on its due date, late after it."""
    return State.KEPT if met_on <= due_on else State.LATE


def due_at(
    entry: Entry, started_at: dt.datetime, pauses: Sequence[Pause] = (), subdiv: str = "ENG"
) -> Deadline:
    """When the limit of `entry` runs out, pauses that are over not counted.

    A limit in hours is moved by the time paused, one in working days by the working days paused,
    any other by the days paused. A pause that still lasts moves nothing yet (the clock's state is
    then paused), nor does one that began when the limit had already run out.
    """
    due = deadline(entry, started_at, subdiv)
    for pause in _apart(pauses, started_at):
        if pause.to_at is not None and pause.from_at < due.late_at:
            due = _moved(due, entry.amount("limit").unit, pause.from_at, pause.to_at, subdiv)
    return due


def _apart(pauses: Sequence[Pause], started_at: dt.datetime) -> list[Pause]:
    """Pauses in order, overlapping ones joined, cut off before the start, lasting ones dropped."""
    joined: list[Pause] = []
    for pause in sorted(pauses, key=lambda one: one.from_at):
        if pause.to_at is None:
            continue
        if pause.to_at < pause.from_at:
            raise ValueError("A pause cannot end before it begins.")
        from_at = max(pause.from_at, started_at)
        if pause.to_at <= from_at:
            continue
        last = joined[-1] if joined else None
        if last is not None and last.to_at is not None and from_at <= last.to_at:
            joined[-1] = Pause(last.from_at, max(last.to_at, pause.to_at))
        else:
            joined.append(Pause(from_at, pause.to_at))
    return joined


def _moved(
    due: Deadline, unit: Unit, from_at: dt.datetime, to_at: dt.datetime, subdiv: str
) -> Deadline:
    if unit in (Unit.MINUTES, Unit.HOURS):
        late_at = due.late_at + (to_at.astimezone(dt.UTC) - from_at.astimezone(dt.UTC))
        return Deadline(london_date(late_at), late_at)
    from_on, to_on = london_date(from_at), london_date(to_at)
    if unit is Unit.WORKING_DAYS:
        last = add_working_days(due.on, working_days_between(from_on, to_on, subdiv), subdiv)
    else:
        last = due.on + (to_on - from_on)
    midnight = dt.datetime.combine(last + ONE_DAY, dt.time(), tzinfo=LONDON)
    return Deadline(last, midnight.astimezone(dt.UTC))


def steps(chase: Entry) -> tuple[Step, ...]:
    """The reminders of a chase entry in the order of their days."""
    found = (
        Step(str(row["key"]), int(str(row["days"])), str(row["to"]), str(row["words"]))
        for row in chase.rows("steps")
    )
    return tuple(sorted(found, key=lambda step: step.days))


def next_reminder(
    chase: Entry, clock: Running, today: dt.date, sent: Mapping[str, dt.date]
) -> Reminder | None:
    """The reminder that comes next, today or later; None when the clock does not run or all went.

    `sent` tells on which day each step (by key) went out for this due date. Nobody is told of an
    old reminder once a newer one to the same person is due. The step to another person keeps its
    distance from the last one that went, so that a plan taken over years after its dates asks its
    owners first, and does not tell their managers the same day.
    """
    if state(clock, today) not in CHASED:
        return None
    all_steps = steps(chase)
    last = max((step for step in all_steps if step.key in sent), key=_days, default=None)
    left = [
        step for step in all_steps if step.key not in sent and (not last or step.days > last.days)
    ]
    arrived = [step for step in left if clock.due_on + ONE_DAY * step.days <= today]
    newest = {step.to: step for step in arrived}
    left = [step for step in left if step not in arrived or newest[step.to] is step]
    if not left:
        return None
    step = left[0]
    on = clock.due_on + ONE_DAY * step.days
    if last is not None and step.to != last.to:
        on = max(on, sent[last.key] + ONE_DAY * (step.days - last.days))
    return Reminder(step, max(on, today))


def reminder_for_today(
    chase: Entry, clock: Running, today: dt.date, sent: Mapping[str, dt.date]
) -> Step | None:
    """The reminder to send today, if any; asking again after it was sent gives none."""
    reminder = next_reminder(chase, clock, today, sent)
    return reminder.step if reminder is not None and reminder.on == today else None


def _days(step: Step) -> int:
    return step.days


def digest_day(entry: Entry, on: dt.date, subdiv: str = "ENG") -> dt.date:
    """The first day from `on` on which the weekly message goes out: the entry's weekday
    (1 is Monday), or the next working day when that one is none."""
    weekday = entry.number("value")
    if not 1 <= weekday <= 7:
        raise RuleBookError(f"{entry.code}: the day of the week is 1 (Monday) to 7 (Sunday).")
    monday = on - ONE_DAY * on.weekday()
    week = -1
    while True:
        day = monday + ONE_DAY * (7 * week + weekday - 1)
        while not is_working_day(day, subdiv):
            day += ONE_DAY
        if day >= on:
            return day
        week += 1
