"""Forms about whom a case is about, and what a new concern means for a closed one."""

from __future__ import annotations

from django import forms

from joinedup.cases.choices import NewConcernVerdict
from joinedup.pages.forms import PlainChoiceField, PlainDateField, PlainForm
from joinedup.referrals.choices import AgeGroup
from joinedup.referrals.forms.acting import long_text

__all__ = ["PersonForm", "VerdictForm"]


class PersonForm(PlainForm):
    """Somebody else whom the case is about."""

    asks = {"name": "Say who it is", "age": "Choose how old they are"}

    name = forms.CharField(
        label="Who is it?", max_length=200, help_text="A name, or what they are called."
    )
    age = PlainChoiceField(label="How old are they?", choices=AgeGroup.choices)
    born_on = PlainDateField(label="Date of birth", required=False)


class VerdictForm(PlainForm):
    """What a new concern means for a closed case."""

    asks = {"verdict": "Choose what it means", "reason": "Write why"}

    verdict = PlainChoiceField(
        label="What does it mean for the closed case?",
        choices=NewConcernVerdict.choices,
        option_hints={
            "reopen": "The work goes on where it ended, today.",
            "new_case": "What is new is another matter. You decide the concern to become a case.",
            "neither": "The concern is decided by itself; the case stays closed.",
        },
    )
    reason = long_text("Why?", rows=3)
