"""Duties that come back: met most times, missed now and then, evidenced, never complete."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from joinedup.assurance.actions import add_update, meet_occurrence, pass_missed
from joinedup.assurance.choices import Status
from joinedup.assurance.models import Action
from joinedup.assurance.rules.occurrences import by_calendar, next_occurrence
from joinedup.config.demo.cast import Cast
from joinedup.config.demo.endings import evidence
from joinedup.config.demo.life import Life
from joinedup.config.demo.material import words
from joinedup.config.demo.story import Deed, Story
from joinedup.config.demo.voices import voice

__all__ = ["keep_duty"]

BETWEEN_MEETINGS = 56
RUNS_OUT = -60


def keep_duty(cast: Cast, story: Story, life: Life, made: Mapping[str, Action]) -> None:
    """Gather every time of a duty up to today."""
    if life.start is None:
        story.add(life.began + 30, _begun(cast, life, made))
        story.add(life.until, _begun(cast, life, made))
        return
    days = _days(life)
    missed = set(life.chance.sample(range(1, max(len(days) - 1, 2)), life.row.get("missed", 0)))
    was_missed = False
    for number, day in enumerate(days):
        following = days[number + 1] if number + 1 < len(days) else None
        if number in missed and following is not None:
            story.add(life.offset(following), _missed(cast, life, made))
            was_missed = True
            continue
        late = life.chance.randint(0 if was_missed else -2, 4 if life.recurrence != "weekly" else 1)
        last = number == len(days) - 1
        on = min(life.offset(day) + late, -1)
        if last and life.offset(day) > -3:
            break
        story.add(on, _met(cast, life, made, day))
        was_missed = False
        if number == len(days) // 2 and life.kind != "expired":
            story.add(on, evidence(cast, life, made, 0))
    if life.kind == "expired":
        story.add(life.offset(days[0]) + 6, evidence(cast, life, made, RUNS_OUT))


def _days(life: Life) -> list[dt.date]:
    """The days on which the duty was owed up to today."""
    days = []
    day: dt.date | None = life.start
    while day is not None and day <= life.today and life.start is not None:
        days.append(day)
        day = (
            next_occurrence(life.recurrence, life.start, day)
            if by_calendar(life.recurrence)
            else day + dt.timedelta(days=BETWEEN_MEETINGS)
        )
    return days


def _met(cast: Cast, life: Life, made: Mapping[str, Action], due: dt.date) -> Deed:
    sentence = life.pick(words("met"))
    after = due + dt.timedelta(days=BETWEEN_MEETINGS)

    def deed(day: dt.date) -> None:
        by, behalf = voice(cast, life, day)
        meet_occurrence(
            by,
            made[life.code].reference,
            day,
            sentence,
            today=day,
            next_on=None if by_calendar(life.recurrence) else after,
            behalf=behalf,
        )

    return deed


def _missed(cast: Cast, life: Life, made: Mapping[str, Action]) -> Deed:
    return lambda day: pass_missed(cast.by("callum"), made[life.code].reference, today=day)


def _begun(cast: Cast, life: Life, made: Mapping[str, Action]) -> Deed:
    sentence = life.pick(words("met"))

    def deed(day: dt.date) -> None:
        by, behalf = voice(cast, life, day)
        status = Status.IN_FORCE.value
        reference = made[life.code].reference
        add_update(by, reference, sentence, today=day, status=status, behalf=behalf)

    return deed
