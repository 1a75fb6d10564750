"""A quick word on how an action stands."""

from __future__ import annotations

from django import forms

from joinedup.pages.forms import PlainForm

__all__ = ["SayForm"]


class SayForm(PlainForm):
    """Words, and which button was pressed: save, done, or met this time."""

    words = forms.CharField(
        label="How does it stand?",
        required=False,
        max_length=4_000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    how = forms.ChoiceField(
        choices=[("said", "Save"), ("done", "It is done"), ("met", "Met this time")],
        required=False,
        initial="said",
        widget=forms.HiddenInput,
    )
