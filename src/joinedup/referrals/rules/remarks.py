"""What a receiver adds to an answer."""

from __future__ import annotations

__all__ = ["adds_something", "stands_in"]


def adds_something(kept: str, reference: str, words: str, their_reference: str) -> bool:
    """Whether words or a reference of theirs say more than is `kept` and known as `reference`."""
    said, theirs = words.strip(), their_reference.strip()[:100]
    return bool(said and not stands_in(kept, said)) or theirs not in ("", reference)


def stands_in(kept: str, said: str) -> bool:
    """Whether a remark stands among those kept, each behind its day, as a whole: "no" is not told
    by "not yet"."""
    return f": {said}\n\n" in f"{kept}\n\n"
