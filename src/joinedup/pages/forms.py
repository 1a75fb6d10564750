"""Forms in plain words: base form, and fields whose errors say what to do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile

from joinedup.pages.dates import long_date
from joinedup.pages.rules import NotADate, day_of, outside, typed_date

MEGABYTE = 1024 * 1024
OWNED = ("your ", "the ", "a ", "an ", "their ", "who ", "what ", "when ", "why ", "how ")


class PlainForm(forms.Form):
    """A form whose missing-answer errors name the field: 'Enter the reason'.

    Set `asks = {"reason": "Enter why the date moves"}` for better words, and `needed = {"number":
    "needed if you rang"}` for a field that another answer makes necessary.
    """

    asks: Mapping[str, str] = {}
    needed: Mapping[str, str] = {}
    use_required_attribute = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            words = self.asks.get(name) or missing(field, name)
            field.error_messages = {**field.error_messages, "required": words}


def missing(field: forms.Field, name: str) -> str:
    """The sentence for an answer that was left out."""
    label = str(field.label or name.replace("_", " ").capitalize()).rstrip(":. ")
    if isinstance(field, forms.BooleanField):
        return f"Tick “{label}” to go on"
    if label.endswith("?"):
        return f"Answer the question “{label}”"
    label = label if label[:2].isupper() else label[:1].lower() + label[1:]
    named = label if label.startswith(OWNED) else f"the {label}"
    if isinstance(field, forms.FileField):
        return f"Choose a file for {named}"
    return f"{'Choose' if isinstance(field, forms.ChoiceField) else 'Enter'} {named}"


class PlainDateInput(forms.TextInput):
    """One box for a date, wide enough for '31 September 2026'."""

    width = "10"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"autocomplete": "off", **(attrs or {})})

    def format_value(self, value: Any) -> str | None:
        """Dates in words; what somebody typed exactly as they typed it."""
        return long_date(value) if isinstance(value, date) else super().format_value(value)


class PlainDateField(forms.Field):
    """A date as British people write it, in one box.

    `earliest` and `latest` bound it. Cleans to a date, or None when not required.
    """

    widget = PlainDateInput

    def __init__(
        self, *, earliest: date | None = None, latest: date | None = None, **kwargs: Any
    ) -> None:
        kwargs.setdefault("help_text", "For example, 31 August 2026 or 31/8/26")
        super().__init__(**kwargs)
        self.earliest, self.latest = earliest, latest

    def to_python(self, value: Any) -> date | None:
        """The date typed; ValidationError with a sentence when it is none."""
        if value in self.empty_values:
            return None
        if isinstance(value, date):
            return value
        try:
            return typed_date(str(value))
        except NotADate as problem:
            raise ValidationError(str(problem), code="date") from None

    def validate(self, value: Any) -> None:
        """Adds the bounds to Django's own check."""
        super().validate(value)
        if value and (sentence := outside(value, self.earliest, self.latest)):
            raise ValidationError(sentence, code="bounds")

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Whether the same day was typed, however it is written."""
        try:
            return self.to_python(initial) != self.to_python(data)
        except ValidationError:
            return True


class DateBoxes(forms.MultiWidget):
    """Day, month and year in three boxes."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__([forms.TextInput(), forms.TextInput(), forms.TextInput()], attrs)

    def decompress(self, value: date | None) -> list[Any]:
        """The boxes of a date."""
        return [value.day, value.month, value.year] if value else ["", "", ""]


class PlainDateBoxesField(forms.Field):
    """A date in three boxes, for a date a person knows by heart. Cleans to a date or None."""

    widget = DateBoxes
    box_labels = ("Day", "Month", "Year")

    def __init__(
        self, *, earliest: date | None = None, latest: date | None = None, **kwargs: Any
    ) -> None:
        kwargs.setdefault("help_text", "For example, 31 8 2026")
        super().__init__(**kwargs)
        self.earliest, self.latest = earliest, latest

    def to_python(self, value: Any) -> date | None:
        """The date of the three boxes; ValidationError names what is missing."""
        boxes = [str(part or "") for part in value or ["", "", ""]]
        if not any(part.strip() for part in boxes):
            return None
        try:
            return day_of(*boxes)
        except NotADate as problem:
            raise ValidationError(str(problem), code="date") from None

    def validate(self, value: Any) -> None:
        """Adds the bounds to Django's own check."""
        super().validate(value)
        if value and (sentence := outside(value, self.earliest, self.latest)):
            raise ValidationError(sentence, code="bounds")


class PlainChoiceField(forms.ChoiceField):
    """One of a few answers, as radio buttons; `option_hints` explains each by its value."""

    widget = forms.RadioSelect
    default_error_messages = {"invalid_choice": "Choose one of the answers shown"}

    def __init__(self, *, option_hints: Mapping[str, str] | None = None, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.option_hints = dict(option_hints or {})


class PickInput(forms.Select):
    """A list to choose from while it is short; a box to search it once it is long."""

    most_shown = 25

    def pairs(self) -> list[tuple[str, str]]:
        """(value, words) of every option, groups undone; words that stand twice say which."""
        flat: list[tuple[str, str]] = []
        for value, words in self.choices:
            inside = words if isinstance(words, list | tuple) else [(value, words)]
            flat += [(str(one), str(said)) for one, said in inside]
        times = Counter(words for _, words in flat)
        return [
            (value, f"{words} ({value})" if times[words] > 1 else words) for value, words in flat
        ]

    @property
    def is_long(self) -> bool:
        """Whether there are too many options to look through."""
        return len(self.pairs()) > self.most_shown

    def typed(self, value: Any) -> str:
        """What the search box shows: the words of an option, or what somebody typed."""
        return dict(self.pairs()).get(str(value or ""), str(value or "")) if value else ""


class PickField(forms.ChoiceField):
    """One of many people, posts or organisations: by value, or by its words as typed.

    Part of a name chooses nobody: the error names those who could be meant.
    """

    widget = PickInput
    most_named = 5

    def to_python(self, value: Any) -> str:
        """The value of the option meant; ValidationError where none or several could be."""
        said = " ".join(str(value or "").split())
        pairs = [pair for pair in cast(PickInput, self.widget).pairs() if pair[0]]
        if not said or said in dict(pairs):
            return said
        wanted = said.casefold()
        whole = [one for one, words in pairs if words.casefold() == wanted]
        alone = [one for one, words in pairs if words.partition(",")[0].casefold() == wanted]
        for found in (whole, alone):
            if len(found) == 1:
                return found[0]
        parts = wanted.split()
        near = [words for _, words in pairs if all(part in words.casefold() for part in parts)]
        if not near:
            raise ValidationError(f"Nobody here is called “{said}”. Type part of a name and choose")
        named = "; ".join(near[: self.most_named])
        more = "; and others" if len(near) > self.most_named else ""
        raise ValidationError(f"“{said}” could be: {named}{more}. Choose the whole name")


class PlainFileField(forms.FileField):
    """A file of a known kind and size, both said in its hint.

    `endings` are like 'docx', without the dot; `max_bytes` is the largest size taken. What is
    inside the file is checked elsewhere, by `documents`.
    """

    def __init__(
        self, *, endings: Iterable[str], max_bytes: int = 25 * MEGABYTE, **kwargs: Any
    ) -> None:
        self.endings, self.max_bytes = tuple(endings), max_bytes
        kwargs.setdefault("help_text", f"{self.kinds()}, up to {size_words(max_bytes)}")
        super().__init__(**kwargs)
        self.widget.attrs["accept"] = ",".join(f".{ending}" for ending in self.endings)

    def kinds(self) -> str:
        """'.docx, .xlsx or .pdf'."""
        dotted = [f".{ending}" for ending in self.endings]
        return " or ".join(filter(None, [", ".join(dotted[:-1]), dotted[-1]]))

    def clean(self, data: Any, initial: Any = None) -> Any:
        """Refuses another kind, an empty file or one too large, each with a sentence."""
        if isinstance(data, UploadedFile):
            ending = Path(data.name or "").suffix.lstrip(".").lower()
            if ending not in self.endings:
                raise ValidationError(
                    f"This is not a file we can take. Choose one ending {self.kinds()}"
                )
            if not data.size:
                raise ValidationError("This file is empty. Choose another, or save it again first")
            if data.size > self.max_bytes:
                raise ValidationError(
                    f"This file is {size_words(data.size)}. The most we can take is "
                    f"{size_words(self.max_bytes)}"
                )
        return super().clean(data, initial)


def size_words(size: int) -> str:
    """'25 MB', '1.5 MB', '300 KB'."""
    if size >= MEGABYTE:
        return f"{size / MEGABYTE:.1f}".removesuffix(".0") + " MB"
    return f"{max(1, round(size / 1024))} KB"
