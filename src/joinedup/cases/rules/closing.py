"""The closure guard: what keeps a case open, in plain words, and what to do about each.

"Premature closure" (Jay 6.20). Nobody clicks past it: the same rule is asked when closing is asked
for and again when the second person signs, for a case and for a place on a panel's list.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from joinedup.cases.choices import EXITS, Capacity, CloseReason
from joinedup.referrals.choices import AgeGroup
from joinedup.referrals.rules.refusals import is_unclear_reason
from joinedup.rulebook import Amount
from joinedup.rulebook.working_days import add_amount, add_months

__all__ = [
    "Asked",
    "Block",
    "Facts",
    "Missing",
    "Person",
    "Promise",
    "blocks",
    "is_short",
    "is_soon_18",
    "may_turn_18",
    "missing_to_ask",
    "reopened_soon",
    "without_labels",
]

MAJORITY = 18 * 12
PLACES = {
    "escalation": "challenge",
    "support": "plan",
    "enquiry": "enquiries",
    "follow_up": "others",
    "transfer_out": "outside",
    "flag_off": "warnings",
    "concern": "concerns",
    "draft": "referral",
} | dict.fromkeys(("decision", "result", "challenge"), "referral")
"""Sort of promise → where on the page of the case it is put right."""
OWN_WORK = ("support",)
"""What a body takes over, or an adult declines."""
UNSENT = "unsent"
"""A referral that has to be made and was not sent."""
ALWAYS = ("follow_up",)
"""About somebody else: neither a death nor an entry made in error ends it."""


SAYS_SAFE = (CloseReason.SAFE, CloseReason.DECLINES)
"""Reasons whose words have to say what makes them safe, or what has changed."""
UNSAID = (
    "Write in a whole sentence what has changed, and what keeps them safe now. That somebody stepped "
    "back or turned 18 is not it."
)
NOT_ACCEPTED = (
    "Nobody’s written acceptance is on record. Send the case to them first, then write down that they "
    "accepted it."
)


@dataclass(frozen=True, slots=True)
class Promise:
    """A running clock that stops closing: what sort, about which record, since when late or due."""

    kind: str
    about: str
    due_on: dt.date


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody the case is about, as far as age matters. `age` is a value of AgeGroup."""

    name: str
    age: str
    born_on: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """What the guard looks at. `supervision_due_on` is the day of the next supervision."""

    promises: Sequence[Promise]
    people: Sequence[Person]
    has_exploitation: bool
    is_exit_signed: bool
    has_transition_plan: bool
    supervision_due_on: dt.date | None
    capacity: str = Capacity.NOT_ASKED
    transition_from: int = 210
    """In months of age: from when a plan for turning 18 is needed."""
    left_to_send: Sequence[str] = ()
    """Why a referral has to be made that nobody has sent (codes of the routing rules)."""
    labels: Sequence[str] = ()
    """Words that say what became of somebody and not what makes them safe, as "turned 18"."""
    least_words: int = 0
    """How many different words besides such labels a reason has at least."""
    is_accepted_outside: bool = False
    """Whether another body's written acceptance is on record, for this time that it is open."""


@dataclass(frozen=True, slots=True)
class Block:
    """Something that keeps a case open. `place` says where it is put right, `about` of what."""

    code: str
    about: str
    place: str
    days_late: int = 0


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody says who asks to close."""

    reason: str
    words: str
    is_uncoerced: bool = False
    is_nobody_else_at_risk: bool = False


@dataclass(frozen=True, slots=True)
class Missing:
    """Something left to say: the field and a code of its sentence."""

    field: str
    words: str


def blocks(facts: Facts, reason: str, today: dt.date) -> list[Block]:
    """What keeps the case open on `today`, most pressing first; empty where it may be closed.

    `reason` is a value of CloseReason, or empty to ask without one. Death and an entry made in error
    pass everything but the follow-up of somebody else who may be harmed. A body that accepted
    responsibility in writing passes what it took over: all but what others still owe us an answer
    about. An adult who declines passes support, exit assessment and supervision, never a referral,
    challenge or enquiry that is under way, nor one that exploitation demands and nobody has sent.
    """
    found = [_promise(one, today) for one in sorted(facts.promises, key=lambda one: one.due_on)]
    if reason in (CloseReason.DIED, CloseReason.ERROR):
        return [one for one in found if one.code in ALWAYS]
    found += [Block(UNSENT, why, "refer") for why in facts.left_to_send]
    if reason in EXITS:
        return [one for one in found if one.code not in OWN_WORK]
    if facts.has_exploitation and not facts.is_exit_signed:
        found.append(Block("exit", "", "exit"))
    if not facts.has_transition_plan:
        found += [
            Block("transition", one.name, "transition")
            for one in facts.people
            if is_soon_18(one.born_on, facts.transition_from, today)
        ]
        found += [
            Block("birthday", one.name, "transition")
            for one in facts.people
            if one.born_on is None and one.age in (AgeGroup.CHILD, AgeGroup.UNKNOWN)
        ]
    due = facts.supervision_due_on
    if due is None:
        found.append(Block("supervision", "", "supervision"))
    elif due < today:
        found.append(Block("supervision", "", "supervision", (today - due).days))
    return found


def _promise(one: Promise, today: dt.date) -> Block:
    late = max(0, (today - one.due_on).days)
    if one.kind in PLACES:
        return Block(one.kind, one.about, PLACES[one.kind], late)
    return Block("other", one.about, "clock", late)


def is_soon_18(born_on: dt.date | None, from_months: int, today: dt.date) -> bool:
    """Whether somebody is between the age in months and 18. Unknown dates of birth give False."""
    if born_on is None:
        return False
    return add_months(born_on, from_months) <= today < add_months(born_on, MAJORITY)


def may_turn_18(people: Sequence[Person], today: dt.date) -> bool:
    """Whether anybody of these is, or may be, somebody who still turns 18: not an adult, and not a
    child who is not born yet."""
    return any(
        today < add_months(one.born_on, MAJORITY)
        if one.born_on is not None
        else one.age in (AgeGroup.CHILD, AgeGroup.UNKNOWN)
        for one in people
    )


def missing_to_ask(asked: Asked, facts: Facts, today: dt.date) -> list[Missing]:
    """What is left to say before closing can be asked for. That somebody stepped back or turned 18
    is no reason and can't be given as one."""
    found = []
    words = without_labels(asked.words, facts.labels)
    if asked.reason not in CloseReason.values:
        found.append(Missing("reason", "Choose the reason for closing."))
    if not asked.words.strip():
        found.append(Missing("words", "Write why, and what is in place for them now."))
    elif is_unclear_reason(words, facts.least_words if asked.reason in SAYS_SAFE else 1):
        found.append(Missing("words", UNSAID))
    if asked.reason == CloseReason.ACCEPTED and not facts.is_accepted_outside:
        found.append(Missing("reason", NOT_ACCEPTED))
    if asked.reason == CloseReason.DECLINES:
        found += _missing_to_decline(asked, facts, today)
    return found


def without_labels(words: str, labels: Sequence[str]) -> str:
    """Words without these labels, in whatever case and spacing."""
    left = " ".join(words.lower().split())
    for label in sorted(labels, key=len, reverse=True):
        left = re.sub(rf"\b{re.escape(label.lower())}\b", " ", left)
    return left


def _missing_to_decline(asked: Asked, facts: Facts, today: dt.date) -> list[Missing]:
    found = []
    if any(not _is_adult(one, today) for one in facts.people) or not facts.people:
        found.append(
            Missing("reason", "Only an adult can decline. Somebody here is not, or may not be, 18.")
        )
    if facts.capacity != Capacity.HAS:
        words = "Record first that they can decide this for themselves."
        found.append(Missing("reason", words))
    if not asked.is_uncoerced:
        found.append(Missing("is_uncoerced", "Say that they decided free of pressure."))
    if not asked.is_nobody_else_at_risk:
        found.append(Missing("is_nobody_else_at_risk", "Say that nobody else is at risk."))
    return found


def _is_adult(one: Person, today: dt.date) -> bool:
    if one.born_on is not None:
        return add_months(one.born_on, MAJORITY) <= today
    return one.age == AgeGroup.ADULT


def is_short(opened_on: dt.date, closed_on: dt.date, limit: Amount) -> bool:
    """Whether a case was open for less than the limit, so that its closing needs a manager's
    reason."""
    return closed_on < add_amount(opened_on, limit)


def reopened_soon(closed_on: dt.date, reopened_on: dt.date, limit: Amount) -> bool:
    """Whether a case came back within the limit: counted and reported, never a target."""
    return reopened_on < add_amount(closed_on, limit)
