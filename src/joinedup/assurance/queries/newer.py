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
from joinedup.assurance.rules.compare import Match, Side, compare, compare_parts
from joinedup.assurance.rules.fold import Said, fold
from joinedup.assurance.rules.new_row import NewPart, NewRow, first_values
from joinedup.assurance.rules.newer import part_side, side, values_of
from joinedup.assurance.rules.state import State
from joinedup.assurance.writing.columns import said as as_said

__all__ = ["Newer", "known_owner_references", "newer_version"]


@dataclass(frozen=True, slots=True)
class Newer:
    """Both versions row by row, the parts of actions after the rows. `codes` are the numbers of
    the rows in the register; `stamp` tells whether it changed since it was shown."""

    matches: list[Match]
    rows: Mapping[str, NewRow]
    parts: Mapping[str, NewPart]
    values: Mapping[str, Mapping[str, Any]]
    codes: frozenset[str]
    stamp: str

    def of(self, kind: str) -> list[Match]:
        """The rows and parts that are same, changed, new or gone."""
        return [match for match in self.matches if match.kind == kind]


def known_owner_references(checked: Checked) -> dict[str, tuple[str, ...]]:
    """Printed owner → references of those that are known here already."""
    chosen = {match.text: match.choice.partition(":") for match in checked.progress.owners}
    found = {
        text: ()
        if kind.startswith("new_") or kind in {"words", "same"}
        else tuple(filter(None, key.split(",")))
        for text, (kind, _, key) in chosen.items()
    }
    same = {text: key for text, (kind, _, key) in chosen.items() if kind == "same"}
    return {**found, **{text: found.get(other, ()) for text, other in same.items()}}


@dataclass(frozen=True, slots=True)
class Held:
    """A plan as the register has it: the states of its rows and, by row, those of their parts."""

    rows: Mapping[str, State]
    parts: Mapping[str, Mapping[str, State]]
    stamp: str

    def every(self) -> list[State]:
        """The states of rows and parts."""
        return [
            *self.rows.values(),
            *(one for part in self.parts.values() for one in part.values()),
        ]


def _held(user: User, plan_id: int) -> Held:
    rows = visible(user, May.EDIT_PLANS, Action.objects.filter(plan=plan_id))
    actions = {row.pk: row for row in rows.order_by("position", "pk")}
    said: dict[int, list[Said]] = {pk: [] for pk in actions}
    for update in Update.objects.filter(action__in=list(actions)).order_by("number"):
        said[update.action_id].append(as_said(update))
    tops: dict[str, State] = {}
    parts: dict[str, dict[str, State]] = {}
    for pk, row in actions.items():
        if row.parent_id is None:
            tops[row.reference] = fold(said[pk])
        elif row.parent_id in actions:
            whole = actions[row.parent_id].reference
            parts.setdefault(whole, {})[row.reference] = fold(said[pk])
    told_all = ",".join(f"{row.reference}:{row.version}" for row in actions.values())
    return Held(tops, parts, hashlib.sha256(told_all.encode()).hexdigest()[:16])


def _parts_of(rows: Mapping[str, NewRow]) -> dict[str, dict[str, NewPart]]:
    """The parts of the newer version by row, each under a key of its own."""
    return {
        key: {f"{key}.{place}": part for place, part in enumerate(row.parts, 1)}
        for key, row in rows.items()
    }


def newer_version(
    user: User, found: PlanImport, checked: Checked, owners: Mapping[str, tuple[str, ...]]
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
    here = _held(user, plan.pk)
    on = timezone.localdate(found.opened_at)
    new_parts = _parts_of(rows)
    parts = {key: part for those in new_parts.values() for key, part in those.items()}
    values = {key: first_values(row, plan.agreement, on) for key, row in rows.items()}
    part_values = {key: first_values(part, plan.agreement, on) for key, part in parts.items()}
    marks = {mark.who for state in here.every() for mark in state.owners}
    names = names_of(marks | {one for those in owners.values() for one in those})

    def sides(states: Mapping[str, State]) -> list[Side]:
        return [part_side(key, values_of(state), names) for key, state in states.items()]

    matches = compare(
        [side(key, one, names) for key, one in values.items()],
        [side(reference, values_of(state), names) for reference, state in here.rows.items()],
    )
    matches += compare_parts(
        matches,
        {
            row: [part_side(key, part_values[key], names) for key in those]
            for row, those in new_parts.items()
        },
        {whole: sides(states) for whole, states in here.parts.items()},
    )
    codes = frozenset(state.code for state in here.rows.values())
    return Newer(matches, rows, parts, values | part_values, codes, here.stamp)
