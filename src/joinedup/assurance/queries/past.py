"""A plan as it stood on a past day, and what has changed between two days."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from joinedup.access.choices import May
from joinedup.access.models import User
from joinedup.access.permission import visible
from joinedup.assurance.models import Action, Plan, Update
from joinedup.assurance.queries.colours import conditions_of
from joinedup.assurance.rules.fold import Said, fold
from joinedup.assurance.rules.rag import Proposal, propose
from joinedup.assurance.rules.standing import due_words, standing_words
from joinedup.assurance.rules.state import State
from joinedup.assurance.writing.columns import said

__all__ = ["Change", "PastRow", "changes_between_dates", "state_as_at"]


@dataclass(frozen=True, slots=True)
class PastRow:
    """One action as it stood at the end of a day."""

    reference: str
    parent_id: int | None
    position: int
    state: State
    proposed: Proposal
    due: str
    standing: str

    @property
    def colour(self) -> str:
        """The colour that was shown."""
        return self.state.rag_set or self.proposed.colour


@dataclass(frozen=True, slots=True)
class Change:
    """What is different about one action: {field: (then, now)}; no `then` for a new one."""

    reference: str
    then: State | None
    now: State
    fields: tuple[str, ...]


def _folded(
    user: User, plan: Plan, on: dt.date, known_by: dt.date | None
) -> list[tuple[Action, State]]:
    """Every visible action of the plan that was there on the day, with its state, in two
    statements beside what the reader is."""
    rows = visible(user, May.READ_PLANS, Action.objects.filter(plan=plan))
    shown = list(rows.only("reference", "parent_id", "position").order_by("position", "pk"))
    updates: dict[int, list[Said]] = {}
    told = Update.objects.filter(action__plan=plan, effective_on__lte=on).order_by("number")
    for one in told.iterator():
        updates.setdefault(one.action_id, []).append(said(one))
    found = []
    for action in shown:
        counted = [
            one
            for one in updates.get(action.pk, ())
            if known_by is None or one.known_on <= known_by
        ]
        if counted:
            found.append((action, fold(counted, on, known_by)))
    return found


def state_as_at(
    user: User, plan: Plan, on: dt.date, known_by: dt.date | None = None
) -> list[PastRow]:
    """The plan as it stood at the end of a day, in printed order; with `known_by`, only from what
    had been written down by the end of that day. Rows that were not there yet are left out."""
    conditions = conditions_of(plan.rag_rule, on)
    return [
        PastRow(
            reference=action.reference,
            parent_id=action.parent_id,
            position=action.position,
            state=state,
            proposed=propose(state, conditions, on),
            due=due_words(state, on),
            standing=standing_words(state, on),
        )
        for action, state in _folded(user, plan, on, known_by)
    ]


SHOWN = (
    "title", "code", "section", "priority", "review_method", "status", "due_on", "occurrence_on",
    "recurrence", "last_met_on", "declared_on", "agreed_on", "rag_set", "latest", "owners",
    "evidence",
)  # fmt: skip


def changes_between_dates(user: User, plan: Plan, then: dt.date, now: dt.date) -> list[Change]:
    """What differs between the end of two days: "what changed since the last paper"."""
    before = {action.pk: state for action, state in _folded(user, plan, then, None)}
    changes = []
    for action, state in _folded(user, plan, now, None):
        old = before.get(action.pk)
        names = [name for name in SHOWN if old and getattr(old, name) != getattr(state, name)]
        if old is None or names:
            changes.append(Change(action.reference, old, state, tuple(names)))
    return changes
