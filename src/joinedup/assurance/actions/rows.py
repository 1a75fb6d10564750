"""Adding and editing actions by hand, links between them, and colours."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from joinedup.access.choices import May
from joinedup.access.models import Agency
from joinedup.access.permission import Refused, check
from joinedup.access.references import fresh_references
from joinedup.assurance.choices import Agreement, LinkKind, Priority, Status, UpdateKind
from joinedup.assurance.models import Action, ActionLink, ActionStatement, Plan, Statement
from joinedup.assurance.queries.colours import conditions_of
from joinedup.assurance.rules.changes import colour_changes, edit_changes
from joinedup.assurance.rules.occurrences import first_occurrence
from joinedup.assurance.rules.problem import Problem
from joinedup.assurance.rules.rag import propose
from joinedup.assurance.rules.state import OwnerMark
from joinedup.assurance.writing.owning import involve_owners_of, known_owners, share_of
from joinedup.assurance.writing.thread import Note, append, held, state_of, unchanged
from joinedup.audit.actor import By
from joinedup.audit.recorder import action, record

__all__ = ["add_action", "edit_action", "link_actions", "link_statement", "set_colour"]


def _taken(references: Collection[str]) -> list[str]:
    found = Action.objects.filter(reference__in=references).values_list("reference", flat=True)
    return list(found)


@action
def add_action(
    by: By,
    plan_reference: str,
    title: str,
    *,
    today: dt.date,
    code: str = "",
    section: str = "",
    owners: Sequence[OwnerMark] = (),
    agency: Agency | None = None,
    parent: Action | None = None,
    due_on: dt.date | None = None,
    due_text: str = "",
    due_precision: str = "day",
    start_on: dt.date | None = None,
    recurrence: str = "",
    priority: str = "",
    theme: str = "",
    review_method: str = "",
    needs_agreement: bool = False,
) -> Action:
    """Add an action by hand. The organisation that answers for it is `agency`, else the first
    owner's, else the plan's. A part without owners is work of those who own the whole. Raises
    Problem without a title."""
    plan = (
        Plan.objects.select_for_update(of=("self",), no_key=True)
        .select_related("guard", "agency")
        .filter(reference=plan_reference)
        .first()
    )
    if plan is None:
        raise Refused("No such record.")
    check(by, May.EDIT_PLANS, plan.guard_id)
    if not title.strip():
        raise Problem("Write what the action is.", "title")
    known = known_owners(owners)
    first = known.agency_of(owners[0]) if owners else None
    share = share_of(plan, agency or first or (parent.agency if parent else None) or plan.agency)
    added = Action.objects.create(
        reference=fresh_references("AC", 1, _taken)[0],
        plan=plan,
        guard=share.guard,
        agency=share.agency,
        parent=parent,
        position=plan.actions.count(),
        title=title.strip(),
    )
    occurrence = first_occurrence(recurrence, start_on or due_on)
    wanted: dict[str, Any] = {
        "title": title.strip(),
        "code": code.strip(),
        "section": section.strip(),
        "agency": share.agency.reference,
        "owners": tuple(owners),
        "due_on": due_on,
        "due_text": due_text.strip(),
        "due_precision": due_precision if due_on else "",
        "start_on": start_on,
        "recurrence": recurrence,
        "occurrence_on": occurrence,
        "priority": priority,
        "theme": theme.strip(),
        "review_method": review_method.strip(),
        "status": Status.NOT_STARTED.value,
        "needs_agreement": needs_agreement
        or plan.agreement == Agreement.ALL
        or (plan.agreement == Agreement.HIGH and priority == Priority.HIGH),
    }
    append(by, added, UpdateKind.ADDED, wanted, today)
    if parent is not None and not owners:
        involve_owners_of(parent, added, today)
    return added


@action
def edit_action(
    by: By, reference: str, version: int, wanted: Mapping[str, Any], *, today: dt.date
) -> Action:
    """Edit the texts of an action; every change is kept with what stood before. `section` is a
    heading's words, `agency` an organisation's reference.

    Raises Stale (both texts) where somebody else saved first, Problem where a change may not be.
    """
    row = held(by, May.EDIT_PLANS, reference)
    unchanged(row, version, wanted)
    changes = edit_changes(state_of(row), dict(wanted))
    if "agency" in changes and not Agency.objects.filter(reference=changes["agency"]).exists():
        raise Problem("Choose an organisation from the list.", "agency")
    append(by, row, UpdateKind.CORRECTION, changes, today)
    if "agency" in changes:
        for part in Action.objects.filter(parent=row).values_list("reference", flat=True):
            moved = held(by, May.EDIT_PLANS, part)
            append(by, moved, UpdateKind.CORRECTION, {"agency": changes["agency"]}, today)
    return row


@action
def link_actions(
    by: By, from_reference: str, to_reference: str, kind: LinkKind, printed: str = ""
) -> ActionLink:
    """Say that one action speaks of another. Raises Problem for a link to itself."""
    one = held(by, May.EDIT_PLANS, from_reference)
    other = held(by, May.EDIT_PLANS, to_reference)
    if one.pk == other.pk:
        raise Problem("An action cannot be linked to itself.", "to")
    link, _ = ActionLink.objects.get_or_create(
        from_action=one, to_action=other, kind=kind, defaults={"printed": printed[:200]}
    )
    record(by, "assurance.link", one.reference, to=other.reference, what=kind)
    return link


@action
def link_statement(by: By, reference: str, statement: Statement) -> ActionStatement:
    """Say which finding, recommendation or duty an action answers."""
    row = held(by, May.EDIT_PLANS, reference)
    link, _ = ActionStatement.objects.get_or_create(action=row, statement=statement)
    record(by, "assurance.link_statement", row.reference, statement=statement.reference)
    return link


@action
def set_colour(by: By, reference: str, colour: str, reason: str = "", *, today: dt.date) -> Action:
    """Set a colour beside the one that the plan's rule proposes: worse freely, better with a
    reason; an empty colour takes the own one back."""
    row = held(by, May.EDIT_PLANS, reference)
    state = state_of(row)
    proposed = propose(state, conditions_of(row.plan.rag_rule, today), today)
    changes = colour_changes(proposed.colour, colour, reason)
    append(by, row, UpdateKind.COLOUR, changes, today, Note(reason=reason))
    return row
