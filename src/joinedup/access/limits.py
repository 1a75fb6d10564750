"""Time limits of sessions, drafts and links, from the rule book with the council's own on top."""

from __future__ import annotations

import time
from collections.abc import Iterable

from django.conf import settings
from django.utils import timezone
from django.utils.module_loading import import_string

from joinedup.rulebook import Entry, Unit, rule

__all__ = ["forget_limits", "limit", "own_rules"]

SECONDS = {
    Unit.MINUTES: 60,
    Unit.HOURS: 3_600,
    Unit.DAYS: 86_400,
    Unit.WEEKS: 7 * 86_400,
}
KEPT_SECONDS = 60
_kept: dict[str, tuple[float, int]] = {}


def limit(code: str) -> int:
    """The limit that holds today, in seconds. Looked up at most once a minute in each process.

    Raises NoRuleHeld for an unknown code and KeyError for a unit that is no fixed time.
    """
    now = time.monotonic()
    known = _kept.get(code)
    if known is not None and now - known[0] < KEPT_SECONDS:
        return known[1]
    entry = rule(code, timezone.localdate(), overlay=own_rules())
    amount = entry.amount()
    seconds = amount.number * SECONDS[amount.unit]
    _kept[code] = (now, seconds)
    return seconds


def forget_limits() -> None:
    """Look limits up afresh (after a local rule changed)."""
    _kept.clear()


def own_rules() -> Iterable[Entry]:
    """The council's own rules, from the function named in settings.JOINEDUP_OVERLAY."""
    source = getattr(settings, "JOINEDUP_OVERLAY", "")
    return import_string(source)() if source else ()
