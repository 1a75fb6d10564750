"""Questions about what does not fit: of one action, of one plan, to one person."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q, QuerySet

from joinedup.access.choices import May
from joinedup.access.models import User
from joinedup.access.permission import standing, visible
from joinedup.access.prepared import rows
from joinedup.assurance.choices import DoubtState
from joinedup.assurance.models import Action, Doubt
from joinedup.assurance.rules.doubt_words import question

__all__ = [
    "MOST",
    "Asked",
    "doubt_of",
    "doubts",
    "may_answer_doubt",
    "open_doubts_of",
]

MOST = 200


@dataclass(frozen=True, slots=True)
class Asked:
    """A question about what does not fit, in words, and whether this reader may answer it."""

    doubt: Doubt
    words: str
    may_answer: bool


def may_answer_doubt(user: User | None, doubt: Doubt) -> May:
    """What a user needs on the action to answer: who is asked by name has to be able to read it,
    everybody else to update it."""
    is_asked = user is not None and doubt.asked_of_id == user.person_id
    return May.READ_PLANS if is_asked else May.UPDATE_ACTIONS


def _seen(user: User) -> QuerySet[Doubt]:
    """Questions of which this reader may see both actions."""
    found = Doubt.objects.select_related(
        "action__plan", "other__plan", "asked_of", "answered_by__person"
    )
    others = visible(user, May.READ_PLANS, Action.objects.all()).values("pk")
    found = found.filter(Q(other__isnull=True) | Q(other__in=others))
    return visible(user, May.READ_PLANS, found, guard="action__guard", item="action__reference")


def _name(action: Action) -> str:
    return f"{action.code or action.title[:60]} of “{action.plan.title}”"


def _asked(user: User, doubt: Doubt, may_update: bool) -> Asked:
    words = (
        question(doubt.kind, doubt.facts, _name(doubt.other))
        if doubt.other
        else question(doubt.kind, doubt.facts)
    )
    is_open = doubt.state == DoubtState.OPEN
    is_asked = doubt.asked_of_id == standing(user).person_id
    return Asked(doubt, words, is_open and (is_asked or may_update))


def doubts(user: User, plan: str, is_mine: bool, state: str) -> list[Asked]:
    """Questions of a state, of one plan (by reference) or all, to this reader or to anybody, the
    longest open first; at most `MOST`. One statement beside what the reader is."""
    found = _seen(user).filter(state=state, action__plan__ended_on__isnull=True)
    if plan:
        found = found.filter(action__plan__reference=plan)
    if is_mine:
        found = found.filter(asked_of=standing(user).person_id)
    may = visible(user, May.UPDATE_ACTIONS, Action.objects.all()).values("pk")
    found = found.annotate(may_update=Q(action__in=may)).order_by("asked_on", "action", "pk")
    return [_asked(user, one, bool(one.may_update)) for one in found[:MOST]]


def _of_action(user: User, action: int) -> QuerySet[Doubt]:
    found = _seen(user).filter(Q(action=action) | Q(other=action), state=DoubtState.OPEN)
    return found.order_by("asked_on", "pk")


def open_doubts_of(user: User, action: int, may_update: bool) -> list[Asked]:
    """What is asked about an action that the reader has opened. One statement."""
    return [_asked(user, one, may_update) for one in rows(_of_action, user, [action])]


def doubt_of(user: User, reference: str) -> Asked | None:
    """One open question, for somebody who may see what it is about."""
    found = _seen(user).filter(reference=reference, state=DoubtState.OPEN).first()
    return _asked(user, found, may_update=True) if found else None
