"""Taking in a saved e-mail: the file, then what is kept of it."""

from __future__ import annotations

from typing import Any

from django import forms

from joinedup.assurance.forms.acting import ActingForm, Choices, long_text
from joinedup.pages.forms import MEGABYTE, PlainFileField

__all__ = ["MailForm", "MailTakeForm"]


class MailForm(ActingForm):
    """A saved e-mail to be read."""

    file = PlainFileField(label="E-mail", endings=("msg", "eml"), max_bytes=25 * MEGABYTE)


class MailTakeForm(ActingForm):
    """What is taken over from an e-mail, once a person has looked at it."""

    asks = {"words": "Write what the message says about this action"}

    kept = forms.CharField(widget=forms.HiddenInput)
    words = long_text(
        "What goes into the thread",
        "Take out greetings and signatures. Do not leave the name of a child or an adult at risk "
        "here.",
        rows=8,
    )
    attached = forms.MultipleChoiceField(
        label="Attachments to keep as evidence",
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, files: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if files:
            self.fields["attached"].choices = files  # type: ignore[attr-defined]
        else:
            del self.fields["attached"]
