"""What was changed in a person's records, and who looked at what is hidden."""

from __future__ import annotations

from collections.abc import Sequence

from joinedup.subjects.models import KnownChange, SafeLook

__all__ = ["history_of"]

MOST = 500


def history_of(records: Sequence[int]) -> tuple[list[KnownChange], list[SafeLook]]:
    """Changes and looks, newest first, for somebody who has opened these records."""
    changes = KnownChange.objects.filter(subject__in=records).select_related("by__person")
    looks = SafeLook.objects.filter(safe__subject__in=records).select_related("by__person")
    return (
        list(changes.order_by("-made_at", "-pk")[:MOST]),
        list(looks.order_by("-made_at", "-pk")[:MOST]),
    )
