"""Forms for a paper as a whole: begin one, its front, its publication, its decision."""

from __future__ import annotations

from typing import Any

from django import forms

from joinedup.assurance.forms.acting import ActingForm, Choices, long_text
from joinedup.pages.forms import PlainChoiceField, PlainDateField
from joinedup.papers.choices import OnPlans, Recommends, YesNo

__all__ = ["DecisionForm", "FrontForm", "StartForm"]


def _plans(label: str, hint: str) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=label, help_text=hint, required=False, widget=forms.CheckboxSelectMultiple
    )


class StartForm(ActingForm):
    """A new paper: what sort, about what, for whom."""

    asks = {"kind": "Choose what sort of paper it is", "subject": "Give the paper a subject"}

    kind = PlainChoiceField(label="What sort of paper?")
    subject = forms.CharField(
        label="Subject", max_length=300, help_text="For example: Safeguarding six-monthly review"
    )
    body = forms.CharField(
        label="Committee",
        required=False,
        max_length=200,
        help_text="Leave empty for the committee of the last paper of this sort.",
    )
    meeting_on = PlainDateField(label="Date of the meeting", required=False)
    plans = _plans("Plans it reports on", "Leave empty for those of the last paper of this sort.")

    def __init__(
        self, *args: Any, kinds: list[tuple[str, str, str]], plans: Choices, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        kind: Any = self.fields["kind"]
        kind.choices = [(code, title) for code, title, _ in kinds]
        kind.option_hints = {code: text for code, _, text in kinds}
        self.fields["plans"].choices = plans  # type: ignore[attr-defined]


class FrontForm(ActingForm):
    """What stands in the front of a paper."""

    past_days = ("as_at_on", "key_notice_on", "private_notice_on")
    asks = {"subject": "Give the paper a subject"}

    subject = forms.CharField(label="Subject", max_length=300)
    number = forms.CharField(
        label="Reference of the committee",
        required=False,
        max_length=60,
        help_text="Like SC.15 26/27",
    )
    body = forms.CharField(label="Committee", required=False, max_length=200)
    meeting_on = PlainDateField(label="Date of the meeting", required=False)
    report_by = forms.CharField(
        label="Report by", required=False, max_length=200, help_text="The post, like Chief officer"
    )
    contact = forms.CharField(
        label="Contact officer",
        required=False,
        max_length=500,
        widget=forms.Textarea({"rows": 3}),
        help_text="Name, post, telephone and e-mail, each on its line. It will be public.",
    )
    purpose = long_text("Purpose", "A sentence or two.", required=False, rows=3)
    recommends = PlainChoiceField(
        label="What is the committee asked to do?", choices=Recommends.choices
    )
    recommendation = long_text(
        "Recommendation", "In the words the committee will vote on.", required=False, rows=3
    )
    is_call_in = PlainChoiceField(label="Call-in", choices=YesNo.choices, required=False)
    is_key = PlainChoiceField(label="Key decision", choices=YesNo.choices, required=False)
    key_notice_on = PlainDateField(
        label="Notice of the key decision was given on",
        required=False,
        help_text="Only for a key decision: the day on which it was put on the forward plan.",
    )
    private_notice_on = PlainDateField(
        label="Notice of the exempt part was given on",
        required=False,
        help_text="Only where a section is exempt: the day on which the notice went out.",
    )
    urgency = long_text(
        "Reason for urgency",
        "Only where the paper goes out after its last day: the chair’s reason.",
        required=False,
        rows=2,
    )
    has_no_background = forms.BooleanField(label="No background papers were used", required=False)
    plans = _plans("Plans it reports on", "In the order of the list; a sealed plan is not offered.")
    as_at_on = PlainDateField(
        label="As known on",
        required=False,
        help_text="Leave empty for the day it is published. Tables then say what was known then.",
    )
    exempt_paragraph = forms.ChoiceField(
        label="Exempt under", required=False, help_text="Only where a section is marked exempt."
    )
    exempt_reason = long_text(
        "Why the public interest lies in keeping it back", required=False, rows=2
    )
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(
        self,
        *args: Any,
        plans: Choices,
        paragraphs: Choices,
        call_in: str = "",
        key: str = "",
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["plans"].choices = plans  # type: ignore[attr-defined]
        self.fields["exempt_paragraph"].choices = [  # type: ignore[attr-defined]
            ("", "Nothing is exempt"),
            *paragraphs,
        ]
        self.fields["is_call_in"].label = call_in or "Call-in"
        self.fields["is_key"].label = key or "Key decision"


class DecisionForm(ActingForm):
    """What the meeting decided."""

    past_days = ("decided_on",)
    asks = {
        "decided_on": "Enter the day of the decision",
        "body": "Say which body decided",
        "outcome": "Say what became of the plans",
        "minute": "Give the minute that records it",
        "words": "Write what was decided",
    }

    option = forms.ChoiceField(label="Option chosen", required=False)
    outcome = PlainChoiceField(
        label="What became of the plans that the paper put to it?", choices=OnPlans.choices
    )
    words = long_text(
        "What was decided", "Leave empty to take the option’s own words.", required=False, rows=3
    )
    decided_on = PlainDateField(label="The day of the meeting")
    body = forms.CharField(
        label="Which body decided",
        max_length=200,
        help_text="The committee or board that met, not a person.",
    )
    minute = forms.CharField(label="Minute", max_length=200, help_text="Like: Minute 14")

    def __init__(self, *args: Any, options: Choices, plans: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if plans:
            told = "Only with this is a plan approved: " + "; ".join(plans)
            self.fields["outcome"].help_text = told
        else:
            del self.fields["outcome"]
        if options:
            self.fields["option"].choices = [("", "None of them"), *options]  # type: ignore[attr-defined]
        else:
            del self.fields["option"]
            self.fields["words"].help_text = ""
            self.fields["words"].required = True
