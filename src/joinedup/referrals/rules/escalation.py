"""Stages of a challenge: who must agree, by when, whom to ring there, and what comes next."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from joinedup.rulebook import Amount, Entry, RuleBookError, Unit
from joinedup.rulebook.entry import Value
from joinedup.rulebook.working_days import add_amount

__all__ = [
    "MANAGER",
    "SENDER",
    "Contact",
    "Stage",
    "contact_for",
    "contacts_from",
    "due_on",
    "named_in",
    "next_stage",
    "stages_from",
]

SENDER, MANAGER = "sender", "manager"
"""Who answers on our side where the scheme names no post: whoever sent it, or their manager."""
NOBODY = frozenset({
    "adult", "baby", "boy", "brother", "brothers", "child", "children", "daughter", "family",
    "father", "girl", "lady", "man", "mother", "mrs", "partner", "person", "sister", "sisters",
    "son", "the", "three", "two", "unborn", "unknown", "woman", "young",
})  # fmt: skip
"""Words that may begin a description of somebody and name nobody."""
SHORTEST_NAME = 3


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage as the local scheme has it. `limit` is None where the scheme gives none; `ours` and
    `theirs` are who answers for it on each side, empty where the scheme does not say."""

    number: int
    who: str
    limit: Amount | None
    result: str
    ours: str = ""
    theirs: str = ""


@dataclass(frozen=True, slots=True)
class Contact:
    """Who answers at a receiver at one stage, and their telephone. `agency` is empty where the row
    holds for every organisation of this receiver."""

    receiver: str
    stage: int
    agency: str
    post: str
    name: str
    telephone: str


def stages_from(entry: Entry) -> tuple[Stage, ...]:
    """The stages of a scheme in their order, numbered from 1 without a gap. Raises RuleBookError
    for a scheme that is unclear."""
    found = tuple(_stage(row) for row in entry.rows("stages"))
    if not found or [one.number for one in found] != list(range(1, len(found) + 1)):
        raise RuleBookError(f"{entry.code}: number the stages 1, 2, 3 …")
    if any(not one.who.strip() for one in found):
        raise RuleBookError(f"{entry.code}: say who must agree at each stage.")
    return found


def _stage(row: Mapping[str, Value]) -> Stage:
    limit = row.get("limit")
    amount = None
    if isinstance(limit, Mapping):
        amount = Amount(int(str(limit["amount"])), Unit(str(limit["unit"])))
    number = int(str(row.get("number", 0)))
    words = {name: str(row.get(name, "")).strip() for name in ("ours", "theirs")}
    return Stage(number, str(row.get("who", "")), amount, str(row.get("result", "")), **words)


def contacts_from(entry: Entry) -> tuple[Contact, ...]:
    """Whom to ring at which receiver and stage. A row without a receiver, a stage or anybody to ask
    for is left out."""
    return tuple(one for row in entry.rows("rows") if (one := _contact(row)) is not None)


def _contact(row: Mapping[str, Value]) -> Contact | None:
    said = {key: str(row.get(key, "")).strip() for key in ("receiver", "agency", "post", "name")}
    stage = str(row.get("stage", ""))
    if not stage.isdecimal() or not said["receiver"] or not (said["post"] or said["name"]):
        return None
    return Contact(stage=int(stage), telephone=str(row.get("telephone", "")).strip(), **said)


def contact_for(
    contacts: Collection[Contact], receiver: str, agency: str, stage: int
) -> Contact | None:
    """Whom to ask for at this stage: the row for this very organisation, else the one for every
    organisation of the receiver; None where there is neither."""
    here = [one for one in contacts if (one.receiver, one.stage) == (receiver, stage)]
    own = [one for one in here if one.agency and one.agency.casefold() == agency.casefold()]
    return next(iter([*own, *(one for one in here if not one.agency)]), None)


def next_stage(stages: tuple[Stage, ...], number: int) -> Stage | None:
    """The stage after this one; None after the last."""
    return next((one for one in stages if one.number == number + 1), None)


def due_on(stage: Stage, started_on: dt.date, otherwise: Amount, subdiv: str = "ENG") -> dt.date:
    """The last day of a stage that begins on a day; `otherwise` is the limit where the scheme gives
    none. The day itself does not count."""
    return add_amount(started_on, stage.limit or otherwise, subdiv)


def named_in(words: str, person: str) -> str:
    """The first name of `person`, as a referral describes them, that stands in `words`; empty where
    none does. What is read behind a mailed link names nobody."""
    names: list[str] = [one for one in re.findall(r"[^\W\d_]+", person) if one[:1].isupper()]
    said = {str(one).casefold() for one in re.findall(r"[^\W\d_]+", words)}
    for one in names:
        low = one.casefold()
        if len(one) >= SHORTEST_NAME and low not in NOBODY and low in said:
            return one
    return ""
