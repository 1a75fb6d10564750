"""A newer version of a plan: what a person ticked goes into the register, nothing else."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass, replace

from django.utils import timezone

from joinedup.access.choices import May
from joinedup.access.permission import Refused, check
from joinedup.assurance.actions.confirm import create_from_rows, create_parts
from joinedup.assurance.actions.confirm_import import learn_layouts, name_owners
from joinedup.assurance.actions.questions import challenge
from joinedup.assurance.models import Plan
from joinedup.assurance.models.imports import ImportState, PlanImport
from joinedup.assurance.queries.imports import check_of
from joinedup.assurance.queries.newer import Newer, newer_version
from joinedup.assurance.rules.new_row import NewRow
from joinedup.assurance.rules.newer import updates_of_fields
from joinedup.assurance.rules.problem import Problem
from joinedup.assurance.writing.owning import stand_behind
from joinedup.assurance.writing.thread import Note, append, held, state_of
from joinedup.audit.actor import By
from joinedup.audit.recorder import action, record

__all__ = ["Chosen", "say_against", "take_fields", "take_newer"]

GONE = "The newer version of the plan ({name}) no longer has this action. What became of it?"


@dataclass(frozen=True, slots=True)
class Chosen:
    """What a person ticked: (action, field) pairs to change, ids of new rows and parts to add, actions that
    are gone and whose owner is to be asked. `stamp` is what the compare page was made from."""

    stamp: str
    fields: frozenset[tuple[str, str]] = frozenset()
    rows: frozenset[str] = frozenset()
    ask: frozenset[str] = frozenset()
    approved_by: str = ""
    answer_due_on: dt.date | None = None
    dated_on: dt.date | None = None


@action
def say_against(by: By, reference: str, plan_reference: str) -> PlanImport:
    """Say of which plan a document is a newer version; empty where it is a plan of its own."""
    found = PlanImport.objects.select_for_update().filter(reference=reference).first()
    if found is None or found.state != ImportState.CHECKING:
        raise Refused("No such import.")
    check(by, May.IMPORT_PLANS, found.guard_id, found.reference)
    plan = Plan.objects.filter(reference=plan_reference, ended_on__isnull=True).first()
    if plan_reference and plan is None:
        raise Refused("No such plan.")
    if plan is not None:
        check(by, May.EDIT_PLANS, plan.guard_id)
    found.against = plan
    found.version += 1
    found.save(update_fields=["against", "version"])
    record(by, "assurance.import_against", reference, plan=plan_reference)
    return found


@action
def take_fields(
    by: By,
    reference: str,
    row_values: dict[str, object],
    fields: Collection[str],
    *,
    today: dt.date,
    reason: str,
    approved_by: str = "",
    on: dt.date | None = None,
) -> int:
    """Change the ticked fields of one action to what the newer version says; how many updates.

    Each update tells in its reason that it came from the newer version. Raises Problem, with the
    number of the row, where a change may not be.
    """
    row = held(by, May.EDIT_PLANS, reference)
    state = state_of(row)
    try:
        made = updates_of_fields(state, row_values, fields, on or today, reason, approved_by)
    except Problem as problem:
        raise Problem(f"{row.code or row.title[:60]}: {problem.words}", problem.field) from problem
    for kind, changes in made:
        words = str(changes.get("latest") or "")
        approved = approved_by if "due_on" in changes or "occurrence_on" in changes else ""
        append(by, row, kind, changes, today, Note(words, reason, approved))
    record(by, "assurance.take_fields", reference, fields=sorted(fields))
    return len(made)


def _known_links(row: NewRow, codes: Collection[str]) -> NewRow:
    """A row whose "see A2" points at a row that was not taken keeps the words instead."""
    lost = [code for code in row.see if code not in codes]
    if not lost:
        return row
    see = tuple(code for code in row.see if code in codes)
    return replace(row, see=see, other={**row.other, "See also": ", ".join(lost)})


def _add(by: By, newer: Newer, plan: Plan, chosen: Chosen, on: dt.date, today: dt.date) -> None:
    """Add the ticked rows, each with its parts, and the ticked parts of rows that are there."""
    wanted = [one for one in newer.of("new") if one.new and one.new.key in chosen.rows]
    rows = [newer.rows[one.new.key] for one in wanted if one.new and one.whole is None]
    if rows:
        codes = newer.codes | {row.code for row in rows}
        linked = [_known_links(row, codes) for row in rows]
        create_from_rows(by, plan, linked, today=today, as_of=on)
    parts = [(one.whole.key, newer.parts[one.new.key]) for one in wanted if one.new and one.whole]
    if parts:
        create_parts(by, plan, parts, today=today, as_of=on)


def _apply(by: By, newer: Newer, plan: Plan, chosen: Chosen, name: str, today: dt.date) -> None:
    on = min(chosen.dated_on or today, today)
    reason = f"From the newer version of the plan, {name}"
    for match in newer.of("changed"):
        if match.old is None or match.new is None:
            continue
        offered = {change.field for change in match.changes}
        fields = {field for ref, field in chosen.fields if ref == match.old.key} & offered
        if fields:
            take_fields(
                by,
                match.old.key,
                dict(newer.values[match.new.key]),
                fields,
                today=today,
                reason=reason,
                approved_by=chosen.approved_by,
                on=on,
            )
    _add(by, newer, plan, chosen, on, today)
    for match in newer.of("gone"):
        if match.old and match.old.key in chosen.ask:
            due = chosen.answer_due_on
            if due is None:
                raise Problem("Say by when the owners should answer.", "answer_due_on")
            challenge(by, match.old.key, GONE.format(name=name), due, today=today)


@action
def take_newer(
    by: By, reference: str, chosen: Chosen, version: int, *, today: dt.date
) -> PlanImport:
    """Take what was ticked of a newer version into its plan, all of it or nothing.

    What was not ticked stays as it is; nothing is ever removed. Raises Problem where something
    still waits on the check page, or the check or the register changed since it was shown.
    """
    found = PlanImport.objects.select_for_update(of=("self",)).filter(reference=reference).first()
    if found is None or found.state != ImportState.CHECKING or found.against is None:
        raise Refused("No such import.")
    check(by, May.IMPORT_PLANS, found.guard_id, found.reference)
    plan = Plan.objects.select_for_update().get(pk=found.against.pk)
    check(by, May.EDIT_PLANS, plan.guard_id)
    if by.user is None:
        raise Refused("A newer version is confirmed by a person.")
    if found.version != version:
        raise Problem("Somebody changed this check meanwhile. Look at it again.", "version")
    checked = check_of(found)
    if not checked.progress.may_confirm:
        raise Problem("Something still needs you. Go back to the check.", "left")
    owners = name_owners(by, reference, checked.progress.owners, found.guard.agency)
    newer = newer_version(by.user, found, checked, owners)
    if newer.stamp != chosen.stamp:
        raise Problem("The register changed meanwhile. Look at both again.", "stamp")
    _apply(by, newer, plan, chosen, found.name, today)
    stand_behind(found, plan)
    found.state = ImportState.CONFIRMED
    found.ended_by, found.ended_at = by.user, timezone.now()
    found.save()
    found.plans.set([plan])
    learn_layouts(by, found, checked)
    record(
        by,
        "assurance.take_newer",
        reference,
        plan=plan.reference,
        changed=len({ref for ref, _ in chosen.fields}),
        added=len(chosen.rows),
        asked=len(chosen.ask),
    )
    return found
