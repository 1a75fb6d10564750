"""A plan in its printed layout: its own columns and words, what they were taken to mean, and how
each row stands now or stood on a past day."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from joinedup.access.choices import May
from joinedup.access.models import User
from joinedup.access.permission import record_list
from joinedup.assurance.models import Plan
from joinedup.assurance.queries.names import names_of
from joinedup.assurance.queries.one import rights, with_rights
from joinedup.assurance.queries.past import PastRow, state_as_at
from joinedup.assurance.queries.plans import PlanRow, PlanView, plan_page, shown_plan
from joinedup.assurance.rules.layout import Column, columns_of, due_taken, says_no_more
from joinedup.assurance.rules.reading.statuses import STATUS_AS_PRINTED
from joinedup.audit.actor import By

__all__ = ["Cell", "PastPlan", "PrintedPlan", "PrintedRow", "past_plan", "printed_plan"]

PLAN_RIGHTS = (May.EDIT_PLANS, May.UPDATE_ACTIONS)


@dataclass(frozen=True, slots=True)
class Cell:
    """What the plan printed in one column, and what that was taken to mean where it differs."""

    column: Column
    printed: str
    taken: str


@dataclass(frozen=True, slots=True)
class PrintedRow:
    """A row with its cells; `depth` is 1 for a part of the row above."""

    shown: PlanRow
    cells: list[Cell]
    depth: int

    @property
    def row(self) -> Any:
        """How it stands now."""
        return self.shown.row


@dataclass(frozen=True, slots=True)
class PrintedPlan:
    """One plan for one reader."""

    view: PlanView
    columns: list[Column]
    sections: list[tuple[str, list[PrintedRow]]]
    mays: frozenset[str]

    @property
    def plan(self) -> Plan:
        """The plan itself."""
        return self.view.plan

    @property
    def parts(self) -> int:
        """How many parts of actions there are; the counts above the plan leave them out."""
        return sum(row.depth for row in self.rows)

    @property
    def rows(self) -> list[PrintedRow]:
        """Every row, in printed order."""
        return [row for _, rows in self.sections for row in rows]


def _taken(column: Column, shown: PlanRow, printed: str) -> str:
    """What a printed cell means today, for the columns that have a field; empty where the same."""
    action = shown.row.action
    words = {
        "ref": action.code,
        "title": action.title,
        "owners": ", ".join(shown.row.owner_names),
        "due": due_taken(
            action.first_due_on or action.due_on,
            action.due_precision,
            action.start_on,
            action.recurrence,
        ),
        "priority": action.get_priority_display() if action.priority else "",
        "review": action.review_method,
    }.get(column.role, "")
    return "" if says_no_more(column.role, words, printed, action.code) else words


def _row(columns: list[Column], shown: PlanRow, depth: int) -> PrintedRow:
    cells = []
    for column in columns:
        kept = shown.printed(STATUS_AS_PRINTED) if column.role == "status" else ""
        printed = kept or shown.printed(column.key)
        taken = _taken(column, shown, printed)
        cells.append(Cell(column, printed, taken))
    return PrintedRow(shown, cells, depth)


def printed_plan(by: By, reference: str, today: dt.date) -> PrintedPlan:
    """The whole plan in its printed layout, what was shown recorded, in a fixed number of
    statements. Raises Refused (404) where absent or not this reader's."""
    view = plan_page(by.user, reference, today)
    columns = columns_of(view.plan.columns)
    sections = [
        (
            section.title,
            [
                _row(columns, shown, depth)
                for top in section.rows
                for shown, depth in ((top, 0), *((part, 1) for part in top.parts))
            ],
        )
        for section in view.sections
    ]
    references = [row.row.action.reference for _, rows in sections for row in rows]
    record_list(by, "assurance.plan", reference, references)
    return PrintedPlan(view, columns, sections, plan_rights(by.user, view.plan))


def plan_rights(user: User, plan: Plan) -> frozenset[str]:
    """What this reader may do to the plan as a whole; one statement."""
    rows = with_rights(user, Plan.objects.filter(pk=plan.pk), PLAN_RIGHTS)
    return rights(user, rows.only("pk").first(), PLAN_RIGHTS)


@dataclass(frozen=True, slots=True)
class PastPlan:
    """A plan as it stood at the end of a day, its rows by section."""

    plan: Plan
    on: dt.date
    sections: list[tuple[str, list[tuple[PastRow, str]]]]


def past_plan(by: By, reference: str, on: dt.date) -> PastPlan:
    """The plan as it stood on a day, with the names of its owners then. Raises Refused."""
    plan = shown_plan(by.user, reference)
    rows = state_as_at(by.user, plan, on)
    names = names_of(mark.who for row in rows for mark in row.state.owners)
    sections: dict[str, list[tuple[PastRow, str]]] = {}
    for row in rows:
        owners = ", ".join(names.get(mark.who) or mark.printed for mark in row.state.owners)
        sections.setdefault(row.state.section, []).append((row, owners))
    record_list(by, "assurance.plan", f"{reference} on {on}", [row.reference for row in rows])
    return PastPlan(plan, on, list(sections.items()))
