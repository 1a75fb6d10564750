"""The weekly messages of the last weeks, so that the chase list and the outbox tell of something."""

from __future__ import annotations

import datetime as dt

from joinedup.assurance.queries.chase_due import last_round_day
from joinedup.assurance.weekly import post_weekly_messages
from joinedup.audit.actor import system
from joinedup.config.demo.story import Story
from joinedup.notices.delivery import deliver_due

__all__ = ["chase"]

SITE = "http://localhost:8000"
WEEKS = 3


def chase(story: Story) -> None:
    """Gather the rounds of the last three weeks up to today."""
    for week in range(WEEKS):
        day = last_round_day(story.day(-7 * week))
        story.add((day - story.today).days, _round)


def _round(day: dt.date) -> None:
    post_weekly_messages(system("daily"), SITE, today=day)
    deliver_due()
