"""Which posts pass a seal: only for those who held them when it was set.

A seal is set with certain people in mind. Whoever takes up a post afterwards, or is noted as its
holder with an earlier first day, is let in by name or not at all.
"""

from __future__ import annotations

import datetime as dt

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from joinedup.access.models import Holding

__all__ = ["counts_from", "held_before_seal", "passes_seal"]


def counts_from(from_on: dt.date, noted_at: dt.datetime) -> dt.datetime:
    """From when a holding counts against a seal: from its first day in London, and not before it
    was noted, so that a first day in the past opens nothing."""
    first = timezone.make_aware(dt.datetime.combine(from_on, dt.time()))
    return max(first, noted_at)


def passes_seal(holdings: QuerySet[Holding]) -> Q:
    """The condition on an involvement of a post: its guard is not sealed, or one of `holdings` is
    of that post and began before the seal. A seal without a moment lets no post through."""
    before = holdings.filter(post=OuterRef("post"), since_at__lte=OuterRef("guard__sealed_at"))
    return Q(guard__is_sealed=False) | Q(Exists(before))


def held_before_seal(sealed_at: dt.datetime | None) -> Q:
    """The condition on a holding that it passes a seal set at this moment; None is no seal."""
    return Q(since_at__lte=sealed_at) if sealed_at is not None else Q()
