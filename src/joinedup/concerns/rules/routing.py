"""Where a concern has to go. Nobody can click past these rules: there is no argument for it.

Girls were pointed to a project instead of being handed to social care (Jay 6.4). So a clear indicator of
exploitation goes to social care or the police, whoever is looked after by whom and whatever label
somebody carries; the exploitation team gets a copy and is never the one it is sent to.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from joinedup.concerns.choices import Allegation, Ending, Place, Receiver
from joinedup.concerns.rules.ages import Age, group_of
from joinedup.referrals.choices import AgeGroup

__all__ = [
    "AtRisk",
    "Facts",
    "Need",
    "Sent",
    "endings_open",
    "has_to_be_told",
    "is_last_of_several",
    "left_open",
    "lives_with_abuse",
    "needs",
    "people_counted",
    "problems",
    "strictest",
    "unmet",
    "wrong_sending",
]

UNDER_13 = 13
SENT_ON = frozenset({Ending.ONWARD, Ending.CASE})
"""What a concern can end as that has to go to others."""


@dataclass(frozen=True, slots=True)
class AtRisk:
    """Somebody at risk, as far as routing asks. There is no field for a label, a legal status or
    a team: nothing of that sort diverts a concern."""

    age: Age | None = None

    @property
    def group(self) -> AgeGroup:
        """Under 18, adult or not known."""
        return group_of(self.age)

    @property
    def may_be_under_18(self) -> bool:
        """Whether by what was told of their age they can be younger than 18."""
        return self.age is not None and self.group is not AgeGroup.ADULT

    @property
    def may_be_under_13(self) -> bool:
        """Whether they can be younger than 13. An age nobody told is asked for elsewhere."""
        return self.age is not None and self.age.youngest < UNDER_13


@dataclass(frozen=True, slots=True)
class Facts:
    """What a concern says to the routing rules."""

    people: tuple[AtRisk, ...] = ()
    has_indicator: bool = False
    is_sexual: bool = False
    allegation: Allegation = Allegation.NONE
    child_with_abuse: bool = False

    @property
    def is_under_13_sexual(self) -> bool:
        """Sexual activity or abuse of somebody who can be under 13 (nobody that young agrees in
        law)."""
        return self.is_sexual and any(one.may_be_under_13 for one in self.people)


@dataclass(frozen=True, slots=True)
class Need:
    """One referral that has to be made: to any of these services, for this reason (a code).

    `by_place` asks that the area is the one where the child lives or was found. `copy_to` gets a
    copy as well. Where `reason_may_stand`, a reason written down may stand in its place.
    """

    why: str
    any_of: tuple[Receiver, ...]
    by_place: bool = False
    copy_to: tuple[Receiver, ...] = ()
    reason_may_stand: bool = False


@dataclass(frozen=True, slots=True)
class Sent:
    """One referral made. `place` says which place made that area responsible."""

    receiver: str
    is_copy: bool = False
    place: str = ""


def people_counted(people: Iterable[tuple[bool, Age | None]]) -> tuple[AtRisk, ...]:
    """Whom the rules look at: everybody at risk, and in whatever other role ("person of concern",
    "parent") everybody who by what was told of their age is or may be under 18. Somebody of 15 who
    brings others in is a child who is being exploited. An age nobody told counts for those at risk
    alone. `people` are (is at risk, age)."""
    found = [(is_at_risk, AtRisk(age)) for is_at_risk, age in people]
    return tuple(one for is_at_risk, one in found if is_at_risk or one.may_be_under_18)


def strictest(people: Iterable[AtRisk]) -> AgeGroup:
    """The group of the person who needs most care: a child before an unknown age, that before an
    adult. Not known where nobody at risk is named."""
    groups = {one.group for one in people}
    for group in (AgeGroup.CHILD, AgeGroup.UNKNOWN, AgeGroup.ADULT):
        if group in groups:
            return group
    return AgeGroup.UNKNOWN


def lives_with_abuse(
    is_domestic: bool, is_said: bool, children: Iterable[tuple[bool, AgeGroup]]
) -> bool:
    """Whether a child lives with domestic abuse: it is said, or it is domestic abuse and a child is
    named. `children` says of everybody but the person of concern whether they were written down as a
    child, and their age group; nobody who may be under 18 is taken for an adult.

    Source: Domestic Abuse Act 2021, section 3.
    """
    may_be = any(
        group is AgeGroup.CHILD or (is_child and group is AgeGroup.UNKNOWN)
        for is_child, group in children
    )
    return is_said or (is_domestic and may_be)


def needs(facts: Facts) -> tuple[Need, ...]:
    """Every referral that the facts demand, gravest first."""
    found = []
    groups = {one.group for one in facts.people} or {AgeGroup.UNKNOWN}
    if facts.is_under_13_sexual:
        found.append(Need("under_13_police", (Receiver.POLICE,)))
        found.append(Need("under_13_children", (Receiver.CHILDREN,), by_place=True))
    if facts.has_indicator and groups & {AgeGroup.CHILD, AgeGroup.UNKNOWN}:
        copy = (Receiver.EXPLOITATION,)
        found.append(Need("exploitation_child", (Receiver.CHILDREN,), True, copy))
    if facts.has_indicator and AgeGroup.ADULT in groups:
        found.append(Need("exploitation_adult", (Receiver.ADULTS, Receiver.POLICE)))
    if facts.allegation in (Allegation.CHILDREN, Allegation.BOTH):
        found.append(Need("allegation_children", (Receiver.DESIGNATED,)))
    if facts.allegation in (Allegation.ADULTS, Allegation.BOTH):
        found.append(Need("allegation_adults", (Receiver.TRUST_LEAD,)))
    if facts.child_with_abuse and not any(Receiver.CHILDREN in one.any_of for one in found):
        found.append(Need("domestic_child", (Receiver.CHILDREN,), True, reason_may_stand=True))
    return tuple(found)


def wrong_sending(sent: Sent) -> str:
    """Why a referral of this sort is never made, as a code; empty where it may be.

    The exploitation team is sent copies only, and children's social care is chosen by where the
    child lives or was found.
    """
    if sent.receiver == Receiver.EXPLOITATION and not sent.is_copy:
        return "exploitation_team_is_copy"
    if sent.receiver == Receiver.CHILDREN and not sent.is_copy and sent.place not in Place.values:
        return "place_of_child"
    return ""


def _meets(sent: Sent, need: Need) -> bool:
    return sent.receiver in need.any_of and not sent.is_copy and not wrong_sending(sent)


def unmet(wanted: Iterable[Need], sent: Sequence[Sent]) -> tuple[Need, ...]:
    """The needs that no referral meets yet. A copy meets none."""
    return tuple(need for need in wanted if not any(_meets(one, need) for one in sent))


def has_to_be_told(wanted: Iterable[Need], receiver: str) -> bool:
    """Whether nobody else can take this receiver's place: the only one of a need, or due a copy."""
    hard = [one for one in wanted if not one.reason_may_stand]
    return any((receiver,) == one.any_of or receiver in one.copy_to for one in hard)


def is_last_of_several(wanted: Iterable[Need], sent: Sequence[Sent], receiver: str) -> bool:
    """Whether one of several has to be told, this receiver is among them, and no other was yet."""
    others = [one for one in sent if one.receiver != receiver]
    hard = [one for one in wanted if not one.reason_may_stand]
    return any(receiver in need.any_of for need in unmet(hard, others))


def left_open(
    wanted: Iterable[Need], sent: Sequence[Sent], ending: Ending, why_not: str = ""
) -> tuple[Need, ...]:
    """The needs that stand against ending a concern so. One in whose place a reason may stand does
    not, where it is sent on or becomes a case, or where the reason is given."""
    is_answered = ending in SENT_ON or bool(why_not.strip())
    return tuple(one for one in unmet(wanted, sent) if not (one.reason_may_stand and is_answered))


def endings_open(facts: Facts) -> tuple[Ending, ...]:
    """What a concern can end as. With any hard need it is sent on or becomes a case, never less."""
    hard = any(not one.reason_may_stand for one in needs(facts))
    return tuple(one for one in Ending if not hard or one in SENT_ON)


def problems(
    facts: Facts, ending: Ending, sent: Sequence[Sent], why_not: str = ""
) -> tuple[str, ...]:
    """Why a concern cannot be decided so, as codes; empty where it can. `why_not` is why a child who
    lives with domestic abuse is not sent to children's social care.

    Codes: those of `wrong_sending`, "ending" (only sending on or a case is open), the `why` of each
    need that nothing meets, "nothing_sent" (sent on to nobody).
    """
    found = [wrong_sending(one) for one in sent]
    if ending not in endings_open(facts):
        found.append("ending")
    found += [need.why for need in left_open(needs(facts), sent, ending, why_not)]
    if ending is Ending.ONWARD and not any(not one.is_copy for one in sent):
        found.append("nothing_sent")
    return tuple(dict.fromkeys(one for one in found if one))
