"""Sources and statements as their pages show them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q

from joinedup.access.choices import May
from joinedup.access.models import User
from joinedup.access.permission import Refused, open_record, visible
from joinedup.assurance.choices import Answer
from joinedup.assurance.models import (
    Action,
    ActionStatement,
    Response,
    ResponseStatement,
    Source,
    Statement,
)
from joinedup.assurance.queries.register import Row, rows_for
from joinedup.assurance.queries.sources import SourceView, responses, source_page, sources
from joinedup.audit.actor import By

__all__ = [
    "OneResponse",
    "OneStatement",
    "actions_to_choose",
    "response_to",
    "source_list",
    "source_view",
    "statement_view",
]

MOST_CHOICES = 2000


@dataclass(frozen=True, slots=True)
class OneStatement:
    """A statement with its positions and the actions that answer it, where visible.
    `answerable` holds the references of responses that this reader may write."""

    statement: Statement
    responses: list[Response]
    actions: list[Row]
    answerable: frozenset[str]


@dataclass(frozen=True, slots=True)
class OneResponse:
    """A response and the statements that it answers."""

    response: Response
    statements: list[Statement]


def source_list(user: User) -> list[Source]:
    """Every source that the reader may see, each with how many statements it has (`said`) and how
    many of them have neither an action nor an answer (`unanswered`); three statements."""
    rows = list(sources(user))
    seen = visible(user, May.READ_PLANS, Action.objects.all()).values("pk")
    answered = ResponseStatement.objects.filter(
        statement=OuterRef("pk"), response__in=responses(user).order_by().values("pk")
    ).exclude(response__answer=Answer.WAITING)
    done = ActionStatement.objects.filter(statement=OuterRef("pk"), action__in=seen)
    open_ones = Statement.objects.filter(source__in=rows).filter(~Exists(answered), ~Exists(done))
    counted: dict[int, int] = {}
    for source_id in open_ones.values_list("source", flat=True):
        counted[source_id] = counted.get(source_id, 0) + 1
    for row in rows:
        row.unanswered = counted.get(row.pk, 0)  # type: ignore[attr-defined]
    return rows


def source_view(user: User, reference: str) -> SourceView:
    """One source with what it says and what became of it. Raises Refused (404)."""
    return source_page(user, reference)


def statement_view(user: User, reference: str, today: dt.date) -> OneStatement:
    """One statement of a source that the reader may see. Raises Refused (404)."""
    seen = sources(user).order_by().values("pk")
    statement = (
        Statement.objects.select_related("source")
        .filter(reference=reference, source__in=seen)
        .first()
    )
    if statement is None:
        raise Refused("No such record.")
    answers = list(responses(user).filter(answers__statement=statement))
    mine = visible(user, May.UPDATE_ACTIONS, Response.objects.filter(answers__statement=statement))
    linked = visible(
        user, May.READ_PLANS, Action.objects.filter(statements__statement=statement)
    ).order_by("plan", "position")
    return OneStatement(
        statement,
        answers,
        rows_for(linked, today),
        frozenset(mine.values_list("reference", flat=True)),
    )


def response_to(by: By, reference: str) -> OneResponse:
    """A response for somebody who may write it; recorded as seen. Raises Refused (404)."""
    rows = Response.objects.select_related("agency")
    response = open_record(by, May.UPDATE_ACTIONS, rows, {"reference": reference})
    statements = Statement.objects.filter(responses__response=response).select_related("source")
    return OneResponse(response, list(statements.order_by("number_key", "position")))


def actions_to_choose(user: User) -> list[tuple[str, str]]:
    """(reference, plan, number and words) of the actions that this reader may edit."""
    rows = visible(user, May.EDIT_PLANS, Action.objects.filter(Q(plan__ended_on__isnull=True)))
    found = rows.order_by("plan__title", "position").values_list(
        "reference", "plan__title", "code", "title"
    )
    return [
        (reference, f"{plan[:40]}: {code} {title}"[:140])
        for reference, plan, code, title in found[:MOST_CHOICES]
    ]
