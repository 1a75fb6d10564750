"""A plan as a meeting goes through it: every row, and which of them this reader may change."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from joinedup.access.choices import May
from joinedup.access.models import User
from joinedup.access.permission import record_list, visible
from joinedup.assurance.choices import Proof, Status
from joinedup.assurance.models import Action, Plan
from joinedup.assurance.queries.one import rights, with_rights
from joinedup.assurance.queries.plans import shown_plan
from joinedup.assurance.queries.register import Row, owners_of, row_of
from joinedup.audit.actor import By

__all__ = ["MeetingRow", "meeting_rows", "one_meeting_row"]

RIGHTS = (May.UPDATE_ACTIONS, May.AGREE)


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """One row on the projector: how it stands, and what can be chosen for it."""

    row: Row
    section: str
    may_update: bool
    may_agree: bool
    statuses: list[tuple[str, str]]


def _statuses(action: Action) -> list[tuple[str, str]]:
    """What a row's status can become. "Under review" is always there: it may get a new day."""
    if action.recurrence:
        first = [("met", "Met this time")]
        left = {Status.COMPLETE, Status.UNSTATED, Status.IN_FORCE}
    else:
        first = []
        left = {Status.IN_FORCE, Status.UNSTATED}
    if action.status != Status.UNDER_REVIEW:
        left.add(Status(action.status))
    return [*first, *(one for one in Status.choices if one[0] not in left)]


def _row(row: Row, mays: frozenset[May]) -> MeetingRow:
    action = row.action
    is_waiting = action.proof in (Proof.DECLARED, Proof.EVIDENCED)
    return MeetingRow(
        row=row,
        section=action.section.title if action.section else "",
        may_update=May.UPDATE_ACTIONS in mays,
        may_agree=is_waiting and May.AGREE in mays and action.needs_agreement,
        statuses=_statuses(action),
    )


def _rows(user: User, plan: Plan, today: dt.date, only: str = "") -> list[MeetingRow]:
    rows = visible(user, May.READ_PLANS, Action.objects.filter(plan=plan))
    if only:
        rows = rows.filter(reference=only)
    rows = with_rights(user, rows, RIGHTS).select_related("section", "agency")
    actions = list(rows.order_by("section__position", "position", "pk"))
    owners = owners_of([one.pk for one in actions])
    for action in actions:
        action.plan = plan
    return [
        _row(row_of(one, owners.get(one.pk, ()), today), rights(user, one, RIGHTS))
        for one in actions
    ]


def meeting_rows(by: By, reference: str, today: dt.date) -> tuple[Plan, list[MeetingRow]]:
    """The plan and its rows in printed order, recorded as seen. Raises Refused (404)."""
    plan = shown_plan(by.user, reference)
    rows = _rows(by.user, plan, today)
    record_list(by, "assurance.meeting", reference, [one.row.action.reference for one in rows])
    return plan, rows


def one_meeting_row(by: By, plan: str, reference: str, today: dt.date) -> MeetingRow | None:
    """One row again, as it stands now; None where it is not in the plan or not this reader's."""
    rows = _rows(by.user, shown_plan(by.user, plan), today, reference)
    return rows[0] if rows else None
