"""What somebody answers for in cases, counted for their home page."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from joinedup.access.choices import May
from joinedup.access.models import User
from joinedup.access.permission import holds
from joinedup.access.prepared import counted
from joinedup.cases.queries.lists import asked_at_home, clocks_of
from joinedup.clocks.rules import Tally

__all__ = ["MOST", "tallies"]

MOST = 100
WORDS = {
    "overdue": ("overdue", "things in cases past their day"),
    "today": ("today", "things to do in cases"),
    "others": ("waiting", "answers that cases wait for"),
}
"""List → the part of a home page, and its words."""


def tallies(user: User, today: dt.date) -> list[Tally]:
    """What is late, for today, and with others, in every open case that the reader may see: in one
    statement."""
    if not holds(user, May.READ_CASES):
        return []
    asked = {one: (_counted, (one, today)) for one in WORDS}
    found = counted(user, asked, asked_at_home(user))
    page = reverse("cases")
    return [
        Tally(part, words, found[one], f"{page}?show={one}", MOST)
        for one, (part, words) in WORDS.items()
    ]


def _counted(user: User, which: str, today: dt.date) -> QuerySet[Any]:
    return clocks_of(user, which, today).order_by().values_list("pk")[:MOST]
