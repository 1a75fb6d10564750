"""By when a question wants its answer, by the council's own limit."""

from __future__ import annotations

import datetime as dt

from joinedup.access.limits import rule_here
from joinedup.assurance.rules import answering

__all__ = ["answer_wanted_by"]


def answer_wanted_by(asked_on: dt.date) -> dt.date | None:
    """The last day for the answer to a question asked on a day; None where no rule says one."""
    return answering.answer_wanted_by(rule_here("clock.challenge_answer", asked_on), asked_on)
