"""How a plan stands with the body that approves it, and what has changed since."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from joinedup.assurance.choices import VersionState
from joinedup.assurance.models import Plan, PlanVersion
from joinedup.assurance.queries.plans import PlanView
from joinedup.assurance.rules.approval import RowChange, changed_since, since_words
from joinedup.pages.dates import long_date

__all__ = ["Approval", "approval_of"]


@dataclass(frozen=True, slots=True)
class Approval:
    """The newest version, the newest that was approved, what changed since that, all in words."""

    words: str
    colour: str
    changes: list[RowChange]
    since: str
    is_waiting: bool


def _promises(view: PlanView) -> dict[str, Any]:
    """What the rows that the reader sees promise now."""
    rows = []
    for shown in _all(view):
        action = shown.row.action
        rows.append(
            {
                "reference": action.reference,
                "code": action.code,
                "section": action.section.title if action.section else "",
                "title": action.title,
                "owners": ", ".join(shown.row.owner_names),
                "agency": action.agency.name,
                "due_on": action.due_on.isoformat() if action.due_on else None,
                "due_text": action.due_text,
                "recurrence": action.recurrence,
                "priority": action.priority,
                "review_method": action.review_method,
            }
        )
    return {"rows": rows}


def _all(view: PlanView) -> Iterable[Any]:
    for section in view.sections:
        for top in section.rows:
            yield top
            yield from top.parts


def approval_of(view: PlanView) -> Approval:
    """How the plan stands today. One statement."""
    plan: Plan = view.plan
    rows = list(
        PlanVersion.objects.filter(plan=plan)
        .exclude(state=VersionState.TAKEN_BACK)
        .order_by("-number")[:20]
    )
    approved = next((one for one in rows if one.state == VersionState.APPROVED), None)
    changes = changed_since(approved.content, _promises(view)) if approved else []
    words, colour = _words(rows[0] if rows else None, approved)
    is_waiting = bool(rows) and rows[0].state in (VersionState.SUBMITTED, VersionState.CONSIDERED)
    return Approval(words, colour, changes, since_words(changes), is_waiting)


def _words(last: PlanVersion | None, approved: PlanVersion | None) -> tuple[str, str]:
    if last is None:
        return "Not put to any body", "grey"
    if last.state == VersionState.APPROVED:
        day = long_date(last.decided_on)
        return f"Approved by {last.to_body} on {day}, {last.minute.rstrip('.')}", "green"
    before = f"; version {approved.number} was approved before" if approved else ""
    if last.state == VersionState.SENT_BACK:
        return f"Sent back by {last.to_body} on {long_date(last.decided_on)}{before}", "red"
    if last.state == VersionState.CONSIDERED:
        day = long_date(last.considered_on)
        return f"Considered by {last.to_body} on {day}, not decided{before}", "yellow"
    day = long_date(last.submitted_on)
    return f"Put to {last.to_body} on {day}, not decided{before}", "yellow"
