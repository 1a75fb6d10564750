"""Where a case has to go in which exploitation was found: the rules of concerns, asked of a case.

Exploitation of a child is learnt in a case as often as at the front door, and it goes to children's
social care all the same; about an adult, to adult social care or the police. Nothing passes this
rule. How old somebody is, is told by their birthday before any word.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from joinedup.concerns.choices import Receiver
from joinedup.concerns.rules.ages import ADULT, Age, age_on
from joinedup.concerns.rules.routing import AtRisk, Facts, Need, Sent, needs, unmet
from joinedup.referrals.choices import UNDER_18, AgeGroup

__all__ = ["age_for", "contradicts", "group_of_person", "hard_needs", "left_to_send", "strictest"]

SPAN = {
    AgeGroup.CHILD: Age(0, ADULT - 1),
    AgeGroup.UNBORN: Age(0, 0),
    AgeGroup.ADULT: Age(ADULT, 120),
}
"""What the word for an age leaves open; nothing for an age that nobody knows."""


def group_of_person(word: str, born: Iterable[dt.date | None], today: dt.date) -> AgeGroup:
    """Under 18, adult or not known, of somebody in a case. `born` are the birthdays told of them, in
    the case and in their record: a birthday wins over the word, and where two birthdays contradict
    each other the age stays open."""
    days = [one for one in born if one is not None and one <= today]
    if not days:
        return AgeGroup(word)
    grown = {age_on(one, today) >= ADULT for one in days}
    if len(grown) > 1:
        return AgeGroup.UNKNOWN
    return AgeGroup.ADULT if grown == {True} else AgeGroup.CHILD


def contradicts(word: str, born_on: dt.date | None, today: dt.date) -> bool:
    """Whether the word for an age and the birthday cannot both be right."""
    if born_on is None or born_on > today or word not in (AgeGroup.CHILD, AgeGroup.ADULT):
        return False
    return (age_on(born_on, today) >= ADULT) is not (word == AgeGroup.ADULT)


def strictest(groups: Sequence[str]) -> AgeGroup:
    """The age that rules of sharing go by: under 18 as soon as anybody here is or may be."""
    young = [one for one in groups if one in UNDER_18]
    if young or not groups:
        return AgeGroup.CHILD if AgeGroup.CHILD in young else AgeGroup.UNKNOWN
    return AgeGroup.ADULT


def age_for(groups: Sequence[str], receiver: str) -> AgeGroup:
    """Whose age decides about a referral from a case: that of the adult for adult social care, that
    of a child not born yet where the case is about nobody else, otherwise the strictest."""
    if receiver == Receiver.ADULTS and AgeGroup.ADULT in groups:
        return AgeGroup.ADULT
    if groups and set(groups) == {AgeGroup.UNBORN}:
        return AgeGroup.UNBORN
    return strictest(groups)


def hard_needs(groups: Sequence[str], *, has_exploitation: bool) -> tuple[Need, ...]:
    """Every referral that exploitation found in a case demands. Nobody named counts as a child."""
    if not has_exploitation:
        return ()
    people = tuple(AtRisk(SPAN.get(AgeGroup(one))) for one in groups)
    return needs(Facts(people, has_indicator=True))


def left_to_send(wanted: Sequence[Need], sent: Sequence[Sent]) -> tuple[str, ...]:
    """The `why` of each need that no referral meets yet, gravest first. A copy meets none."""
    return tuple(one.why for one in unmet(wanted, sent))
