"""Requests to see records, and records that are held, in the demo."""

from __future__ import annotations

import datetime as dt

from joinedup.casefile.actions import NewRequest, ask_for_records, hold
from joinedup.cases.models import CaseSubject
from joinedup.config.demo.cast import Cast
from joinedup.config.demo.story import Story

__all__ = ["govern_records"]

REQUESTS = (("Keeley Marrowby", -40), ("Moira Tasker", -12))
HELD, WHY_HELD = "Ines Falconbridge", "The coroner has asked that nothing is destroyed."


def govern_records(cast: Cast, story: Story) -> None:
    """Gather two requests, one of them late, and a hold; once everybody is known."""
    story.add(0, lambda day: _govern(cast, story, day))


def _govern(cast: Cast, story: Story, day: dt.date) -> None:
    by = cast.by("ewan")
    subjects = dict(
        CaseSubject.objects.exclude(subject="").order_by("-pk").values_list("name", "subject")
    )
    for name, ago in REQUESTS:
        ask_for_records(by, NewRequest(subjects[name], story.day(ago)), today=day)
    held = CaseSubject.objects.select_related("case").get(name=HELD, is_main=True)
    hold(by, held.case.reference, WHY_HELD, today=day)
