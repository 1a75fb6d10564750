"""Sources and statements as their pages show them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q, QuerySet

from joinedup.access.choices import May
from joinedup.access.models import User
from joinedup.access.permission import Refused, open_record, standing, visible
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
    "response_to_moderate",
    "source_list",
    "source_view",
    "statement_view",
]

MOST_CHOICES = 2000


@dataclass(frozen=True, slots=True)
class OneStatement:
    """A statement with its positions and the actions that answer it, where visible.
    `answerable` holds the references of responses that this reader may write, `moderable` those
    of the ones that they may give a moderated grade."""

    statement: Statement
    responses: list[Response]
    actions: list[Row]
    answerable: frozenset[str]
    moderable: frozenset[str]


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
    said = Response.objects.filter(answers__statement=statement)
    seen_answers = responses(user).select_related("moderated_by__person")
    mine = visible(user, May.UPDATE_ACTIONS, said)
    theirs = _moderated_by(user, visible(user, May.MODERATE, said))
    linked = visible(
        user, May.READ_PLANS, Action.objects.filter(statements__statement=statement)
    ).order_by("plan", "position")
    return OneStatement(
        statement,
        list(seen_answers.filter(answers__statement=statement)),
        rows_for(linked, today),
        frozenset(mine.values_list("reference", flat=True)),
        frozenset(theirs.values_list("reference", flat=True)),
    )


def response_to(by: By, reference: str) -> OneResponse:
    """A response for somebody who may write it; recorded as seen. Raises Refused (404)."""
    rows = Response.objects.select_related("agency")
    response = open_record(by, May.UPDATE_ACTIONS, rows, {"reference": reference})
    return OneResponse(response, _statements_of(response))


def response_to_moderate(by: By, reference: str) -> OneResponse:
    """An answer for somebody of another organisation who may moderate it; recorded as seen.
    Raises Refused (404), also where nothing has been answered yet."""
    rows = _moderated_by(by.user, Response.objects.select_related("agency"))
    response = open_record(by, May.MODERATE, rows, {"reference": reference})
    found = OneResponse(response, _statements_of(response))
    if not found.statements:
        raise Refused("No such record.")
    return found


def _moderated_by(user: User, rows: QuerySet[Response]) -> QuerySet[Response]:
    """Answers that have been given by organisations other than the user's own."""
    return rows.exclude(agency=standing(user).agency_id).exclude(answer=Answer.WAITING)


def _statements_of(response: Response) -> list[Statement]:
    rows = Statement.objects.filter(responses__response=response).select_related("source")
    return list(rows.order_by("number_key", "position"))


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
