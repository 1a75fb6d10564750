"""What is exempt now and stood in a version that everybody could read."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from joinedup.papers.rules.words import SectionWords

__all__ = ["public_before"]

LEAST = 4
"""Fewer words than this may stand anywhere by chance."""


def public_before(
    exempt: Iterable[SectionWords], public: Collection[str], kept_apart: Collection[str]
) -> tuple[str, ...]:
    """The headings of sections that are exempt now and were not in an earlier version: `public` and
    `kept_apart` are the pieces of its public and of its exempt part. A section is known again by its
    heading, and under a new one by a paragraph that stands there word for word."""
    return tuple(one.heading for one in exempt if _was_public(one, public, kept_apart))


def _was_public(one: SectionWords, public: Collection[str], kept_apart: Collection[str]) -> bool:
    if one.heading in public and one.heading not in kept_apart:
        return True
    lines = (line.strip() for line in f"{one.prose}\n{one.comment}".splitlines())
    return any(line in public for line in lines if len(line.split()) >= LEAST)
