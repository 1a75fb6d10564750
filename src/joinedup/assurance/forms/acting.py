"""The small forms of an action's own pages: one thing done, one form."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms

from joinedup.assurance.choices import Claim, EvidenceKind, LinkKind, Rag, Status
from joinedup.pages.forms import (
    MEGABYTE,
    PickField,
    PlainChoiceField,
    PlainDateField,
    PlainFileField,
    PlainForm,
)

__all__ = [
    "AgreeForm",
    "AskForm",
    "ColourForm",
    "CompleteForm",
    "EvidenceForm",
    "ForAnother",
    "LinkForm",
    "MetForm",
    "NewDateForm",
    "ReasonForm",
    "UpdateForm",
    "long_text",
    "review_problems",
    "with_version",
]

Choices = list[tuple[str, Any]]
NO_CHANGE = ("", "Leave as it is")
CLAIMS: dict[str, str] = {
    Claim.DONE: "The thing was done: a signed policy, a training register, a minute.",
    Claim.DIFFERENCE: "Something is better for people since: an audit, a survey, a measure.",
}
EVIDENCE_ENDINGS = (
    "pdf", "docx", "doc", "xlsx", "xls", "pptx", "odt", "ods", "csv", "txt", "jpg", "jpeg",
    "png", "msg", "eml",
)  # fmt: skip


def long_text(label: str, hint: str = "", required: bool = True, rows: int = 4) -> forms.CharField:
    """A text of several lines that keeps its line ends."""
    return forms.CharField(
        label=label,
        help_text=hint,
        required=required,
        max_length=20_000,
        widget=forms.Textarea({"rows": rows}),
    )


class ActingForm(PlainForm):
    """A form of one action. `today` bounds days that cannot lie ahead."""

    past_days: tuple[str, ...] = ()

    def __init__(self, *args: Any, today: dt.date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in self.past_days:
            field = self.fields[name]
            if isinstance(field, PlainDateField):
                field.latest = today


def review_problems(
    form: forms.Form, status: str | None, review_on: dt.date | None
) -> list[tuple[str, str]]:
    """(field, what to do) where a status and the day of the next review do not go together."""
    if {"status", "next_review_on"} & form.errors.keys():
        return []
    if status == Status.UNDER_REVIEW and not review_on:
        return [("next_review_on", "Enter the day of the next review")]
    if review_on and status != Status.UNDER_REVIEW:
        return [("status", "Choose “Under review”, or empty the day of the next review")]
    return []


def with_version(data: Any, name: str, version: int) -> Any:
    """What was typed, ready to be saved over the version that stands now."""
    kept = data.copy()
    kept[name] = str(version)
    return kept


class ForAnother(ActingForm):
    """A form that may be filled in for somebody else: who said it, when and how."""

    past_days: tuple[str, ...] = ("said_on",)
    behalf_fields = ("said_by", "said_on", "said_how")

    said_by = forms.CharField(
        label="Who said it", required=False, max_length=200, help_text="Leave empty if it is you."
    )
    said_on = PlainDateField(label="When they said it", required=False)
    said_how = forms.CharField(
        label="How they said it",
        required=False,
        max_length=200,
        help_text="For example: by e-mail, by telephone, or the minute of a meeting.",
    )

    def clean(self) -> dict[str, Any]:
        """Day and way of telling need a person who told."""
        cleaned = super().clean() or self.cleaned_data
        if (cleaned.get("said_on") or cleaned.get("said_how")) and not cleaned.get("said_by"):
            self.add_error("said_by", "Enter who said it, or empty the day and the way below")
        return cleaned


class UpdateForm(ForAnother):
    """How it stands, in words, with or without a new status."""

    past_days = ("said_on", "effective_on")
    asks = {"words": "Write how it stands"}

    words = long_text(
        "How does it stand?",
        "What has happened, what comes next, what is in the way. Do not name a child or an adult "
        "at risk.",
        required=False,
    )
    status = forms.ChoiceField(
        label="Status",
        required=False,
        choices=[NO_CHANGE],
        error_messages={"invalid_choice": "Choose a status from the list"},
    )
    next_review_on = PlainDateField(
        label="Next review", required=False, help_text="Only for “Under review”: the day of it."
    )
    effective_on = PlainDateField(
        label="The day this speaks of", required=False, help_text="Leave empty for today."
    )

    def __init__(self, *args: Any, status: str = "", recurs: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.is_under_review = status == Status.UNDER_REVIEW
        left_out = {Status.UNSTATED, Status.IN_FORCE if not recurs else Status.COMPLETE, status}
        now = Status(status).label if status else ""
        keep = (NO_CHANGE[0], f"{NO_CHANGE[1]}: {now}" if now else NO_CHANGE[1])
        self.fields["status"].choices = [  # type: ignore[attr-defined]
            keep,
            *((value, label) for value, label in Status.choices if value not in left_out),
        ]

    def clean(self) -> dict[str, Any]:
        """Something has to be said."""
        cleaned = super().clean()
        status, review_on = cleaned.get("status"), cleaned.get("next_review_on")
        if review_on and not status and self.is_under_review:
            # a new day for a review that goes on
            status = cleaned["status"] = Status.UNDER_REVIEW.value
        says_status = status or self.errors.keys() & {"status", "next_review_on"}
        if not cleaned.get("words", "").strip() and not says_status:
            self.add_error("words", "Write how it stands, or choose a new status")
        for name, words in review_problems(self, status, review_on):
            self.add_error(name, words)
        return cleaned


class NewDateForm(ForAnother):
    """A new due date, with its reason and who approved it."""

    asks = {
        "due_on": "Enter the new date",
        "reason": "Say why the date has to move",
        "approved_by": "Enter who approved the new date",
    }

    due_on = PlainDateField(label="New due date")
    reason = long_text("Why it has to move", rows=3)
    approved_by = forms.CharField(
        label="Who approved it",
        max_length=200,
        help_text="A person, or a meeting with its minute: “Committee, 22 July, minute 14”.",
    )


class EvidenceForm(ForAnother):
    """A piece of evidence: a file, a link, a note or a minute."""

    past_days = ("said_on", "relates_on")
    asks = {"relates_on": "Enter the date that the evidence is about"}

    kind = PlainChoiceField(
        label="What is it?",
        choices=EvidenceKind.choices,
        required=False,
        help_text="A file or link that you give below answers this by itself.",
    )
    file = PlainFileField(
        label="File", required=False, endings=EVIDENCE_ENDINGS, max_bytes=25 * MEGABYTE
    )
    link = forms.URLField(
        label="Link",
        required=False,
        max_length=1000,
        assume_scheme="https",
        help_text="For example, https://council.example/papers/22-july",
        error_messages={"invalid": "Enter the whole address, beginning with https://"},
    )
    words = long_text(
        "Words",
        "For a note or a minute: what it says. For a file or link: what to look at in it. "
        "Do not name a child or an adult at risk.",
        required=False,
        rows=3,
    )
    relates_on = PlainDateField(
        label="The date it is about",
        help_text="The day of the minute, the end of the period audited. For example, 31/8/26",
    )
    expires_on = PlainDateField(
        label="Good until",
        required=False,
        help_text="If it proves something only for a time: the day to look again.",
    )
    claim = PlainChoiceField(
        label="What does it show?", choices=Claim.choices, initial=Claim.DONE, option_hints=CLAIMS
    )

    def clean(self) -> dict[str, Any]:
        """Each kind needs its own thing."""
        cleaned = super().clean()
        kind = EvidenceKind(cleaned["kind"]) if cleaned.get("kind") else None
        if kind is None and "kind" not in self.errors:
            if cleaned.get("file"):
                kind = EvidenceKind.FILE
            elif cleaned.get("link"):
                kind = EvidenceKind.LINK
            elif not self.errors:
                self.add_error("kind", "Choose what it is, or give a file or a link")
            cleaned["kind"] = kind.value if kind else ""
        needs = (
            {
                EvidenceKind.FILE: ("file", "Choose the file"),
                EvidenceKind.LINK: ("link", "Enter the link"),
                EvidenceKind.NOTE: ("words", "Write the note"),
                EvidenceKind.MINUTE: ("words", "Write what the minute says, and which it is"),
            }.get(kind)
            if kind
            else None
        )
        if needs and not cleaned.get(needs[0]) and needs[0] not in self.errors:
            self.add_error(*needs)
        relates, expires = cleaned.get("relates_on"), cleaned.get("expires_on")
        if relates and expires and expires <= relates:
            self.add_error("expires_on", "Enter a day after the date the evidence is about")
        return cleaned


class ReasonForm(ActingForm):
    """Something that only needs a reason."""

    asks = {"reason": "Say why"}

    reason = forms.CharField(label="Why", max_length=300, widget=forms.Textarea({"rows": 3}))


class CompleteForm(ForAnother):
    """A declaration that the action is complete."""

    past_days = ("said_on", "effective_on")

    words = long_text("What was done", required=False)
    effective_on = PlainDateField(
        label="The day it was complete", required=False, help_text="Leave empty for today."
    )


class AgreeForm(ActingForm):
    """Agreement by a second person."""

    words = long_text("What you looked at", required=False, rows=3)
    minute = forms.CharField(
        label="Minute",
        required=False,
        max_length=300,
        help_text="If a meeting agreed it: which meeting, day and minute.",
    )


class MetForm(ForAnother):
    """A recurring duty was met this time."""

    past_days = ("said_on", "met_on")
    asks = {"met_on": "Enter the day on which it was met"}

    met_on = PlainDateField(label="The day it was met")
    words = long_text("What was done", required=False, rows=3)
    next_on = PlainDateField(
        label="Next time", required=False, help_text="Leave empty to go by the plan’s own rhythm."
    )


class ColourForm(ActingForm):
    """The lead's own colour beside that of the plan's rule."""

    asks = {"colour": "Choose a colour, or “As the rule says”"}

    colour = PlainChoiceField(
        label="Colour", required=False, choices=[("", "As the rule says"), *Rag.choices]
    )
    reason = forms.CharField(
        label="Why",
        required=False,
        max_length=300,
        help_text="Needed where your colour looks better than the rule’s. Both are shown.",
        widget=forms.Textarea({"rows": 3}),
    )


class LinkForm(ActingForm):
    """A link to another action."""

    asks = {"to": "Choose the other action"}

    to = PickField(label="The other action")
    kind = PlainChoiceField(label="How are they linked?", choices=LinkKind.choices)

    def __init__(self, *args: Any, others: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["to"].choices = [("", "Choose an action"), *others]  # type: ignore[attr-defined]


class AskForm(ActingForm):
    """A question to the owner."""

    asks = {
        "words": "Write the question",
        "answer_due_on": "Enter the day by which you need the answer",
    }

    words = long_text(
        "Your question", "It becomes part of the record. Do not name a child.", rows=3
    )
    person = PickField(
        label="Who should answer", required=False, help_text="Leave empty for the owners."
    )
    answer_due_on = PlainDateField(label="Answer needed by")

    def __init__(self, *args: Any, people: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"].choices = [("", "The owners"), *people]  # type: ignore[attr-defined]
