"""The calendar feed: whose it is and which due dates it holds."""

from __future__ import annotations

import datetime as dt
from urllib.parse import parse_qs

from joinedup.access.choices import May
from joinedup.access.models import User
from joinedup.access.permission import holds
from joinedup.assurance.models import CalendarLink
from joinedup.assurance.queries.lines import Line
from joinedup.assurance.queries.listing import all_lines
from joinedup.assurance.rules.look import Look, look_from
from joinedup.notices.queries import token_hash

__all__ = ["calendar_of", "dates_of", "holder_of"]

MOST = 2_000


def calendar_of(user: User) -> CalendarLink | None:
    """The reader's own calendar address, where one is open."""
    return CalendarLink.objects.filter(user=user, revoked_at__isnull=True).first()


def holder_of(token: str) -> CalendarLink | None:
    """The calendar that this token opens; None where it was revoked, never was, or its owner may
    take no copies any more."""
    found = (
        CalendarLink.objects.select_related("user__person__agency", "user__person__team")
        .filter(token_hash=token_hash(token), revoked_at__isnull=True, user__is_active=True)
        .first()
    )
    return found if found is not None and holds(found.user, May.EXPORT) else None


def dates_of(link: CalendarLink, today: dt.date) -> list[Line]:
    """What is due, as its owner may see it now: their own open actions, or those of a saved look."""
    look = look_from(parse_qs(link.query.removeprefix("?"))) if link.query else Look(owner="me")
    lines = all_lines(link.user, May.EXPORT, look, today, MOST)
    return [line for line in lines if line.next_on is not None]
