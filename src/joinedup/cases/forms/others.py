"""Forms about others: who may be harmed too, who is told, who takes a case over."""

from __future__ import annotations

from django import forms

from joinedup.cases.choices import FollowedUp, TransferState
from joinedup.cases.forms.acting import Choosing
from joinedup.pages.forms import PlainChoiceField, PlainDateField, PlainForm
from joinedup.referrals.forms.acting import long_text

__all__ = [
    "AcceptForm",
    "FollowUpEndForm",
    "FollowUpForm",
    "OutsideEndForm",
    "OutsideForm",
    "ShareForm",
    "ShutOutForm",
]


def _line(label: str, hint: str = "", required: bool = True, most: int = 200) -> forms.CharField:
    return forms.CharField(label=label, help_text=hint, required=required, max_length=most)


class FollowUpForm(PlainForm):
    """Somebody else who may be harmed."""

    asks = {"name": "Say who it is, or how they were described"}

    name = _line("Who is it?", "A name, or what is known: “a girl called K, about 14”.")
    words = long_text("What was said, and by whom?", required=False, rows=3)


class FollowUpEndForm(PlainForm):
    """What came of it."""

    asks = {
        "ended": "Choose what came of it",
        "words": "Write what was done, or why nothing has to be",
    }

    ended = PlainChoiceField(label="What came of it?", choices=FollowedUp.choices)
    led_to = _line(
        "Reference of the concern or referral", "CO-… or RF-…, where one was made.", False, 24
    )
    words = long_text("What was done? If nothing has to be: why?", rows=3)


class ShutOutForm(Choosing):
    """Somebody of the team who may never see a case."""

    asks = {"person": "Choose who it is", "reason": "Say what the conflict of interest is"}

    person = forms.ChoiceField(label="Who has a conflict of interest?")
    reason = _line("What is it?", "Short, and without details of the case: related to the family.")


class ShareForm(Choosing):
    """Somebody told of a warning."""

    asks = {"pick": "Choose who was told", "basis": "Choose the legal basis for sharing this"}

    pick = forms.ChoiceField(label="Who was told?")
    basis = PlainChoiceField(
        label="On which legal basis?",
        help_text="Agreement is one among others. To protect a child it is never needed.",
    )
    reason = long_text("Why, in a sentence", required=False, rows=2)


class OutsideForm(Choosing):
    """A case sent to another authority."""

    asks = {
        "body": "Name the authority",
        "person": "Name the person there who takes it on",
        "contact": "Say how they are reached",
        "words": "Write what they are told",
        "proof": "Say how it went, and what proves it",
        "basis": "Choose the legal basis for sharing this",
        "told": "Say whether they were told, or why that was unsafe",
    }

    body = _line("Which authority?", "For example: children’s services of another council.")
    agency = forms.ChoiceField(label="Is it among our organisations?", required=False)
    person = _line("Who takes it on there?", "A name, not a team inbox.")
    contact = _line("How are they reached?", "With an e-mail address they are reminded by it.")
    sent_on = PlainDateField(label="Sent on", required=False, help_text="Leave empty for today.")
    proof = _line("How did it go, and what proves it?", "Secure mail of 9.14, letter by courier.",
                  most=300)  # fmt: skip
    words = long_text("What are they told? Risks, plan, what is still open", rows=6)
    basis = PlainChoiceField(
        label="On which legal basis?",
        help_text="Agreement is one among others. To protect a child it is never needed.",
    )
    told = _line("Do the adult or the parents know, and what do they say?",
                 "If they were not told, why that was unsafe.", most=500)  # fmt: skip


class AcceptForm(PlainForm):
    """Their written acceptance."""

    asks = {
        "answered_by": "Name who accepted it",
        "letter": "Say which letter or message it is, and of what date",
    }

    answered_by = _line("Who accepted it, in which post?")
    letter = _line("In which letter or message, of what date?", most=300)
    on = PlainDateField(label="On which day?", required=False, help_text="Leave empty for today.")
    their_reference = _line("Their reference", required=False, most=100)


class OutsideEndForm(PlainForm):
    """They did not accept, or we take it back."""

    asks = {"state": "Say which it is", "words": "Write why"}

    state = PlainChoiceField(
        label="What happened?",
        choices=[
            one
            for one in TransferState.choices
            if one[0] in (TransferState.REFUSED, TransferState.WITHDRAWN)
        ],
    )
    words = long_text("Why? In their words, where it is theirs", rows=3)
