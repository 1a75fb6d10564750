"""What becomes of one row: how it goes on, when its date moves, how it ends."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from joinedup.assurance.actions import add_update, set_new_date
from joinedup.assurance.choices import Status
from joinedup.assurance.models import Action
from joinedup.config.demo.cast import Cast
from joinedup.config.demo.duties import keep_duty
from joinedup.config.demo.endings import finish
from joinedup.config.demo.life import FINISHED, Life
from joinedup.config.demo.material import words
from joinedup.config.demo.story import Deed, Story
from joinedup.config.demo.voices import voice

__all__ = ["live"]


def live(cast: Cast, story: Story, life: Life, made: Mapping[str, Action]) -> None:
    """Gather everything that happens to one row. `made` will hold the actions by code."""
    if life.recurrence:
        keep_duty(cast, story, life, made)
        return
    _parts(cast, story, life, made)
    if life.kind == "new":
        return
    _moves(cast, story, life, made)
    _progress(cast, story, life, made)
    finish(cast, story, life, made)


def _progress(cast: Cast, story: Story, life: Life, made: Mapping[str, Action]) -> None:
    said = list(words("progress"))
    life.chance.shuffle(said)
    first, last = life.began + life.chance.randint(10, 30), life.until
    if life.kind in FINISHED:
        last -= life.chance.randint(8, 20)
    count = 3 if last - first > 150 else 2
    days = [last - (last - first) * step // count for step in range(count)]
    for number, (day, sentence) in enumerate(zip(sorted(days), said, strict=False)):
        status = Status.IN_PROGRESS.value if number == 0 else ""
        story.add(day, _update(cast, life, made, sentence, status))


def _update(cast: Cast, life: Life, made: Mapping[str, Action], sentence: str, status: str) -> Deed:
    def deed(day: dt.date) -> None:
        by, behalf = voice(cast, life, day)
        add_update(by, made[life.code].reference, sentence, today=day, status=status, behalf=behalf)

    return deed


def _moves(cast: Cast, story: Story, life: Life, made: Mapping[str, Action]) -> None:
    """The due date moves, each time a little before it comes."""
    latest = life.until - 2
    for before, after in zip(life.dates, life.dates[1:], strict=False):
        day = min(life.offset(before) - life.chance.randint(1, 9), latest)
        if before == after or day <= life.began:
            continue
        story.add(day, _move(cast, life, made, after))


def _move(cast: Cast, life: Life, made: Mapping[str, Action], after: dt.date) -> Deed:
    reason, approver = life.pick(words("moved")), life.pick(words("approvers"))

    def deed(day: dt.date) -> None:
        by, behalf = voice(cast, life, day)
        set_new_date(
            by,
            made[life.code].reference,
            after,
            today=day,
            reason=reason,
            approved_by=approver,
            behalf=behalf,
        )

    return deed


def _parts(cast: Cast, story: Story, life: Life, made: Mapping[str, Action]) -> None:
    """Of the parts of a row the first half are done, the next is under way."""
    parts = life.row.get("parts", ())
    for number in range((len(parts) + 1) // 2):
        day = max(life.until - 6 * (len(parts) - number), life.began + 20)
        story.add(day, _part(cast, life, made, number, Status.COMPLETE.value))
    if len(parts) > 1:
        step = (len(parts) + 1) // 2
        story.add(life.until - 1, _part(cast, life, made, step, Status.IN_PROGRESS.value))


def _part(cast: Cast, life: Life, made: Mapping[str, Action], number: int, status: str) -> Deed:
    def deed(day: dt.date) -> None:
        part = made[life.code].parts.order_by("position")[number]
        add_update(cast.by("callum"), part.reference, "", today=day, status=status)

    return deed
