"""The form with which a file is asked to be destroyed."""

from __future__ import annotations

from django import forms

from joinedup.pages.forms import PlainForm

__all__ = ["DestroyForm"]


class DestroyForm(PlainForm):
    """Why."""

    asks = {"reason": "Say why this file must be destroyed"}
    reason = forms.CharField(
        label="Why must it be destroyed?",
        help_text="Without names or details. For example: it names children, and was sent here"
        " instead of to the social worker.",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
