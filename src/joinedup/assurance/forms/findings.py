"""Forms of sources, what they say and what organisations answer."""

from __future__ import annotations

from typing import Any

from django import forms

from joinedup.assurance.choices import Answer, SourceKind, StatementKind
from joinedup.assurance.forms.acting import ActingForm, Choices, long_text
from joinedup.pages.forms import PlainChoiceField, PlainDateField

__all__ = [
    "AskResponseForm",
    "LinkStatementForm",
    "ModerateForm",
    "ResponseForm",
    "SourceForm",
    "StatementForm",
]


class SourceForm(ActingForm):
    """An inquiry, audit, review or other document that makes findings."""

    past_days = ("published_on",)
    asks = {"title": "Give the source a title", "kind": "Choose what it is"}

    title = forms.CharField(label="Title", max_length=300)
    kind = forms.ChoiceField(
        label="What is it?", choices=[("", "Choose what it is"), *SourceKind.choices]
    )
    author = forms.CharField(label="Who wrote it", required=False, max_length=200)
    published_on = PlainDateField(label="Published on", required=False)
    citation = forms.CharField(label="How it is cited", required=False, max_length=300)
    link = forms.URLField(
        label="Link",
        required=False,
        max_length=500,
        assume_scheme="https",
        error_messages={"invalid": "Enter the whole address, beginning with https://"},
    )


class StatementForm(ActingForm):
    """A finding, recommendation, standard or duty, in the source's own words."""

    asks = {"words": "Write what the source says, in its own words"}

    number = forms.CharField(
        label="Number", required=False, max_length=40, help_text="As printed, like 6.4"
    )
    words = long_text("What it says, word for word")
    kind = PlainChoiceField(
        label="What is it?", choices=StatementKind.choices, initial=StatementKind.RECOMMENDATION
    )
    place = forms.CharField(
        label="Where it stands", required=False, max_length=120, help_text="Page or paragraph"
    )
    theme = forms.CharField(label="Theme", required=False, max_length=120)


class AskResponseForm(ActingForm):
    """Which organisation is asked for its answer."""

    asks = {"agency": "Choose the organisation"}

    agency = forms.ChoiceField(label="Organisation")
    cycle = forms.CharField(
        label="Round", required=False, max_length=40, help_text="For example, 2026 to 2027"
    )

    def __init__(self, *args: Any, agencies: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["agency"].choices = [  # type: ignore[attr-defined]
            ("", "Choose an organisation"),
            *agencies,
        ]


class ResponseForm(ActingForm):
    """What an organisation answers."""

    asks = {"answer": "Choose the answer"}

    answer = PlainChoiceField(
        label="Answer",
        choices=[one for one in Answer.choices if one[0] != Answer.WAITING],
    )
    position = long_text(
        "Where it stands today",
        "What is in place and what is not. Needed where it is not accepted in full.",
        required=False,
    )
    self_grade = forms.CharField(
        label="Own grade",
        required=False,
        max_length=40,
        help_text="In the words of the return, like “Met” or “Partly met”",
    )
    answered_by = forms.CharField(
        label="Answered by", required=False, max_length=200, help_text="Leave empty if it is you."
    )
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def clean(self) -> dict[str, Any]:
        """Anything but a full yes is explained."""
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("answer") in (Answer.PARTLY, Answer.REJECTED) and not cleaned.get(
            "position"
        ):
            self.add_error("position", "Say why this is not accepted in full")
        return cleaned


class ModerateForm(ActingForm):
    """A moderator's grade."""

    asks = {"grade": "Enter the grade"}

    grade = forms.CharField(
        label="Moderated grade",
        max_length=40,
        help_text="In the words of the return, like “Met” or “Partly met”. Both grades are shown.",
    )


class LinkStatementForm(ActingForm):
    """Which action answers a statement."""

    asks = {"action": "Choose the action"}

    action = forms.ChoiceField(label="Action")

    def __init__(self, *args: Any, actions: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["action"].choices = [  # type: ignore[attr-defined]
            ("", "Choose an action"),
            *actions,
        ]
