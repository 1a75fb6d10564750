"""Sources, what they say, and what organisations answer."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from joinedup.access.choices import May
from joinedup.access.models import Agency, Guard, Person
from joinedup.access.permission import Refused, check, check_any
from joinedup.assurance.choices import Answer, SourceKind, StatementKind
from joinedup.assurance.models import Response, ResponseStatement, Source, Statement
from joinedup.assurance.rules.problem import Problem, Stale
from joinedup.assurance.rules.references import sort_key
from joinedup.assurance.writing.owning import involve
from joinedup.audit.actor import By
from joinedup.audit.recorder import action, record

__all__ = ["add_source", "add_statement", "ask_response", "moderate", "respond"]


@action
def add_source(
    by: By,
    title: str,
    kind: SourceKind,
    *,
    author: str = "",
    published_on: dt.date | None = None,
    citation: str = "",
    link: str = "",
    private_to: Agency | None = None,
) -> Source:
    """Add an inquiry, audit, review or other source. With `private_to` only those who may read
    that organisation's plans see it; without, all who read plans."""
    check_any(by, May.EDIT_PLANS)
    if not title.strip():
        raise Problem("Give the source a title.", "title")
    source = Source.objects.create(
        title=title.strip()[:300],
        kind=kind,
        author=author,
        published_on=published_on,
        citation=citation,
        link=link,
    )
    if private_to is not None:
        source.guard = Guard.objects.create(about=source.reference, agency=private_to)
        source.save(update_fields=["guard"])
    record(by, "assurance.add_source", source.reference, what=kind)
    return source


@action
def add_statement(
    by: By,
    source: Source,
    words: str,
    kind: StatementKind,
    *,
    number: str = "",
    place: str = "",
    theme: str = "",
) -> Statement:
    """Add what a source says in one place, in its own words."""
    if source.guard_id is None:
        check_any(by, May.EDIT_PLANS)
    else:
        check(by, May.EDIT_PLANS, source.guard_id, source.reference)
    if not words.strip():
        raise Problem("Write what the source says.", "words")
    statement = Statement.objects.create(
        source=source,
        words=words.strip(),
        kind=kind,
        number=number,
        number_key=sort_key(number)[:120],
        place=place,
        theme=theme,
        position=source.statements.count(),
    )
    record(by, "assurance.add_statement", source.reference, statement=statement.reference)
    return statement


@action
def ask_response(
    by: By,
    statements: Sequence[Statement],
    agency: Agency,
    *,
    today: dt.date,
    cycle: str = "",
    contact: Person | None = None,
) -> Response:
    """Ask an organisation what it answers to statements; `contact` is who may write the answer.

    Raises Problem where the organisation has been asked about one of them in this cycle.
    """
    check_any(by, May.EDIT_PLANS)
    if not statements:
        raise Problem("Choose at least one statement.", "statements")
    asked = ResponseStatement.objects.filter(
        statement__in=statements, agency=agency, cycle=cycle
    ).exists()
    if asked:
        raise Problem(f"{agency} has already been asked about one of these.", "statements")
    guard = Guard.objects.create(about="", agency=agency)
    response = Response.objects.create(agency=agency, cycle=cycle, guard=guard)
    guard.about = response.reference
    guard.save(update_fields=["about"])
    ResponseStatement.objects.bulk_create(
        ResponseStatement(response=response, statement=one, agency=agency, cycle=cycle)
        for one in statements
    )
    if contact is not None:
        involve(guard, contact, response.reference, today)
    record(
        by,
        "assurance.ask_response",
        response.reference,
        statements=[one.reference for one in statements],
        agency=agency.reference,
    )
    return response


def _held(by: By, may: May, reference: str) -> Response:
    response = Response.objects.select_for_update().filter(reference=reference).first()
    if response is None:
        raise Refused("No such record.")
    check(by, may, response.guard_id, response.reference)
    return response


@action
def respond(
    by: By,
    reference: str,
    answer: Answer,
    *,
    today: dt.date,
    version: int | None = None,
    position: str = "",
    self_grade: str = "",
    answered_by: str = "",
) -> Response:
    """Answer: accepted, partly or not, with the position in words. Raises Problem where not
    accepting is not explained, Stale where somebody else saved first."""
    response = _held(by, May.UPDATE_ACTIONS, reference)
    if version is not None and version != response.version:
        raise Stale({"position": response.position}, {"position": position})
    if answer in (Answer.PARTLY, Answer.REJECTED) and not position.strip():
        raise Problem("Say why this is not accepted in full.", "position")
    response.answer = answer
    response.position = position.strip()
    response.self_grade = self_grade
    response.answered_by = answered_by or (by.user.person.name if by.user else "")
    response.answered_on = today if answer != Answer.WAITING else None
    response.version += 1
    response.save()
    record(by, "assurance.respond", response.reference, answer=answer, on=today)
    return response


@action
def moderate(by: By, reference: str, grade: str, *, today: dt.date) -> Response:
    """A moderator's grade beside the organisation's own. Raises Problem for a moderator of the
    organisation itself."""
    response = _held(by, May.MODERATE, reference)
    if by.user is None or by.user.person.agency_id == response.agency_id:
        raise Problem("Somebody from another organisation has to moderate this.", "grade")
    if not grade.strip():
        raise Problem("Enter the grade.", "grade")
    response.moderated_grade = grade.strip()[:40]
    response.moderated_by = by.user
    response.moderated_on = today
    response.version += 1
    response.save()
    record(by, "assurance.moderate", response.reference, on=today)
    return response
