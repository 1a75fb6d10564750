"""An invented inquiry: what it says, what organisations answer, which rows follow from it."""

from __future__ import annotations

import datetime as dt
from typing import Any

from joinedup.assurance.actions import link_statement
from joinedup.assurance.actions.sources import (
    add_source,
    add_statement,
    ask_response,
    moderate,
    respond,
)
from joinedup.assurance.choices import Answer, SourceKind, StatementKind
from joinedup.assurance.models import Statement
from joinedup.audit.actor import system
from joinedup.config.demo.cast import Cast
from joinedup.config.demo.material import material
from joinedup.config.demo.plans import RowOf
from joinedup.config.demo.story import Deed, Story

__all__ = ["answer_inquiry", "answer_scrutiny"]

ASKED_AFTER = 14
MODERATED_AFTER = 25
WRITE_THEMSELVES = ("meera", "dewi", "lorna", "roza", "hyacinth")


def answer_inquiry(cast: Cast, story: Story, rows: RowOf) -> None:
    """Gather the inquiry and every answer to it."""
    data = material("inquiry")
    said: dict[str, Statement] = {}
    responses: dict[int, str] = {}
    story.add(data["published"], lambda day: said.update(_publish(cast, data, day)))
    for number, row in enumerate(data["answers"]):
        story.add(data["published"] + ASKED_AFTER, _ask(cast, row, number, said, responses))
        if row[3] != Answer.WAITING:
            story.add(-row[6], _answer(cast, row, number, responses))
        if row[7]:
            story.add(-row[6] + MODERATED_AFTER, _moderate(cast, row, number, responses))
    for code, statement in data["links"]:
        story.add(data["published"] + ASKED_AFTER + 1, _link(cast, code, statement, rows, said))


def _publish(cast: Cast, data: dict[str, Any], day: dt.date) -> dict[str, Statement]:
    by = cast.by("meera")
    source = add_source(
        by,
        data["title"],
        SourceKind.INQUIRY,
        author=data["author"],
        published_on=day,
        citation=data["citation"],
    )
    return {
        one["n"]: add_statement(
            by,
            source,
            one["w"],
            StatementKind(one["k"]),
            number=one["n"],
            place=f"Paragraph {one['p']}",
            theme=one["th"],
        )
        for one in data["statements"]
    }


def _ask(
    cast: Cast, row: list[Any], number: int, said: dict[str, Statement], responses: dict[int, str]
) -> Deed:
    def deed(day: dt.date) -> None:
        made = ask_response(
            cast.by("meera"),
            [said[one] for one in row[2]],
            cast.agencies[row[0]],
            today=day,
            cycle=material("inquiry")["cycle"],
            contact=cast.people[row[1]],
        )
        responses[number] = made.reference

    return deed


def _answer(cast: Cast, row: list[Any], number: int, responses: dict[int, str]) -> Deed:
    by = row[1] if row[1] in WRITE_THEMSELVES else "callum"

    def deed(day: dt.date) -> None:
        respond(
            cast.by(by),
            responses[number],
            Answer(row[3]),
            today=day,
            position=row[4],
            self_grade=row[5],
            answered_by=cast.people[row[1]].name,
        )

    return deed


def _moderate(cast: Cast, row: list[Any], number: int, responses: dict[int, str]) -> Deed:
    """Graded by the partnership's scrutineer, who belongs to no organisation that answers."""
    return lambda day: moderate(cast.by("sylvia"), responses[number], row[7], today=day)


def _link(cast: Cast, code: str, number: str, rows: RowOf, said: dict[str, Statement]) -> Deed:
    return lambda _day: link_statement(
        cast.by("meera"), rows["plan_own", code].reference, said[number]
    )


def answer_scrutiny(cast: Cast, story: Story) -> None:
    """Gather what the council answers to its own scrutiny committee."""
    data = material("plan_scrutiny")
    for section in data["sections"]:
        for row in section["rows"]:
            story.add(data["started"] + 1, _cabinet(cast, row))


def _cabinet(cast: Cast, row: dict[str, Any]) -> Deed:
    def deed(day: dt.date) -> None:
        statement = Statement.objects.get(
            source__title=material("plan_scrutiny")["source"]["title"], number=row["c"]
        )
        home, minister = cast.agencies["home"], cast.people["rashid"]
        made = ask_response(
            cast.by("meera"), [statement], home, today=day, cycle="Cabinet", contact=minister
        )
        respond(
            system("demo"),
            made.reference,
            Answer(row["answer"]),
            today=day,
            position=row["pos"],
            answered_by=minister.name,
        )

    return deed
