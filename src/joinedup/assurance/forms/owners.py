"""The form in which an action changes hands."""

from __future__ import annotations

from typing import Any

from django import forms

from joinedup.assurance.forms.acting import ActingForm
from joinedup.assurance.rules.owner_boxes import box_value, marks_of
from joinedup.assurance.rules.state import OwnerMark
from joinedup.pages.forms import PickField

__all__ = ["OwnersForm"]

Choices = list[tuple[str, Any]]
FEWEST_BOXES, SPARE_BOXES, MOST_BOXES = 3, 2, 60


class OwnersForm(ActingForm):
    """Who owns the action from now on, first the one who answers for it: a box for everybody who
    owns it now, and empty ones. `standing` are the owners now, each with the words to show."""

    asks = {"owner": "Choose who owns this"}

    owner = PickField(
        label="Owner",
        help_text="A post keeps its actions when the person in it leaves.",
    )
    reason = forms.CharField(label="Why it changes hands", required=False, max_length=300)
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(
        self, *args: Any, owners: Choices, standing: list[tuple[OwnerMark, str]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.standing = [mark for mark, _ in standing]
        typed = sum(name.startswith("owner") for name in self.data)
        count = max(FEWEST_BOXES, len(standing) + SPARE_BOXES, min(typed, MOST_BOXES))
        offered = {value for _, group in owners for value, _ in group}
        now = [(box_value(mark), words) for mark, words in standing]
        kept = [(value, words) for value, words in dict(now).items() if value not in offered]
        groups = [("Owners now", kept), *owners] if kept else owners
        self.boxes = ["owner", *(f"owner_{number}" for number in range(2, count + 1))]
        for number, name in enumerate(self.boxes, 1):
            if name not in self.fields:
                self.fields[name] = PickField(label=f"Owner {number}", required=False)
            self.fields[name].choices = [("", "Nobody"), *groups]  # type: ignore[attr-defined]
        for name, (value, _) in zip(self.boxes, now, strict=False):
            self.initial.setdefault(name, value)
        self.order_fields([*self.boxes, "reason", "version"])

    def chosen(self) -> tuple[OwnerMark, ...]:
        """The owners chosen, each once, in order; each keeps the words that the plan printed."""
        return marks_of([self.cleaned_data.get(name, "") for name in self.boxes], self.standing)
