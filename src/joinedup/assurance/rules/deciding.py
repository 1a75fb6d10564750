"""Who can have decided, and on which day: a body where a meeting decides, never before it was asked."""

from __future__ import annotations

import datetime as dt

from joinedup.assurance.rules.owners.kinds import PERSON, kind_of
from joinedup.assurance.rules.owners.lexicon import lexicon
from joinedup.assurance.rules.problem import Problem
from joinedup.pages.dates import long_date

__all__ = ["reads_like_a_person", "refuse_day", "refuse_person"]

SURE = 0.85


def reads_like_a_person(text: str) -> bool:
    """Whether words that should name a body are surely the name of one person. What ends with a
    word for a body ("Major Incident Panel") is one, whoever it is named after."""
    last = text.casefold().split()[-1:]
    if last and last[0].strip(".,)") in lexicon().bodies:
        return False
    found = kind_of(text.strip())
    return found.name == PERSON and found.sure >= SURE


def refuse_person(text: str, field: str, *, is_known: bool) -> None:
    """Raise Problem where a person is named for a body; `is_known` for a name on the list of
    people. A minute records what a meeting decided, so the meeting is asked for."""
    if is_known or reads_like_a_person(text):
        raise Problem(
            f"“{text.strip()}” is a person. Give the committee or board that met, for example "
            "“Scrutiny Committee”.",
            field,
        )


def refuse_day(on: dt.date, first: dt.date, today: dt.date, asked: str, field: str) -> None:
    """Raise Problem for a day of decision before `first`, on which it was `asked`, and for one to
    come."""
    if on > today:
        raise Problem("This day is still to come.", field)
    if on < first:
        raise Problem(
            f"{asked} on {long_date(first)}: nobody can have decided on it before. Look at the day.",
            field,
        )
