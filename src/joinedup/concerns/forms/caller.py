"""Who is on the telephone."""

from __future__ import annotations

from typing import Any

from django import forms

from joinedup.concerns.choices import CallerKind
from joinedup.concerns.rules.callers import Caller
from joinedup.pages.forms import PlainChoiceField, PlainForm

__all__ = ["CallerForm"]

NEEDED = {
    "caller_name": "Write the name of whoever rings from work",
    "caller_post": "Write their post: what they do there",
    "caller_agency": "Write which organisation they ring from",
}
NOT_FROM_WORK = (
    "This is kept only of somebody who rings from work. Choose that above, or take it out"
)
SAID_NO = "They said no to being rung back. Take their telephone out, or change that answer"


def _line(label: str, most: int, hint: str = "", **attrs: str) -> forms.CharField:
    widget = forms.TextInput(attrs={"autocomplete": "off", **attrs})
    return forms.CharField(
        label=label, help_text=hint, required=False, max_length=most, widget=widget
    )


class CallerForm(PlainForm):
    """Who rings, and of somebody who rings from work: name, post, organisation, telephone. Nothing
    that was typed is left out without a word."""

    asks = {"caller": "Choose who rings"}

    caller = PlainChoiceField(
        label="Who rings?",
        choices=CallerKind.choices,
        option_hints={
            CallerKind.WORK.value: "For example, a social worker of another council, a school, the "
            "police, a partner, a colleague"
        },
    )
    caller_name = _line("Their name", 80)
    caller_post = _line("Their post", 60, "For example, school nurse, or duty social worker")
    caller_agency = _line("Their organisation", 58)
    caller_phone = _line("Telephone there", 40, type="tel")
    caller_source = forms.ChoiceField(label="What sort of organisation is it?", required=False)

    def __init__(
        self, *args: Any, sources: list[tuple[str, str]], may_ring_back: bool, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.may_ring_back = may_ring_back
        source: Any = self.fields["caller_source"]
        source.choices = [("", "Choose"), *sources]

    def clean(self) -> dict[str, Any]:
        """Somebody who rings from work says who they are."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if cleaned.get("caller") == CallerKind.WORK:
            for name, words in NEEDED.items():
                if not cleaned.get(name, "").strip() and name not in self.errors:
                    self.add_error(name, words)
            if cleaned.get("caller_phone", "").strip() and not self.may_ring_back:
                self.add_error("caller_phone", SAID_NO)
        elif cleaned.get("caller"):
            for name in (*NEEDED, "caller_phone", "caller_source"):
                if cleaned.get(name, "").strip():
                    self.add_error(name, NOT_FROM_WORK)
        return cleaned

    def caller_said(self) -> Caller:
        """The caller as far as written down; a member of the public where nothing is."""
        said = getattr(self, "cleaned_data", {})
        if said.get("caller") != CallerKind.WORK:
            return Caller(CallerKind(said.get("caller") or CallerKind.PUBLIC))
        return Caller(
            CallerKind.WORK,
            *(
                said.get(f"caller_{one}", "")
                for one in ("name", "post", "agency", "phone", "source")
            ),
        )
