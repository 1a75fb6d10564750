"""Forms of looking somebody up and of deciding about two records."""

from __future__ import annotations

from django import forms

from joinedup.pages.forms import PlainForm
from joinedup.subjects.choices import Verdict
from joinedup.subjects.rules.given import Given, GivenAddress, GivenName, GivenVehicle

__all__ = ["DecideForm", "FindForm"]


class FindForm(PlainForm):
    """Who is looked for: any of it, in any wording."""

    forename = forms.CharField(label="First name", max_length=120, required=False)
    surname = forms.CharField(label="Surname", max_length=120, required=False)
    born = forms.CharField(
        label="Date of birth", max_length=40, required=False, help_text="Or a part: Aug 2012"
    )
    age = forms.CharField(label="Age", max_length=40, required=False, help_text="About 14")
    house = forms.CharField(label="House number or name", max_length=80, required=False)
    street = forms.CharField(label="Street", max_length=120, required=False)
    town = forms.CharField(label="Town", max_length=80, required=False)
    postcode = forms.CharField(label="Postcode", max_length=10, required=False)
    phone = forms.CharField(label="Telephone", max_length=40, required=False)
    online = forms.CharField(label="Online name", max_length=120, required=False)
    plate = forms.CharField(
        label="Number plate",
        max_length=12,
        required=False,
        help_text="Write ? for a letter nobody caught: K?19 A??",
    )
    words = forms.CharField(
        label="Other words",
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="For example: girl called K, Ford van",
    )

    def given(self) -> Given:
        """What was typed, for the look-up."""
        said = self.cleaned_data
        name = GivenName(said["forename"], "", said["surname"])
        home = GivenAddress(said["house"], said["street"], said["town"], said["postcode"])
        return Given(
            description=said["words"],
            names=(name,) if said["forename"] or said["surname"] else (),
            born=said["born"],
            age=said["age"],
            addresses=(home,) if any((said["street"], said["town"], said["postcode"])) else (),
            phones=(said["phone"],) if said["phone"] else (),
            online=(said["online"],) if said["online"] else (),
            vehicles=(GivenVehicle(said["plate"]),) if said["plate"] else (),
        )


class DecideForm(PlainForm):
    """What somebody decides about two records, and why."""

    verdict = forms.ChoiceField(
        label="Are they about one person?", choices=Verdict.choices, widget=forms.RadioSelect
    )
    reason = forms.CharField(label="Why?", max_length=500, widget=forms.Textarea(attrs={"rows": 3}))
