"""Which records make one person: what is linked as the same, directly or through others."""

from __future__ import annotations

from collections.abc import Iterable

__all__ = ["groups"]


def groups(links: Iterable[tuple[int, int]]) -> dict[int, int]:
    """Record → the lowest record of its person, for all records that stand in a link. Taking a
    link away again gives exactly what there was without it: nothing else is remembered."""
    heads: dict[int, int] = {}

    def head(one: int) -> int:
        heads.setdefault(one, one)
        while heads[one] != one:
            heads[one] = heads[heads[one]]
            one = heads[one]
        return one

    for first, second in links:
        low, high = sorted((head(first), head(second)))
        heads[high] = low
    return {one: head(one) for one in list(heads)}
