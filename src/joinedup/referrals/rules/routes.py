"""Who may receive what. No role, label or agreement changes these answers."""

from __future__ import annotations

from joinedup.referrals.choices import ADULTS, CHILDREN, COPY_TEAM, POLICE, UNDER_18, AgeGroup
from joinedup.referrals.rules.receivers import Receiver

__all__ = ["may_be_challenged", "why_not_receive"]

ALWAYS_FIRST = (CHILDREN, ADULTS, POLICE)


def why_not_receive(receiver: Receiver, age: str, primary: str | None, *, signs: bool) -> str:
    """Why this receiver may not get this, in words for the person who sends it; empty where it may.

    `age` is a value of AgeGroup; somebody of unknown age counts as a child. `primary` is the
    receiver of the referral that this one copies, None for a referral of its own. `signs` says that
    there are clear signs of exploitation. A child's referral goes to children's social care; the
    exploitation team gets a copy, never the referral (Jay 6.4, Oxfordshire).
    """
    is_child = age in UNDER_18
    if receiver.is_copy_only or receiver.code == COPY_TEAM:
        return _why_no_copy(primary, is_child)
    if primary is not None:
        return "Only the exploitation team gets a copy. Make a referral of its own for this one."
    if receiver.code == ADULTS and age in (AgeGroup.CHILD, AgeGroup.UNBORN):
        return "Somebody under 18 goes to children’s social care, not to adult social care."
    if receiver.code == "receiver.early_help" and is_child and signs:
        return (
            "Clear signs of exploitation go to children’s social care. Early help is not a way "
            "round it; social care can bring it in."
        )
    return ""


def _why_no_copy(primary: str | None, is_child: bool) -> str:
    if primary is None:
        return (
            "The exploitation team gets a copy, never the referral. Refer to children’s social "
            "care first (for an adult: adult social care or the police), then send the copy."
        )
    if is_child and primary != CHILDREN:
        return "A child’s referral goes to children’s social care. Copy that one."
    if not is_child and primary not in ALWAYS_FIRST:
        return "Refer to adult social care or the police first, then copy that referral."
    return ""


def may_be_challenged(state: str, is_late: bool) -> bool:
    """Whether one click opens a challenge: declined, or silent past the day it was due, or ended
    with an outcome that we disagree with."""
    if state in ("declined", "ended"):
        return True
    return state in ("sent", "acknowledged", "accepted") and is_late
