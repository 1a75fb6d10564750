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
from joinedup.concerns.rules.signs import PREFIX, Sign, is_answered, signs
from joinedup.concerns.rules.types import ConcernType
from joinedup.referrals.choices import AgeGroup
from joinedup.rulebook import Entry, Kind, of_kind, rule

__all__ = ["SignShown", "signs_in", "signs_left"]


@dataclass(frozen=True, slots=True)
class SignShown:
    """A kind that may be meant, the words and kinds that point to it, and why it is not this, where
    somebody said so. `is_settled` says that a kind named already asks for all that this one would."""

    kind: str
    title: str
    why: str
    words: tuple[str, ...]
    kinds: tuple[str, ...]
    because: str = ""
    is_settled: bool = False
    kind_codes: tuple[str, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether it has to be answered before deciding: named, or "not this, because"."""
        return not self.because and not self.is_settled


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
    types = {one.code: one for one in types_on(today, own)}
    titles = {code: one.title for code, one in types.items()}
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
            _because(concern, one),
            _is_settled(concern, types[one.kind]),
            one.kinds,
        )
        for one in found
        if one.kind in titles
    )


def signs_left(concern: Concern, today: dt.date) -> tuple[SignShown, ...]:
    """The signs that have to be answered before the concern is decided."""
    found = signs_in(concern, concern.reports.order_by("pk"), today)
    return tuple(one for one in found if one.is_open)


def _because(concern: Concern, sign: Sign) -> str:
    said = concern.signs_answered.get(sign.kind)
    if not isinstance(said, dict):
        return ""
    covers = is_answered(sign.words, sign.kinds, said.get("words", ()), said.get("kinds", ()))
    return str(said.get("because", "")) if covers else ""


def _is_settled(concern: Concern, kind: ConcernType) -> bool:
    if kind.is_indicator:
        return concern.has_exploitation_indicator
    return kind.is_sexual and concern.is_sexual


def _is_child(person: ConcernPerson) -> bool:
    return person.age_group == AgeGroup.CHILD
