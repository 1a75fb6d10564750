"""Rows of lists as light records: what a table shows of an action, and no more."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from joinedup.access.prepared import rows
from joinedup.assurance.choices import Priority
from joinedup.assurance.models import Action, Owner
from joinedup.assurance.queries.colours import conditions_of
from joinedup.assurance.rules.rag import propose
from joinedup.assurance.rules.standing import days_late, standing_words
from joinedup.pages.dates import dated

__all__ = ["COLUMNS", "Line", "as_lines", "in_places", "lines_by_key", "lines_of", "owner_names"]

MOST_AT_ONCE = 1_024

COLUMNS = (
    "pk", "reference", "code", "title", "latest", "theme", "priority", "review_method",
    "status", "proof", "recurrence", "due_text", "due_precision", "next_on", "last_met_on",
    "declared_on", "agreed_on", "updated_on", "next_review_on", "evidence_until", "embedded_on",
    "embedded_until", "is_asked",
    "rag_set", "rag_set_reason", "version", "due_on", "start_on", "first_due_on", "times_moved",
    "plan__reference", "plan__title", "plan__rag_rule", "section__title", "agency__name",
    "agency__short_name", "parent__code", "parent__reference",
)  # fmt: skip


@dataclass(slots=True)
class Line:
    """One row of a list. The words are made for the day that the list was asked for."""

    pk: int
    reference: str
    code: str
    title: str
    latest: str
    theme: str
    priority: str
    review_method: str
    status: str
    proof: str
    recurrence: str
    due_text: str
    due_precision: str
    next_on: dt.date | None
    last_met_on: dt.date | None
    declared_on: dt.date | None
    agreed_on: dt.date | None
    updated_on: dt.date | None
    next_review_on: dt.date | None
    evidence_until: dt.date | None
    embedded_on: dt.date | None
    embedded_until: dt.date | None
    is_asked: bool
    rag_set: str
    rag_set_reason: str
    version: int
    due_on: dt.date | None
    start_on: dt.date | None
    first_due_on: dt.date | None
    times_moved: int
    plan_reference: str
    plan_title: str
    rag_rule: str
    section: str | None
    agency_name: str
    agency_short: str
    parent_code: str | None
    parent_reference: str | None
    owners: str = ""
    colour: str = ""
    reason: str = ""
    proposed: str = ""
    standing: str = ""
    due: str = ""
    late: int = 0

    @property
    def agency(self) -> str:
        """The organisation by its short name where it has one."""
        return self.agency_short or self.agency_name

    @property
    def priority_words(self) -> str:
        """ "High", or nothing where the plan gives none."""
        return Priority(self.priority).label if self.priority else ""


def lines_of(wanted: QuerySet[Action], today: dt.date) -> list[Line]:
    """The rows with their owners, colours and words. Two statements, however many rows."""
    return as_lines([Line(*values) for values in wanted.values_list(*COLUMNS)], today)


def as_lines(lines: list[Line], today: dt.date) -> list[Line]:
    """`lines` with owners, colours and words put in. One statement."""
    names = owner_names([line.pk for line in lines])
    for line in lines:
        line.owners = ", ".join(names.get(line.pk, ()))
        shown = propose(line, conditions_of(line.rag_rule, today), today)
        line.proposed = shown.colour
        line.colour = line.rag_set or shown.colour
        line.reason = line.rag_set_reason or "Set by hand." if line.rag_set else shown.reason
        line.standing = standing_words(line, today)
        line.due = _due(line)
        line.late = days_late(line, today)
    return lines


def lines_by_key(keys: Collection[int], today: dt.date) -> dict[int, Line]:
    """Some actions as rows, by key: for keys that were already narrowed to their reader. At most
    a thousand. Two statements."""
    if not keys:
        return {}
    found = as_lines([Line(*values) for values in rows(_chosen, None, in_places(keys))], today)
    return {line.pk: line for line in found}


def _chosen(_: None, *actions: int) -> QuerySet[Action, tuple[object, ...]]:
    return Action.objects.filter(pk__in=actions).values_list(*COLUMNS)


def _due(line: Line) -> str:
    """The date as exactly as it is known, else what the plan printed."""
    if line.next_on is None:
        return line.due_text or "No date"
    return dated(line.next_on, "day" if line.recurrence else line.due_precision or "day")


def owner_names(actions: Iterable[int]) -> dict[int, list[str]]:
    """The current owners of actions by id: people, posts, organisations, else the plan's words; a
    person or post of another organisation than the home council with its name in brackets."""
    names: dict[int, list[str]] = {}
    ids = list(actions)
    for start in range(0, len(ids), MOST_AT_ONCE):
        wanted = in_places(ids[start : start + MOST_AT_ONCE])
        for action, *words in rows(_owners, None, wanted):
            names.setdefault(action, []).append(_owner_words(words[:5], words[5:8], words[8:]))
    return names


def _owner_words(
    names: Sequence[str | None], person_of: Sequence[Any], post_of: Sequence[Any]
) -> str:
    """ "Ada Marsh", or "Bo Rowe (Vale Health)" for somebody who is not of the home council.

    `names` of person, post and organisation, then the printed words; the others are is_home, short
    name and name of the organisation that the person and the post belong to.
    """
    words = next((name for name in names if name), "")
    for name, (is_home, short, whole) in zip(names, (person_of, post_of), strict=False):
        if name:
            return words if is_home else f"{words} ({short or whole})"
    return words


def in_places(keys: Collection[int]) -> list[int]:
    """`keys`, the last one repeated until they are a power of two, so that few statements serve
    every length."""
    part = list(keys)
    return part + part[-1:] * ((1 << (len(part) - 1).bit_length()) - len(part))


def _owners(_: None, *actions: int) -> QuerySet[Owner, tuple[object, ...]]:
    found = Owner.objects.filter(action__in=actions, to_on__isnull=True)
    return found.order_by("action", "position").values_list(
        "action", "person__name", "post__title", "agency__short_name", "agency__name", "printed",
        "person__agency__is_home", "person__agency__short_name", "person__agency__name",
        "post__agency__is_home", "post__agency__short_name", "post__agency__name",
    )  # fmt: skip
