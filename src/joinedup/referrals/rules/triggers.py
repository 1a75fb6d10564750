"""What reaches a named senior, whoever decides about it below them."""

from __future__ import annotations

import datetime as dt

from joinedup.referrals.choices import UNDER_18
from joinedup.rulebook import Amount
from joinedup.rulebook.working_days import add_amount

__all__ = ["LAST_STAGE", "LONG_SILENCE", "REFUSED", "is_long_silence", "is_refused_child"]

REFUSED = "trigger.child_refused"
LAST_STAGE = "trigger.last_stage"
LONG_SILENCE = "trigger.long_silence"


def is_refused_child(age: str, has_indicators: bool) -> bool:
    """Whether the refusal of this referral goes to a named senior: somebody who is or may be under
    18, with clear signs of exploitation."""
    return has_indicators and age in UNDER_18


def is_long_silence(age: str, due_on: dt.date, after: Amount, today: dt.date) -> bool:
    """Whether the silence about a child has lasted so long after its day that a senior is told."""
    return age in UNDER_18 and add_amount(due_on, after) < today
