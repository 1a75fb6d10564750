"""Roles set right once all columns have one: a second state, whose row it is, the only date."""

from __future__ import annotations

import re

from .facts import Facts
from .lexicon import scores

__all__ = ["one_date", "one_state", "whose"]


def one_state(
    roles: tuple[str, ...], facts: tuple[Facts, ...], settled: set[int]
) -> tuple[str, ...]:
    """The roles, with a column that holds no state ("Stage of care") beside one that does as what
    several rows belong to, or kept beside the row."""
    states = [col for col, role in enumerate(roles) if role == "status"]
    if not any(_says_states(facts[col]) >= 0.5 for col in states):
        return roles
    empty = {
        col
        for col in states
        if col not in settled and facts[col].count and _says_states(facts[col]) < 0.2
    }
    whole = "other" if "section" in roles else "section"
    return tuple(
        role if col not in empty else whole if facts[col].own <= 0.5 else "other"
        for col, role in enumerate(roles)
    )


def _says_states(facts: Facts) -> float:
    signs = max(facts.statuses, facts.keyed, facts.ticks, facts.percents, facts.grades)
    return max(signs, facts.coloured)


def one_date(roles: tuple[str, ...], parts: tuple[tuple[str, ...], ...]) -> tuple[str, ...]:
    """The only date of a table is when it is due, unless its heading surely says another."""
    if {"due", "due_revised"} & set(roles):
        return roles
    return tuple(
        "due"
        if role in _OTHER_DATES and max(scores(" ".join(part)).values(), default=0.0) < 0.5
        else "due"
        if role == "due_original"
        else role
        for role, part in zip(roles, parts, strict=True)
    )


def whose(
    roles: tuple[str, ...], parts: tuple[tuple[str, ...], ...], settled: set[int]
) -> tuple[str, ...]:
    """The roles, with a bare "Agency" that only says whose row it is kept beside the one who leads."""
    headings = [" ".join(part) for part in parts]
    owners = [col for col, role in enumerate(roles) if role == "owners"]
    if not any(_LEADS.search(headings[col]) for col in owners):
        return roles
    return tuple(
        "other" if col in owners and col not in settled and _BODY.fullmatch(headings[col]) else role
        for col, role in enumerate(roles)
    )


_BODY = re.compile(r"\s*(?:agency|organisation|body|employer)\s*", re.IGNORECASE)
_LEADS = re.compile(r"\b(?:named|lead|officer|person|manager|name)\b", re.IGNORECASE)
_OTHER_DATES = {"start", "completed_on"}
