"""What the law says about sexual activity at an age, shown to whoever decides."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from joinedup.concerns.choices import Allegation, Receiver
from joinedup.concerns.rules.ages import Age
from joinedup.concerns.rules.routing import Facts
from joinedup.rulebook import Entry, Status

__all__ = ["EXPLOITATION", "PREFIX", "TRUST", "VICTIM", "Prompt", "ages_left_open", "prompts"]

PREFIX = "consent."
TRUST = "consent.position_of_trust"
EXPLOITATION = "consent.exploitation"
VICTIM = "victim.child_with_domestic_abuse"
NO_AGE = Age(0, 120)


@dataclass(frozen=True, slots=True)
class Prompt:
    """One paragraph of law with its source and the day it is in force from. `tell` names services
    that have to be told."""

    code: str
    title: str
    text: str
    source: str
    place: str
    from_on: dt.date | None
    is_unverified: bool
    tell: tuple[Receiver, ...]


def prompts(facts: Facts, law: Iterable[Entry]) -> tuple[Prompt, ...]:
    """The paragraphs that a decider has to see, gravest first.

    `law` are the entries that hold on the day. Whose age nobody told gets every paragraph. Positions
    of trust are prompted where somebody who works with others may have done it, exploitation where
    there is an indicator of it and somebody may be under 18; that a child is a victim of domestic
    abuse in their own right, wherever a child lives with it.
    """
    ages = [one.age or NO_AGE for one in facts.people] or [NO_AGE]
    found = []
    for entry in sorted(law, key=lambda one: (one.number("from_age"), one.number("to_age"))):
        at_age = entry.code == VICTIM or any(_falls_in(age, entry) for age in ages)
        if at_age and _is_asked(entry.code, facts):
            found.append(_prompt(entry))
    return tuple(found)


def _is_asked(code: str, facts: Facts) -> bool:
    if code == EXPLOITATION:
        return facts.has_indicator
    if code == VICTIM:
        return facts.child_with_abuse
    if code == TRUST:
        return facts.is_sexual and facts.allegation is not Allegation.NONE
    return facts.is_sexual


def _falls_in(age: Age, entry: Entry) -> bool:
    return age.youngest <= entry.number("to_age") and entry.number("from_age") <= age.oldest


def _prompt(entry: Entry) -> Prompt:
    return Prompt(
        code=entry.code,
        title=entry.title,
        text=entry.text,
        source=entry.source.name,
        place=entry.source.place,
        from_on=entry.from_on,
        is_unverified=entry.status is Status.UNVERIFIED,
        tell=tuple(Receiver(one) for one in entry.strings("tell")),
    )


def ages_left_open(facts: Facts) -> bool:
    """Whether the decider has to be asked for an age: somebody's is not known at all, or nobody at
    risk is named."""
    return not facts.people or any(one.age is None for one in facts.people)
