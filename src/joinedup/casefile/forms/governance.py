"""Forms of those who govern records."""

from __future__ import annotations

from typing import Any

from django import forms

from joinedup.casefile.choices import EventSort, GivenHow, Ground, Part
from joinedup.casefile.forms.chronology import FORMS, checkboxes
from joinedup.casefile.rules.copies import USUAL
from joinedup.pages.forms import PlainChoiceField, PlainDateField, PlainForm
from joinedup.subjects.rules.given import Given, GivenName

__all__ = [
    "AskForm",
    "BackForm",
    "CutForm",
    "EraseForm",
    "FileForm",
    "GivenForm",
    "HoldForm",
    "KeepForm",
    "NamedForm",
    "RefuseForm",
    "WhyForm",
]

NEVER = ("others", "reporters")


def _why(label: str, hint: str = "", most: int = 500) -> forms.CharField:
    area = forms.Textarea(attrs={"rows": 3})
    return forms.CharField(label=label, max_length=most, help_text=hint, widget=area)


class AskForm(PlainForm):
    """Somebody asks to see their records."""

    asks = {"about": "Enter the reference of their record", "received_on": "Give the day"}

    about = forms.CharField(
        label="Reference of their record",
        max_length=24,
        help_text="SU-2026-… Find it by their name first, or ask whoever works with them.",
    )
    received_on = PlainDateField(label="When did the request come in?")
    parts = checkboxes(
        "What goes into the pack?",
        [one for one in Part.choices if one[0] not in NEVER],
        "Names of other people and of those who reported never go in. Safe contacts never go in.",
    )
    sort = checkboxes("Which kinds of events?", EventSort.choices, "None ticked: all of them.")
    after = PlainDateField(label="From which day?", required=False)
    until = PlainDateField(label="Until which day?", required=False)

    def __init__(self, data: Any = None, about: str = "") -> None:
        super().__init__(data, initial={"parts": sorted(USUAL), "about": about})


class FileForm(PlainForm):
    """As what the pack is taken."""

    file_form = PlainChoiceField(label="As what?", choices=FORMS, initial="pdf")


class NamedForm(PlainForm):
    """Somebody looked for by name, and for what."""

    asks = {"surname": "Enter the surname", "reason": "Say for which request you look"}

    forename = forms.CharField(label="First name", max_length=120, required=False)
    surname = forms.CharField(label="Surname", max_length=120)
    born = forms.CharField(
        label="Date of birth", max_length=40, required=False, help_text="Or a part: Aug 2012"
    )
    reason = forms.CharField(
        label="For which request do you look?",
        max_length=300,
        help_text="For example: a letter of 3 May, asking for their records. It is recorded.",
    )

    def given(self) -> Given:
        """What was typed, for the look-up."""
        said = self.cleaned_data
        return Given(names=(GivenName(said["forename"], "", said["surname"]),), born=said["born"])


class CutForm(PlainForm):
    """Something taken out of a pack."""

    asks = {"reason": "Say why it is taken out"}

    words = forms.CharField(
        label="Which words?",
        max_length=500,
        required=False,
        help_text="As they stand there. Leave empty to take out the whole event.",
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    reason = forms.CharField(
        label="Why?",
        max_length=300,
        help_text="Whoever gets the pack reads this. Without names: it would show how somebody else "
        "lives.",
    )


class BackForm(PlainForm):
    """A pack sent back to whoever prepared it."""

    asks = {"reason": "Say what has to be otherwise"}

    reason = _why("What has to be otherwise?", "Without names or details.")


class GivenForm(PlainForm):
    """A pack given."""

    asks = {"on": "Give the day", "how": "Choose how", "to_whom": "Say who got it"}

    on = PlainDateField(label="On which day did they get it?")
    how = PlainChoiceField(label="How?", choices=GivenHow.choices)
    to_whom = forms.CharField(
        label="Who got it?",
        max_length=200,
        help_text="The person, or who acts for them and how you know that they may.",
    )


class KeepForm(PlainForm):
    """A record kept longer."""

    asks = {"next_on": "Give the day", "reason": "Say why it is still needed"}

    next_on = PlainDateField(label="When is it looked at again?")
    reason = _why("Why is it still needed?", "Without names or details.")


class HoldForm(PlainForm):
    """A hold."""

    asks = {"reason": "Say what the hold is for"}

    about = forms.CharField(
        label="Reference of the case or of the person’s record",
        max_length=24,
        required=False,
        help_text="Leave empty to hold everything.",
    )
    reason = _why("What is the hold for?", "The inquiry or the court, without names.", 300)


class WhyForm(PlainForm):
    """Why a hold ends."""

    asks = {"reason": "Say why it ends"}

    reason = _why("Why does it end?", most=300)


class ErasedRecordForm(PlainForm):
    """A record that is to be erased on another ground than time."""

    asks = {"record": "Enter the reference of the record"}

    record = forms.CharField(
        label="Reference of the record", help_text="CA-…, CO-… or SU-…", max_length=24
    )

    def clean_record(self) -> str:
        """References are read whatever their letters."""
        return str(self.cleaned_data["record"]).strip().upper()


class EraseForm(PlainForm):
    """An erasure asked for."""

    asks = {"ground": "Choose the ground", "reason": "Say why"}

    ground = PlainChoiceField(label="On what ground?", choices=Ground.choices)
    reason = _why("Why may it go?", "Without names or details: the register keeps these words.")


class RefuseForm(PlainForm):
    """An erasure refused."""

    asks = {"reason": "Say why it is kept"}

    reason = _why("Why is it kept?")
