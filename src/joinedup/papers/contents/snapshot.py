"""Every row of some plans as it stood at the end of a day, for one reader, in a fixed number of
statements: what all tables of a paper are made from, so that they cannot disagree."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.utils import timezone

from joinedup.access.choices import May
from joinedup.access.models import User
from joinedup.access.permission import visible
from joinedup.assurance.choices import UpdateKind
from joinedup.assurance.models import Action, Plan, Update
from joinedup.assurance.queries.colours import conditions_of
from joinedup.assurance.queries.names import names_of
from joinedup.assurance.rules.fold import Said, fold
from joinedup.assurance.rules.rag import Proposal, propose
from joinedup.assurance.rules.standing import days_late, due_words, standing_words
from joinedup.assurance.rules.state import State
from joinedup.assurance.writing.columns import said

__all__ = ["Move", "Row", "Snapshot", "snapshot"]

SHOWN = ("reference", "plan_id", "parent_id", "position", "printed", "other", "source_ref")
TOLD = (
    "action_id",
    "number",
    "kind",
    "effective_on",
    "made_at",
    "changes",
    "reason",
    "approved_by",
)


@dataclass(frozen=True, slots=True)
class Move:
    """One time that a date was moved: when, from when to when, why and who approved it."""

    on: dt.date
    old: dt.date | None
    new: dt.date | None
    reason: str
    approved_by: str


@dataclass(frozen=True, slots=True)
class Row:
    """One action as it stood: `state` then, `first` as it came in, its printed words."""

    pk: int
    reference: str
    plan_id: int
    parent_id: int | None
    printed: Mapping[str, Any]
    other: Mapping[str, str]
    source_ref: str
    state: State
    first: State
    colour: str
    reason: str
    due: str
    standing: str
    owners: tuple[str, ...]
    moves: tuple[Move, ...]
    parts: tuple[Row, ...]
    late: int

    @property
    def name(self) -> str:
        """Code and words: "A2. Review the policy"."""
        return ". ".join(filter(None, [self.state.code, self.state.title]))

    @property
    def is_open(self) -> bool:
        """Whether there was still something to do."""
        return self.state.is_open

    def printed_words(self, name: str) -> str:
        """What the plan printed in a column; empty for a row added by hand."""
        cell = self.printed.get(name) or {}
        return str(cell.get("text", "")) if isinstance(cell, Mapping) else ""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Plans with their rows (parts inside the rows they belong to), in printed order."""

    on: dt.date
    plans: tuple[Plan, ...]
    rows: tuple[Row, ...]

    def of(self, plan: Plan) -> list[Row]:
        """The rows of one plan."""
        return [one for one in self.rows if one.plan_id == plan.pk]

    def plan_of(self, row: Row) -> Plan:
        """The plan of a row."""
        return next(one for one in self.plans if one.pk == row.plan_id)


def snapshot(user: User, plans: Sequence[Plan], on: dt.date) -> Snapshot:
    """The plans as they stood at the end of a day; rows that this reader may not see, or that were
    not there yet, are left out. Three statements beside what the reader is.

    What was written down later is left out, unless the whole plan came in later: then the day
    that its updates speak of counts.
    """
    known_by = {
        one.pk: on if timezone.localdate(one.made_at) <= on else dt.date.max for one in plans
    }
    rows = visible(user, May.READ_PLANS, Action.objects.filter(plan__in=list(known_by)))
    shown = list(rows.only(*SHOWN).order_by("position", "pk"))
    updates: dict[int, list[Update]] = {}
    told = Update.objects.filter(action__plan__in=list(known_by), effective_on__lte=on)
    for one in told.only(*TOLD).order_by("number").iterator():
        updates.setdefault(one.action_id, []).append(one)
    found: list[tuple[Action, list[Update], list[Said]]] = []
    for action in shown:
        counted = [
            (one, its)
            for one in updates.get(action.pk, ())
            if (its := said(one)).known_on <= known_by[action.plan_id]
        ]
        if counted:
            found.append((action, [one for one, _ in counted], [its for _, its in counted]))
    states = {action.pk: fold(its) for action, _, its in found}
    names = names_of(mark.who for state in states.values() for mark in state.owners)
    order = {one.pk: place for place, one in enumerate(plans)}
    rules = {one.pk: one.rag_rule for one in plans}
    made = [
        _row(action, states[action.pk], its, ups, rules[action.plan_id], names, on)
        for action, ups, its in found
    ]
    return Snapshot(on, tuple(plans), tuple(_nested(made, order)))


def _row(
    action: Action,
    state: State,
    its: Sequence[Said],
    updates: Sequence[Update],
    rule: str,
    names: Mapping[str, str],
    on: dt.date,
) -> Row:
    proposed = propose(state, conditions_of(rule, on), on)
    return Row(
        pk=action.pk,
        reference=action.reference,
        plan_id=action.plan_id,
        parent_id=action.parent_id,
        printed=action.printed,
        other=action.other,
        source_ref=action.source_ref,
        state=state,
        first=fold(its[:1]),
        colour=state.rag_set or proposed.colour,
        reason=_why(state, proposed),
        due=due_words(state, on),
        standing=standing_words(state, on),
        owners=tuple(names.get(mark.who) or mark.printed for mark in state.owners),
        moves=tuple(_moves(updates)),
        parts=(),
        late=days_late(state, on),
    )


def _why(state: State, proposed: Proposal) -> str:
    """Why the row has its colour: the rule's words, or those of the lead who set another."""
    if not state.rag_set:
        return proposed.reason
    return state.rag_set_reason or f"Set by the lead; the rule says {proposed.colour}."


def _moves(updates: Sequence[Update]) -> list[Move]:
    found = []
    for one in updates:
        name = "due_on" if "due_on" in one.changes else "occurrence_on"
        if one.kind == UpdateKind.NEW_DATE and name in one.changes:
            old, new = (dt.date.fromisoformat(day) if day else None for day in one.changes[name])
            found.append(Move(one.effective_on, old, new, one.reason, one.approved_by))
    return found


def _nested(rows: Sequence[Row], order: Mapping[int, int]) -> list[Row]:
    """The rows in the order of the plans, parts put into the rows that they belong to; a part of a
    row that is not shown stands alone."""
    there = {one.pk for one in rows}
    parts: dict[int, list[Row]] = {}
    for one in rows:
        if one.parent_id in there:
            parts.setdefault(one.parent_id or 0, []).append(one)
    tops = [one for one in rows if one.parent_id not in there]
    whole = [replace(one, parts=tuple(parts.get(one.pk, ()))) for one in tops]
    return sorted(whole, key=lambda one: order[one.plan_id])
