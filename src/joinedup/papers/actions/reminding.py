"""Reminders of the last days of papers: one message a week for each who owes something."""

from __future__ import annotations

import datetime as dt
import hashlib

from django.urls import reverse

from joinedup.access.choices import May
from joinedup.access.permission import check_any
from joinedup.assurance.choices import ChasedAs
from joinedup.assurance.queries.chase_due import last_round_day
from joinedup.audit.actor import By
from joinedup.audit.recorder import action, record
from joinedup.notices.choices import Purpose
from joinedup.notices.models import Notice
from joinedup.notices.outbox import post
from joinedup.papers.models import PaperReminder
from joinedup.papers.queries.reminding import DuePaper, due_papers
from joinedup.papers.rules.reminding import ReminderLine, body_of, subject_of

__all__ = ["remind"]


@action
def remind(by: By, site: str, *, today: dt.date) -> int:
    """Write to whoever owes something to a paper whose last day comes, or has gone by: one message
    a week for each address. How many were written. For the daily job; twice a day is once."""
    check_any(by, May.PREPARE_PAPERS)
    letters: dict[str, list[DuePaper]] = {}
    for due in due_papers(today):
        letters.setdefault(due.told.who.address.casefold(), []).append(due)
    week = last_round_day(today)
    posted = sum(_posted(dues, week, site.rstrip("/"), today) for dues in letters.values())
    record(by, "papers.remind", "daily", count=posted, on=today)
    return posted


def _posted(dues: list[DuePaper], week: dt.date, site: str, today: dt.date) -> bool:
    """Put one message in the outbox with each reminder it holds; False where this week's is there."""
    address = dues[0].told.who.address
    mark = hashlib.sha256(address.casefold().encode()).hexdigest()
    key = f"papers:{mark[:40]}:{week.isoformat()}"
    if Notice.objects.filter(key=key).exists():
        return False
    lines = [_line(one, site) for one in dues]
    notice = post(
        key=key,
        purpose=Purpose.REMINDER,
        recipient=address,
        subject=subject_of(lines),
        body=body_of(lines, today),
        about=dues[0].paper.reference if len({one.paper.pk for one in dues}) == 1 else "",
    )
    PaperReminder.objects.bulk_create(
        PaperReminder(
            paper=one.paper, kind=one.clock.kind, due_on=one.clock.due_on, step=one.step.key,
            about=one.person, notice=notice, sent_on=today,
        )
        for one in dues
    )  # fmt: skip
    return True


def _line(due: DuePaper, site: str) -> ReminderLine:
    page = site + reverse("paper_work", args=[due.paper.reference])
    is_own = due.told.chased_as == ChasedAs.OWNER
    return ReminderLine(due.paper.reference, due.deed, due.clock.due_on, page, is_own)
