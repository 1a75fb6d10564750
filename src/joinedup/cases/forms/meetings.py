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
MOST_ROWS = 16


class AttendanceForm(PlainForm):
    """Who was asked to a meeting and whether they came. A row without an answer is left out."""

    def __init__(
        self,
        *args: Any,
        agencies: Sequence[tuple[str, str]],
        asked: Sequence[Attended],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        rows = [*asked, *([Attended("", "", "")] * BLANK_ROWS)][:MOST_ROWS]
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


class MeetingForm(AttendanceForm):
    """A meeting that was held."""

    asks = {"kind": "Choose which meeting it was", "result": "Choose what came of it"}

    kind = PlainChoiceField(label="Which meeting was it?", choices=MeetingKind.choices)
    on = PlainDateField(label="Held on", required=False, help_text="Leave empty for today.")
    result = PlainChoiceField(label="What came of it?", choices=MeetingResult.choices)
    words = long_text("What was decided, and why?", required=False, rows=3)
