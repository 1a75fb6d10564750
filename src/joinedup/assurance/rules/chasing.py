"""Which reminder of an action is due, to whom it goes, and what a plan may change of its steps."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from joinedup.assurance.choices import ChasedAs, ChaseTrouble
from joinedup.assurance.rules.problem import Problem
from joinedup.clocks.rules import Reminder, Running, Step, next_reminder, steps
from joinedup.rulebook import Entry
from joinedup.rulebook.entry import Value

__all__ = [
    "AGAIN",
    "BY_HAND",
    "DATE",
    "EVIDENCE",
    "OwnerFacts",
    "Somebody",
    "Told",
    "answers",
    "as_asked",
    "checked_days",
    "next_step",
    "own_steps",
    "recipients",
    "step_for_round",
]

ONE_DAY = dt.timedelta(days=1)
AGAIN = "again"
BY_HAND = "now"
DATE, EVIDENCE = "", "evidence"
"""What is owed of an action: its date, or evidence; else the reference of a question."""
OWNER, MANAGER, LEAD = "owner", "manager_or_partner_contact", "safeguarding_lead"


def own_steps(entry: Entry, days: Mapping[str, int | None]) -> Entry:
    """The rule as one plan changes it: other days for its steps, or a step left out (None)."""
    changed: list[Mapping[str, Value]] = []
    for row in entry.rows("steps"):
        day = days.get(str(row["key"]), int(str(row["days"])))
        if day is not None:
            changed.append({**row, "days": day})
    return replace(entry, values={**entry.values, "steps": tuple(changed)})


def checked_days(entry: Entry, days: Mapping[str, int | None]) -> dict[str, int | None]:
    """What a plan changes, for keeping: only steps of the rule that differ from it. Raises Problem
    where nobody would be reminded, or a manager would hear of it before the owner."""
    shipped = {step.key: step.days for step in steps(entry)}
    kept = {key: value for key, value in days.items() if key in shipped and value != shipped[key]}
    left = steps(own_steps(entry, kept))
    to_owner = [step.days for step in left if step.to == OWNER]
    if not to_owner:
        raise Problem("Keep at least one reminder to the owner, or turn reminders off.")
    if any(step.days < min(to_owner) for step in left if step.to != OWNER):
        raise Problem("The owner has to be reminded before anybody else is told.")
    return kept


def next_step(
    chase: Entry,
    clock: Running,
    today: dt.date,
    sent: Mapping[str, dt.date],
    said_on: dt.date | None = None,
) -> Reminder | None:
    """The reminder that comes next, with its day; None where the clock does not run.

    `sent` tells on which day each step went out for this due date, `said_on` when somebody last
    said how it stands: who answers a reminder is given the same time again before others are told.
    When every step has gone, the owner is reminded again after the days that the rule names.
    """
    known = {step.key for step in steps(chase)}
    held = {
        key: max(day, said_on) if said_on and said_on > day else day
        for key, day in sent.items()
        if key in known
    }
    found = next_reminder(chase, clock, today, held)
    if found is not None or not sent or "again" not in chase.values:
        return found
    if clock.outcome != "open" or (clock.paused_on is not None and clock.paused_on <= today):
        return None
    last = max([*sent.values(), *([said_on] if said_on else [])])
    wait = chase.amount("again").number
    number = sum(key.startswith(AGAIN) for key in sent) + 1
    on = max(last + ONE_DAY * wait, today)
    words = "Still open, and nobody has answered."
    return Reminder(Step(f"{AGAIN}_{number}", (on - clock.due_on).days, OWNER, words), on)


def step_for_round(
    chase: Entry,
    clock: Running,
    today: dt.date,
    until: dt.date,
    sent: Mapping[str, dt.date],
    said_on: dt.date | None = None,
) -> Step | None:
    """The step that this week's message carries, if any: one whose day has come, or a reminder
    ahead of the due day (or on it) whose day comes before the next message, on or before `until`.
    Nothing that says "overdue" goes out before it is."""
    found = next_step(chase, clock, today, sent, said_on)
    if found is None or found.on > until:
        return None
    is_ahead = found.step.days <= 0 and not found.step.key.startswith(AGAIN)
    return found.step if found.on <= today or is_ahead else None


@dataclass(frozen=True, slots=True)
class Somebody:
    """A person or an organisation with an address. `ref` is PE-… or AG-…"""

    ref: str
    name: str
    address: str
    person_id: int | None = None
    agency_id: int | None = None


@dataclass(frozen=True, slots=True)
class OwnerFacts:
    """What is known today of one owner of an action: `kind` is person, post, agency or printed;
    `holders` who is to be asked; `managers` theirs; `contact` that of a partner organisation. Those
    to whom mail cannot be delivered are left out, and `is_undelivered` says so."""

    kind: str
    name: str
    holders: tuple[Somebody, ...] = ()
    managers: tuple[Somebody, ...] = ()
    contact: Somebody | None = None
    is_partner: bool = False
    has_left: bool = False
    is_undelivered: bool = False
    is_vacant: bool = False


@dataclass(frozen=True, slots=True)
class Told:
    """Who gets a reminder, as what, and what stood in the way of a closer one."""

    who: Somebody
    chased_as: ChasedAs
    trouble: ChaseTrouble = ChaseTrouble.NONE


def answers(told: Told) -> bool:
    """Whether this recipient answers for what is owed: owners, whoever was asked a question, and the
    contact of the organisation."""
    return told.chased_as in (ChasedAs.OWNER, ChasedAs.ASKED, ChasedAs.CONTACT)


def as_asked(told: Iterable[Told]) -> tuple[Told, ...]:
    """Those who get a reminder of a question: its owner is whoever was asked."""
    return tuple(
        replace(one, chased_as=ChasedAs.ASKED) if one.chased_as == ChasedAs.OWNER else one
        for one in told
    )


def recipients(
    to: str, owners: Sequence[OwnerFacts], leads: Sequence[Somebody], stuck: Sequence[Somebody]
) -> tuple[Told, ...]:
    """Who gets a step. An owner that cannot be reached is never passed over in silence: the lead of
    the plan (`leads`) is asked, with what is in the way. `stuck` are told what nobody answered."""
    if to == LEAD:
        return _each(stuck or leads, ChasedAs.SAFEGUARDING_LEAD)
    found = _owners(owners) if to == OWNER else _above(owners)
    if found:
        return found
    has_holder = any(owner.holders for owner in owners)
    trouble = ChaseTrouble.NO_MANAGER if to != OWNER and has_holder else _trouble(owners)
    return _each(leads, ChasedAs.LEAD, trouble)


def _each(
    people: Iterable[Somebody], as_: ChasedAs, trouble: ChaseTrouble = ChaseTrouble.NONE
) -> tuple[Told, ...]:
    by_address = {one.address.casefold(): one for one in reversed(list(people)) if one.address}
    return tuple(Told(one, as_, trouble) for one in reversed(by_address.values()))


def _owners(owners: Sequence[OwnerFacts]) -> tuple[Told, ...]:
    people = [one for owner in owners if owner.kind != "agency" for one in owner.holders]
    bodies = [one for owner in owners if owner.kind == "agency" for one in owner.holders]
    asked = _each(people, ChasedAs.OWNER)
    known = {told.who.address.casefold() for told in asked}
    more = [one for one in bodies if one.address.casefold() not in known]
    return (*asked, *_each(more, ChasedAs.CONTACT))


def _above(owners: Sequence[OwnerFacts]) -> tuple[Told, ...]:
    """Managers of owners in the council; of owners elsewhere, their organisation's contact, unless
    it is the contact that was asked as owner."""
    managers = [one for owner in owners if not owner.is_partner for one in owner.managers]
    contacts = [
        owner.contact
        for owner in owners
        if owner.is_partner and owner.kind != "agency" and owner.contact is not None
    ]
    asked = {one.address.casefold() for owner in owners for one in owner.holders}
    return (
        *_each([one for one in managers if one.address.casefold() not in asked], ChasedAs.MANAGER),
        *_each([one for one in contacts if one.address.casefold() not in asked], ChasedAs.CONTACT),
    )


def _trouble(owners: Sequence[OwnerFacts]) -> ChaseTrouble:
    if not owners or all(one.kind == "printed" for one in owners):
        return ChaseTrouble.NOBODY
    first = next(one for one in owners if one.kind != "printed")
    if any(one.is_undelivered for one in owners):
        return ChaseTrouble.UNDELIVERED
    if first.kind == "agency":
        return ChaseTrouble.NO_CONTACT
    if first.has_left:
        return ChaseTrouble.LEFT
    if first.is_vacant:
        return ChaseTrouble.VACANT
    return ChaseTrouble.NO_ADDRESS
