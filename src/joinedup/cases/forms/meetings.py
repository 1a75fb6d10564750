"""The form of a meeting about a case: which, when, what came of it, and a row for each who was asked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms

from joinedup.cases.actions import Attended
from joinedup.cases.choices import Came, MeetingKind, MeetingResult
from joinedup.pages.forms import PlainChoiceField, PlainDateField, PlainForm
from joinedup.referrals.forms.acting import long_text

__all__ = ["AttendanceForm", "MeetingForm"]

BLANK_ROWS = 4


class AttendanceForm(PlainForm):
    """Who was asked to a meeting and whether they came. A row that nobody touched is left out; one
    that was typed or changed needs its answer, and one that is answered says of whom."""

    asked_of = {"agency": "Choose the organisation",
                "who": "Write which post or person it sent, or should have"}  # fmt: skip

    def __init__(
        self,
        *args: Any,
        agencies: Sequence[tuple[str, str]],
        asked: Sequence[Attended],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        rows = [*asked, *([Attended("", "", "")] * BLANK_ROWS)]
        for place, row in enumerate(rows, start=1):
            self.fields[f"agency_{place}"] = forms.ChoiceField(
                label=f"{place}. Organisation", required=False, initial=row.agency,
                choices=[("", "Choose"), *agencies],
            )  # fmt: skip
            self.fields[f"who_{place}"] = forms.CharField(
                label=f"{place}. Which post or person?", required=False, max_length=200,
                initial=row.who,
            )  # fmt: skip
            self.fields[f"came_{place}"] = forms.ChoiceField(
                label=f"{place}. Did they come?", required=False, initial=row.came,
                choices=[("", "Not asked"), *Came.choices],
            )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        """Ask for what is missing, each beside its own row."""
        said: dict[str, Any] = super().clean() or {}
        for name in [one for one in self.fields if one.startswith("came_")]:
            place = name.removeprefix("came_")
            row = [f"agency_{place}", f"who_{place}", name]
            is_touched = any(said.get(one, "") != (self.fields[one].initial or "") for one in row)
            is_somebody = any(said.get(one) for one in row) or self.fields[name].initial
            if is_touched and is_somebody and not said.get(name):
                self.add_error(name, "Say whether they came")
            for part, words in self.asked_of.items() if said.get(name) else ():
                if not said.get(f"{part}_{place}") and f"{part}_{place}" not in self.errors:
                    self.add_error(f"{part}_{place}", words)
        return said


class MeetingForm(AttendanceForm):
    """A meeting that was held."""

    asks = {"kind": "Choose which meeting it was", "result": "Choose what came of it"}

    kind = PlainChoiceField(label="Which meeting was it?", choices=MeetingKind.choices)
    on = PlainDateField(label="Held on", required=False, help_text="Leave empty for today.")
    result = PlainChoiceField(label="What came of it?", choices=MeetingResult.choices)
    words = long_text("What was decided, and why?", required=False, rows=3)
