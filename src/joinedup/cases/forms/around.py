"""Forms about who and what is around the person of a case."""

from __future__ import annotations

from django import forms

from joinedup.cases.choices import SpeaksFor
from joinedup.pages.forms import (
    MEGABYTE,
    PlainChoiceField,
    PlainDateField,
    PlainFileField,
    PlainForm,
)
from joinedup.referrals.forms.acting import PROOFS, long_text

__all__ = ["AdvocacyForm", "FileForm", "MoveForm", "ReviewForm", "SureForm"]


class SureForm(PlainForm):
    """Nothing to say: doing it is enough."""


class MoveForm(PlainForm):
    """A step moved to another day."""

    asks = {"due_on": "Give the new day", "why": "Write why it moves"}

    due_on = PlainDateField(label="To which day?")
    why = long_text("Why does it move?", rows=2)


class ReviewForm(PlainForm):
    """A warning looked at again."""

    asks = {"words": "Write why it still holds", "review_on": "Give the day"}

    words = long_text("Why does it still hold?", rows=2)
    review_on = PlainDateField(label="When is it looked at next?")


class AdvocacyForm(PlainForm):
    """Who helps them to be heard."""

    asks = {"state": "Choose one of the answers"}

    state = PlainChoiceField(
        label="Does somebody help them to be heard?", choices=SpeaksFor.choices
    )
    name = forms.CharField(label="Who is it, and of which service?", required=False, max_length=200)
    words = long_text("If nobody: how do you know that they need or want nobody?", required=False,
                      rows=2)  # fmt: skip


class FileForm(PlainForm):
    """A file or a saved e-mail."""

    file = PlainFileField(
        label="File, or saved e-mail",
        endings=PROOFS,
        max_bytes=25 * MEGABYTE,
        error_messages={"required": "Choose a file"},
    )
    words = long_text(
        "What is it?",
        "For a saved e-mail you may leave this empty: its words are kept.",
        required=False,
        rows=2,
    )
