"""What somebody answers for in referrals, counted for their home page."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from joinedup.access.choices import May
from joinedup.access.models import User
from joinedup.access.permission import holds
from joinedup.access.prepared import counted
from joinedup.clocks.rules import Tally
from joinedup.referrals.queries.lists import listed

__all__ = ["MOST", "tallies"]

MOST = 100
WORDS = {
    "late": ("overdue", "answers of receivers past their day", "late"),
    "refused_late": ("overdue", "refusals past the day to challenge them", "refused"),
    "challenges_late": ("overdue", "challenges past the day of their stage", "challenges"),
    "refused": ("today", "refusals to challenge or let stand", "refused"),
    "waiting": ("waiting", "referrals waiting for an answer", "waiting"),
    "challenges": ("waiting", "challenges under way", "challenges"),
}
"""List → the part of a home page, its words, and the list on the page of referrals."""


def tallies(user: User, today: dt.date) -> list[Tally]:
    """What is late, what is to be done, and what others owe: in one statement."""
    if not holds(user, May.READ_CASES):
        return []
    found = counted(user, {one: (_counted, (one, today)) for one in WORDS})
    page = reverse("referrals")
    return [
        Tally(part, words, found[one], f"{page}?show={show}", MOST)
        for one, (part, words, show) in WORDS.items()
    ]


def _counted(user: User, which: str, today: dt.date) -> QuerySet[Any]:
    name, _, late = which.partition("_")
    found = listed(user, name, today)
    if late:
        found = found.filter(due_on__lt=today)
    elif name in ("refused", "challenges"):
        found = found.filter(due_on__gte=today)
    return found.values_list("pk")[:MOST]
