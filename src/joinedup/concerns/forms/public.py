"""Forms of the public door, made from the questions of the rule book."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms

from joinedup.concerns.forms.reporting import once_field
from joinedup.concerns.rules.questions import Field, Question
from joinedup.pages.forms import PlainChoiceField, PlainForm

__all__ = ["CodeForm", "LaterForm", "QuestionForm", "SendForm"]

TRAP = "website"
REACH = "Give a telephone number or an e-mail address, or go back and choose not to say who you are"
MOST_WORDS = 8_000


class QuestionForm(PlainForm):
    """One question as its page asks it. What is typed too long is told at the field, never cut."""

    def __init__(
        self, data: Any, question: Question, initial: Mapping[str, Any], is_about_me: bool
    ) -> None:
        super().__init__(data, initial=dict(initial))
        self.heads = len(question.fields) == 1 or not question.fields[0].label
        for place, field in enumerate(question.fields):
            label = field.label_me if is_about_me else field.label
            hint = field.hint_me if is_about_me else field.hint
            if place == 0 and not label:
                label = question.ask_me if is_about_me else question.ask
                hint = hint or (question.hint_me if is_about_me else question.hint)
            made = _made(field, label, hint)
            made.error_messages["required"] = field.needed
            self.fields[field.name] = made

    def clean(self) -> dict[str, Any]:
        """Somebody who may be reached leaves a number or an address."""
        said = super().clean() or {}
        asks = {"phone", "email"} <= set(self.fields) and not self.errors
        if asks and self.data.get("contact") != "no" and not (said["phone"] or said["email"]):
            self.add_error("phone", REACH)
        return said

    def answers(self) -> dict[str, str | list[str]]:
        """What was typed, as it is kept."""
        return {
            name: list(value) if isinstance(value, list) else str(value or "")
            for name, value in self.cleaned_data.items()
        }


def _made(field: Field, label: str, hint: str) -> forms.Field:
    given: dict[str, Any] = {
        "label": label,
        "help_text": hint,
        "required": bool(field.needed),
    }
    choices = [(one.value, one.words) for one in field.choices]
    if field.kind == "one":
        hints = {one.value: one.hint for one in field.choices if one.hint}
        return PlainChoiceField(choices=choices, option_hints=hints, **given)
    if field.kind == "several":
        box = forms.CheckboxSelectMultiple
        return forms.MultipleChoiceField(choices=choices, widget=box, **given)
    too_long = f"Write at most {field.most:,} characters here"
    given |= {"max_length": field.most, "error_messages": {"max_length": too_long}}
    if field.kind == "email":
        made = forms.EmailField(**given)
        made.error_messages["invalid"] = "Write the whole address, for example name@example.org"
        return made
    if field.kind == "text":
        return forms.CharField(widget=forms.Textarea(attrs={"rows": field.lines}), **given)
    kind = {"type": "tel"} if field.kind == "phone" else {}
    return forms.CharField(widget=forms.TextInput(attrs={"autocomplete": "off", **kind}), **given)


class SendForm(PlainForm):
    """Sending. The trap is a box that no person sees; a machine fills it in."""

    website = forms.CharField(
        label="Leave this box empty", required=False, widget=forms.TextInput(attrs={"tabindex": -1})
    )

    def clean_website(self) -> str:
        """Whatever stands in the trap has to come out; nothing is refused for good."""
        if self.cleaned_data[TRAP]:
            raise forms.ValidationError("Empty this box, then press Send again")
        return ""


class CodeForm(PlainForm):
    """The code that somebody got when they sent a report."""

    asks = {"code": "Write the code you got when you sent your report"}

    code = forms.CharField(
        label="Your code",
        max_length=40,
        help_text="15 letters and numbers. Small letters and gaps do not matter.",
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )


class LaterForm(PlainForm):
    """What somebody adds to their report."""

    asks = {"words": "Write what you want to add"}

    words = forms.CharField(
        label="Is there anything you want to add?",
        max_length=MOST_WORDS,
        help_text="It joins your report. The same people read it.",
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    code = forms.CharField(max_length=40, widget=forms.HiddenInput)
    once = once_field()
