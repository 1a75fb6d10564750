"""Forms of people, posts, teams and agencies."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from django import forms

from joinedup.access.actions.agencies import AgencyDetails
from joinedup.access.actions.people import PersonDetails
from joinedup.access.choices import AgencyKind, HoldingKind
from joinedup.access.queries import agencies, people_to_choose, teams
from joinedup.pages.forms import PlainDateField, PlainFileField, PlainForm

__all__ = [
    "AgencyForm",
    "HoldingForm",
    "LastDayForm",
    "PeopleFileForm",
    "PersonForm",
    "PostForm",
    "TeamForm",
]


class VersionForm(PlainForm):
    """A form that knows which state of the record it was made from."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def seen(self) -> int:
        """The version the person was looking at."""
        return int(self.cleaned_data.get("version") or 0)


class PersonForm(VersionForm):
    """Somebody who can own an action."""

    name = forms.CharField(label="Full name", max_length=200)
    known_as = forms.CharField(
        label="Known as", max_length=100, required=False, help_text="If papers use a shorter name."
    )
    initials = forms.CharField(
        label="Initials", max_length=10, required=False, help_text="As papers print them: JS"
    )
    email = forms.EmailField(label="Work e-mail address", required=False)
    agency = forms.ModelChoiceField(label="Agency", queryset=agencies(), empty_label="Choose one")
    team = forms.ModelChoiceField(
        label="Team", queryset=teams(), required=False, empty_label="No team"
    )
    manager = forms.ModelChoiceField(
        label="Manager", queryset=people_to_choose(), required=False, empty_label="Nobody"
    )

    def details(self) -> PersonDetails:
        """What was typed, for the action."""
        names = (field.name for field in fields(PersonDetails))
        return PersonDetails(**{name: self.cleaned_data[name] for name in names})


class PostForm(VersionForm):
    """A post. The agency of one that exists stays as it is."""

    title = forms.CharField(label="Title of the post", max_length=200)
    agency = forms.ModelChoiceField(label="Agency", queryset=agencies(), empty_label="Choose one")
    team = forms.ModelChoiceField(
        label="Team", queryset=teams(), required=False, empty_label="No team"
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.initial.get("version"):
            del self.fields["agency"]


class HoldingForm(PlainForm):
    """Who holds a post, how and when."""

    person = forms.ModelChoiceField(
        label="Person", queryset=people_to_choose(), empty_label="Choose one"
    )
    kind = forms.ChoiceField(
        label="How", choices=HoldingKind.choices, widget=forms.RadioSelect, initial="lead"
    )
    from_on = PlainDateField(label="First day")
    to_on = PlainDateField(label="Last day", required=False)


class LastDayForm(PlainForm):
    """The last day of a person, a post or somebody's time in one."""

    on = PlainDateField(label="Last day")


class AgencyForm(VersionForm):
    """An agency, and the one that follows it."""

    name = forms.CharField(label="Name", max_length=200)
    short_name = forms.CharField(label="Short name", max_length=40, required=False)
    kind = forms.ChoiceField(label="Kind", choices=AgencyKind.choices)
    contact_email = forms.EmailField(label="Contact e-mail address", required=False)
    from_on = PlainDateField(label="First day", required=False)
    to_on = PlainDateField(label="Last day", required=False)
    successor = forms.ModelChoiceField(
        label="Followed by",
        queryset=agencies(),
        required=False,
        empty_label="Nobody",
        help_text="Where a merger or a new name ended this agency.",
    )

    def details(self) -> AgencyDetails:
        """What was typed, for the action."""
        typed = {key: value for key, value in self.cleaned_data.items() if key != "version"}
        return AgencyDetails(**{**typed, "kind": AgencyKind(typed["kind"])})


class TeamForm(VersionForm):
    """A team of an agency."""

    name = forms.CharField(label="Name", max_length=200)
    ended_on = PlainDateField(label="Last day", required=False)


class PeopleFileForm(PlainForm):
    """A list of people as CSV."""

    file = PlainFileField(label="CSV file", endings=("csv", "txt"), max_bytes=2 * 1024 * 1024)
