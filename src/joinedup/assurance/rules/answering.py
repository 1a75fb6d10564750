"""By when a question wants its answer."""

from __future__ import annotations

import datetime as dt

from joinedup.rulebook import Entry
from joinedup.rulebook.working_days import add_amount

__all__ = ["answer_wanted_by"]


def answer_wanted_by(rule: Entry | None, asked_on: dt.date) -> dt.date | None:
    """The last day of the rule `clock.challenge_answer` for a question asked on a day; None where
    no rule holds. Whoever asks may choose another."""
    return add_amount(asked_on, rule.amount()) if rule else None
