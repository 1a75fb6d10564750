"""Forms of the council's settings and its own rules."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from joinedup.council.actions.local_rules import LocalRuleDetails
from joinedup.council.actions.settings import CouncilDetails
from joinedup.pages.forms import PlainDateField, PlainForm
from joinedup.rulebook import Entry, Unit

__all__ = ["CouncilForm", "EndRuleForm", "LocalRuleForm", "WithdrawRuleForm"]

UNITS = [(unit.value, unit.value.replace("_", " ")) for unit in Unit]


class CouncilForm(PlainForm):
    """How the council shows itself."""

    name = forms.CharField(label="Name of the council or partnership", max_length=120)
    short_name = forms.CharField(
        label="Short name",
        max_length=40,
        required=False,
        help_text="For where there is little room, for example OVDC.",
    )
    colour = forms.CharField(
        label="Colour",
        max_length=7,
        widget=forms.TextInput(attrs={"type": "color"}),
        help_text="Darkened where needed, so that white words on it can be read.",
    )
    help_email = forms.EmailField(label="E-mail address for help", required=False)
    help_phone = forms.CharField(label="Telephone for help", max_length=40, required=False)
    privacy_email = forms.EmailField(
        label="E-mail address of the data protection officer", required=False
    )
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def details(self) -> CouncilDetails:
        """What was typed, for the action."""
        typed = {key: value for key, value in self.cleaned_data.items() if key != "version"}
        return CouncilDetails(**typed)


class LocalRuleForm(PlainForm):
    """A rule of the council's own in place of one of the rule book.

    Where that rule has a time limit, number and unit are asked; else its values as JSON.
    """

    number = forms.IntegerField(label="Limit", min_value=0)
    unit = forms.ChoiceField(label="Counted in", choices=UNITS)
    values = forms.CharField(
        label="What the rule says", widget=forms.Textarea(attrs={"rows": 8, "spellcheck": "false"})
    )
    from_on = PlainDateField(label="First day")
    to_on = PlainDateField(label="Last day", required=False)
    source = forms.CharField(
        label="Where it was decided",
        max_length=300,
        help_text="For example, Cabinet, 4 March 2026, minute 12",
    )
    approved_by = forms.CharField(label="Approved by", max_length=200)
    approved_on = PlainDateField(label="Approved on")
    note = forms.CharField(label="Note", max_length=500, required=False, widget=forms.Textarea)

    def __init__(self, *args: Any, entry: Entry, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.entry = entry
        limit = entry.values.get("limit")
        if isinstance(limit, Mapping):
            del self.fields["values"]
            self.initial.setdefault("number", limit["amount"])
            self.initial.setdefault("unit", limit["unit"])
        else:
            del self.fields["number"], self.fields["unit"]
            shown = json.dumps(entry.values, default=_plain, indent=2, ensure_ascii=False)
            self.initial.setdefault("values", shown)

    def clean_values(self) -> Mapping[str, object]:
        """The values as a table; ValidationError where they are no JSON object."""
        try:
            found = json.loads(self.cleaned_data["values"])
        except json.JSONDecodeError as fault:
            raise ValidationError(
                f"Line {fault.lineno} can't be read. Keep the quotes, commas and brackets."
            ) from None
        if not isinstance(found, dict):
            raise ValidationError("Keep the outer brackets { and }.")
        return found

    def details(self) -> LocalRuleDetails:
        """What was typed, for the action."""
        data = self.cleaned_data
        values = data.get("values") or {
            **json.loads(json.dumps(self.entry.values, default=_plain)),
            "limit": {"amount": data["number"], "unit": data["unit"]},
        }
        return LocalRuleDetails(
            code=self.entry.code,
            from_on=data["from_on"],
            to_on=data["to_on"],
            values=values,
            source=data["source"],
            approved_by=data["approved_by"],
            approved_on=data["approved_on"],
            note=data["note"],
        )


class EndRuleForm(PlainForm):
    """The last day of a local rule."""

    to_on = PlainDateField(label="Last day")


class WithdrawRuleForm(PlainForm):
    """Why a local rule is taken out of use."""

    reason = forms.CharField(label="Why is it withdrawn?", max_length=300, widget=forms.Textarea)


def _plain(value: object) -> object:
    return dict(value) if isinstance(value, Mapping) else str(value)
