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
    "needs",
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

    @property
    def is_under_13_sexual(self) -> bool:
        """Sexual activity or abuse of somebody who can be under 13 (nobody that young agrees in
        law)."""
        return self.is_sexual and any(one.may_be_under_13 for one in self.people)


@dataclass(frozen=True, slots=True)
class Need:
    """One referral that has to be made: to any of these services, for this reason (a code).

    `by_place` asks that the area is the one where the child lives or was found. `copy_to` gets a
    copy as well.
    """

    why: str
    any_of: tuple[Receiver, ...]
    by_place: bool = False
    copy_to: tuple[Receiver, ...] = ()


@dataclass(frozen=True, slots=True)
class Sent:
    """One referral made. `place` says which place made that area responsible."""

    receiver: str
    is_copy: bool = False
    place: str = ""


def strictest(people: Iterable[AtRisk]) -> AgeGroup:
    """The group of the person who needs most care: a child before an unknown age, that before an
    adult. Not known where nobody at risk is named."""
    groups = {one.group for one in people}
    for group in (AgeGroup.CHILD, AgeGroup.UNKNOWN, AgeGroup.ADULT):
        if group in groups:
            return group
    return AgeGroup.UNKNOWN


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
    return any((receiver,) == one.any_of or receiver in one.copy_to for one in wanted)


def is_last_of_several(wanted: Iterable[Need], sent: Sequence[Sent], receiver: str) -> bool:
    """Whether one of several has to be told, this receiver is among them, and no other was yet."""
    others = [one for one in sent if one.receiver != receiver]
    return any(receiver in need.any_of for need in unmet(wanted, others))


def endings_open(facts: Facts) -> tuple[Ending, ...]:
    """What a concern can end as. With any hard need it is sent on or becomes a case, never less."""
    hard = bool(needs(facts))
    return tuple(one for one in Ending if not hard or one in SENT_ON)


def problems(facts: Facts, ending: Ending, sent: Sequence[Sent]) -> tuple[str, ...]:
    """Why a concern cannot be decided so, as codes; empty where it can.

    Codes: those of `wrong_sending`, "ending" (only sending on or a case is open), the `why` of each
    need that nothing meets, "nothing_sent" (sent on to nobody).
    """
    found = [wrong_sending(one) for one in sent]
    if ending not in endings_open(facts):
        found.append("ending")
    found += [need.why for need in unmet(needs(facts), sent)]
    if ending is Ending.ONWARD and not any(not one.is_copy for one in sent):
        found.append("nothing_sent")
    return tuple(dict.fromkeys(one for one in found if one))
