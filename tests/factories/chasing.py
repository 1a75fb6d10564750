"""Owners with addresses, and plans with something to chase, for tests of reminders."""

from __future__ import annotations

import datetime as dt
import re

from joinedup.access.models import Agency, Person
from joinedup.assurance.models import Action, Plan
from joinedup.assurance.weekly import post_weekly_messages
from joinedup.audit.actor import By, system
from joinedup.notices.models import Notice
from tests.factories import assurance as make

SITE = "https://joinedup.example.org"
MONDAY = dt.date(2026, 6, 15)
DAY = dt.timedelta(days=1)
LINK = re.compile(r"/answer/([\w-]+)/")


def somebody(name: str, email: str = "", of: Agency | None = None) -> Person:
    """Somebody without an account, with an address."""
    found = make.person(name, of)
    found.email = email or f"{name.split()[0].casefold()}@example.org"
    found.save()
    return found


def late(by: By, plan: Plan, owner: object, days: int = 5, **given: object) -> Action:
    """An action of this owner that is so many days late on Monday 15 June 2026."""
    given.setdefault("today", MONDAY - 60 * DAY)
    return make.owned(by, plan, owner, due_on=MONDAY - days * DAY, **given)  # type: ignore[arg-type]


def week(today: dt.date = MONDAY) -> dict[str, str]:
    """Write the weekly messages of a day: the words of each new one by its address."""
    known = set(Notice.objects.values_list("pk", flat=True))
    post_weekly_messages(system("daily"), SITE, today=today)
    return {one.recipient: one.body for one in Notice.objects.exclude(pk__in=known)}


def tokens(body: str) -> list[str]:
    """The tokens of the links in a message."""
    return LINK.findall(body)
