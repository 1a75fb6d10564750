"""Forms for the parts of a paper: sections, implications, options and the like, clearing."""

from __future__ import annotations

from typing import Any

from django import forms

from joinedup.assurance.forms.acting import ActingForm, Choices, long_text
from joinedup.pages.forms import PickField, PlainDateField

__all__ = [
    "PIECES",
    "AddSectionForm",
    "ClearerForm",
    "ImplicationForm",
    "OwnerForm",
    "RiskActionForm",
    "SectionForm",
    "SignForm",
]

PROSE = "A blank line begins a new paragraph. Begin lines with a hyphen for a list of points."
FROM_ONE = [
    ("", "Choose"),
    *((str(n), words) for n, words in enumerate(("1, low", "2", "3", "4", "5, high"), 1)),
]


class SectionForm(ActingForm):
    """A section: heading, prose, and a comment on what the register writes."""

    asks = {"heading": "Give the section a heading"}

    heading = forms.CharField(label="Heading", max_length=300)
    prose = long_text("Text", PROSE, required=False, rows=12)
    about = forms.ChoiceField(label="About", required=False)
    comment = long_text("Comment", "Stands after what the register writes.", required=False, rows=3)
    is_exempt = forms.BooleanField(
        label="Exempt: keep this section out of the public paper",
        required=False,
        help_text="It goes into a separate file. Choose the paragraph on the front page.",
    )
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(
        self, *args: Any, fill: str, abouts: Choices, hint: str = "", **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        if hint:
            self.fields["prose"].help_text = f"{hint} {PROSE}"
        if not fill:
            del self.fields["comment"]
        if not abouts:
            del self.fields["about"]
        else:
            self.fields["about"].choices = [("", "As the register decides"), *abouts]  # type: ignore[attr-defined]


class AddSectionForm(ActingForm):
    """A section of one's own."""

    asks = {"heading": "Give the section a heading"}

    heading = forms.CharField(label="Heading", max_length=300)
    fill = forms.ChoiceField(label="Written by", required=False)

    def __init__(self, *args: Any, fills: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["fill"].choices = [("", "You"), *fills]  # type: ignore[attr-defined]


class OwnerForm(ActingForm):
    """Who answers for an implication."""

    asks = {"owner": "Choose who answers for it"}

    owner = forms.ChoiceField(label="Who answers for it")

    def __init__(self, *args: Any, people: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["owner"].choices = [("", "Choose a person"), *people]  # type: ignore[attr-defined]


class ImplicationForm(ActingForm):
    """An implication in words, or that there is none."""

    words = long_text("The implication", required=False, rows=6)
    is_none = forms.BooleanField(label="None as a result of this report", required=False)
    said_how = forms.CharField(
        label="How the owner told you",
        required=False,
        max_length=200,
        help_text="By e-mail of 3 July, for example. Leave empty to propose words for them to sign.",
    )

    def __init__(self, *args: Any, is_owner: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if is_owner:
            del self.fields["said_how"]

    def clean(self) -> dict[str, Any]:
        """Words, or none, never neither."""
        cleaned = super().clean() or self.cleaned_data
        if not cleaned.get("words", "").strip() and not cleaned.get("is_none"):
            self.add_error("words", "Write the implication, or tick that there is none")
        return cleaned


class OptionForm(ActingForm):
    """An option."""

    asks = {"words": "Write what the option is"}

    words = long_text("The option", rows=3)
    is_recommended = forms.BooleanField(label="This one is recommended", required=False)


class ConsultationForm(ActingForm):
    """Who was asked, and what they said."""

    past_days = ("held_on",)
    asks = {"body": "Say who was asked", "view": "Write what they said"}

    body = forms.CharField(label="Who was asked", max_length=200)
    held_on = PlainDateField(label="When", required=False)
    view = long_text("What they said", rows=3)
    change = long_text("What changed because of it", required=False, rows=2)


class BackgroundForm(ActingForm):
    """A background paper."""

    asks = {"title": "Give the background paper its title"}

    title = forms.CharField(label="Title", max_length=300)
    place = forms.CharField(label="Where it can be read", required=False, max_length=300)
    minute = forms.CharField(label="Minute it is cited by", required=False, max_length=200)
    link = forms.URLField(
        label="Link",
        required=False,
        max_length=500,
        assume_scheme="https",
        error_messages={"invalid": "Enter the whole address, beginning with https://"},
    )


class RiskForm(ActingForm):
    """A risk."""

    asks = {
        "words": "Write what the risk is",
        "owner": "Say whose risk it is",
        "likelihood": "Say how likely it is",
        "impact": "Say how grave it would be",
    }

    words = long_text("The risk", rows=2)
    owner = forms.CharField(label="Whose risk it is", max_length=200)
    likelihood = forms.TypedChoiceField(label="Likelihood", choices=FROM_ONE, coerce=int)
    impact = forms.TypedChoiceField(label="Impact", choices=FROM_ONE, coerce=int)
    mitigation = long_text("What is done about it", required=False, rows=2)


class RiskActionForm(ActingForm):
    """An action that answers a risk."""

    asks = {"action": "Choose an action"}

    action = PickField(
        label="Action", help_text="One of the plans in this paper. Type a part of its words."
    )

    def __init__(self, *args: Any, actions: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["action"].choices = [("", "Choose an action"), *actions]  # type: ignore[attr-defined]


PIECES: dict[str, type[ActingForm]] = {
    "option": OptionForm,
    "consultation": ConsultationForm,
    "background": BackgroundForm,
    "risk": RiskForm,
}
"""The form that adds each sort of part."""


class ClearerForm(ActingForm):
    """Somebody who has to sign."""

    asks = {"person": "Choose who has to sign"}

    person = forms.ChoiceField(label="Who has to sign")
    part = forms.CharField(
        label="As what", required=False, max_length=200, help_text="Finance, legal, the director …"
    )

    def __init__(self, *args: Any, people: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"].choices = [("", "Choose a person"), *people]  # type: ignore[attr-defined]


class SignForm(ActingForm):
    """A signature under a text that was read."""

    words = long_text("Anything to say with it", required=False, rows=2)
    text_version = forms.IntegerField(required=False, widget=forms.HiddenInput)
