"""Whether a judgement comes too early to call something embedded."""

from __future__ import annotations

import datetime as dt

from joinedup.access.limits import rule_here
from joinedup.assurance.models import Action, Evidence
from joinedup.assurance.rules.impact import too_early
from joinedup.assurance.writing.columns import folded_state, updates_of

__all__ = ["judged_too_early"]


def judged_too_early(action: Action, piece: Evidence, verdict: str, today: dt.date) -> str:
    """Why evidence that shows a difference does not yet make its action embedded, in words; empty
    where it does, or nobody would think so."""
    rule = rule_here("evidence.impact_review", today)
    state = folded_state(updates_of(action))
    return too_early(state, piece.claim, piece.relates_on, verdict, rule)
