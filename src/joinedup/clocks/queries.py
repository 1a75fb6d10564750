"""Clocks as lists: what runs for something, what is owed by somebody, what is late."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from django.conf import settings
from django.db.models import QuerySet
from django.utils.module_loading import import_string

from joinedup.access.casework import not_casework
from joinedup.access.choices import May
from joinedup.access.models import User
from joinedup.access.permission import visible
from joinedup.clocks.choices import Outcome
from joinedup.clocks.models import Clock
from joinedup.clocks.rules import Owed, Tally

__all__ = [
    "blocking",
    "history",
    "open_for",
    "overdue",
    "owed_above",
    "running",
    "tallies_above",
    "to_read_above",
]


def running() -> QuerySet[Clock]:
    """Every clock that has not ended, soonest first. For jobs; lists for people go by `visible`."""
    return Clock.objects.filter(outcome=Outcome.OPEN).order_by("due_on", "pk")


def open_for(about: Iterable[str]) -> QuerySet[Clock]:
    """Running clocks of records that the caller has already been allowed to open."""
    return running().filter(about__in=list(about))


def history(about: str) -> QuerySet[Clock]:
    """All clocks of one record, newest first."""
    return Clock.objects.filter(about=about).order_by("-due_on", "-pk")


def overdue(user: User, today: dt.date) -> QuerySet[Clock]:
    """Running, unpaused clocks past their day that this reader may see, those of casework apart."""
    late = running().filter(not_casework(), due_on__lt=today, paused_on__isnull=True)
    return visible(user, May.READ_PLANS, late, item="about")


def blocking(about: str) -> QuerySet[Clock]:
    """Running clocks that stop a record from closing."""
    return running().filter(about=about, blocks_closing=True)


def owed_above(user: User, today: dt.date) -> list[Owed]:
    """What this person owes beside actions, soonest first. The packages that know it lie above, so
    settings name their functions."""
    found = [one for source in settings.JOINEDUP_OWED for one in import_string(source)(user, today)]
    return sorted(found, key=lambda one: (one.due_on, one.reference))


def to_read_above(user: User, today: dt.date) -> list[Owed]:
    """What is put before this person to read and to leave a receipt for, soonest first. As
    `owed_above`, settings name the function."""
    found: list[Owed] = import_string(settings.JOINEDUP_TO_READ)(user, today)
    return sorted(found, key=lambda one: (one.due_on, one.reference))


def tallies_above(user: User, today: dt.date, sources: Sequence[str] = ()) -> list[Tally]:
    """What this person answers for in casework, counted, without what is none: overdue first, then
    today, then what waits for others. A fixed number of statements; none for whoever works on no
    casework. `sources` are those of settings that are asked, all where there are none."""
    parts = ("overdue", "today", "waiting")
    asked = [at for name, at in settings.JOINEDUP_TALLIES.items() if name in (sources or [name])]
    found = [one for at in asked for one in import_string(at)(user, today) if one.number]
    return sorted(found, key=lambda one: parts.index(one.part))
