"""Proof in the demo: a plan before its board, assurances, a date that waits, what does not fit."""

from __future__ import annotations

import datetime as dt

from joinedup.assurance.actions import (
    approve_version,
    ask_for_all_that_ran_out,
    consider_version,
    judge_evidence,
    look_for_doubts,
    note_assurance,
    propose_date,
    submit_plan,
)
from joinedup.assurance.choices import CLOSED, Claim, Verdict
from joinedup.assurance.models import Action, Evidence, PlanVersion
from joinedup.audit.actor import system
from joinedup.config.demo.cast import Cast
from joinedup.config.demo.material import words
from joinedup.config.demo.plans import RowOf
from joinedup.config.demo.story import Deed, Story

__all__ = ["prove"]

APPROVED_DAY, WAITING_DAY, TOLD_DAY, CONSIDERED_DAY, LAST_DAY = -150, -20, -40, -6, -1
DAILY = system("daily")


def prove(cast: Cast, story: Story, rows: RowOf) -> None:
    """Gather what proves the plans; the nightly looks come last."""
    story.add(APPROVED_DAY, lambda day: _approve(cast, rows, day))
    story.add(TOLD_DAY, lambda day: _assure(cast, rows, day))
    story.add(WAITING_DAY, lambda day: _put_to_board(cast, rows, day))
    story.add(WAITING_DAY, lambda day: _propose(cast, day))
    story.add(CONSIDERED_DAY, _consider(cast))
    story.add(LAST_DAY, lambda day: _judge(cast, day))
    story.add(LAST_DAY, lambda day: ask_for_all_that_ran_out(DAILY, today=day))
    story.add(LAST_DAY, lambda day: look_for_doubts(DAILY, today=day))


def _rows(rows: RowOf, plan: str) -> list[Action]:
    return [row for (name, _), row in rows.items() if name == plan]


def _approve(cast: Cast, rows: RowOf, day: dt.date) -> None:
    plan = _rows(rows, "plan_own")[0].plan
    by, body = cast.by("meera"), plan.body or words("bodies")[0]
    version = submit_plan(by, plan.reference, body, today=day)
    approve_version(by, version.reference, day, words("board_minutes")[0], today=day)


def _put_to_board(cast: Cast, rows: RowOf, day: dt.date) -> None:
    plan = _rows(rows, "plan_section11")[0].plan
    body = plan.body or words("bodies")[0]
    submit_plan(cast.by("meera"), plan.reference, body, today=day)


def _consider(cast: Cast) -> Deed:
    """The board considers what was put to it, and does not decide yet."""

    def deed(day: dt.date) -> None:
        version = PlanVersion.objects.latest("pk")
        minute, said = words("board_minutes")[1], words("board_words")[0]
        consider_version(cast.by("meera"), version.reference, day, minute, said, today=day)

    return deed


def _judge(cast: Cast, day: dt.date) -> None:
    """The auditor looks at what is said to have made a difference; one piece waits for it."""
    claimed = Evidence.objects.filter(claim=Claim.DIFFERENCE, withdrawn_on__isnull=True)
    for piece in claimed.order_by("pk")[1:]:
        judge_evidence(
            cast.by("winston"),
            piece.reference,
            words("verdicts")[0],
            today=day,
            verdict=Verdict.SHOWS,
        )


def _assure(cast: Cast, rows: RowOf, day: dt.date) -> None:
    """Two assurances: one of them of long ago."""
    police = cast.agencies["police"]
    told = zip(_rows(rows, "plan_own")[:2], words("assurances"), (0, 420), strict=False)
    for row, said, back in told:
        note_assurance(
            cast.by("meera"),
            row.reference,
            police,
            "Dana Whitlock",
            day - dt.timedelta(days=back),
            said,
            today=day,
        )


def _propose(cast: Cast, day: dt.date) -> None:
    """The first dated action that is still open asks for two months more."""
    dated = Action.objects.filter(recurrence="", due_on__gte=day).exclude(status__in=CLOSED)
    row = dated.order_by("due_on", "pk").first()
    if row is not None and row.due_on is not None:
        later = row.due_on + dt.timedelta(days=60)
        by = cast.by("meera")
        propose_date(by, row.reference, later, words("delays")[0], today=day)
