"""What somebody answers for in concerns, counted for their home page."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db.models import Q, QuerySet
from django.urls import reverse

from joinedup.access.choices import May
from joinedup.access.models import User
from joinedup.access.permission import holds
from joinedup.access.prepared import counted
from joinedup.clocks.choices import ClockKind
from joinedup.clocks.queries import running
from joinedup.clocks.rules import Tally
from joinedup.concerns.models import Concern
from joinedup.concerns.queries.earlier import closed_records
from joinedup.concerns.queries.queue import TABS, open_without

__all__ = ["MOST", "tallies"]

MOST = 100
WORDS = {
    "late": ("overdue", "concerns past the day to decide them", "decide"),
    "today": ("today", "concerns to decide today", "decide"),
    "later": ("today", "concerns to decide on a later day", "decide"),
    "news_late": ("overdue", "concerns whose news nobody has answered in time", "news"),
    "case_late": ("overdue", "cases decided on and not opened in time", "case"),
    "news": ("today", "concerns with news", "news"),
    "case": ("today", "cases to open", "case"),
    "awaiting": ("waiting", "concerns waiting for decisions of others", "awaiting"),
}
"""List → the part of a home page, its words, and the tab of the queue."""


def tallies(user: User, today: dt.date) -> list[Tally]:
    """What is late, what is to be done, and what others owe: in two statements."""
    if not holds(user, May.TRIAGE):
        return []
    closed = tuple(sorted(closed_records(user)))
    found = counted(user, {one: (_counted, (one, today, closed)) for one in WORDS})
    page = reverse("triage")
    return [
        Tally(part, words, found[one], page if tab == "decide" else f"{page}?tab={tab}", MOST)
        for one, (part, words, tab) in WORDS.items()
    ]


def _inside(which: str, today: dt.date) -> Q:
    if which == "late":
        return TABS["decide"] & Q(decide_by_on__lt=today)
    if which == "today":
        return TABS["decide"] & Q(decide_by_on=today)
    if which == "later":
        return TABS["decide"] & Q(decide_by_on__gt=today)
    name, _, is_late = which.partition("_")
    if name not in ("news", "case"):
        return TABS[name]
    late = Q(reference__in=_late(name, today))
    return TABS[name] & (late if is_late else ~late)


def _late(name: str, today: dt.date) -> QuerySet[Any]:
    kind = ClockKind.NEWS if name == "news" else ClockKind.CASE_OPENING
    clocks = running().filter(kind=kind, due_on__lt=today, about__startswith="CO-")
    return clocks.order_by().values("about")


def _counted(user: User, which: str, today: dt.date, closed: tuple[int, ...]) -> QuerySet[Any]:
    seen = open_without(user, May.TRIAGE, Concern.objects.all(), set(closed))
    return seen.filter(_inside(which, today)).order_by().values_list("pk")[:MOST]
