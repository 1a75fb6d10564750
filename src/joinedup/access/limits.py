"""Limits from the rule book with the council's own on top: sessions, drafts, links and all others."""

from __future__ import annotations

import datetime as dt
import time

from django.conf import settings
from django.utils import timezone
from django.utils.module_loading import import_string

from joinedup.rulebook import Entry, Unit, find, rule

__all__ = ["forget_limits", "limit", "own_rules", "own_stamp", "rule_here"]

SECONDS = {
    Unit.MINUTES: 60,
    Unit.HOURS: 3_600,
    Unit.DAYS: 86_400,
    Unit.WEEKS: 7 * 86_400,
}
KEPT_SECONDS = 60
_kept: dict[str, tuple[float, int]] = {}
_own: list[tuple[float, tuple[Entry, ...], tuple[str, ...]]] = []


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
    _own.clear()


def own_rules() -> tuple[Entry, ...]:
    """The council's own rules, from the function named in settings.JOINEDUP_OVERLAY. Looked up at
    most once a minute in each process."""
    return _held()[0]


def own_stamp() -> tuple[str, ...]:
    """What the council's own rules say, as hashes: it changes when they do."""
    return _held()[1]


def _held() -> tuple[tuple[Entry, ...], tuple[str, ...]]:
    now = time.monotonic()
    for at, entries, hashes in _own:
        if now - at < KEPT_SECONDS:
            return entries, hashes
    source = getattr(settings, "JOINEDUP_OVERLAY", "")
    found = tuple(import_string(source)()) if source else ()
    stamp = tuple(entry.content_hash for entry in found)
    _own[:] = [(now, found, stamp)]
    return found, stamp


def rule_here(code: str, on: dt.date) -> Entry | None:
    """The rule that held on a day, the council's own where it has one; None where none did."""
    return find(code, on, own_rules())
