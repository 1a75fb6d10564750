"""Small forms about one part of an action's thread: a question or a piece of evidence."""

from __future__ import annotations

from joinedup.assurance.choices import Verdict
from joinedup.assurance.forms.acting import ActingForm, ForAnother, long_text
from joinedup.pages.forms import PlainChoiceField

__all__ = ["AnswerForm", "JudgeForm"]


class AnswerForm(ForAnother):
    """The answer to a question."""

    asks = {"words": "Write the answer"}

    words = long_text("Your answer")


class JudgeForm(ActingForm):
    """What a piece of evidence is worth, by somebody who neither added it nor owns the action."""

    asks = {
        "judgement": "Write what the evidence shows",
        "verdict": "Choose whether it shows what it claims",
    }

    verdict = PlainChoiceField(
        label="Does it show what it claims?",
        choices=[one for one in Verdict.choices if one[0]],
    )
    judgement = long_text(
        "What does it show?",
        "What it proves, and what it does not. The owners see this, with your name.",
    )
