"""Forms of proving: assurances, dates put forward, plans put to a body, what does not fit."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms

from joinedup.assurance.forms.acting import ActingForm, Choices, ForAnother, long_text
from joinedup.pages.dates import long_date
from joinedup.pages.forms import PlainChoiceField, PlainDateField

__all__ = [
    "DateDecisionForm",
    "DoubtForm",
    "EndToldForm",
    "NothingForm",
    "ProposeDateForm",
    "RestForm",
    "SubmitForm",
    "ToldForm",
    "VersionDecisionForm",
]


class NothingForm(ActingForm):
    """A page that only asks whether to go on."""


class ProposeDateForm(ForAnother):
    """A new date that somebody else has to approve."""

    asks = {"due_on": "Enter the new date", "reason": "Say why the date has to move"}

    due_on = PlainDateField(label="New due date")
    reason = long_text("Why it has to move", rows=3)


class DateDecisionForm(ActingForm):
    """What was decided on a date that waits."""

    past_days = ("on",)
    asks = {
        "how": "Choose what was decided",
        "body": "Enter who decided",
        "on": "Enter the day of the decision",
    }

    how = PlainChoiceField(
        label="What was decided?",
        choices=[("approved", "The new date holds"), ("refused", "The date stays as it is")],
    )
    body = forms.CharField(
        label="Who decided",
        max_length=200,
        help_text="A person; where a meeting decided, the committee or board that met.",
    )
    on = PlainDateField(label="The day of the decision")
    minute = forms.CharField(
        label="Minute",
        required=False,
        max_length=300,
        help_text="Needed where a meeting decides, and where you own the action.",
    )
    words = long_text("Words", "Needed where the date stays: why.", required=False, rows=3)

    def __init__(self, *args: Any, since: dt.date, by_meeting: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        told = f"On or after {long_date(since)}, when the new date was put forward."
        self.fields["on"].help_text = told
        if by_meeting:
            self.fields["body"].label = "Which body decided"
            self.fields["body"].help_text = "The committee or board that met, not a person."
            self.fields["minute"].help_text = "In this plan a meeting decides on new dates."


class ToldForm(ActingForm):
    """What an organisation assures us of."""

    past_days = ("said_on",)
    asks = {
        "agency": "Choose who assures us",
        "said_by": "Enter who told us",
        "said_on": "Enter the day it was said",
        "words": "Write what we are told",
    }

    agency = forms.ChoiceField(label="Which organisation assures us?")
    said_by = forms.CharField(label="Who told us", max_length=200, help_text="Name and post.")
    said_on = PlainDateField(label="When it was said")
    words = long_text(
        "We are told that …", "In their own words. Do not name a child or an adult at risk.", rows=3
    )
    evidence = forms.ChoiceField(
        label="The evidence it rests on",
        required=False,
        help_text="Without evidence an assurance is stale from the start.",
    )

    def __init__(self, *args: Any, agencies: Choices, evidence: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["agency"].choices = [("", "Choose an organisation"), *agencies]  # type: ignore[attr-defined]
        self.fields["evidence"].choices = [("", "None yet"), *evidence]  # type: ignore[attr-defined]


class RestForm(ActingForm):
    """The evidence on which an assurance rests."""

    asks = {"evidence": "Choose the evidence it rests on"}

    evidence = PlainChoiceField(label="Which evidence does it rest on?")

    def __init__(self, *args: Any, evidence: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["evidence"].choices = list(evidence)  # type: ignore[attr-defined]


class EndToldForm(ActingForm):
    """The end of an assurance."""

    asks = {"reason": "Say why this assurance ends"}

    reason = forms.CharField(label="Why", max_length=300, widget=forms.Textarea({"rows": 3}))


class SubmitForm(ActingForm):
    """A plan put to a body."""

    asks = {"to_body": "Enter the body that the plan is put to"}

    to_body = forms.CharField(
        label="Which body decides?", max_length=200, help_text="A committee, board or partnership."
    )
    words = long_text("What you ask of it", required=False, rows=3)


class VersionDecisionForm(ActingForm):
    """What the body said of a plan."""

    past_days = ("on",)
    asks = {"how": "Choose what the body did"}

    how = PlainChoiceField(
        label="What did the body do?",
        choices=[
            ("considered", "It considered the plan, and has not decided"),
            ("approved", "It approved the plan"),
            ("sent_back", "It sent the plan back"),
            ("taken_back", "Nothing: we take the plan back before it decides"),
        ],
    )
    on = PlainDateField(label="The day of the meeting", required=False)
    minute = forms.CharField(
        label="Minute",
        required=False,
        max_length=300,
        help_text="Needed where it considered or approved the plan.",
    )
    words = long_text(
        "Words",
        "What it said. Needed where the plan comes back: what has to change, or why we take it back.",
        required=False,
        rows=4,
    )

    def clean(self) -> dict[str, Any]:
        """Whatever a body does, it does on a day."""
        cleaned = super().clean() or self.cleaned_data
        met = cleaned.get("how") not in (None, "", "taken_back")
        if met and not cleaned.get("on") and "on" not in self.errors:
            self.add_error("on", "Enter the day of the meeting")
        return cleaned


class DoubtForm(ActingForm):
    """The answer to something that does not fit."""

    asks = {"words": "Write why it is right, or what you will mend"}

    words = long_text(
        "Your answer",
        "“It is right because …”, or what you have mended. It joins the thread of the action, and "
        "you are not asked again unless something changes.",
    )
