"""Forms of the chronology: what to show, and what a copy holds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms

from joinedup.casefile.choices import EventSort, Part
from joinedup.casefile.rules.copies import USUAL
from joinedup.casefile.rules.events import Wanted
from joinedup.pages.forms import PlainChoiceField, PlainDateField, PlainForm

__all__ = ["CopyForm", "ShowForm"]

FORMS = [("word", "Word"), ("pdf", "PDF")]
ORDERS = [("new", "Newest first"), ("old", "Oldest first")]


def checkboxes(label: str, choices: Any, hint: str = "") -> forms.MultipleChoiceField:
    """Several of a few answers, none of them asked for."""
    return forms.MultipleChoiceField(
        label=label, choices=choices, required=False, help_text=hint,
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip


class ShowForm(PlainForm):
    """Which part of a chronology to show. It stands in the address: codes and days only."""

    sort = checkboxes("What", EventSort.choices)
    after = PlainDateField(label="From", required=False, help_text="")
    until = PlainDateField(label="To", required=False, help_text="")
    order = PlainChoiceField(label="Order", choices=ORDERS, required=False)

    def __init__(self, data: Any = None, counts: Mapping[str, int] | None = None) -> None:
        super().__init__(data, initial={"order": "new"})
        if counts is not None:
            box: Any = self.fields["sort"]
            box.choices = [
                (code, f"{label} ({counts.get(code, 0)})")
                for code, label in EventSort.choices
                if counts.get(code)
            ]

    def wanted(self) -> Wanted:
        """What was chosen; whatever can't be read is left out."""
        said = self.cleaned_data if self.is_bound and not self.errors else {}
        return Wanted(
            frozenset(said.get("sort") or ()), said.get("after"), said.get("until"),
            oldest_first=said.get("order") == "old",
        )  # fmt: skip


class CopyForm(PlainForm):
    """A copy: what of each event goes along, which kinds and days, and in which form."""

    parts = checkboxes(
        "What goes along?",
        Part.choices,
        "What is not ticked is left out or masked, and the copy says so. Safe contacts and safe"
        " addresses never go along.",
    )
    sort = checkboxes("Which kinds of events?", EventSort.choices, "None ticked: all of them.")
    after = PlainDateField(label="From which day?", required=False)
    until = PlainDateField(label="Until which day?", required=False)
    name = forms.CharField(
        label="What to call the person on it",
        max_length=120,
        required=False,
        help_text="Leave empty for the name of the record. Initials will do.",
    )
    file_form = PlainChoiceField(label="As what?", choices=FORMS)

    def __init__(self, data: Any = None, *, hides: Iterable[str] = (), initial: Any = None) -> None:
        start = {"parts": sorted(USUAL), "file_form": "word", **(initial or {})}
        super().__init__(data, initial=start)
        box: Any = self.fields["parts"]
        box.choices = [one for one in Part.choices if one[0] not in set(hides)]

    def wanted(self) -> Wanted:
        """Which events were chosen, oldest first."""
        said = self.cleaned_data
        return Wanted(frozenset(said["sort"]), said["after"], said["until"], oldest_first=True)

    def chosen(self) -> frozenset[Part]:
        """Which fields go along."""
        return frozenset(Part(one) for one in self.cleaned_data["parts"])
