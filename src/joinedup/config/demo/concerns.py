"""Concerns of the demo: reported, taken, sent on, decided, answered; through the actions alone."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.utils import timezone

from joinedup.access.choices import May
from joinedup.audit.actor import By, public
from joinedup.concerns import actions
from joinedup.concerns.choices import Allegation, Door, Ending, PersonRole
from joinedup.concerns.models import Concern
from joinedup.concerns.queries.signs import signs_left
from joinedup.concerns.rules.new import NewConcern, NewPerson
from joinedup.config.demo.cast import Cast
from joinedup.config.demo.material import material
from joinedup.config.demo.story import Story
from joinedup.referrals import actions as referrals
from joinedup.referrals.choices import AgeGroup
from joinedup.referrals.models import Referral
from joinedup.referrals.rules.sharing import Sending

__all__ = ["report_concerns"]

Row = dict[str, Any]
NOT_THIS = "Asked the school and the family: what the report tells has another explanation."


def report_concerns(cast: Cast, story: Story) -> None:
    """Gather every worry and what became of it: decided the day it came, answered two days on."""
    for row in material("concerns")["concerns"]:
        made: list[str] = []
        story.add(row["day"], _report(cast, row, made))
        if "take" in row:
            story.add(row["day"], _decide(cast, row, made))
        if "answer" in row:
            story.add(row["day"] + 2, _answer(cast, row, made))


def _report(cast: Cast, row: Row, made: list[str]) -> Any:
    people = tuple(_person(one, row.get("works_with", "")) for one in row["people"])
    new = NewConcern(
        door=Door(row["door"]),
        words=row["words"],
        types=tuple(f"concern.{one}" for one in row["kinds"]),
        people=people,
        source=f"report_source.{row['source']}",
    )

    def deed(day: dt.date) -> None:
        # who has no account reports as the public does
        by = cast.by(row["by"]) if row["by"] in cast.users else public()
        made.append(actions.submit(by, new).reference)

    return deed


def _person(said: list[str], works_with: str) -> NewPerson:
    role, name, words, age, lives, found = said
    is_subject = role == PersonRole.OF_CONCERN
    return NewPerson(
        role=PersonRole(role),
        name=name,
        words=words,
        age_words=age,
        lives=lives,
        found=found,
        works_with=Allegation(works_with if is_subject else ""),
    )


def _decide(cast: Cast, row: Row, made: list[str]) -> Any:
    by = cast.by(row["take"])

    def deed(day: dt.date) -> None:
        reference = made[0]
        actions.take(by, reference)
        for receiver, place in row.get("send", ()):
            _send(by, reference, receiver, place)
        if "ending" in row:
            for one in signs_left(Concern.objects.get(reference=reference), timezone.localdate()):
                actions.answer_sign(by, reference, one.kind, row.get("not_this", NOT_THIS))
            version = Concern.objects.values_list("version", flat=True).get(reference=reference)
            actions.decide(
                by, reference, Ending(row["ending"]), row["reason"], version=version,
                asked_duty_post="",
            )  # fmt: skip

    return deed


def _send(by: By, reference: str, receiver: str, place: str) -> None:
    concern = Concern.objects.get(reference=reference)
    is_adult = concern.age_group == AgeGroup.ADULT
    said = Sending(
        channel="telephone" if receiver.endswith("police") else "portal",
        basis="basis.legal_duty" if is_adult else "basis.child_protection",
        told="told" if is_adult else "not_told",
        agreed="yes" if is_adult else "",
        why_not_told=""
        if is_adult
        else "Telling the family first could have put the child in danger.",
        proof="Control room, by telephone" if receiver.endswith("police") else "",
    )
    new = actions.NewSending(
        receiver, said, place, copy_proof="exploitation.team@example.org" if place else ""
    )
    actions.send_on(by, reference, new)


def _answer(cast: Cast, row: Row, made: list[str]) -> Any:
    by = cast.by(row["take"])

    def deed(day: dt.date) -> None:
        rows = Referral.objects.filter(about=made[0], copy_of__isnull=True).order_by("pk")
        if row["answer"] == "refused":
            referrals.decline(
                by, rows[0].reference, "They say it does not meet their threshold.",
                today=day, may=May.TRIAGE,
            )  # fmt: skip
            return
        for one in rows:
            result = row["answer"] if one == rows[0] else _usual(one.receiver)
            referrals.accept(by, one.reference, today=day, may=May.TRIAGE)
            referrals.record_result(by, one.reference, result, today=day, may=May.TRIAGE)
        actions.end_answered(by, made[0])

    return deed


def _usual(receiver: str) -> str:
    return "crime_recorded" if receiver.endswith("police") else "service"
