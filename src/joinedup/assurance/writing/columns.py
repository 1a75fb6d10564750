"""Between an action's row and its folded state."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from joinedup.access.prepared import rows
from joinedup.assurance.models import Action, Update
from joinedup.assurance.rules.fold import Said, fold
from joinedup.assurance.rules.references import sort_key
from joinedup.assurance.rules.state import FOLDED, State

__all__ = ["DERIVED", "folded_state", "plain_columns", "said", "updates_of"]

NOT_PLAIN = frozenset({"section", "agency", "owners", "evidence"})
DERIVED = (
    "next_on",
    "first_due_on",
    "times_moved",
    "proof",
    "evidence_count",
    "evidence_until",
    "embedded_on",
    "embedded_until",
    "updated_on",
)
LONGEST_KEY = 200


def plain_columns(state: State) -> dict[str, Any]:
    """The columns of an action that follow from its state alone."""
    names = [name for name in FOLDED if name not in NOT_PLAIN]
    values = {name: getattr(state, name) for name in (*names, *DERIVED)}
    return {**values, "code_key": sort_key(state.code)[:LONGEST_KEY]}


def said(update: Update) -> Said:
    """An update as the fold sees it."""
    return Said(
        number=update.number,
        kind=update.kind,
        effective_on=update.effective_on,
        known_on=timezone.localdate(update.made_at),
        changes=update.changes,
    )


def updates_of(action: Action) -> list[Update]:
    """Every update of one action, in the order they were written."""
    return rows(_written_of, None, [action.pk])


def _written_of(_: None, action: int) -> QuerySet[Update]:
    return Update.objects.filter(action=action).order_by("number")


def folded_state(
    updates: Iterable[Update], on: dt.date | None = None, known_by: dt.date | None = None
) -> State:
    """The state folded from rows of updates."""
    return fold((said(one) for one in updates), on, known_by)
