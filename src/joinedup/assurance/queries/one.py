"""One record, opened for one reader to do one thing; and what they may do to it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet

from joinedup.access.choices import May, Reach
from joinedup.access.models import User
from joinedup.access.permission import open_record, reach_of_one, standing
from joinedup.access.prepared import open_written
from joinedup.access.roles import reaches
from joinedup.assurance.choices import UpdateKind
from joinedup.assurance.models import Action, Challenge, Evidence, Owner, Plan
from joinedup.assurance.rules.state import OwnerMark
from joinedup.audit.actor import By

__all__ = [
    "action_to",
    "action_to_answer",
    "evidence_of",
    "evidence_to_judge",
    "is_among",
    "may_to_answer",
    "owners_now",
    "plan_to",
    "question_of",
    "question_words",
    "rights",
    "with_rights",
]


def action_to(by: By, may: May, reference: str) -> Action:
    """An action for somebody who may do this to it. Raises Refused where not; recorded as seen."""
    found: Action = open_written(by, may, _whole, reference)
    return found


def _whole(_: User) -> QuerySet[Action]:
    return Action.objects.select_related("plan", "section", "agency", "parent")


def plan_to(by: By, may: May, reference: str) -> Plan:
    """A plan for somebody who may do this to it. Raises Refused where not; recorded as seen."""
    return open_record(by, may, Plan.objects.select_related("agency"), {"reference": reference})


def evidence_of(action: Action, reference: str) -> Evidence | None:
    """One piece of evidence of an action that the reader has opened; None where withdrawn."""
    rows = action.evidence.select_related("file").filter(withdrawn_on__isnull=True)
    return rows.filter(reference=reference).first()


def evidence_to_judge(action: Action, reference: str, user: User) -> Evidence | None:
    """One piece of evidence that this reader may judge: not theirs, nor of an action they own."""
    piece = evidence_of(action, reference)
    if piece is None or piece.added_by_id == user.pk:
        return None
    return None if is_among(user, action.owners.filter(to_on__isnull=True)) else piece


def question_of(action: Action, reference: str) -> Challenge | None:
    """One unanswered question of an action that the reader has opened."""
    rows = Challenge.objects.select_related("asked_by__person", "answer_by_person")
    return rows.filter(action=action, reference=reference, answered_on__isnull=True).first()


def may_to_answer(user: User | None, question: Challenge) -> May:
    """What a user needs on the action to answer a question: who was asked by name has to be able
    to read it, everybody else to update it."""
    is_asked = user is not None and question.answer_by_person_id == user.person_id
    return May.READ_PLANS if is_asked else May.UPDATE_ACTIONS


def action_to_answer(by: By, reference: str, question: str) -> Action:
    """An action for somebody who may answer one of its questions. Raises Refused where not."""
    asked = Challenge.objects.filter(action__reference=reference, reference=question).first()
    may = may_to_answer(by.user, asked) if asked else May.UPDATE_ACTIONS
    return action_to(by, may, reference)


WRITING = frozenset({May.UPDATE_ACTIONS, May.EDIT_PLANS, May.AGREE, May.CHALLENGE})
"""Permissions that open the same records where they reach as far: no seal or glass differs."""


def _leaders(user: User, mays: Iterable[May]) -> dict[May, May]:
    """For each permission that the user holds, the first of `mays` that reaches as far: what one
    opens, the other does."""
    roles = standing(user).roles
    first: dict[frozenset[Reach], May] = {}
    leaders: dict[May, May] = {}
    for may in mays:
        reach = reaches(roles, may)
        if reach:
            leaders[may] = first.setdefault(reach, may) if may in WRITING else may
    return leaders


def with_rights(user: User, rows: QuerySet[Any], mays: Iterable[May]) -> QuerySet[Any]:
    """`rows` with what the user may do to each, in their own statement; read it with `rights`."""
    columns = {}
    for leader in set(_leaders(user, mays).values()):
        inside = reach_of_one(user, leader, rows.model._meta.db_table)
        if inside is not None:
            columns[f"can_{leader}"] = inside
    annotated: QuerySet[Any] = rows.annotate(**columns)
    return annotated


def rights(user: User, row: Any, mays: Iterable[May]) -> frozenset[May]:
    """What the user may do to a row that was read by `with_rights` with the same `mays`."""
    leaders = _leaders(user, mays)
    return frozenset(may for may, leader in leaders.items() if getattr(row, f"can_{leader}", False))


def is_among(user: User, owners: Iterable[Owner]) -> bool:
    """Whether the user is one of these owners, by name or by a post they hold."""
    who = standing(user)
    return any(one.person_id == who.person_id or one.post_id in who.post_ids for one in owners)


def owners_now(action: Action) -> list[tuple[OwnerMark, str]]:
    """The owners an action has now, in their order, each with the words to show."""
    rows = action.owners.filter(to_on__isnull=True).select_related("person", "post", "agency")
    found = []
    for one in rows.order_by("position"):
        holder = one.person or one.post or one.agency
        words = str(holder) if holder else f"{one.printed}, as printed"
        found.append((OwnerMark(holder.reference if holder else "", one.printed), words))
    return found


def question_words(question: Challenge) -> str:
    """What was asked."""
    asked = question.updates.filter(kind=UpdateKind.CHALLENGE).first()
    return asked.words if asked else ""
