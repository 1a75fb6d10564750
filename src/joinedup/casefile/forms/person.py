"""Forms of what is done on the page of a person."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms

from joinedup.pages.dates import long_date
from joinedup.pages.forms import PickField, PlainDateField, PlainForm
from joinedup.subjects.choices import NameKind, PlaceKind, Relation, Sex

__all__ = [
    "EndForm",
    "FactsForm",
    "HomeForm",
    "KnownForm",
    "OtherForm",
    "PickCaseForm",
    "ReasonForm",
    "RelateForm",
    "SafeForm",
]

OTHER = "The reference stands on their page: SU-2026-… Look them up first and you need not type it."
FROM = "If anybody knows. Leave empty otherwise."


def _line(label: str, most: int, required: bool = False, hint: str = "") -> forms.CharField:
    return forms.CharField(label=label, max_length=most, required=required, help_text=hint)


def _long(label: str, most: int, required: bool = True, hint: str = "") -> forms.CharField:
    area = forms.Textarea(attrs={"rows": 3})
    return forms.CharField(
        label=label, max_length=most, required=required, help_text=hint, widget=area
    )


def _boxes(kind: str) -> dict[str, forms.Field]:
    """The boxes of something known, in their order."""
    since = PlainDateField(label="Since when?", required=False, help_text=FROM)
    seen = PlainDateField(label="When were they seen with it?", required=False, help_text=FROM)
    source = _line("Who said so?", 200)
    known: dict[str, dict[str, forms.Field]] = {
        "name": {
            "kind": forms.ChoiceField(label="What sort of name?", choices=NameKind.choices),
            "forename": _line("First name", 120),
            "middle": _line("Middle names", 120),
            "surname": _line("Surname", 120),
            "from_on": since,
        },
        "address": {
            "house": _line("House number or name", 80),
            "street": _line("Street", 120),
            "town": _line("Town", 80),
            "postcode": _line("Postcode", 10),
            "from_on": since,
        },
        "phone": {"given": _line("Number", 40), "from_on": since},
        "online": {
            "service": _line("Where?", 60, hint="For example: Snapchat"),
            "handle": _line("Online name", 120),
        },
        "vehicle": {
            "plate": _line("Number plate", 12, hint="Write ? for a letter nobody caught"),
            "words": _line("Make, model, colour", 200),
            "seen_on": seen,
        },
        "place": {
            "kind": forms.ChoiceField(label="What is it?", choices=PlaceKind.choices),
            "name": _line("What is it called?", 200),
            "town": _line("Town", 80),
            "postcode": _line("Postcode", 10),
            "seen_on": seen,
        },
    }
    return {**known[kind], "source": source}


class KnownForm(PlainForm):
    """Something known of somebody; to correct it, also why."""

    def __init__(self, *args: Any, kind: str, is_change: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields.update(_boxes(kind))
        if is_change:
            self.fields["why"] = _long("Why is it corrected?", 500)
            self.fields["why"].error_messages["required"] = "Say why it is corrected"


class EndForm(PlainForm):
    """Since when something no longer holds, and why."""

    asks = {"on": "Give the day", "why": "Say how this is known"}

    on = PlainDateField(label="Until when did it hold?")
    why = _long("How is this known?", 500)


class ReasonForm(PlainForm):
    """A reason alone."""

    asks = {"reason": "Say why"}

    def __init__(self, *args: Any, label: str = "Why?", hint: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reason"] = _long(label, 300, hint=hint)
        self.fields["reason"].error_messages["required"] = "Say why"


class FactsForm(PlainForm):
    """Birth, age, sex and words."""

    asks = {"why": "Say how this is known"}

    born = _line("Date of birth", 40, hint="Or a part of it: Aug 2012")
    age = _line("Age as somebody said it", 60, hint="About 14")
    sex = forms.ChoiceField(label="Sex", choices=[("", "Not said"), *Sex.choices], required=False)
    expected_on = PlainDateField(label="Not born yet: expected on", required=False)
    died_on = PlainDateField(label="Died on", required=False)
    description = _long("Other words", 2000, required=False)
    why = _long("How is this known?", 500)
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, initial: dict[str, Any] | None = None, **kwargs: Any) -> None:
        start = dict(initial or {})
        if start.get("born") and not isinstance(start["born"], str):
            start["born"] = long_date(start["born"])
        super().__init__(*args, initial=start, **kwargs)


class SafeForm(PlainForm):
    """How to reach somebody safely, and where they are hidden. Drafts leave out every field with
    this prefix, also when a session has ended."""

    prefix = "secret"
    asks = {"reason": "Say why it must be kept apart"}

    contact = _long(
        "How can they be reached without danger?", 1000, required=False,
        hint="When, by which number or person, and what nobody must say or leave behind.",
    )  # fmt: skip
    address = _long(
        "Where are they, if nobody may know?", 1000, required=False,
        hint="Leave a box empty and what stands there stays as it is.",
    )  # fmt: skip
    reason = _line("Why is it kept apart?", 300, required=True)


class OtherForm(PlainForm):
    """Another record."""

    asks = {"other": "Enter the reference of the other record"}

    other = _line("Which record?", 24, required=True, hint=OTHER)


class RelateForm(OtherForm):
    """What two people are to each other."""

    asks = {**OtherForm.asks, "relation": "Choose what they are to each other"}

    relation = forms.ChoiceField(
        label="The person of this record is…", choices=[("", "Choose"), *Relation.choices],
        help_text="Read it as a sentence: this person is the parent of the other.",
    )  # fmt: skip
    from_on = PlainDateField(label="Since when?", required=False, help_text=FROM)
    source = _line("Who said so?", 200)
    field_order = ["relation", "other", "from_on", "source"]


class HomeForm(OtherForm):
    """Two people who live together."""

    from_on = PlainDateField(label="Since when?", required=False, help_text=FROM)
    source = _line("Who said so?", 200)


class PickCaseForm(PlainForm):
    """Somebody in a case."""

    asks = {"person": "Choose the person of the case"}

    person = PickField(label="Which person of which case?")

    def __init__(self, *args: Any, picks: Sequence[tuple[str, str]] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        box: Any = self.fields["person"]
        box.choices = [("", "Choose"), *picks]
