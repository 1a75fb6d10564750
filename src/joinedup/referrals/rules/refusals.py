"""What counts as a refusal, whatever the receiver calls it, and when one may stand.

"No further action" and early help for a child with clear signs of exploitation leave her where she
was (Jay 6.4): both are challenged as a refusal is.
"""

from __future__ import annotations

from joinedup.referrals.choices import CHILDREN, UNDER_18, ResultKind, State

__all__ = ["UNCLEAR", "is_refusal", "is_unclear_reason", "needs_second", "why_not_sign"]

NO_DECISION = (ResultKind.EARLY_HELP, ResultKind.NO_FURTHER)
"""Outcomes that decide nothing about a child with clear signs of exploitation, where children’s
social care gives them. A strategy discussion, a section 47 enquiry or an assessment does."""


UNCLEAR = "Write in a whole sentence what has changed, or why this is right for them."


def is_refusal(state: str, result: str, receiver: str, age: str, *, has_indicators: bool) -> bool:
    """Whether an answer is a refusal: declined, or with clear signs of exploitation no further
    action, or early help from children's social care for somebody who is or may be under 18."""
    if state == State.DECLINED:
        return True
    if not has_indicators:
        return False
    if result == ResultKind.NO_FURTHER:
        return True
    return receiver == CHILDREN and age in UNDER_18 and result in NO_DECISION


def needs_second(age: str, *, has_indicators: bool) -> bool:
    """Whether a refusal stands only once a second person has signed: somebody who is or may be under
    18, with clear signs of exploitation."""
    return has_indicators and age in UNDER_18


def is_unclear_reason(words: str, least: int) -> bool:
    """Whether words are too few to be a reason: fewer than `least` different words."""
    return len({one.strip(".,;:!?").lower() for one in words.split()} - {""}) < least


def why_not_sign(asked_by: int | None, signer: int | None) -> str:
    """Why this person can't sign that a refusal stands, as a sentence; empty where they can. Both
    are ids of users, None for whoever is no user."""
    if asked_by is None:
        return "Nobody has asked for this refusal to stand."
    if signer is None:
        return "A person must sign this."
    if signer == asked_by:
        return "Somebody else must sign: you asked for it yourself."
    return ""
