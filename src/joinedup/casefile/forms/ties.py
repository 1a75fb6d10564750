"""Deciding on something that two records name."""

from __future__ import annotations

from django import forms

from joinedup.casefile.choices import TieGrade, TieVerdict
from joinedup.pages.forms import PlainChoiceField, PlainForm

__all__ = ["TakeBackForm", "TieForm"]

DECIDED = (TieVerdict.SAME, TieVerdict.NOT_SAME)


def _why(label: str) -> forms.CharField:
    return forms.CharField(label=label, max_length=500, widget=forms.Textarea({"rows": 3}))


class TieForm(PlainForm):
    """Is it the same, how good is the information, and why."""

    asks = {"verdict": "Say whether it is the same", "reason": "Say why"}

    verdict = PlainChoiceField(
        label="Is it the same?", choices=[(one.value, one.label) for one in DECIDED]
    )
    grade = PlainChoiceField(
        label="If it is: how good is the information?", choices=TieGrade.choices, required=False
    )
    reason = _why("Why do you think so?")


class TakeBackForm(PlainForm):
    """Why a decision is taken back; `decision` is the number of the one that was shown."""

    asks = {"reason": "Say why"}
    decision = forms.IntegerField(widget=forms.HiddenInput)
    reason = _why("Why is the decision taken back?")
