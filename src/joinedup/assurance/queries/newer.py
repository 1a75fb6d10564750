"""A newer version of a plan laid beside the register."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from joinedup.access.choices import May
from joinedup.access.models import User
from joinedup.access.permission import visible
from joinedup.assurance.models import Action, Update
from joinedup.assurance.models.imports import PlanImport
from joinedup.assurance.queries.check_page import plans_to_confirm
from joinedup.assurance.queries.imports import Checked
from joinedup.assurance.queries.names import names_of
from joinedup.assurance.rules.checking.to_rows import new_rows
from joinedup.assurance.rules.compare import Match, compare
from joinedup.assurance.rules.fold import Said, fold
from joinedup.assurance.rules.new_row import NewRow, first_values
from joinedup.assurance.rules.newer import side, values_of
from joinedup.assurance.rules.state import State

__all__ = ["Newer", "known_owner_references", "newer_version"]


@dataclass(frozen=True, slots=True)
class Newer:
    """Both versions row by row. `stamp` tells whether the register changed since it was shown."""

    matches: list[Match]
    rows: Mapping[str, NewRow]
    values: Mapping[str, Mapping[str, Any]]
    states: Mapping[str, State]
    stamp: str

    def of(self, kind: str) -> list[Match]:
        """The rows that are same, changed, new or gone."""
        return [match for match in self.matches if match.kind == kind]


def known_owner_references(checked: Checked) -> dict[str, str]:
    """Printed owner → reference of those that are known here already."""
    chosen = {match.text: match.choice.partition(":") for match in checked.progress.owners}
    found = {
        text: "" if kind.startswith("new_") or kind in {"words", "same"} else key
        for text, (kind, _, key) in chosen.items()
    }
    same = {text: key for text, (kind, _, key) in chosen.items() if kind == "same"}
    return {**found, **{text: found.get(other, "") for text, other in same.items()}}


def _states(user: User, plan_id: int) -> tuple[dict[str, State], str]:
    """The state of every action of a plan that is no part of another, and the stamp of them all."""
    rows = visible(user, May.EDIT_PLANS, Action.objects.filter(plan=plan_id, parent__isnull=True))
    actions = {row.pk: row for row in rows.order_by("position", "pk")}
    said: dict[int, list[Said]] = {pk: [] for pk in actions}
    updates = Update.objects.filter(action__in=list(actions)).order_by("number")
    for update in updates:
        made_on = timezone.localdate(update.made_at)
        told = Said(update.number, update.kind, update.effective_on, made_on, update.changes)
        said[update.action_id].append(told)
    states = {actions[pk].reference: fold(parts) for pk, parts in said.items()}
    told_all = ",".join(f"{row.reference}:{row.version}" for row in actions.values())
    return states, hashlib.sha256(told_all.encode()).hexdigest()[:16]


def newer_version(
    user: User, found: PlanImport, checked: Checked, owners: Mapping[str, str]
) -> Newer:
    """The checked document beside the plan that it is a newer version of; `found.against` is set.

    `owners` maps printed owners to references. Six statements, whatever the size.
    """
    plan = found.against
    assert plan is not None
    rows: dict[str, NewRow] = {}
    for one in plans_to_confirm(checked, found):
        if one["is_taken"] and one["kind"] == "actions":
            read = checked.reading.plans[one["number"]]
            made = new_rows(read, checked.progress, owners, checked.reading)
            rows |= {row.id: made_row for row, made_row in zip(read.rows, made, strict=True)}
    states, stamp = _states(user, plan.pk)
    on = timezone.localdate(found.opened_at)
    values = {key: first_values(row, plan.agreement, on) for key, row in rows.items()}
    marks = {mark.who for state in states.values() for mark in state.owners}
    names = names_of(marks | set(owners.values()))
    matches = compare(
        [side(key, one, names) for key, one in values.items()],
        [side(reference, values_of(state), names) for reference, state in states.items()],
    )
    return Newer(matches, rows, values, states, stamp)
