"""Chains of records that point to the next: managers, successors."""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["reaches_itself"]


def reaches_itself(start: int, following: int, chain: Mapping[int, int | None]) -> bool:
    """Whether pointing `start` at `following` would lead back to `start`.

    `chain` maps each record to the next, None at an end. A circle elsewhere does not hang it.
    """
    seen: set[int] = set()
    at: int | None = following
    while at is not None and at not in seen:
        if at == start:
            return True
        seen.add(at)
        at = chain.get(at)
    return False
