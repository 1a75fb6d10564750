"""Sources and what was answered to them, for one reader."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from joinedup.access.choices import May
from joinedup.access.models import User
from joinedup.access.permission import Refused, holds, may_touch, visible
from joinedup.assurance.models import (
    Action,
    ActionStatement,
    Plan,
    Response,
    ResponseStatement,
    Source,
    Statement,
)

__all__ = ["SourceView", "StatementView", "close_source", "responses", "source_page", "sources"]


@dataclass(frozen=True, slots=True)
class StatementView:
    """A statement, the actions that answer it and the positions taken on it, where visible."""

    statement: Statement
    actions: tuple[Action, ...]
    responses: tuple[Response, ...]


@dataclass(frozen=True, slots=True)
class SourceView:
    """One source with its statements; `unanswered` have neither an action nor a response."""

    source: Source
    statements: list[StatementView]

    @property
    def unanswered(self) -> list[StatementView]:
        """Statements that nobody has answered, as far as this reader may see."""
        return [one for one in self.statements if not one.actions and not one.responses]


def sources(user: User) -> QuerySet[Source]:
    """Public sources and those of plans that the reader may see, newest first, with the number of
    their statements as `said`."""
    if not holds(user, May.READ_PLANS):
        return Source.objects.none()
    private = visible(user, May.READ_PLANS, Source.objects.filter(guard__isnull=False))
    return (
        Source.objects.filter(Q(guard__isnull=True) | Q(pk__in=private.values("pk")))
        .annotate(said=Count("statements"))
        .order_by("-published_on", "title")
    )


def close_source(user: User, plan: Plan) -> None:
    """Take the source that a plan answers off the plan as it was read, where it is not for this
    reader. No statement but for a private source."""
    source = plan.source
    if source is None or source.guard_id is None:
        return
    if not may_touch(user, May.READ_PLANS, source.guard_id, source.reference):
        plan.source = None


def source_page(user: User, reference: str) -> SourceView:
    """One source with everything it says and what has become of it. Raises Refused."""
    source = sources(user).filter(reference=reference).first()
    if source is None:
        raise Refused("No such record.")
    statements = list(source.statements.order_by("number_key", "position"))
    actions: dict[int, list[Action]] = {}
    seen = visible(user, May.READ_PLANS, Action.objects.all()).values("pk")
    links = ActionStatement.objects.filter(statement__in=statements, action__in=seen)
    for link in links.select_related("action__plan").order_by("action__code_key"):
        actions.setdefault(link.statement_id, []).append(link.action)
    taken: dict[int, list[Response]] = {}
    positions = ResponseStatement.objects.filter(
        statement__in=statements, response__in=responses(user).values("pk")
    )
    for one in positions.select_related("response__agency"):
        taken.setdefault(one.statement_id, []).append(one.response)
    return SourceView(
        source,
        [
            StatementView(one, tuple(actions.get(one.pk, ())), tuple(taken.get(one.pk, ())))
            for one in statements
        ],
    )


def responses(user: User) -> QuerySet[Response]:
    """Responses that this reader may see."""
    rows = Response.objects.select_related("agency").order_by("pk")
    return visible(user, May.READ_PLANS, rows)
