"""Forms of cases, one for each thing that is done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms

from joinedup.cases.choices import (
    Agreement,
    Capacity,
    Circumstance,
    CloseReason,
    ContextKind,
    EnquiryKind,
    HousingResult,
    ItemState,
    NoteKind,
    OurView,
    Route,
    SessionKind,
    TheirDecision,
)
from joinedup.pages.forms import PickField, PlainChoiceField, PlainDateField, PlainForm
from joinedup.referrals.choices import AgeGroup
from joinedup.referrals.forms.acting import long_text

__all__ = [
    "CloseForm",
    "ContextForm",
    "DecisionForm",
    "EndItemForm",
    "EnquiryForm",
    "FlagForm",
    "HandoverForm",
    "HousingForm",
    "ItemForm",
    "MemberForm",
    "NoteForm",
    "OpenForm",
    "PanelForm",
    "ReferForm",
    "RouteForm",
    "SessionForm",
    "SignForm",
    "WishesForm",
    "WordsForm",
]

Pairs = Sequence[tuple[str, str]]


def _line(label: str, hint: str = "", required: bool = True, most: int = 200) -> forms.CharField:
    return forms.CharField(label=label, help_text=hint, required=required, max_length=most)


class Choosing(PlainForm):
    """A form whose choices are given: `picks` maps field names to (value, words)."""

    def __init__(self, *args: Any, picks: Mapping[str, Pairs] | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, pairs in (picks or {}).items():
            field: Any = self.fields[name]
            first = [] if isinstance(field, PlainChoiceField) else [("", "Choose")]
            field.choices = [*first, *pairs]


class OpenForm(Choosing):
    """A case to open."""

    asks = {"name": "Say whom it is about", "why": "Write why this case is opened"}

    name = _line("Whom is it about?", "A name, or what they are called.")
    age = PlainChoiceField(label="How old are they?", choices=AgeGroup.choices)
    born_on = PlainDateField(label="Date of birth", required=False)
    route = PlainChoiceField(label="Route", choices=Route.choices)
    lead_agency = forms.ChoiceField(label="Which agency leads?")
    lead_person = PickField(label="Who leads there?")
    worker = PickField(label="Who works on it here?", required=False)
    team = forms.ChoiceField(label="Team", required=False)
    why = long_text("Why is this case opened?")
    is_domestic_abuse = forms.BooleanField(label="It is about domestic abuse", required=False)
    has_exploitation = forms.BooleanField(label="Exploitation was found", required=False)


class NoteForm(PlainForm):
    """A note."""

    asks = {"kind": "Choose what it is", "words": "Write the note"}

    kind = PlainChoiceField(
        label="What is it?", choices=[one for one in NoteKind.choices if one[0] != "handover"]
    )
    words = long_text("What happened, what was said, what you saw")
    on = PlainDateField(label="On which day?", required=False, help_text="Leave empty for today.")
    is_seen_alone = forms.BooleanField(label="They were seen alone", required=False)
    kept_because = forms.CharField(
        label="Why these words stay", max_length=300, required=False,
        help_text="You need not say. One sentence stands beside the note.",
    )  # fmt: skip


class ItemForm(Choosing):
    """A step or support."""

    asks = {"words": "Write what is to be done", "who": "Say who does it", "due_on": "Give the day"}

    words = long_text("What is to be done, or what support do they need?", rows=2)
    who = _line("Who does it?")
    agency = forms.ChoiceField(label="Of which agency?", required=False)
    due_on = PlainDateField(label="By when?")
    is_support = forms.BooleanField(
        label="It is support that they need",
        required=False,
        help_text="It keeps the case open until they have it, or need it no longer.",
    )
    is_waiting = forms.BooleanField(label="They wait for a place", required=False)


class EndItemForm(PlainForm):
    """A step ended."""

    asks = {"state": "Say whether it is done"}

    state = PlainChoiceField(
        label="How did it end?",
        choices=[one for one in ItemState.choices if one[0] in ("done", "not_needed")],
    )
    words = long_text("What came of it? If it is no longer needed: why?", required=False, rows=2)


class SessionForm(PlainForm):
    """Supervision or review."""

    asks = {"kind": "Choose which", "words": "Write what was said and decided"}

    kind = PlainChoiceField(label="Which was it?", choices=SessionKind.choices)
    with_whom = _line("Who took part?")
    words = long_text("What was said and decided?")
    on = PlainDateField(label="On which day?", required=False, help_text="Leave empty for today.")


class WishesForm(PlainForm):
    """What they want."""

    wants = long_text("What do they want to happen, in their own words?", required=False)
    capacity = PlainChoiceField(label="Can they decide this?", choices=Capacity.choices)
    agreement = PlainChoiceField(label="Do they agree to our work?", choices=Agreement.choices)
    ground = long_text("If not: on what ground do we act all the same?", required=False, rows=2)


class HousingForm(PlainForm):
    """The housing check."""

    asks = {"result": "Choose what the check found"}

    result = PlainChoiceField(label="What did the check find?", choices=HousingResult.choices)
    their_reference = _line("Reference of the homelessness case", required=False, most=60)
    on = PlainDateField(label="On which day?", required=False, help_text="Leave empty for today.")


class WordsForm(PlainForm):
    """One text; its label is given."""

    words = long_text("Words")

    def __init__(self, *args: Any, label: str, hint: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["words"].label, self.fields["words"].help_text = label, hint
        self.fields["words"].error_messages["required"] = "Write this before you go on"


class EnquiryForm(Choosing):
    """An enquiry that social care leads."""

    asks = {"kind": "Choose what it is", "owner": "Choose who leads it"}

    kind = PlainChoiceField(label="What is it?", choices=EnquiryKind.choices)
    owner = forms.ChoiceField(label="Which agency leads it?")
    has_needs = PlainChoiceField(
        label="Section 42, our view: do they need care and support?", required=False,
        choices=OurView.choices,
    )  # fmt: skip
    is_at_risk = PlainChoiceField(
        label="Our view: are they abused or neglected, or at risk of it?", required=False,
        choices=OurView.choices,
    )  # fmt: skip
    cannot_protect = PlainChoiceField(
        label="Our view: does that need stop them from protecting themselves?", required=False,
        choices=OurView.choices,
    )  # fmt: skip
    words = long_text("Why is that our view?", required=False, rows=2)
    on = PlainDateField(label="Begun on", required=False, help_text="Leave empty for today.")


class DecisionForm(PlainForm):
    """What social care decided."""

    asks = {"decision": "Choose what they decided", "words": "Write what they said"}

    decision = PlainChoiceField(
        label="What did they decide?",
        choices=[one for one in TheirDecision.choices if one[0] != "awaited"],
    )
    words = long_text("In their words", rows=3)
    on = PlainDateField(label="Decided on", required=False, help_text="Leave empty for today.")


class ContextForm(PlainForm):
    """Harm outside the home."""

    asks = {"kind": "Choose what it is", "name": "Enter a name"}

    kind = PlainChoiceField(label="What is it?", choices=ContextKind.choices)
    name = _line(
        "Name, number or place",
        "For example, Harbour Lights arcade; badge 0417; missing from home, found at the bus station.",
    )
    words = long_text("What is known?", required=False, rows=3)


class FlagForm(PlainForm):
    """A warning."""

    asks = {"words": "Write the warning", "why": "Write why", "review_on": "Give the day"}

    words = _line("What must everybody know?", "For example: visit in twos.")
    why = long_text("Why?", rows=2)
    review_on = PlainDateField(label="When is it looked at again?")


class RouteForm(Choosing):
    """Route and lead."""

    route = PlainChoiceField(label="Route", choices=Route.choices)
    lead_agency = forms.ChoiceField(label="Which agency leads?")
    lead_person = PickField(label="Who leads there?")
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)


class MemberForm(Choosing):
    """Somebody of the team."""

    name = _line("Name")
    part = _line("What do they do?")
    agency = forms.ChoiceField(label="Of which agency?", required=False)


class HandoverForm(Choosing):
    """A case handed over."""

    asks = {"person": "Choose who takes it on", "summary": "Write what the next worker must know"}

    person = PickField(label="Who takes it on?")
    team = forms.ChoiceField(label="Team, if it changes", required=False)
    summary = long_text("What must the next worker know?", rows=6)


class ReferForm(Choosing):
    """A referral from a case."""

    receiver = PlainChoiceField(label="Who gets it?")
    agency = forms.ChoiceField(label="Of which agency?", required=False)
    copy_of = forms.ChoiceField(
        label="Copy of", required=False, help_text="Only for a copy to the exploitation team."
    )


class PanelForm(Choosing):
    """A place on a panel's list."""

    panel = PlainChoiceField(label="Which panel?")
    why = long_text("Why?", rows=2)


class CloseForm(PlainForm):
    """Closing asked for."""

    asks = {"reason": "Choose the reason", "words": "Write why, and what is in place for them now"}

    reason = PlainChoiceField(
        label="Why can it be closed?",
        choices=CloseReason.choices,
        option_hints={
            "safe": "Nothing above is left to settle.",
            "died": "Only the follow-up of others still has to end; a second person signs.",
            "error": "Only the follow-up of others still has to end; a second person signs.",
            "accepted": "Their written acceptance has to be on record. Referrals of ours must be answered.",
            "declines": "Only an adult, only for themselves. Referrals of ours must be answered.",
        },
    )
    words = long_text("Why, and what is in place for them now?")
    circumstance = PlainChoiceField(
        label="Is this also so?",
        required=False,
        choices=Circumstance.choices,
        help_text="It is kept beside the reason. By itself it is never one.",
    )
    is_uncoerced = forms.BooleanField(
        label="They decided free of pressure from anybody", required=False
    )
    is_nobody_else_at_risk = forms.BooleanField(label="Nobody else is at risk", required=False)


class SignForm(PlainForm):
    """The second signature."""

    asks = {"answer": "Choose whether you sign"}

    answer = PlainChoiceField(
        label="Do you sign?", choices=[("sign", "Yes, I sign"), ("refuse", "No, it stays open")]
    )
    words = long_text("Your reason", required=False, rows=3)

    def __init__(self, *args: Any, is_short: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["words"].help_text = (
            "It was open for less than three months: closing it so soon needs your reason."
            if is_short
            else "If it stays open: why."
        )
