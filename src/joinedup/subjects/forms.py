"""Forms of looking somebody up and of deciding about two records."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from django import forms

from joinedup.pages.forms import PlainDateField, PlainForm
from joinedup.subjects.choices import PlaceKind, Sex, Verdict
from joinedup.subjects.rules.given import (
    Given,
    GivenAddress,
    GivenName,
    GivenPlace,
    GivenVehicle,
)

__all__ = ["AddPersonForm", "AddPlaceForm", "AddVehicleForm", "DecideForm", "FindForm", "learnt_in"]


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

    @staticmethod
    def start(told: Given) -> dict[str, str]:
        """What the look-up begins with, by its fields: whatever was told already."""
        name = told.names[0] if told.names else GivenName()
        home = told.addresses[0] if told.addresses else GivenAddress()
        first = " ".join(one for one in (name.forename, name.middle) if one)
        return {
            "forename": first, "surname": name.surname, "born": told.born, "age": told.age,
            "house": home.house, "street": home.street, "town": home.town,
            "postcode": home.postcode, "phone": told.phones[0] if told.phones else "",
            "online": told.online[0] if told.online else "", "words": told.description[:500],
        }  # fmt: skip

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


def _line(label: str, most: int, hint: str = "") -> forms.CharField:
    return forms.CharField(label=label, max_length=most, required=False, help_text=hint)


def learnt_in(data: Mapping[str, str]) -> Given:
    """What the fields of a look-up hold that came along with another button; nothing where they are
    empty or cannot be read."""
    form = FindForm(data)
    return form.given() if form.is_valid() else Given()


class AddPersonForm(FindForm):
    """Somebody of whom a record is begun: as in the look-up, with what only a record holds."""

    alias = _line("Other names", 200, "Parted by a semicolon: Jay Smith; Jayz")
    sex = forms.ChoiceField(label="Sex", choices=[("", "Not said"), *Sex.choices], required=False)
    expected_on = PlainDateField(
        label="Not born yet: expected on", required=False, help_text="For an unborn child only"
    )
    source = _line("Who said so?", 200, "For example: her mother, by telephone")
    field_order = ["forename", "surname", "alias", "born", "age", "sex", "expected_on"]

    def given(self) -> Given:
        """What was typed, as a record takes it."""
        found, said = super().given(), self.cleaned_data
        others = [one.strip() for one in said["alias"].split(";") if one.strip()]
        aliases = tuple(GivenName.whole(one) for one in others)
        return replace(
            found,
            names=(*found.names, *aliases),
            sex=said["sex"],
            expected_on=said["expected_on"],
            source=said["source"],
        )


class AddPlaceForm(PlainForm):
    """A place or business that matters: where people meet, where somebody was taken."""

    asks = {"name": "Enter what the place is called"}

    name = forms.CharField(label="What is it called?", max_length=200)
    kind = forms.ChoiceField(label="What is it?", choices=PlaceKind.choices)
    house = _line("House number or name", 80)
    street = _line("Street", 120)
    town = _line("Town", 80)
    postcode = _line("Postcode", 10)
    words = forms.CharField(
        label="What is known of it?",
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    source = _line("Who said so?", 200)

    def given(self) -> Given:
        """What was typed, as a record takes it."""
        said = self.cleaned_data
        home = GivenAddress(said["house"], said["street"], said["town"], said["postcode"])
        words = f"{said['name']}. {said['words']}" if said["words"] else said["name"]
        return Given(
            description=words,
            addresses=(home,) if any((said["street"], said["town"], said["postcode"])) else (),
            places=(GivenPlace(said["name"], said["town"], said["postcode"], said["kind"]),),
            source=said["source"],
        )


class AddVehicleForm(PlainForm):
    """A vehicle that was seen, however little of its plate anybody caught."""

    plate = _line("Number plate", 12, "Write ? for a letter nobody caught: K?19 A??")
    words = _line("Make, model, colour", 200, "For example: silver Ford van")
    seen_on = PlainDateField(label="When was it seen?", required=False)
    where = _line("Where was it seen?", 200)
    source = _line("Who said so?", 200)

    def clean(self) -> dict[str, object]:
        """Ask for a plate or words."""
        said: dict[str, object] = super().clean() or {}
        if not said.get("plate") and not said.get("words"):
            self.add_error("plate", "Enter a number plate, or words such as “Ford van”")
        return said

    def given(self) -> Given:
        """What was typed, as a record takes it."""
        said = self.cleaned_data
        car = GivenVehicle(said["plate"], said["words"], said["seen_on"])
        return Given(
            description=", ".join(one for one in (said["words"], said["plate"].upper()) if one),
            vehicles=(car,),
            places=(GivenPlace(said["where"], seen_on=said["seen_on"]),) if said["where"] else (),
            source=said["source"],
        )


class DecideForm(PlainForm):
    """What somebody decides about two records, and why."""

    verdict = forms.ChoiceField(
        label="Are they about one person?", choices=Verdict.choices, widget=forms.RadioSelect
    )
    reason = forms.CharField(label="Why?", max_length=500, widget=forms.Textarea(attrs={"rows": 3}))
