"""Forms of plans: settings, a plan or an action added by hand, the meeting, the date."""

from __future__ import annotations

from typing import Any

from django import forms

from joinedup.assurance.choices import Agreement, DatesBy, Priority, Recurrence
from joinedup.assurance.forms.acting import ActingForm, Choices, long_text, review_problems
from joinedup.pages.forms import PickField, PlainChoiceField, PlainDateField, PlainForm

__all__ = ["ROW_PARTS", "ActionForm", "AsAtForm", "EndForm", "MeetingForm", "PlanForm", "RowForm"]

AGREEMENT_HINTS: dict[str, str] = {
    Agreement.NONE: "The owner’s word stands; it is still shown whether there is evidence.",
    Agreement.HIGH: "",
    Agreement.ALL: "",
    Agreement.MARKED: "You mark an action when you add or edit it.",
}


class AsAtForm(PlainForm):
    """The day of which the plan is to be shown."""

    on = PlainDateField(label="As it stood on", required=False)


class PlanForm(ActingForm):
    """What is known of a plan as a whole."""

    past_days = ("dated_on",)
    asks = {"title": "Give the plan a title", "agency": "Choose who leads the plan"}

    title = forms.CharField(label="Title", max_length=300)
    agency = forms.ChoiceField(label="Led by")
    body = forms.CharField(
        label="Answers to",
        required=False,
        max_length=200,
        help_text="The committee, board or partnership that the plan is reported to.",
    )
    dated_on = PlainDateField(label="Date of the plan", required=False)
    agreement = PlainChoiceField(
        label="Which completions must a second person agree?",
        help_text="For the actions that are here already, and for those to come.",
        choices=Agreement.choices,
        initial=Agreement.NONE,
        option_hints=AGREEMENT_HINTS,
    )
    dates_by = PlainChoiceField(
        label="Who approves a new date?", choices=DatesBy.choices, initial=DatesBy.NAMED
    )
    rag_rule = PlainChoiceField(label="Colour rule")
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(
        self, *args: Any, agencies: Choices, rules: Choices, new: bool = True, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["rag_rule"].choices = rules  # type: ignore[attr-defined]
        self.fields["rag_rule"].initial = rules[0][0] if rules else ""
        if new:
            del self.fields["dates_by"]
            self.fields["agency"].choices = [  # type: ignore[attr-defined]
                ("", "Choose an organisation"),
                *agencies,
            ]
        else:
            del self.fields["agency"]


class EndForm(ActingForm):
    """The end of a plan."""

    past_days = ("ended_on",)
    asks = {"ended_on": "Enter the day on which it ended", "reason": "Say why the plan ends"}

    ended_on = PlainDateField(label="The day it ended")
    reason = forms.CharField(label="Why", max_length=300, widget=forms.Textarea({"rows": 3}))


class ActionForm(ActingForm):
    """The words of an action: added by hand, or edited. Status, dates and owners of an action
    that exists have pages of their own, with a reason each."""

    asks = {"title": "Write what will be done"}

    title = long_text("What will be done", rows=3)
    code = forms.CharField(label="Number", required=False, max_length=60, help_text="Like A2")
    section = forms.CharField(
        label="Section",
        required=False,
        max_length=300,
        widget=forms.TextInput({"list": "sections"}),
    )
    owner = PickField(
        label="Owner",
        required=False,
        help_text="A post keeps its actions when the person in it leaves.",
    )
    due_on = PlainDateField(label="Due", required=False)
    recurrence = forms.ChoiceField(label="How often", required=False, choices=Recurrence.choices)
    start_on = PlainDateField(label="Starts", required=False)
    priority = forms.ChoiceField(label="Priority", required=False, choices=Priority.choices)
    theme = forms.CharField(label="Theme", required=False, max_length=120)
    review_method = long_text(
        "How will we know?", "The measure or review by which it is judged.", required=False, rows=2
    )
    needs_agreement = forms.BooleanField(
        label="A second person has to agree that it is complete", required=False
    )
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, owners: Choices | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if owners is None:
            del self.fields["owner"], self.fields["due_on"]
        else:
            self.fields["owner"].choices = [("", "Nobody yet"), *owners]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """A calendar rhythm needs a day to count from."""
        cleaned = super().clean() or self.cleaned_data
        start, due = cleaned.get("start_on"), cleaned.get("due_on")
        if start and due and due < start:
            self.add_error("due_on", "The due date lies before the start")
        return cleaned


class MeetingForm(ActingForm):
    """What is the same for every row that a meeting records."""

    past_days = ("held_on",)

    minute = forms.CharField(
        label="Meeting and minute",
        required=False,
        max_length=200,
        help_text="Cited on every row, for example: Safeguarding Board, item 5",
    )
    held_on = PlainDateField(label="Held on", required=False, help_text="")
    said_by = forms.CharField(
        label="Said by", required=False, max_length=200, help_text="Leave empty if it is you."
    )


ROW_PARTS = ("words", "status", "next_review_on", "due_on")
"""What can be typed or chosen in one row of the meeting view."""


class RowForm(ActingForm):
    """One row of the meeting view. Field names carry the action's reference as their prefix."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    words = forms.CharField(label="Update", required=False, max_length=20_000)
    status = forms.CharField(label="Status", required=False, max_length=20)
    next_review_on = PlainDateField(label="Next review", required=False, help_text="")
    due_on = PlainDateField(label="New date", required=False, help_text="")

    def clean(self) -> dict[str, Any]:
        """A date moves for a reason, which is what was typed as update; a review has its day."""
        cleaned = super().clean() or self.cleaned_data
        status, review_on = cleaned.get("status"), cleaned.get("next_review_on")
        for name, words in review_problems(self, status, review_on):
            self.add_error(name, words)
        if cleaned.get("due_on") and not cleaned.get("words", "").strip():
            self.add_error("words", "Write why the date moves")
        return cleaned

    def says_something(self) -> bool:
        """Whether anything was typed or chosen in the row."""
        return any(str(self.data.get(self.add_prefix(name), "")).strip() for name in ROW_PARTS)
