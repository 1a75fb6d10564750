"""The weekly messages of the last weeks, so that the chase list and the outbox tell of something;
one mail of them could not be delivered."""

from __future__ import annotations

import datetime as dt
from functools import partial

from joinedup.assurance.queries.chase_due import last_round_day
from joinedup.assurance.weekly import post_weekly_messages
from joinedup.audit.actor import system
from joinedup.config.demo.material import material
from joinedup.config.demo.moment import at
from joinedup.config.demo.story import Story
from joinedup.notices.actions.delivery import claim, note_failed
from joinedup.notices.choices import NoticeState
from joinedup.notices.delivery import deliver_due
from joinedup.notices.models import Notice

__all__ = ["chase"]

WEEKS = 3
OUTBOX = system("outbox")


def chase(story: Story, site: str) -> None:
    """Gather the rounds of the last three weeks up to today. All tries of a mail take most of a
    day, so the one that cannot be delivered is in the newest round before today. Links lead to `site`."""
    days = [last_round_day(story.day(-7 * week)) for week in range(WEEKS)]
    refused = max(day for day in days if day < story.today)
    for day in days:
        told = _round_refused if day == refused else _round
        story.add((day - story.today).days, partial(told, site=site))


def _round(day: dt.date, site: str) -> None:
    post_weekly_messages(system("daily"), site, today=day)
    deliver_due()


def _round_refused(day: dt.date, site: str) -> None:
    """A round in which the mail server knows one organisation's address no more."""
    post_weekly_messages(system("daily"), site, today=day)
    contacts = material("partnership")["contacts"].values()
    waiting = Notice.objects.filter(state=NoticeState.WAITING, recipient__in=contacts)
    notice = waiting.order_by("recipient").first()
    while notice is not None and notice.state == NoticeState.WAITING:
        with at(notice.next_try_at):
            notice = claim(OUTBOX, notice.pk)
            note_failed(OUTBOX, notice, "SMTPRecipientsRefused")
    deliver_due()
