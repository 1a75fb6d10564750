"""The form of an organisation's yearly answer about escalation."""

from __future__ import annotations

from django import forms

from joinedup.pages.forms import PlainDateField, PlainForm
from joinedup.referrals.actions import Assurance
from joinedup.referrals.forms.acting import long_text

__all__ = ["AssuranceForm"]


class AssuranceForm(PlainForm):
    """What an organisation says of a year of escalation."""

    asks = {
        "answered_by": "Give the name of whoever answers",
        "declared": "Give the number of escalations, 0 for none",
    }

    answered_by = forms.CharField(label="Who answers: name and post", max_length=200)
    reviewed_on = PlainDateField(
        label="When was your escalation procedure last looked at?", required=False,
        help_text="Leave empty if it was not, and say below when it will be.",
    )  # fmt: skip
    declared = forms.IntegerField(
        label="How often did you escalate a concern in that year?", min_value=0, max_value=10_000,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        help_text="All of them, also those made elsewhere. 0 for none.",
        error_messages={
            "invalid": "Write a number, for example 3",
            "max_value": "Write how many, at most 10,000",
        },
    )  # fmt: skip
    why_none = long_text(
        "If none: why?", "Was everything agreed, or did nobody challenge?", required=False, rows=3
    )
    words = long_text("Anything else", "Name no child and no adult.", required=False, rows=3)

    def said(self) -> Assurance:
        """What was typed, for the action."""
        names = ("answered_by", "reviewed_on", "declared", "why_none", "words")
        return Assurance(**{name: self.cleaned_data[name] for name in names})
