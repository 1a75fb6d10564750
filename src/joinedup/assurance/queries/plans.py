"""Plans: the list, and one plan in its printed layout."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count, F, Q

from joinedup.access.choices import May
from joinedup.access.models import User
from joinedup.access.permission import Refused, visible
from joinedup.assurance.choices import CLOSED
from joinedup.assurance.models import Action, Plan, Section
from joinedup.assurance.queries.register import Row, open_plans, owners_of, row_of
from joinedup.assurance.queries.sources import close_source
from joinedup.assurance.rules.plan_summary import Summary, summary_of

__all__ = ["PlanRow", "PlanSection", "PlanView", "plan_page", "plans", "shown_plan"]


@dataclass(slots=True)
class PlanRow:
    """An action in the plan, with its parts. `cell(field)` is what the plan printed."""

    row: Row
    parts: list[PlanRow] = field(default_factory=list)

    def printed(self, name: str) -> str:
        """The printed words of a field, empty where the row was added by hand."""
        found = self.row.action.printed.get(name, {})
        return str(found.get("text", ""))


@dataclass(slots=True)
class PlanSection:
    """A heading and the rows below it; the first may have no heading."""

    title: str
    rows: list[PlanRow] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class PlanView:
    """One plan for one reader, in printed order, with counts of what it shows."""

    plan: Plan
    sections: list[PlanSection]
    colours: Counter[str]
    statuses: Counter[str]
    overdue: int
    unowned: int
    without_review: int
    summary: Summary | None


def plans(user: User, today: dt.date) -> list[Plan]:
    """The plans of this reader, open ones and the newest first, each with `rows`, `open_rows` and
    `late_rows` counted over the actions that they may see; two statements."""
    seen = visible(user, May.READ_PLANS, Action.objects.filter(parent__isnull=True))
    is_open = ~Q(status__in=CLOSED)
    counted = {
        plan: counts
        for plan, *counts in seen.order_by()
        .values("plan")
        .annotate(
            rows=Count("pk"),
            open_rows=Count("pk", filter=is_open),
            late_rows=Count("pk", filter=is_open & Q(next_on__lt=today)),
        )
        .values_list("plan", "rows", "open_rows", "late_rows")
    }
    shown = list(
        open_plans(user)
        .select_related("agency", "source")
        .order_by(F("ended_on").desc(nulls_first=True), "-made_at", "pk")
    )
    for plan in shown:
        counts = counted.get(plan.pk, (0, 0, 0))
        plan.rows, plan.open_rows, plan.late_rows = counts  # type: ignore[attr-defined]
    return shown


def shown_plan(user: User, reference: str) -> Plan:
    """One plan that this reader may see. Raises Refused (404) where absent or not theirs."""
    plan = (
        open_plans(user)
        .select_related("agency", "source", "guard")
        .filter(reference=reference)
        .first()
    )
    if plan is None:
        raise Refused("No such record.")
    close_source(user, plan)
    return plan


def plan_page(user: User, reference: str, today: dt.date) -> PlanView:
    """The whole plan in printed order, rows that this reader may not see left out, in five
    statements."""
    plan = shown_plan(user, reference)
    rows = visible(user, May.READ_PLANS, Action.objects.filter(plan=plan))
    actions = list(rows.select_related("section", "agency").order_by("position", "pk"))
    owners = owners_of([one.pk for one in actions])
    order = list(Section.objects.filter(plan=plan).order_by("position", "pk"))
    by_section = {one.pk: PlanSection(one.title) for one in order}
    loose = PlanSection("")
    tops: dict[int, PlanRow] = {}
    for action in actions:
        action.plan = plan
        shown = PlanRow(row_of(action, owners.get(action.pk, ()), today))
        above = tops.get(action.parent_id or 0)
        if above is not None:
            above.parts.append(shown)
            continue
        tops[action.pk] = shown
        by_section.get(action.section_id or 0, loose).rows.append(shown)
    sections = [one for one in (loose, *by_section.values()) if one.rows]
    return PlanView(plan=plan, sections=sections, **_counts(list(tops.values()), today))


def _counts(rows: list[PlanRow], today: dt.date) -> dict[str, Any]:
    shown = [one.row for one in rows]
    return {
        "colours": Counter(one.colour for one in shown),
        "statuses": Counter(one.action.status for one in shown),
        "overdue": sum(one.is_overdue for one in shown),
        "unowned": sum(not one.owners for one in shown),
        "without_review": sum(not one.action.review_method for one in shown),
        "summary": summary_of([one.action for one in shown], today),
    }
