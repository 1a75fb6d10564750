"""Confirm: what a named person checked goes into the register, all of it or nothing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils import timezone

from joinedup.access.choices import AgencyKind, May
from joinedup.access.models import Agency, Person, Post
from joinedup.access.permission import Refused, check, check_any
from joinedup.assurance.actions.confirm import create_from_rows
from joinedup.assurance.actions.imports import learn_layout
from joinedup.assurance.actions.plans import add_plan
from joinedup.assurance.actions.take_findings import take_findings
from joinedup.assurance.models.imports import ImportState, PlanImport
from joinedup.assurance.models.plans import Plan
from joinedup.assurance.queries.imports import Checked, check_of
from joinedup.assurance.rules.checking.progress import OwnerMatch
from joinedup.assurance.rules.checking.to_findings import findings_of
from joinedup.assurance.rules.checking.to_rows import new_rows
from joinedup.assurance.rules.problem import Problem
from joinedup.assurance.writing.owning import stand_behind
from joinedup.audit.actor import By
from joinedup.audit.recorder import action, record

__all__ = [
    "Taking",
    "add_named_owner",
    "confirm_import",
    "learn_layouts",
    "name_owners",
]


@dataclass(frozen=True, slots=True)
class Taking:
    """One plan of the document as it shall go in: its number there, its title, what its rows are
    ("actions" or "findings"), the day it speaks of and the body it belongs to."""

    number: int
    title: str
    kind: str = "actions"
    dated_on: dt.date | None = None
    body: str = ""


@action
def add_named_owner(by: By, kind: str, words: str, agency: Agency) -> str:
    """Add an owner that the plan names and nobody knew: its reference. `kind` is new_person,
    new_post or new_agency; people and posts belong to `agency`."""
    check_any(by, May.MANAGE_PEOPLE)
    if kind == "new_person":
        made: Person | Post | Agency = Person.objects.create(name=words[:200], agency=agency)
    elif kind == "new_post":
        made, _ = Post.objects.get_or_create(title=words[:200], agency=agency)
    else:
        made, _ = Agency.objects.get_or_create(
            name=words[:200], defaults={"kind": AgencyKind.OTHER}
        )
    record(by, "access.add_named_owner", made.reference, what=kind)
    return made.reference


@action
def name_owners(
    by: By, reference: str, matches: Iterable[OwnerMatch], home: Agency
) -> dict[str, tuple[str, ...]]:
    """Printed owner → references (several where the words mean several organisations, none where
    only the words are kept), making those that a person chose to add. `reference` is the
    import's."""
    check_any(by, May.IMPORT_PLANS)
    found: dict[str, tuple[str, ...]] = {}
    same: dict[str, str] = {}
    for match in matches:
        kind, _, key = match.choice.partition(":")
        if kind == "same":
            same[match.text] = key
            continue
        if kind in {"new_person", "new_post", "new_agency"}:
            key = add_named_owner(by, kind, match.text, home)
        found[match.text] = () if kind == "words" else tuple(filter(None, key.split(",")))
    record(by, "assurance.name_owners", reference, count=len(found))
    return {**found, **{text: found.get(other, ()) for text, other in same.items()}}


@action
def learn_layouts(by: By, found: PlanImport, checked: Checked) -> None:
    """Remember the columns of every layout in which a person changed a role."""
    check_any(by, May.IMPORT_PLANS)
    changed = {str(step["at"]).rpartition("c")[0] for step in found.steps if step["do"] == "role"}
    for table in checked.reading.tables:
        if table.id in changed and table.fingerprint:
            roles = {str(column.index): column.role for column in table.columns}
            learn_layout(by, table.fingerprint, roles)
    record(by, "assurance.learn_layouts", found.reference, count=len(changed))


@action
def confirm_import(
    by: By, reference: str, taking: Sequence[Taking], version: int, *, today: dt.date
) -> list[Plan]:
    """Take what was checked into the register; the new plans.

    Raises Problem where something still waits, the count of source cells does not balance,
    another person went on checking meanwhile, or nothing is to be taken.
    """
    found = PlanImport.objects.select_for_update().filter(reference=reference).first()
    if found is None or found.state != ImportState.CHECKING:
        raise Refused("No such import.")
    check(by, May.IMPORT_PLANS, found.guard_id, found.reference)
    if found.version != version:
        raise Problem("Somebody changed this check meanwhile. Look at it again.", "version")
    checked = check_of(found)
    if not checked.progress.account.balances:
        raise Problem("Not every source cell is accounted for. Go back to the check.", "account")
    if checked.progress.left:
        raise Problem("Something still needs you. Go back to the check.", "left")
    if not taking:
        raise Problem("Choose at least one plan to take.", "taking")
    home = found.guard.agency
    owners = name_owners(by, reference, checked.progress.owners, home)
    plans = []
    for one in taking:
        read = checked.reading.plans[one.number]
        if one.kind == "findings":
            take_findings(by, one.title, findings_of(read), home, one.dated_on or today, today)
            continue
        plan = add_plan(
            by,
            one.title,
            home,
            body=one.body,
            dated_on=one.dated_on,
            columns=_columns(checked, set(read.tables)),
        )
        rows = new_rows(read, checked.progress, owners, checked.reading)
        create_from_rows(by, plan, rows, today=today, as_of=one.dated_on)
        plans.append(plan)
    if plans:
        stand_behind(found, plans[0])
    found.state = ImportState.CONFIRMED
    found.ended_by, found.ended_at = by.user, timezone.now()
    found.save()
    found.plans.set(plans)
    learn_layouts(by, found, checked)
    record(by, "assurance.confirm_import", reference, plans=[plan.reference for plan in plans])
    return plans


def _columns(checked: Checked, tables: set[str]) -> list[dict[str, str]]:
    """The printed layout of a plan: headings and roles of its first table."""
    first = next((table for table in checked.reading.tables if table.id in tables), None)
    if first is None:
        return []
    return [{"role": column.role, "heading": column.heading} for column in first.columns]
