"""What can be done to an action as it stands, and what should be done next."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass

from joinedup.access.choices import May
from joinedup.assurance.choices import CLOSED, Proof, Status
from joinedup.assurance.rules.standing import Standable, days_late, needs_evidence
from joinedup.pages.dates import plural

__all__ = ["Step", "next_steps", "offers"]


@dataclass(frozen=True, slots=True)
class Step:
    """A thing to do next: which deed, in words, why, and whether it is late."""

    deed: str
    text: str
    why: str = ""
    when: str = ""
    is_late: bool = False


def offers(
    action: Standable,
    mays: Collection[str],
    is_ended: bool,
    needs_agreement: bool,
    is_own_word: bool,
) -> list[str]:
    """The names of the deeds that this reader may do to the action as it stands, in order.

    `is_own_word`: the reader declared or owns it, so that somebody else has to agree; the reader
    may only write down that a meeting did ("minute").
    """
    if is_ended:
        return []
    is_open = action.status not in CLOSED
    is_declared = action.proof in (Proof.DECLARED, Proof.EVIDENCED)
    found: list[str] = []
    if May.UPDATE_ACTIONS in mays:
        found += ["update", "evidence", "told", "mail"]
        if is_open:
            found += ["met"] if action.recurrence else ["complete"]
            found.append("date")
        else:
            found.append("reopen")
    is_finished = action.status == Status.COMPLETE or needs_agreement
    if May.AGREE in mays and is_declared and is_finished:
        found.append("minute" if is_own_word else "agree")
    if May.CHALLENGE in mays:
        found.append("ask")
    if May.EDIT_PLANS in mays:
        found += ["edit", "owners", "colour", "link", "part"]
        if is_declared and not action.is_asked and action.proof == Proof.DECLARED:
            found.append("ask_evidence")
    return found


def next_steps(
    action: Standable,
    offered: Collection[str],
    has_owner: bool,
    needs_agreement: bool,
    today: dt.date,
) -> list[Step]:
    """What this reader should do next, most urgent first. Empty where nothing waits for them."""
    steps: list[Step] = []
    late = days_late(action, today)
    if "owners" in offered and not has_owner and action.status not in CLOSED:
        steps.append(Step("owners", "Say who owns it", "Nobody is named"))
    if late and "met" in offered:
        words = f"{plural(late, 'day')} late"
        steps.append(Step("met", "Record that it was met, or say why not", "", words, True))
    elif late and "update" in offered:
        words = f"{plural(late, 'day')} late"
        steps.append(Step("update", "Say how it stands", "Its date has passed", words, True))
        if "date" in offered:
            why = "With the reason and who approved it"
            steps.append(Step("date", "Or give it a new date", why))
        elif "propose" in offered:
            steps.append(Step("propose", "Or put a new date forward", "A meeting decides on it"))
    if needs_evidence(action, today) and "evidence" in offered:
        why = "It was asked for" if action.is_asked else "It rests on a declaration alone"
        steps.append(Step("evidence", "Add evidence", why, is_late=action.is_asked))
    if needs_agreement and "agree" in offered and action.status == Status.COMPLETE:
        steps.append(Step("agree", "Agree that it is complete", "A second person has to"))
    return steps
