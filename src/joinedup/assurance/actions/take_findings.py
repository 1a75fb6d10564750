"""Findings of a document as statements of one source, with the position printed beside each."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from joinedup.access.choices import May
from joinedup.access.models import Agency, Guard
from joinedup.access.permission import check, check_any
from joinedup.assurance.actions.sources import add_source
from joinedup.assurance.choices import Answer, SourceKind, StatementKind
from joinedup.assurance.models import Response, ResponseStatement, Source, Statement
from joinedup.assurance.rules.checking.to_findings import (
    NUMBER_SIZE,
    PLACE_SIZE,
    Finding,
    joint_answer,
    joint_position,
)
from joinedup.assurance.rules.problem import Problem
from joinedup.assurance.rules.references import sort_key
from joinedup.audit.actor import By
from joinedup.audit.recorder import action, record, record_new

__all__ = ["take_findings"]

AS_PRINTED = "As printed in the document"
AT_ONCE = 500
KEY_SIZE = 120


@dataclass(frozen=True, slots=True)
class Asked:
    """One response on its way, the findings that it answers and their statements."""

    response: Response
    findings: list[Finding]
    statements: list[Statement]


@action
def take_findings(
    by: By, title: str, findings: Sequence[Finding], agency: Agency, on: dt.date, today: dt.date
) -> str:
    """Findings as statements of one source, each with the position of `agency`; the reference of
    the source. A position shared by several findings is one response. It is an answer only where
    the document itself says accepted, partly or not; otherwise it waits for one. Recorded on the
    source, and on every response as if each had been asked and answered by hand.

    Raises Problem for a finding without words, Refused for who may not ask and answer.
    """
    check_any(by, May.IMPORT_PLANS)
    check_any(by, May.EDIT_PLANS)
    source = add_source(by, title, SourceKind.INQUIRY, published_on=on)
    statements = [_statement(source, place, one) for place, one in enumerate(findings)]
    Statement.objects.bulk_create(statements, batch_size=AT_ONCE)
    asked = _asked(findings, statements, agency, on)
    if asked:
        check(by, May.UPDATE_ACTIONS, asked[0].response.guard_id)  # all are behind one agency
    entries: list[tuple[str, str, dict[str, object]]] = []
    for one in asked:
        chain = one.response.reference
        asks: dict[str, object] = {"statements": [each.reference for each in one.statements]}
        entries.append(("assurance.ask_response", chain, {**asks, "agency": agency.reference}))
        if one.response.position:
            answers: dict[str, object] = {"answer": one.response.answer, "on": on}
            entries.append(("assurance.respond", chain, answers))
    record_new(by, entries)
    record(
        by,
        "assurance.take_findings",
        source.reference,
        count=len(findings),
        statements=[one.reference for one in statements],
    )
    return source.reference


def _statement(source: Source, place: int, finding: Finding) -> Statement:
    words = finding.words.strip()
    if not words:
        raise Problem("Write what the source says.", "words")
    number = finding.number[:NUMBER_SIZE]
    return Statement(
        source=source,
        words=words,
        kind=StatementKind.FINDING,
        number=number,
        number_key=sort_key(number)[:KEY_SIZE],
        place=finding.citation[:PLACE_SIZE],
        theme=finding.theme[:PLACE_SIZE],
        position=place,
    )


def _asked(
    findings: Sequence[Finding], statements: Sequence[Statement], agency: Agency, on: dt.date
) -> list[Asked]:
    """One saved response to each group of findings that share a position, each behind a guard of
    its own."""
    together: dict[str, Asked] = {}
    for finding, statement in zip(findings, statements, strict=True):
        group = together.setdefault(finding.position_key, Asked(Response(agency=agency), [], []))
        group.findings.append(finding)
        group.statements.append(statement)
    asked = list(together.values())
    for one in asked:
        _put_answer(one, on)
        one.response.guard = Guard(about=one.response.reference, agency=agency)
    Guard.objects.bulk_create([one.response.guard for one in asked], batch_size=AT_ONCE)
    for one in asked:
        one.response.guard_id = one.response.guard.pk
    Response.objects.bulk_create([one.response for one in asked], batch_size=AT_ONCE)
    ResponseStatement.objects.bulk_create(
        [
            ResponseStatement(response=one.response, statement=each, agency=agency)
            for one in asked
            for each in one.statements
        ],
        batch_size=AT_ONCE,
    )
    return asked


def _put_answer(asked: Asked, on: dt.date) -> None:
    """The position as printed; an answer where the document says accepted, partly or not."""
    position = joint_position(asked.findings).strip()
    if not position:
        return
    answer = joint_answer(asked.findings)
    asked.response.answer = answer
    asked.response.position = position
    asked.response.answered_by = AS_PRINTED
    asked.response.answered_on = on if answer != Answer.WAITING else None
    asked.response.version = 2
