"""Forms of the library."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms

from joinedup.library.actions import ItemFacts
from joinedup.library.choices import Duty, ItemKind, Verdict
from joinedup.pages.forms import PickField, PlainChoiceField, PlainDateField, PlainForm

__all__ = ["AnswerForm", "DutyForm", "ItemForm", "ReviewForm", "WithdrawForm"]

Pairs = Sequence[tuple[str, str]]


def _text(label: str, hint: str = "", rows: int = 3) -> forms.CharField:
    return forms.CharField(
        label=label, help_text=hint, required=False, max_length=10_000,
        widget=forms.Textarea(attrs={"rows": rows}),
    )  # fmt: skip


class ItemForm(PlainForm):
    """What is said of an item."""

    asks = {"kind": "Choose what it is", "owner": "Choose who owns it"}

    kind = PlainChoiceField(
        label="What is it?",
        choices=ItemKind.choices,
        option_hints={
            ItemKind.PROTOCOL: "How we work together in a process.",
            ItemKind.PAGE: "A page of ours or of a partner that the public reads.",
            ItemKind.RESOURCE: "Something to use with children, adults or families.",
        },
    )
    title = forms.CharField(label="Title", max_length=200)
    words = _text("What it is for, in a few words")
    url = forms.URLField(
        label="Address", max_length=500, required=False, assume_scheme="https",
        help_text="Once a day it is tried, and flagged where it no longer answers.",
    )  # fmt: skip
    must_say = forms.CharField(
        label="Words that the page must say", max_length=200, required=False,
        help_text="For example, the telephone number of the front door. Flagged where they are gone.",
    )  # fmt: skip
    processes = forms.MultipleChoiceField(
        label="For which processes?", widget=forms.CheckboxSelectMultiple, required=False
    )
    owner = PickField(label="Which post or organisation owns it?")
    contact_email = forms.EmailField(
        label="Where is the owner asked?", required=False,
        help_text="Leave empty for whoever holds the post, or the organisation's own address.",
    )  # fmt: skip
    next_on = PlainDateField(
        label="Look at it again before the usual time?", required=False,
        help_text="Leave empty for the time in the rule book.",
    )  # fmt: skip
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(
        self, *args: Any, processes: Mapping[str, str], owners: Pairs, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        fields: Any = self.fields
        fields["processes"].choices = list(processes.items())
        fields["owner"].choices = [("", "Choose"), *owners]

    def facts(self) -> ItemFacts:
        """What was typed, for the action."""
        names = ("kind", "title", "owner", "words", "url", "must_say", "contact_email", "next_on")
        said = {name: self.cleaned_data[name] for name in names}
        return ItemFacts(**said, processes=tuple(self.cleaned_data["processes"]))


class ReviewForm(PlainForm):
    """What somebody found who looked at an item."""

    asks = {"verdict": "Choose what you found"}

    verdict = PlainChoiceField(label="What did you find?", choices=Verdict.choices)
    words = _text("What did you look at, or what is not right?")
    next_on = PlainDateField(
        label="Look at it again before the usual time?", required=False,
        help_text="Leave empty for the time in the rule book.",
    )  # fmt: skip


class AnswerForm(PlainForm):
    """What the owner of an item answers with a link."""

    asks = {"verdict": "Choose how it stands"}

    verdict = PlainChoiceField(label="Is it still right?", choices=Verdict.choices)
    words = _text("What did you change, or what is not right?", "Name nobody.")


class WithdrawForm(PlainForm):
    """Why an item is no longer in use."""

    reason = forms.CharField(
        label="Why is it no longer in use?", max_length=300, widget=forms.Textarea
    )


class DutyForm(PlainForm):
    """Who does what in a process."""

    asks = {"process": "Choose the process", "duty": "Choose what they do in it",
            "holder": "Choose a post or an organisation"}  # fmt: skip

    process = forms.ChoiceField(label="In which process?")
    duty = PlainChoiceField(
        label="What do they do in it?", choices=Duty.choices,
        option_hints={Duty.LEADS: "One at a time: whoever leads now no longer does."},
    )  # fmt: skip
    holder = PickField(label="Which post or organisation?")

    def __init__(
        self, *args: Any, processes: Mapping[str, str], owners: Pairs, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        fields: Any = self.fields
        fields["process"].choices = [("", "Choose"), *processes.items()]
        fields["holder"].choices = [("", "Choose"), *owners]
