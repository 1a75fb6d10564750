"""The form behind a link from a reminder: how it stands, a new date, evidence."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms

from joinedup.assurance.forms.acting import EVIDENCE_ENDINGS, long_text
from joinedup.pages.forms import (
    MEGABYTE,
    PlainChoiceField,
    PlainDateField,
    PlainFileField,
    PlainForm,
)

__all__ = ["AnswerForm"]

GOING_ON = ("", "It is still being worked on")


class AnswerForm(PlainForm):
    """Everything the owner may say of one action with a link."""

    DATE = ("new_on", "reason")
    EVIDENCE = ("file", "link", "about_on")

    answer = long_text(
        "Your answer", "Do not name a child or an adult at risk.", required=False, rows=5
    )
    how = PlainChoiceField(label="How does it stand?", required=False)
    met_on = PlainDateField(
        label="The day it was met", required=False, help_text="Leave empty for today."
    )
    words = long_text(
        "Say it in a few words",
        "What has happened, what comes next, what is in the way. Do not name a child or an adult "
        "at risk.",
        required=False,
    )
    new_on = PlainDateField(label="New date", required=False)
    reason = long_text("Why the date has to move", required=False, rows=3)
    file = PlainFileField(
        label="File", required=False, endings=EVIDENCE_ENDINGS, max_bytes=25 * MEGABYTE
    )
    link = forms.URLField(
        label="Or a link to it",
        required=False,
        max_length=1000,
        assume_scheme="https",
        error_messages={"invalid": "Enter the whole address, beginning with https://"},
    )
    about_on = PlainDateField(
        label="The date that the evidence is about",
        required=False,
        help_text="The day of the minute, the end of the period audited. Leave empty for today.",
    )

    def __init__(
        self,
        *args: Any,
        today: dt.date,
        recurs: bool,
        only_evidence: bool,
        has_question: bool,
        is_owner: bool,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        if not has_question:
            del self.fields["answer"]
        if not is_owner:
            for name in [one for one in self.fields if one != "answer"]:
                del self.fields[name]
            return
        for name in ("met_on", "about_on"):
            self.fields[name].latest = today  # type: ignore[attr-defined]
        if only_evidence:
            for name in ("how", "met_on", *self.DATE):
                del self.fields[name]
            return
        done = ("met", "It was met this time") if recurs else ("done", "It is done")
        self.fields["how"].choices = [GOING_ON, done]  # type: ignore[attr-defined]
        if not recurs:
            del self.fields["met_on"]

    def clean(self) -> dict[str, Any]:
        """Something has to be said, and parts that belong together come together."""
        cleaned = super().clean() or self.cleaned_data
        new_on, reason = cleaned.get("new_on"), cleaned.get("reason", "").strip()
        if new_on and not reason and "reason" not in self.errors:
            self.add_error("reason", "Say why the date has to move")
        if reason and not new_on and "new_on" not in self.errors:
            self.add_error("new_on", "Enter the new date")
        if new_on and new_on < self.today:
            self.add_error("new_on", "This day has already passed. Give a day to come")
        if new_on and cleaned.get("how"):
            self.add_error(
                "new_on", "What is done needs no new date: empty this, or choose how it stands"
            )
        parts = ("words", "answer", "how", "new_on", "file", "link")
        is_silent = not any(cleaned.get(name) for name in parts) and not self.errors
        if is_silent and "words" not in self.fields:
            self.add_error("answer", "Write your answer")
        elif is_silent:
            what = (
                "attach evidence"
                if "how" not in self.fields
                else "propose a new date, or attach evidence"
            )
            self.add_error("words", f"Write how it stands, {what}")
        return cleaned

    def opened(self, names: tuple[str, ...]) -> bool:
        """Whether a folded part of the form has to stand open: something is typed or wrong there."""
        return any(self[name].errors or self[name].value() for name in names if name in self.fields)
