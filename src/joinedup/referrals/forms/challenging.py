"""Forms of a challenge: how it goes out, what was settled, what the other side answers."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms

from joinedup.pages.forms import PlainChoiceField, PlainDateField, PlainForm
from joinedup.referrals.choices import ChallengeWay, TheirView
from joinedup.referrals.forms.acting import long_text
from joinedup.referrals.rules.going_out import Going, StageAnswer

__all__ = ["ChallengeAnswerForm", "ChallengeForm", "GoOnForm", "SettleForm", "going_of"]

NAMES_NOBODY = (
    "They read this behind a link. Name no child and no adult: they find the record by our "
    "reference."
)


class GoingForm(PlainForm):
    """How a stage of a challenge goes out, and who answers for it on their side."""

    asks = {"way": "Say how it goes to them", "theirs": "Say who answers for it on their side"}
    needed = {
        "spoken_to": "needed if you rang",
        "spoken_on": "needed if you rang",
        "spoken_at": "if you rang",
    }

    way = PlainChoiceField(label="How does it go to them?", choices=ChallengeWay.choices)
    theirs = forms.CharField(
        label="Who answers for it on their side?", max_length=200,
        help_text="The manager or the post that this stage asks for.",
    )  # fmt: skip
    telephone = forms.CharField(
        label="Their telephone", required=False, max_length=60,
        widget=forms.TextInput({"type": "tel", "autocomplete": "off"}),
    )  # fmt: skip
    spoken_to = forms.CharField(
        label="Whom did you speak to?", required=False, max_length=200,
        help_text="Their name and post.",
    )  # fmt: skip
    spoken_on = PlainDateField(label="On which day?", required=False)
    spoken_at = forms.TimeField(
        label="At what time?", required=False, help_text="For example, 16:55",
        error_messages={"invalid": "Enter the time like 16:55"},
    )  # fmt: skip

    def __init__(
        self, *args: Any, address: str, today: dt.date, is_last: bool = False, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        if is_last:
            for name in GoingForm.base_fields:
                del self.fields[name]
            return
        way, day = self.fields["way"], self.fields["spoken_on"]
        way.option_hints = {  # type: ignore[attr-defined]
            "mail": f"It goes to {address} now, with a link to answer. It names nobody.",
            "telephone": "Ring them first, then say here whom you spoke to.",
        }
        if not address:
            way.choices = [ChallengeWay.choices[1]]  # type: ignore[attr-defined]
            way.help_text = "No mail address of theirs is kept, so this one is made by telephone."
        day.latest = today  # type: ignore[attr-defined]


class ChallengeForm(GoingForm):
    """What we hold, and how it goes out."""

    field_order = ("words",)

    words = long_text("What do you say to them?", NAMES_NOBODY)


class GoOnForm(GoingForm):
    """What was said, what we still hold, and how the next stage goes out."""

    asks = {
        **GoingForm.asks, "dissent": "Write what we still hold, so that it stays on record",
    }  # fmt: skip
    field_order = ("said", "dissent")

    said = long_text("What did they say?", required=False, rows=3)
    dissent = long_text(
        "What do we still hold?",
        f"It stays on record, whatever comes of it. {NAMES_NOBODY}",
    )


class SettleForm(PlainForm):
    """What both sides agreed."""

    asks = {"result": "Write what was agreed", "did_change": "Say whether they changed it"}

    result = long_text("What was agreed?")
    did_change = PlainChoiceField(
        label="Did they change their decision?", choices=[("yes", "Yes"), ("no", "No")]
    )


class ChallengeAnswerForm(PlainForm):
    """What the other side answers, by its link."""

    asks = {"view": "Choose your answer", "answered_by": "Give your name and post"}
    needed = {"words": "needed unless the decision is changed"}

    view = PlainChoiceField(
        label="What is your answer?",
        choices=[
            (TheirView.CHANGED.value, "We change our decision and accept the referral"),
            (TheirView.STANDS.value, "Our decision stands"),
            (TheirView.TALK.value, "We want to talk about it first"),
        ],
    )
    words = long_text(
        "Your reasons, or when and with whom we talk", "Please name no child and no adult.",
        required=False,
    )  # fmt: skip
    answered_by = forms.CharField(label="Your name and post", max_length=200)

    def said(self) -> StageAnswer:
        """What was typed, for the action."""
        typed = self.cleaned_data
        return StageAnswer(typed["view"], typed["words"], typed["answered_by"])


def going_of(said: dict[str, Any]) -> Going:
    """How it goes out, as typed; by mail after the last stage, where nothing goes out."""
    if "way" not in said:
        return Going()
    return Going(
        said["way"], said["theirs"], said["telephone"], said["spoken_to"], said["spoken_on"],
        said["spoken_at"],
    )  # fmt: skip
