"""Forms of figures: a set, several figures at once, a correction."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django import forms

from joinedup.figures.rules import NewFigure
from joinedup.pages.forms import PlainDateField, PlainForm

__all__ = ["BLANK_ROWS", "CorrectForm", "FigureRows", "SetForm", "SharedForm", "WordsForm"]

BLANK_ROWS = 6
WORDS_HINT = (
    "What papers print around the figures. Write the code of a figure in square brackets where its "
    "number belongs, for example: we received [referrals] referrals."
)


def number_field(**given: Any) -> forms.DecimalField:
    """A box for a count or another number that is not negative."""
    return forms.DecimalField(
        max_digits=14,
        decimal_places=2,
        min_value=Decimal(0),
        localize=False,
        widget=forms.TextInput(attrs={"inputmode": "decimal"}),
        error_messages={"invalid": "Write a number, for example 52"},
        **given,
    )


class SetForm(PlainForm):
    """A new set of figures."""

    title = forms.CharField(
        label="Title",
        max_length=200,
        help_text="For example, Overview of cases, April to September",
    )
    from_on = PlainDateField(label="First day of the period")
    to_on = PlainDateField(label="Last day of the period")


class WordsForm(PlainForm):
    """The title of a set and the words around its figures."""

    title = forms.CharField(label="Title", max_length=200)
    words = forms.CharField(
        label="Words around the figures",
        required=False,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=WORDS_HINT,
    )
    version = forms.IntegerField(widget=forms.HiddenInput)


class SharedForm(PlainForm):
    """What all figures that are declared together have in common."""

    source = forms.CharField(
        label="Where do the figures come from?",
        max_length=300,
        help_text="For example, the duty desk's log of referrals, counted by hand",
    )
    declared_on = PlainDateField(label="Given on")


class RowForm(PlainForm):
    """One figure among several. A row in which nothing is written is left out."""

    name = forms.CharField(label="What is counted", max_length=200)
    value = number_field(label="Number")
    unit = forms.ChoiceField(label="Counted in")
    definition = forms.CharField(
        label="Definition",
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Exactly what is counted, and what is not",
    )
    definition_version = forms.CharField(
        label="Version of the definition", max_length=40, required=False, initial="1"
    )
    cohort = forms.CharField(
        label="Among whom", max_length=300, required=False, help_text="For example, all households"
    )
    part_of = forms.ChoiceField(label="Part of", required=False)


class FigureRows:
    """Several rows of figures on one page: `units` and `wholes` are (value, words)."""

    def __init__(
        self,
        data: Any,
        units: Sequence[tuple[str, str]],
        wholes: Sequence[tuple[str, str]],
        count: int = BLANK_ROWS,
    ) -> None:
        self.rows = [RowForm(data, prefix=f"row{place}") for place in range(count)]
        for row in self.rows:
            row.fields["unit"].choices = [("", "Choose"), *units]  # type: ignore[attr-defined]
            row.fields["part_of"].choices = [  # type: ignore[attr-defined]
                ("", "Nothing else here"),
                *wholes,
            ]
            row.empty_permitted = True

    def written(self) -> list[RowForm]:
        """The rows in which something is written."""
        names = ("name", "value", "definition", "cohort")
        return [
            row
            for row in self.rows
            if any((row.data.get(row.add_prefix(name)) or "").strip() for name in names)
        ]

    def is_valid(self) -> bool:
        """Whether every row that is written in is whole."""
        rows = self.written()
        for row in rows:
            row.empty_permitted = False
        return all([row.is_valid() for row in rows])

    def figures(self, source: str) -> list[NewFigure]:
        """What was typed, for the action."""
        return [NewFigure(source=source, **row.cleaned_data) for row in self.written()]


class CorrectForm(PlainForm):
    """A corrected number and why."""

    value = number_field(label="Corrected number")
    definition = forms.CharField(label="Definition", widget=forms.Textarea(attrs={"rows": 3}))
    definition_version = forms.CharField(label="Version of the definition", max_length=40)
    declared_on = PlainDateField(label="Corrected on")
    note = forms.CharField(
        label="Why is it corrected?",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Papers print this beside the figure.",
    )
