"""How long a record is kept before somebody reviews it. Nothing is ever deleted by itself."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from joinedup.rulebook import Entry
from joinedup.rulebook.entry import Amount
from joinedup.rulebook.working_days import add_amount

__all__ = ["Keeping", "due_on", "keeping_from", "rule_of", "second_words"]

BIRTH = "birth"


@dataclass(frozen=True, slots=True)
class Keeping:
    """One rule: for cases of which routes, how long, counted from birth or from closing.
    `is_adult` says that it is about adults; both where it is None. `if_died` is what holds instead
    for a child who died under 18, counted from the death."""

    code: str
    title: str
    content_hash: str
    routes: tuple[str, ...]
    limit: Amount
    from_birth: bool
    is_adult: bool | None
    if_died: Amount | None


def keeping_from(entries: Iterable[Entry]) -> tuple[Keeping, ...]:
    """The rules about cases among the retention rules that hold: those that name routes."""
    found = []
    for one in entries:
        routes = one.values.get("routes")
        if not isinstance(routes, Sequence) or isinstance(routes, str):
            continue
        said = one.values.get("of_adults")
        found.append(
            Keeping(
                one.code, one.title, one.content_hash, tuple(str(route) for route in routes),
                one.amount("limit"), one.values.get("counted_from") == BIRTH,
                said if isinstance(said, bool) else None,
                one.amount("if_died_under_18") if "if_died_under_18" in one.values else None,
            )
        )  # fmt: skip
    return tuple(found)


def rule_of(rules: Iterable[Keeping], route: str, is_adult: bool) -> Keeping | None:
    """The rule for a case: by its route, and whether it is about an adult. Whoever is not surely an
    adult is kept as a child."""
    for one in rules:
        if route in one.routes and one.is_adult in (None, is_adult):
            return one
    return None


def due_on(
    rule: Keeping, closed_on: dt.date, born_on: dt.date | None, died_on: dt.date | None
) -> dt.date:
    """The day on which the record is looked at again. Where nobody knows the birth, it counts from
    closing; never before the case was closed."""
    if rule.if_died is not None and died_on is not None and born_on is not None:
        grown_up = born_on.year + 18, born_on.month, born_on.day
        if (died_on.year, died_on.month, died_on.day) < grown_up:
            return max(closed_on, add_amount(died_on, rule.if_died))
    start = born_on if rule.from_birth and born_on is not None else closed_on
    return max(closed_on, add_amount(start, rule.limit))


def second_words(names: Sequence[str]) -> str:
    """Who can be the second person of an erasure, in a sentence."""
    if not names:
        return (
            "Nobody else here can agree yet: ask the administrator to give a second person the role "
            "of information-governance officer."
        )
    whole = ", ".join(names[:-1]) + " or " + names[-1] if len(names) > 1 else names[0]
    return f"{whole} can agree."
