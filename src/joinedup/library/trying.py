"""Tries the links of the library, one after the other, outside any transaction. Off unless the
product runs live and JOINEDUP_TRY_LINKS is not "no"."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from django.conf import settings
from django.utils import timezone

from joinedup.access.limits import own_rules
from joinedup.audit.actor import By
from joinedup.library.actions import note_link
from joinedup.library.fetching import Looked, look
from joinedup.library.models import Item
from joinedup.library.queries import links_to_try
from joinedup.library.rules.reviewing import health_after, says
from joinedup.rulebook import rule

__all__ = ["try_links"]


def try_links(
    by: By, *, today: dt.date, ask: Callable[[str, float], Looked] | None = None
) -> int | str:
    """Try the links that were tried longest ago. How many were tried; words where it is off. `ask`
    looks at an address within so many seconds."""
    if ask is None and not settings.TRIES_LINKS:
        return "off"
    own = own_rules()
    seconds = rule("library.link_wait", today, own).number("value")
    most = rule("library.link_fails", today, own).amount("value").number
    limit = rule("library.link_most", today, own).amount("value").number
    items = links_to_try(limit)
    for item in items:
        _try(by, item, (ask or look)(item.url, float(seconds)), most)
    return len(items)


def _try(by: By, item: Item, found: Looked, most: int) -> None:
    has_words = not item.must_say or says(found.text, item.must_say)
    health, fails = health_after(found.status, has_words, item.link_fails, most)
    fault = found.fault or (str(found.status) if not 200 <= found.status < 300 else "")
    note_link(by, item.reference, item.url, health, fails, fault, now=timezone.now())
