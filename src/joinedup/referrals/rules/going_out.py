"""How a challenge goes to the other side, and what has to be said of that."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from joinedup.referrals.choices import ChallengeWay, State, WhyChallenged
from joinedup.referrals.rules.escalation import named_in
from joinedup.referrals.rules.sharing import Missing

__all__ = ["Going", "StageAnswer", "missing_to_go", "plain_words", "why_challenged"]

PLAIN = {
    WhyChallenged.DECLINED: "We disagree with the refusal and ask for it to be looked at again.",
    WhyChallenged.SILENT: "The time to answer has run out. We ask for a decision now.",
    WhyChallenged.RESULT: "We disagree with the outcome and ask for it to be looked at again.",
}


@dataclass(frozen=True, slots=True)
class Going:
    """How a stage of a challenge goes out. `theirs` and `telephone` are who answers on their side
    and where they are rung, empty for those that are kept; `spoken_to`, `on` and `at` say of a call
    with whom and when."""

    way: str = ChallengeWay.MAIL
    theirs: str = ""
    telephone: str = ""
    spoken_to: str = ""
    on: dt.date | None = None
    at: dt.time | None = None


@dataclass(frozen=True, slots=True)
class StageAnswer:
    """What the other side says to a challenge: a value of TheirView, their words, and who says it."""

    view: str
    words: str = ""
    answered_by: str = ""


def missing_to_go(
    going: Going, words: str, person: str, today: dt.date, *, has_address: bool
) -> Missing | None:
    """What is left to say before a challenge may go out; None where nothing is. `words` are read
    behind the mailed link, so they name nobody of `person`, as the referral describes them."""
    if going.way not in ChallengeWay.values:
        return Missing("way", "Say how it goes to them.")
    if going.way == ChallengeWay.MAIL:
        if not has_address:
            return Missing(
                "way",
                "No mail address of theirs is kept. Ring them, and say here whom you reached.",
            )
        name = named_in(words, person)
        if name:
            return Missing(
                "words",
                f"Take “{name}” out. They find the record by our reference; this goes by mail.",
            )
        return None
    if not going.spoken_to.strip():
        return Missing("spoken_to", "Write whom you spoke to: their name and post.")
    if going.on is None:
        return Missing("spoken_on", "Write the day on which you rang.")
    if going.on > today:
        return Missing("spoken_on", "This day is still to come. Ring them first.")
    return None


def why_challenged(state: str) -> WhyChallenged:
    """What a challenge of a referral in this state is about."""
    if state == State.DECLINED:
        return WhyChallenged.DECLINED
    return WhyChallenged.RESULT if state == State.ENDED else WhyChallenged.SILENT


def plain_words(why: WhyChallenged) -> str:
    """What a challenge says where nobody wrote more."""
    return PLAIN[why]
