"""One record, opened for one reader to do one thing; and what they may do to it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from joinedup.access.choices import May
from joinedup.access.models import User
from joinedup.access.permission import holds, open_record, visible
from joinedup.assurance.choices import UpdateKind
from joinedup.assurance.models import Action, Challenge, Evidence, Plan
from joinedup.audit.actor import By

__all__ = [
    "action_to",
    "evidence_of",
    "owner_references",
    "plan_to",
    "question_of",
    "question_words",
    "with_rights",
]


def action_to(by: By, may: May, reference: str) -> Action:
    """An action for somebody who may do this to it. Raises Refused where not; recorded as seen."""
    rows = Action.objects.select_related("plan", "section", "agency", "parent")
    return open_record(by, may, rows, {"reference": reference})


def plan_to(by: By, may: May, reference: str) -> Plan:
    """A plan for somebody who may do this to it. Raises Refused where not; recorded as seen."""
    return open_record(by, may, Plan.objects.select_related("agency"), {"reference": reference})


def evidence_of(action: Action, reference: str) -> Evidence | None:
    """One piece of evidence of an action that the reader has opened; None where withdrawn."""
    rows = action.evidence.select_related("file").filter(withdrawn_on__isnull=True)
    return rows.filter(reference=reference).first()


def question_of(action: Action, reference: str) -> Challenge | None:
    """One unanswered question of an action that the reader has opened."""
    rows = Challenge.objects.select_related("asked_by__person", "answer_by_person")
    return rows.filter(action=action, reference=reference, answered_on__isnull=True).first()


def with_rights(user: User, rows: QuerySet[Any], mays: Iterable[May], name: str) -> QuerySet[Any]:
    """`rows` with a column for each permission: `<name>_<may>` is true where the user may do it.

    One statement for all rows and permissions; a permission that no role of the user holds adds
    nothing to it, so read the columns with `getattr(row, column, False)`.
    """
    same = rows.model.objects.filter(pk=OuterRef("pk"))
    columns = {
        f"{name}_{may}": Exists(visible(user, may, same)) for may in mays if holds(user, may)
    }
    annotated: QuerySet[Any] = rows.annotate(**columns)
    return annotated


def owner_references(action: Action) -> list[str]:
    """References of the owners an action has now, in their order; printed words alone left out."""
    rows = action.owners.filter(to_on__isnull=True).select_related("person", "post", "agency")
    holders = (one.person or one.post or one.agency for one in rows.order_by("position"))
    return [one.reference for one in holders if one]


def question_words(question: Challenge) -> str:
    """What was asked."""
    asked = question.updates.filter(kind=UpdateKind.CHALLENGE).first()
    return asked.words if asked else ""
