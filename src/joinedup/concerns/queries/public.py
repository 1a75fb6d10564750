"""The public door's own data: its questions, and how it lets people leave."""

from __future__ import annotations

import datetime as dt

from joinedup.access.limits import own_rules
from joinedup.concerns.rules.questions import Question, questions
from joinedup.rulebook import rule

__all__ = ["exit_address", "fewest_seconds", "questions_on"]


def questions_on(day: dt.date) -> tuple[Question, ...]:
    """What the front door asks on a day: rule `door.questions`."""
    return questions(rule("door.questions", day, own_rules()))


def exit_address(day: dt.date) -> str:
    """Where somebody lands who leaves in a hurry: rule `door.exit`."""
    return rule("door.exit", day, own_rules()).words("address")


def fewest_seconds(day: dt.date) -> int:
    """Seconds in which no person answers all questions: rule `door.too_fast`."""
    return rule("door.too_fast", day, own_rules()).number("value")
