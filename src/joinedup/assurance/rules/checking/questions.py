"""What a person may answer to each kind of question, in plain words, and what the answer does."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from joinedup.assurance.rules.checking.steps import make_step
from joinedup.assurance.rules.reading.model import Question, Reading

__all__ = ["Choice", "choices_for", "steps_of_answer"]


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer: its code, its words, and what it will do."""

    code: str
    words: str


AS_READ = Choice("as_read", "It is right as read")
ASK_LATER = Choice("ask_later", "Take it as read and ask the owner")
BY_KIND: Mapping[str, tuple[Choice, ...]] = {
    "contradiction": (
        Choice("recurring", "It comes back: this time it was done"),
        Choice("finished", "It is finished and does not come back"),
        ASK_LATER,
    ),
    "join": (Choice("as_read", "Yes, they are one row"), Choice("split", "No, they are two rows")),
    "link": (AS_READ, Choice("no_link", "Link nothing, keep the words"), ASK_LATER),
    "colour": (
        Choice("as_read", "Yes, take the colour as the status"),
        Choice("no_status", "No, the colour says nothing"),
    ),
    "role": (AS_READ,),
}


def choices_for(question: Question) -> Sequence[Choice]:
    """The answers offered for a question; two plain ones where the kind has none of its own."""
    if question.kind == "colour" and not question.about:
        return (Choice("looked", "I have looked at the original"),)
    return BY_KIND.get(question.kind, (AS_READ, ASK_LATER))


def steps_of_answer(key: str, answer: str, reading: Reading) -> list[dict[str, Any]]:
    """The steps that an answer takes. "No, they are two rows" splits what was joined."""
    kind, _, rest = key.partition(":")
    about = rest.rpartition(":")[0]
    if kind == "join" and answer == "split":
        joined = [one for row in reading.rows() if row.id == about for one in row.joined]
        return [make_step("row", at=one, to="action") for one in joined]
    return [make_step("answer", at=key, to=answer)]
