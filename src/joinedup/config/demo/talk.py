"""Questions on rows, colours set by hand, judged evidence, saved views, a leaver."""

from __future__ import annotations

import datetime as dt

from joinedup.assurance.actions import (
    answer,
    ask_for_evidence,
    challenge,
    judge_evidence,
    leave,
    save_view,
    set_colour,
)
from joinedup.assurance.models import Challenge, Evidence
from joinedup.audit.actor import system
from joinedup.config.demo.cast import Cast
from joinedup.config.demo.material import material, words
from joinedup.config.demo.plans import RowOf
from joinedup.config.demo.story import Deed, Story

__all__ = ["talk_about"]

ASKED = (
    ("winston", "plan_own", "B3", -50),
    ("beatrix", "plan_own", "A5", -33),
    ("winston", "plan_section11", "2.1", -41),
    ("beatrix", "plan_own", "B1", -26),
    ("beatrix", "plan_scrutiny", "R8", -55),
    ("winston", "plan_section11", "4.1", -12),
)
DAYS_TO_ANSWER = 21
COLOURS = (
    ("plan_own", "D1", "red", "", -18),
    ("plan_own", "C7", "amber", "The last two districts have promised to sign this week.", -4),
)
VIEWS = (
    ("meera", "Overdue and of high priority", "?due=overdue&priority=high"),
    ("meera", "Said to be done, no evidence", "?flag=declared"),
    ("winston", "No way of knowing written down", "?flag=no_review"),
    ("leroy", "Housing, this month", "?theme=Housing"),
    ("beatrix", "What scrutiny asked for", "?theme=Places"),
)


def talk_about(cast: Cast, story: Story, rows: RowOf) -> None:
    """Gather what people say about the rows."""
    for number, (who, plan, code, day) in enumerate(ASKED):
        question, reply = words("questions")[number]
        story.add(day, _ask(cast, who, rows, (plan, code), question))
        if reply:
            story.add(day + 9, _reply(cast, rows, (plan, code), reply))
    for plan, code, colour, reason, day in COLOURS:
        story.add(day, _colour(cast, rows, (plan, code), colour, reason))
    story.add(-15, lambda day: _evidence_wanted(cast, rows, day))
    story.add(-7, lambda day: _judge(cast, rows, day))
    left = material("partnership")["leaver"]
    story.add(left["left"] - 5, lambda day: _leave(cast, day))
    for who, name, query in VIEWS:
        story.add(-20, _view(cast, who, name, query))


def _ask(cast: Cast, who: str, rows: RowOf, at: tuple[str, str], question: str) -> Deed:
    def deed(day: dt.date) -> None:
        due = day + dt.timedelta(days=DAYS_TO_ANSWER)
        challenge(cast.by(who), rows[at].reference, question, due, today=day)

    return deed


def _reply(cast: Cast, rows: RowOf, at: tuple[str, str], reply: str) -> Deed:
    def deed(day: dt.date) -> None:
        asked = Challenge.objects.get(action=rows[at], answered_on__isnull=True)
        answer(cast.by("callum"), asked.reference, reply, today=day)

    return deed


def _colour(cast: Cast, rows: RowOf, at: tuple[str, str], colour: str, reason: str) -> Deed:
    return lambda day: set_colour(cast.by("meera"), rows[at].reference, colour, reason, today=day)


def _view(cast: Cast, who: str, name: str, query: str) -> Deed:
    return lambda _day: save_view(cast.by(who), name, query)


def _evidence_wanted(cast: Cast, rows: RowOf, day: dt.date) -> None:
    ask_for_evidence(
        cast.by("meera"),
        rows["plan_own", "A7"].reference,
        "Could you add the signed statements, please?",
        today=day,
    )


def _judge(cast: Cast, rows: RowOf, day: dt.date) -> None:
    shown = Evidence.objects.filter(action=rows["plan_audit", "1"]).order_by("pk").first()
    if shown is not None:
        judge_evidence(cast.by("winston"), shown.reference, words("judgements")[0], today=day)


def _leave(cast: Cast, day: dt.date) -> None:
    """Somebody leaves: the post keeps its actions, what they owned by name goes to a colleague."""
    said = material("partnership")["leaver"]
    last = day + dt.timedelta(days=5)
    heir = cast.people[said["heir"]].reference
    leave(system("demo"), cast.people[said["person"]].reference, last, today=day, new=heir)
