"""Kinds of exploitation to put before whoever decides, from what was reported."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from joinedup.access.limits import own_rules
from joinedup.concerns.models import Concern, ConcernPerson, Report
from joinedup.concerns.queries.rulebook import types_on
from joinedup.concerns.rules.from_public import own_words
from joinedup.concerns.rules.new import is_at_risk
from joinedup.concerns.rules.questions import questions
from joinedup.concerns.rules.signs import PREFIX, signs
from joinedup.referrals.choices import AgeGroup
from joinedup.rulebook import Entry, Kind, of_kind, rule

__all__ = ["SignShown", "signs_in"]


@dataclass(frozen=True, slots=True)
class SignShown:
    """A kind that may be meant, and the words and kinds that point to it."""

    kind: str
    title: str
    why: str
    words: tuple[str, ...]
    kinds: tuple[str, ...]


def signs_in(
    concern: Concern,
    reports: Iterable[Report],
    today: dt.date,
    own: tuple[Entry, ...] | None = None,
) -> tuple[SignShown, ...]:
    """What a concern may be about and nobody named yet. `own` are the council's own rules, where a
    page has looked them up already."""
    own = tuple(own_rules()) if own is None else own
    entries = [one for one in of_kind(Kind.DEFINITION, today, own) if one.code[:5] == PREFIX]
    titles = {one.code: one.title for one in types_on(today, own)}
    people = [one for one in concern.people.all() if is_at_risk(one.role) or _is_child(one)]
    ages = {one.age_group for one in people}
    asked = questions(rule("door.questions", today, overlay=own))
    said = "\n".join(own_words(asked, one.words) for one in reports)
    found = signs(entries, said, concern.types, ages)
    return tuple(
        SignShown(
            one.kind,
            titles[one.kind],
            one.why,
            one.words,
            tuple(titles[code] for code in one.kinds),
        )
        for one in found
        if one.kind in titles
    )


def _is_child(person: ConcernPerson) -> bool:
    return person.age_group == AgeGroup.CHILD
