"""What a receiver adds to an answer."""

from __future__ import annotations

__all__ = ["adds_something"]


def adds_something(kept: str, reference: str, words: str, their_reference: str) -> bool:
    """Whether words or a reference of theirs say more than is `kept` and known as `reference`."""
    said, theirs = words.strip(), their_reference.strip()[:100]
    return bool(said and said not in kept) or theirs not in ("", reference)
