"""A confirmed row of a plan, on its way into the register."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from joinedup.assurance.choices import Agreement, Precision, Priority, Recurrence, Status
from joinedup.assurance.rules.occurrences import next_occurrence
from joinedup.assurance.rules.problem import Problem
from joinedup.assurance.rules.state import OwnerMark

__all__ = [
    "NewDue",
    "NewPart",
    "NewRow",
    "Printed",
    "first_values",
    "wants_agreement",
    "whole_date",
]

RECURRENCES = frozenset(Recurrence.values)
PRIORITIES = frozenset(Priority.values)
STATUSES = frozenset(Status.values)


@dataclass(frozen=True, slots=True)
class Printed:
    """The words of a field as printed, and where they stand in the document."""

    text: str
    place: str = ""


@dataclass(frozen=True, slots=True)
class NewDue:
    """When, as read: `date` and `start` are "2015-08-31" or "2015-08" or empty."""

    text: str = ""
    date: str = ""
    start: str = ""
    recurrence: str = ""


@dataclass(frozen=True, slots=True)
class NewPart:
    """A sub-action; what it does not say itself it has from its row."""

    title: str
    code: str = ""
    status: str = ""
    owners: tuple[OwnerMark, ...] = ()
    due: NewDue = NewDue()
    printed: Mapping[str, Printed] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class NewRow:
    """One row as confirmed. `see` are codes of rows in the same plan, `statements` references of
    statements, `agency` the reference of the organisation that answers for it (default: the first
    owner's, else the plan's)."""

    title: str
    code: str = ""
    section: str = ""
    parts: tuple[NewPart, ...] = ()
    owners: tuple[OwnerMark, ...] = ()
    due: NewDue = NewDue()
    status: str = ""
    priority: str = ""
    progress: tuple[str, ...] = ()
    review: str = ""
    theme: str = ""
    source_ref: str = ""
    statements: tuple[str, ...] = ()
    see: tuple[str, ...] = ()
    other: Mapping[str, str] = field(default_factory=dict)
    printed: Mapping[str, Printed] = field(default_factory=dict)
    agency: str = ""


def whole_date(text: str, at_end: bool) -> tuple[dt.date | None, str]:
    """(date, precision) for "2015-08-31", or for "2015-08" its last day (`at_end`) or its first.

    Raises Problem for anything else.
    """
    if not text:
        return None, Precision.NONE.value
    try:
        if len(text) == len("2015-08"):
            first = dt.date.fromisoformat(f"{text}-01")
            last = calendar.monthrange(first.year, first.month)[1]
            return (first.replace(day=last) if at_end else first), Precision.MONTH.value
        return dt.date.fromisoformat(text), Precision.DAY.value
    except ValueError as error:
        raise Problem(f"“{text}” is no date.", "due") from error


def _status(said: str, recurrence: str) -> str:
    """What a printed status declares. "Overdue" declares nothing: the date says it. A duty that
    comes back and is said to be complete is in force."""
    if said == Status.COMPLETE and recurrence:
        return Status.IN_FORCE.value
    known = said in STATUSES and said != Status.UNDER_REVIEW
    return said if known else Status.UNSTATED.value


def _first_time(recurrence: str, start_on: dt.date | None, as_of: dt.date) -> dt.date | None:
    """When a duty is first owed: from its start, else one turn after the day of the document, so
    that a duty printed only as "Monthly" can become late."""
    if not recurrence or start_on:
        return start_on if recurrence else None
    return next_occurrence(recurrence, as_of, as_of)


def wants_agreement(plan_agreement: str, priority: str, *, is_marked: bool) -> bool:
    """Whether the plan asks a second person to agree that an action is complete. `is_marked` is
    what was said of this action by hand, which counts only where the plan goes by marks."""
    if plan_agreement == Agreement.MARKED:
        return is_marked
    is_high = plan_agreement == Agreement.HIGH and priority == Priority.HIGH
    return is_high or plan_agreement == Agreement.ALL


def first_values(row: NewRow | NewPart, plan_agreement: str, as_of: dt.date) -> dict[str, Any]:
    """The first state of a row, but for its organisation. What is said to be complete is declared
    complete on `as_of`, the day of the document, and rests on nothing else yet."""
    recurrence = row.due.recurrence if row.due.recurrence in RECURRENCES else ""
    due_on, precision = whole_date(row.due.date, at_end=True)
    start_on, _ = whole_date(row.due.start, at_end=False)
    status = _status(row.status, recurrence)
    is_declared = status in (Status.COMPLETE, Status.IN_FORCE)
    values: dict[str, Any] = {
        "title": row.title,
        "code": row.code,
        "owners": row.owners,
        "due_text": row.due.text[:300],
        "due_on": due_on,
        "due_precision": precision,
        "start_on": start_on,
        "recurrence": recurrence,
        "occurrence_on": _first_time(recurrence, start_on, as_of),
        "status": status,
        "declared_on": as_of if is_declared else None,
    }
    if isinstance(row, NewRow):
        priority = row.priority if row.priority in PRIORITIES else ""
        values |= {
            "section": row.section[:300],
            "theme": row.theme[:120],
            "review_method": row.review,
            "priority": priority,
            "latest": "\n".join(row.progress),
            "needs_agreement": wants_agreement(plan_agreement, priority, is_marked=False),
        }
    return values
