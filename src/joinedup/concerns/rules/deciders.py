"""Who may decide a concern: a conflict of interest moves it on to somebody else."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

__all__ = ["Standing", "Verdict", "may_decide", "next_deciders"]


class Verdict(StrEnum):
    """Whether somebody may decide, and what they do where they may not."""

    MAY = "may"
    TAKE_FIRST = "take_first"
    SOMEBODY_ELSE_HAS_IT = "somebody_else_has_it"
    ASK_FIRST = "ask_first"
    CONFLICT = "conflict"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class Standing:
    """A concern and a reader who wants to decide it. `asked_duty_post` says that the reader spoke
    with the post that may open the restricted record."""

    reader: int
    decider: int | None = None
    is_in_triage: bool = True
    has_conflict: bool = False
    has_restricted_match: bool = False
    asked_duty_post: bool = False


def may_decide(standing: Standing) -> Verdict:
    """What stands in the way, gravest first. A conflict beats everything, so that a reader who has
    one learns nothing else."""
    if standing.has_conflict:
        return Verdict.CONFLICT
    if not standing.is_in_triage:
        return Verdict.OVER
    if standing.decider is None:
        return Verdict.TAKE_FIRST
    if standing.decider != standing.reader:
        return Verdict.SOMEBODY_ELSE_HAS_IT
    if standing.has_restricted_match and not standing.asked_duty_post:
        return Verdict.ASK_FIRST
    return Verdict.MAY


def next_deciders(deciders: Collection[int], conflicted: Collection[int]) -> tuple[int, ...]:
    """Who may take a concern on, in a steady order: all deciders without a conflict."""
    return tuple(sorted(set(deciders) - set(conflicted)))
