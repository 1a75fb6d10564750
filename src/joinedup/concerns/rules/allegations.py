"""A concern about somebody in a position of trust: who is told, and from whom it is hidden."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from joinedup.concerns.choices import Allegation, Receiver

__all__ = ["HiddenFrom", "clock_codes", "hidden_from", "line_of", "together"]

CLOCKS = {
    Receiver.DESIGNATED: "clock.designated_officer",
    Receiver.TRUST_LEAD: "clock.position_of_trust_lead",
}


@dataclass(frozen=True, slots=True)
class HiddenFrom:
    """Whom a concern is hidden from, and those of their line who see it all the same because
    nobody else could decide."""

    people: tuple[int, ...]
    spared: tuple[int, ...] = ()


def together(said: Collection[str]) -> Allegation:
    """One answer from several: children and adults make both. Without an answer, children: the
    designated officer has to be told in one working day, and may say it is not for them."""
    known = {Allegation(one) for one in said if one}
    if not known:
        return Allegation.CHILDREN
    if Allegation.BOTH in known or known == {Allegation.CHILDREN, Allegation.ADULTS}:
        return Allegation.BOTH
    return known.pop()


def clock_codes(allegation: Allegation) -> tuple[str, ...]:
    """The rule-book entries of the time limits that start with an allegation."""
    found = []
    if allegation in (Allegation.CHILDREN, Allegation.BOTH):
        found.append(CLOCKS[Receiver.DESIGNATED])
    if allegation in (Allegation.ADULTS, Allegation.BOTH):
        found.append(CLOCKS[Receiver.TRUST_LEAD])
    return tuple(found)


def line_of(person: int, manager_of: Mapping[int, int | None]) -> tuple[int, ...]:
    """The managers above somebody, nearest first, by id. A loop in the data ends the line."""
    line: list[int] = []
    above = manager_of.get(person)
    while above is not None and above != person and above not in line:
        line.append(above)
        above = manager_of.get(above)
    return tuple(line)


def hidden_from(
    subjects: Sequence[int], manager_of: Mapping[int, int | None], deciders: Collection[int]
) -> HiddenFrom:
    """The people an allegation is about, with every manager above them.

    Where that would leave nobody to decide, managers from the top of the line down are spared
    until one decider is left. The person themselves and their own manager never are.
    """
    lines = [line_of(one, manager_of) for one in subjects]
    never = {*subjects, *(line[0] for line in lines if line)}
    hidden = list(dict.fromkeys([*subjects, *(one for line in lines for one in line)]))
    spared: list[int] = []
    top_down = [one for line in lines for one in reversed(line)]
    while not set(deciders) - set(hidden):
        free = [one for one in top_down if one in hidden and one not in never and one in deciders]
        if not free:
            break
        hidden.remove(free[0])
        spared.append(free[0])
    return HiddenFrom(tuple(hidden), tuple(spared))
