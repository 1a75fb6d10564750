"""Forms of the directory: a service, a help number, a file of services."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django import forms

from joinedup.directory.actions.help_numbers import NumberDetails
from joinedup.directory.choices import HelpFor, HelpHours, Room, Seen
from joinedup.directory.rules.hours import DAY_NAMES
from joinedup.directory.rules.oruk import Facts
from joinedup.pages.forms import MEGABYTE, PlainDateField, PlainFileField, PlainForm

__all__ = ["BringInForm", "EndNumberForm", "NumberForm", "ServiceForm", "WithdrawForm"]

DAYS = [(str(number), name) for number, name in enumerate(DAY_NAMES, start=1)]
LINES = "One a line"


def text(label: str, most: int = 300, **given: Any) -> forms.CharField:
    """A line of text that may stay empty."""
    return forms.CharField(label=label, max_length=most, required=False, **given)


def area_box(label: str, hint: str, most: int = 2_000) -> forms.CharField:
    """Several lines of text that may stay empty."""
    box = forms.Textarea(attrs={"rows": 3})
    return forms.CharField(label=label, max_length=most, required=False, widget=box, help_text=hint)


class ServiceForm(PlainForm):
    """What is said of one service."""

    name = forms.CharField(label="Name of the service", max_length=200)
    organisation = text("Who runs it", 200)
    description = area_box("What it does", "In words a worried person understands.", 4_000)
    topics = forms.MultipleChoiceField(
        label="What it helps with", widget=forms.CheckboxSelectMultiple, required=False
    )
    eligibility = area_box("Who may use it", "For example, women over 16 who live in the county.")
    from_age = forms.IntegerField(label="From age", min_value=0, max_value=130, required=False)
    to_age = forms.IntegerField(label="To age", min_value=0, max_value=130, required=False)
    areas = area_box("Areas it covers", f"{LINES}. Leave empty if it covers everywhere.")
    languages = area_box("Languages", f"{LINES}. British Sign Language counts as one.")
    cost = text("What it costs", help_text="For example, free")
    room = forms.ChoiceField(label="Does it take new people?", choices=Room.choices)
    room_note = text("About its waiting list")
    phone = text("Telephone", 40)
    phone_note = text("When it is answered, and what a call costs")
    text_number = text("Number for text messages", 40)
    email = forms.EmailField(label="E-mail", required=False)
    url = forms.URLField(label="Web address", max_length=500, required=False, assume_scheme="https")
    place = text("Where it is", help_text="Never the address of a refuge.")
    seen = forms.ChoiceField(label="Is it safe to be seen?", choices=Seen.choices)
    seen_note = text(
        "What somebody else could notice",
        help_text="For example, the number shows on telephone bills; the website has a quick exit.",
    )
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, topics: Mapping[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["topics"].choices = list(topics.items())  # type: ignore[attr-defined]

    def facts(self) -> Facts:
        """What was typed, for the action."""
        said = {key: value for key, value in self.cleaned_data.items() if key != "version"}
        for name in ("areas", "languages"):
            lines = (line.strip() for line in said[name].splitlines())
            said[name] = tuple(dict.fromkeys(line[:120] for line in lines if line))
        return Facts(**{**said, "topics": tuple(said["topics"])})


def start_of(facts: Facts, version: int) -> dict[str, object]:
    """What the form shows of a service that is there."""
    names = [name for name in ServiceForm.base_fields if name != "version"]
    start = {name: getattr(facts, name) for name in names}
    for name in ("areas", "languages"):
        start[name] = "\n".join(getattr(facts, name))
    return {**start, "topics": list(facts.topics), "version": version}


class WithdrawForm(PlainForm):
    """Why nobody is sent to a service any more."""

    reason = forms.CharField(
        label="Why is nobody sent there any more?", max_length=300, widget=forms.Textarea
    )


class BringInForm(PlainForm):
    """A file of services in the Open Referral UK shape."""

    file = PlainFileField(label="File of services", endings=("json",), max_bytes=5 * MEGABYTE)


class NumberForm(PlainForm):
    """A number to ring."""

    title = forms.CharField(
        label="Whose number it is", max_length=200, help_text="For example, Children's social care"
    )
    number = forms.CharField(label="Number", max_length=40)
    about = forms.ChoiceField(label="Whom it is about", choices=HelpFor.choices)
    area = text("Area", 120, help_text="Leave empty for our own area.")
    hours = forms.ChoiceField(label="When it is answered", choices=HelpHours.choices)
    days = forms.MultipleChoiceField(
        label="Days", choices=DAYS, widget=forms.CheckboxSelectMultiple, required=False
    )
    opens = forms.TimeField(label="From", required=False, help_text="For example, 8:45")
    closes = forms.TimeField(label="To", required=False, help_text="For example, 17:15")
    is_open_on_bank_holidays = forms.BooleanField(
        label="The same hours hold on bank holidays", required=False
    )
    note = text("What to know before ringing")
    source = text("Where we have it from", help_text="For example, the partnership's website")
    from_on = PlainDateField(label="First day")

    def details(self) -> NumberDetails:
        """What was typed, for the action."""
        said = {key: value for key, value in self.cleaned_data.items() if key != "from_on"}
        return NumberDetails(**{**said, "days": tuple(int(day) for day in said["days"])})


class EndNumberForm(PlainForm):
    """The last day of a number."""

    to_on = PlainDateField(label="Last day")


def number_start(row: Any, today: dt.date) -> dict[str, object]:
    """What the form shows of a number that is there."""
    start = {name: getattr(row, name) for name in NumberForm.base_fields}
    return {**start, "days": [str(day) for day in row.days], "from_on": today}
