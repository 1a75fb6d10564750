"""The form with which somebody leaves."""

from __future__ import annotations

from typing import Any

from joinedup.pages.forms import PickField, PlainDateField, PlainForm

__all__ = ["LeaverForm"]

Choices = list[tuple[str, Any]]


class LeaverForm(PlainForm):
    """The last day, and who takes over what is theirs by name; not asked where nothing is."""

    asks = {"on": "Enter the last day", "new": "Choose who takes over"}

    on = PlainDateField(label="Last day")
    new = PickField(
        label="Who takes over what is theirs by name?",
        help_text="A post keeps its actions when the person in it leaves. Type part of a name,"
        " then choose.",
    )

    def __init__(self, *args: Any, owners: Choices, has_own: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if has_own:
            self.fields["new"].choices = [("", "Choose"), *owners]  # type: ignore[attr-defined]
        else:
            del self.fields["new"]
