"""Reporting a worry: one page, five questions, two minutes."""

from __future__ import annotations

import datetime as dt
import secrets
from typing import Any

from django import forms
from django.utils import timezone

from joinedup.concerns.choices import Door, PersonRole
from joinedup.concerns.rules.ages import group_of, read_age
from joinedup.concerns.rules.new import NewConcern, NewPerson, Raiser, Telephoned
from joinedup.pages.forms import MEGABYTE, PlainDateField, PlainFileField, PlainForm
from joinedup.referrals.choices import AgeGroup
from joinedup.rulebook.working_days import LONDON

__all__ = ["MORE", "QUESTIONS", "MoreForm", "ReportForm", "long_text", "once_field", "short_text"]

ENDINGS = ("pdf", "docx", "doc", "xlsx", "csv", "txt", "jpg", "jpeg", "png", "msg", "eml")
QUESTIONS = ("words", "who", "age", "place", "source")
"""The five questions, in their order."""
MORE = ("told", "called", "called_on", "called_at", "their_reference", "file")
"""What may be added and is never asked."""
Choices = list[tuple[str, str]]


def form_mark() -> str:
    """A new mark for a form, so that the same form sent twice is taken once."""
    return secrets.token_urlsafe(24)


def once_field() -> forms.CharField:
    """The mark of a form, unseen."""
    return forms.CharField(
        required=False, max_length=80, initial=form_mark, widget=forms.HiddenInput
    )


def long_text(label: str, hint: str, rows: int, *, required: bool = True) -> forms.CharField:
    """A text of several lines."""
    return forms.CharField(
        label=label,
        help_text=hint,
        required=required,
        max_length=20_000,
        widget=forms.Textarea({"rows": rows}),
    )


def short_text(label: str, hint: str = "", length: int = 300) -> forms.CharField:
    """A line that may be left empty."""
    return forms.CharField(label=label, help_text=hint, required=False, max_length=length)


class ReportForm(PlainForm):
    """What a worried colleague or partner tells."""

    asks = {"words": "Write what worries you"}

    words = long_text(
        "What worries you?",
        "What you saw or heard, when and where, in plain words. If somebody said it, write it as "
        "they said it, in quotation marks.",
        6,
    )
    who = short_text(
        "Who is it about?",
        "One person: a name, or what you know, such as “girl called K, Ford van”. Tell us of "
        "others in your words.",
    )
    age = short_text(
        "How old are they, at least about?", "For example: 14, about 40, year 9, unborn."
    )
    place = short_text("Where do they live, or where are they now?")
    source = forms.ChoiceField(
        label="Where does it come from?",
        required=False,
        help_text="Your own service, or whoever told you.",
    )

    told = short_text(
        "Do they, or a parent, know that you are telling us?",
        "If it was not safe to tell them, say so.",
        500,
    )
    called = short_text(
        "Whom did you telephone already?", "We draft the written confirmation.", 200
    )
    called_on = PlainDateField(label="Day of the call", required=False)
    called_at = forms.TimeField(
        label="Time of the call",
        required=False,
        help_text="For example, 16:55",
        error_messages={"invalid": "Enter the time like 16:55"},
    )
    their_reference = short_text("Their reference", length=100)
    file = PlainFileField(label="A file", required=False, endings=ENDINGS, max_bytes=25 * MEGABYTE)
    once = once_field()

    def __init__(self, *args: Any, sources: Choices, today: dt.date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        source: Any = self.fields["source"]
        source.choices = [("", "Choose"), *sources]
        day: Any = self.fields["called_on"]
        day.latest = today
        self.today = today

    def clean(self) -> dict[str, Any]:
        """A call has whom and when, or nothing."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        said = [cleaned.get("called"), cleaned.get("called_on"), cleaned.get("called_at")]
        if any(said) and not cleaned.get("called") and "called" not in self.errors:
            self.add_error("called", "Enter whom you telephoned, or empty the day and the time")
        return cleaned

    def has_more(self) -> bool:
        """Whether something is typed or wrong in what is folded away."""
        typed = any(str(self[name].value() or "").strip() for name in MORE if name != "file")
        return typed or any(name in self.errors for name in MORE)

    def person(self) -> tuple[NewPerson, ...]:
        """Whom it is about, as far as told. Who is not surely an adult is written down as a
        child."""
        said = self.cleaned_data
        who, age, place = said["who"].strip(), said["age"].strip(), said["place"].strip()
        if not (who or age or place):
            return ()
        is_unborn = "unborn" in age.casefold() or "not born" in age.casefold()
        is_adult = group_of(read_age(age)) is AgeGroup.ADULT
        is_name = bool(who) and len(who.split()) <= 4 and "," not in who and who[:1].isupper()
        return (
            NewPerson(
                role=PersonRole.ADULT if is_adult else PersonRole.CHILD,
                name=who if is_name else "",
                words="" if is_name else who,
                age_words="" if is_unborn else age,
                is_unborn=is_unborn,
                lives=place,
            ),
        )

    def call(self) -> Telephoned | None:
        """A call made already: at noon where only the day is known, now where neither is."""
        said = self.cleaned_data
        if not said.get("called"):
            return None
        now = timezone.now()
        day = said.get("called_on") or timezone.localdate(now)
        time = said.get("called_at")
        at = dt.datetime.combine(day, time, tzinfo=LONDON) if time else None
        if at is None:
            at = (
                now
                if day == timezone.localdate(now)
                else dt.datetime.combine(day, dt.time(12), tzinfo=LONDON)
            )
        return Telephoned(said["called"], at, said["their_reference"])

    def report(self, door: Door, raiser: Raiser | None = None) -> NewConcern:
        """The report as the action takes it."""
        said = self.cleaned_data
        return NewConcern(
            door=door,
            words=said["words"],
            people=self.person(),
            source=said["source"],
            told=said["told"],
            raiser=raiser or Raiser(),
            telephoned=self.call(),
            once=said["once"],
        )


class MoreForm(PlainForm):
    """Something learnt later, or an e-mail put on a concern."""

    words = long_text("What else do you know?", "", 5, required=False)
    file = PlainFileField(
        label="A file or a saved e-mail", required=False, endings=ENDINGS, max_bytes=25 * MEGABYTE
    )
    once = once_field()

    def clean(self) -> dict[str, Any]:
        """Something has to be said."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if not cleaned.get("words", "").strip() and not cleaned.get("file") and not self.errors:
            self.add_error("words", "Write what else you know, or choose a file")
        return cleaned
