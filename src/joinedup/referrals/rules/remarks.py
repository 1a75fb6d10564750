"""What a receiver adds to an answer."""

from __future__ import annotations

import datetime as dt

from joinedup.pages.dates import long_date

__all__ = ["adds_something", "stands_in", "with_remark"]


def adds_something(kept: str, reference: str, words: str, their_reference: str) -> bool:
    """Whether words or a reference of theirs say more than is `kept` and known as `reference`."""
    said, theirs = words.strip(), their_reference.strip()[:100]
    return bool(said and not stands_in(kept, said)) or theirs not in ("", reference)


def stands_in(kept: str, said: str) -> bool:
    """Whether a remark stands among those kept, each behind its day, as a whole: "no" is not told
    by "not yet"."""
    return f": {said}\n\n" in f"{kept}\n\n"


def with_remark(kept: str, said: str, today: dt.date) -> str:
    """What is kept with a remark of this day behind it, once."""
    words = said.strip()
    if not words or stands_in(kept, words):
        return kept
    return f"{kept}\n\n{long_date(today)}: {words}".strip()
