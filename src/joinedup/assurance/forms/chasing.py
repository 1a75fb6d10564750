"""Forms of chasing: which part of the list, and how one plan is chased."""

from __future__ import annotations

from typing import Any

from django import forms

from joinedup.clocks.rules import Step
from joinedup.pages.forms import PlainForm

__all__ = ["ChaseFilter", "PlanChasingForm"]

Choices = list[tuple[str, Any]]
SHOW = [
    ("", "Everything late"),
    ("unanswered", "Chased, and not answered"),
    ("failed", "Mail could not be delivered"),
    ("nobody", "The owner cannot be asked"),
]
WHO = {
    "owner": "To the owner",
    "manager_or_partner_contact": "To the owner’s manager, or the contact of a partner organisation",
    "safeguarding_lead": "To the safeguarding lead",
}


class DaysInput(forms.TextInput):
    """A box for a few digits and perhaps a minus."""

    width = "4"


class ChaseFilter(PlainForm):
    """Which part of the chase list is shown."""

    lead = forms.ChoiceField(label="Plans led by", required=False)
    agency = forms.ChoiceField(label="Organisation", required=False)
    plan = forms.ChoiceField(label="Plan", required=False)
    show = forms.ChoiceField(label="Show", required=False, choices=SHOW)

    def __init__(
        self, *args: Any, agencies: Choices, plans: Choices, leads: Choices, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        if leads:
            self.fields["lead"].choices = [("", "Anybody"), *leads]  # type: ignore[attr-defined]
        else:
            del self.fields["lead"]
        self.fields["agency"].choices = [("", "All"), *agencies]  # type: ignore[attr-defined]
        self.fields["plan"].choices = [("", "All"), *plans]  # type: ignore[attr-defined]


class PlanChasingForm(PlainForm):
    """How one plan is chased. Each step is a number of days after the due date, negative before it;
    empty leaves the step out."""

    is_chased = forms.BooleanField(label="Send reminders about this plan", required=False)
    lead = forms.ChoiceField(
        label="Who is told when an owner cannot be asked",
        required=False,
        help_text="Otherwise the safeguarding leads of the organisation that leads the plan.",
    )
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, steps: tuple[Step, ...], people: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.keys = tuple(step.key for step in steps)
        self.fields["lead"].choices = [("", "Nobody in particular"), *people]  # type: ignore[attr-defined]
        for step in steps:
            self.fields[f"step_{step.key}"] = forms.IntegerField(
                label=f"{WHO.get(step.to, step.to)}: {step.words}",
                required=False,
                min_value=-365,
                max_value=365,
                help_text=f"Days after the due date, with a minus before it. The rule book: {step.days}.",
                widget=DaysInput(),
                error_messages={
                    "invalid": "Enter a whole number of days, for example 3 or -7",
                    "min_value": "Enter a number of days from -365 to 365",
                    "max_value": "Enter a number of days from -365 to 365",
                },
            )
        self.order_fields(["is_chased", *(f"step_{key}" for key in self.keys), "lead", "version"])

    def days(self) -> dict[str, int | None]:
        """The days of each step as typed; None for a step that is left out."""
        return {key: self.cleaned_data.get(f"step_{key}") for key in self.keys}
