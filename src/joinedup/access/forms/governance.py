"""Forms of seals, conflicts of interest, emergencies and the search of the audit record."""

from __future__ import annotations

from typing import Any

from django import forms

from joinedup.access.queries.audit import Search, accounts_to_choose
from joinedup.access.queries.governance import who_may_be_named
from joinedup.audit.choices import Kind
from joinedup.pages.forms import PlainDateField, PlainForm

__all__ = ["AuditForm", "EmergencyForm", "LetInForm", "NamedForm", "ReasonForm", "ReviewForm"]


class ReasonForm(PlainForm):
    """One reason."""

    asks = {"reason": "Enter the reason"}
    reason = forms.CharField(
        label="Reason", max_length=300, widget=forms.Textarea(attrs={"rows": 2})
    )


class NamedForm(PlainForm):
    """Somebody, and a reason."""

    person = forms.ModelChoiceField(
        label="Person", queryset=who_may_be_named(), empty_label="Choose one"
    )
    reason = forms.CharField(
        label="What the conflict of interest is",
        help_text="Short, and without details of the case. For example, related to the family.",
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class LetInForm(PlainForm):
    """Somebody who works on the whole of a record, from a day on."""

    person = forms.ModelChoiceField(
        label="Person", queryset=who_may_be_named(), empty_label="Choose one"
    )
    from_on = PlainDateField(label="First day")


class EmergencyForm(PlainForm):
    """Which sealed record, and why now."""

    asks = {"reason": "Say in a sentence why you must see this record now"}
    reference = forms.CharField(
        label="Reference of the record", help_text="For example, CA-2026-7K2M9QX", max_length=24
    )
    reason = forms.CharField(
        label="Why you must see it now",
        help_text="The people who work on the record read this, and somebody else reviews it.",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class ReviewForm(PlainForm):
    """Whether it was right."""

    asks = {"review": "Say whether it was right to open the record"}
    review = forms.CharField(
        label="Was it right to open the record?",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class AuditForm(PlainForm):
    """What to look for in the audit record."""

    reference = forms.CharField(label="Reference", max_length=60, required=False)
    person = forms.ChoiceField(label="Person", required=False)
    kind = forms.ChoiceField(
        label="What happened", choices=[("", "Anything"), *Kind.choices], required=False
    )
    from_on = PlainDateField(label="From", required=False)
    to_on = PlainDateField(label="To", required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"].choices = [("", "Anybody"), *accounts_to_choose()]  # type: ignore[attr-defined]

    def search(self) -> Search:
        """What was asked for, without the parts that make no sense."""
        asked = self.cleaned_data if self.is_valid() else getattr(self, "cleaned_data", {})
        return Search(
            reference=str(asked.get("reference") or "").strip().upper(),
            person=str(asked.get("person") or ""),
            kind=str(asked.get("kind") or ""),
            from_on=asked.get("from_on"),
            to_on=asked.get("to_on"),
        )
