"""Plans and saved views: add, edit, end."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from joinedup.access.choices import May
from joinedup.access.models import Agency, Guard
from joinedup.access.permission import Refused, check, check_any
from joinedup.assurance.choices import Agreement
from joinedup.assurance.models import Plan, SavedView, Share, Source
from joinedup.assurance.rules.look import kept_address
from joinedup.assurance.rules.problem import Problem, Stale
from joinedup.assurance.writing.agreement import ask_agreement_of_rows
from joinedup.audit.actor import By
from joinedup.audit.recorder import action, record

__all__ = ["add_plan", "edit_plan", "end_plan", "forget_view", "save_view"]

EDITABLE = (
    "title",
    "body",
    "dated_on",
    "agreement",
    "rag_rule",
    "chase_rule",
    "columns",
    "dates_by",
)
MOST_VIEWS = 50


@action
def add_plan(
    by: By,
    title: str,
    agency: Agency,
    *,
    source: Source | None = None,
    body: str = "",
    dated_on: dt.date | None = None,
    columns: list[dict[str, str]] | None = None,
    agreement: Agreement = Agreement.NONE,
    rag_rule: str = "rag.action",
) -> Plan:
    """Add an empty plan that `agency` leads. `columns` is the printed layout: a list of
    {"role": …, "heading": …}. Raises Problem without a title."""
    check_any(by, May.EDIT_PLANS)
    if not title.strip():
        raise Problem("Give the plan a title.", "title")
    guard = Guard.objects.create(about="", agency=agency)
    plan = Plan.objects.create(
        title=title.strip()[:300],
        agency=agency,
        guard=guard,
        source=source,
        body=body,
        dated_on=dated_on,
        columns=columns or [],
        agreement=agreement,
        rag_rule=rag_rule,
    )
    guard.about = plan.reference
    guard.save(update_fields=["about"])
    Share.objects.create(plan=plan, agency=agency, guard=guard)
    record(by, "assurance.add_plan", plan.reference, agency=agency.reference)
    return plan


def _held(by: By, reference: str) -> Plan:
    plan = Plan.objects.select_for_update().filter(reference=reference).first()
    if plan is None:
        raise Refused("No such record.")
    check(by, May.EDIT_PLANS, plan.guard_id)
    return plan


@action
def edit_plan(by: By, reference: str, version: int, wanted: Mapping[str, Any]) -> Plan:
    """Change the title, body, date, columns or rules of a plan. Whom a second person has to agree
    with changes for the actions that are there too. Raises Stale where somebody else saved first,
    Problem for an empty title or a field that is not edited here."""
    plan = _held(by, reference)
    before = plan.agreement
    if plan.version != version:
        raise Stale({name: getattr(plan, name) for name in wanted}, wanted)
    for name, value in wanted.items():
        if name not in EDITABLE:
            raise Problem("This cannot be edited here.", name)
        if name == "title" and not str(value).strip():
            raise Problem("Give the plan a title.", "title")
        setattr(plan, name, value)
    plan.version += 1
    plan.save()
    has_changed = plan.agreement != before and plan.ended_on is None
    rows = ask_agreement_of_rows(by, plan) if has_changed else []
    record(by, "assurance.edit_plan", plan.reference, fields=sorted(wanted), rows=len(rows))
    for row in rows:
        record(by, "assurance.correction", row, fields=["needs_agreement"])
    return plan


@action
def end_plan(by: By, reference: str, on: dt.date, reason: str) -> Plan:
    """Close a plan: nothing more can be recorded in it. Raises Problem without a reason."""
    plan = _held(by, reference)
    if not reason.strip():
        raise Problem("Say why the plan ends.", "reason")
    plan.ended_on, plan.end_reason = on, reason.strip()[:300]
    plan.version += 1
    plan.save()
    record(by, "assurance.end_plan", plan.reference, on=on)
    return plan


@action
def save_view(by: By, name: str, query: str) -> SavedView:
    """Keep the filters of an address, with or without its "?", under a name of one's own; the same
    name replaces."""
    check_any(by, May.READ_PLANS)
    if not name.strip():
        raise Problem("Give the view a name.", "name")
    if SavedView.objects.filter(user=by.user).count() >= MOST_VIEWS:
        raise Problem("You have many saved views already. Remove one first.", "name")
    view, _ = SavedView.objects.update_or_create(
        user=by.user, name=name.strip()[:80], defaults={"query": kept_address(query[:1000])}
    )
    record(by, "assurance.save_view", by.ref)
    return view


@action
def forget_view(by: By, name: str) -> None:
    """Remove one of one's own saved views."""
    check_any(by, May.READ_PLANS)
    SavedView.objects.filter(user=by.user, name=name).delete()
    record(by, "assurance.forget_view", by.ref)
