"""A question about what does not fit, in words for the person who is asked."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from joinedup.assurance.choices import DoubtKind, Recurrence
from joinedup.pages.dates import long_date

__all__ = ["question"]

ANOTHER = "a row of another plan"


def _often(word: str) -> str:
    is_code = word in Recurrence.values
    return str(Recurrence(word).label).lower() if is_code else f"“{word}”"


def _day(text: str) -> str:
    return long_date(dt.date.fromisoformat(text))


def question(kind: str, facts: Mapping[str, Any], other: str = ANOTHER) -> str:
    """What is asked. `other` names the other action to somebody who may read it."""
    match kind:
        case DoubtKind.RECURS:
            return (
                f"It is marked complete, but it comes back: {_often(facts['recurs'])}. Is the duty "
                "in force, or has it ended?"
            )
        case DoubtKind.FUTURE:
            return (
                "It is marked complete, but what was said last speaks of something still to come "
                f"(“{facts['word']}”). What is left to do?"
            )
        case DoubtKind.UNSAID:
            return (
                f"It was due on {_day(facts['due'])}, and nobody has said anything since. How does "
                "it stand?"
            )
        case DoubtKind.NO_ROW if not facts["row"]:
            return (
                "It is marked complete, but it asked for a row in a plan, and no row of another "
                "plan is linked with it. Which row carries it out?"
            )
        case DoubtKind.NO_ROW:
            return f"It is marked complete, but {other}, which carries it out, is still open. Why?"
    return f"This and {other} seem to be one duty, but {_how(facts)}. Which is right?"


def _how(facts: Mapping[str, Any]) -> str:
    parts = []
    if "done" in facts:
        parts.append(
            "this one is finished and the other is not"
            if facts["done"][0]
            else "the other is finished and this one is not"
        )
    if "due" in facts:
        mine, theirs = facts["due"]
        parts.append(f"this one is due on {_day(mine)} and the other on {_day(theirs)}")
    if "owners" in facts:
        parts.append("nobody owns both")
    return "; ".join(parts)
