"""The small forms of triage: one thing done, one form."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms

from joinedup.concerns.choices import Allegation, Ending, PersonRole, Place, Receiver, TellKind
from joinedup.concerns.forms.reporting import Choices, long_text, short_text
from joinedup.pages.forms import PickField, PlainChoiceField, PlainDateField, PlainForm
from joinedup.referrals.choices import Channel, Told
from joinedup.referrals.forms.acting import ProvedForm

__all__ = [
    "AgeForm",
    "AsideForm",
    "DecideForm",
    "GiveForm",
    "LinkForm",
    "PersonForm",
    "SendForm",
    "TellForm",
    "TypesForm",
    "UntieForm",
]


class AsideForm(PlainForm):
    """A conflict of interest of one's own."""

    asks = {"reason": "Say what the conflict of interest is"}
    reason = forms.CharField(label="Why", max_length=300, widget=forms.Textarea({"rows": 3}))


class GiveForm(PlainForm):
    """Somebody else to decide."""

    asks = {"decider": "Choose who decides"}
    decider = PickField(label="Who decides")

    def __init__(self, *args: Any, people: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["decider"]
        field.choices = [("", "Choose"), *people]


class TypesForm(PlainForm):
    """Kinds of concern: more may be named, none is taken away."""

    asks = {"types": "Choose at least one kind"}
    types = forms.MultipleChoiceField(
        label="What kind of concern is it?", widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, kinds: Iterable[tuple[str, Choices]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["types"]
        field.choices = kinds


class PersonForm(PlainForm):
    """Another person in the concern."""

    role = PlainChoiceField(label="What are they in this?", choices=PersonRole.choices)
    name = short_text("Name", length=200)
    words = short_text(
        "What else is known", "What they look like, a vehicle, an online name.", 1000
    )
    age_words = short_text("How old are they, at least about?", length=100)
    born_on = PlainDateField(label="Date of birth", required=False)
    is_unborn = forms.BooleanField(label="Not born yet", required=False)
    lives = short_text("Where they live")
    found = short_text("Where they were found, or are now")
    phone = short_text("Telephone", length=60)
    works_with = PlainChoiceField(
        label="Do they work or volunteer with children or adults at risk?",
        choices=Allegation.choices,
        required=False,
    )
    person = PickField(
        label="Is it a colleague?",
        required=False,
        help_text="Then they, and where it is an allegation their managers, no longer see it.",
    )

    def __init__(self, *args: Any, people: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["person"]
        field.choices = [("", "Nobody of the staff list"), *people]


class AgeForm(PlainForm):
    """What was learnt about an age."""

    asks = {"how_known": "Say how the age is known"}
    born_on = PlainDateField(label="Date of birth", required=False)
    age_words = short_text("Or in words", "For example: about 14", 100)
    how_known = forms.CharField(
        label="How is it known?",
        max_length=300,
        help_text="For example: passport seen, mother said on 3 May.",
    )
    document = short_text(
        "Which document shows it?",
        "Needed only where a child turns out to be an adult. Until a second person has seen it too, "
        "both ages stay open.",
    )


class NotThisForm(PlainForm):
    """Why a kind that the words may point to is not what this is."""

    asks = {"because": "Say why it is not that"}
    because = forms.CharField(
        label="Why is it not that?",
        max_length=500,
        help_text="What you asked, whom, and what explains the words.",
        widget=forms.Textarea({"rows": 3}),
    )


class NameForm(PlainForm):
    """What somebody is called after all."""

    asks = {"name": "Enter the name", "reason": "Say how you know that the name was wrong"}
    name = forms.CharField(label="Name", max_length=200)
    reason = forms.CharField(
        label="How do you know?", max_length=300, help_text="For example: her mother rang on 3 May."
    )


class LinkForm(PlainForm):
    """Which record of people somebody is; empty for a new record."""

    subject = forms.CharField(required=False, max_length=24)


class UntieForm(PlainForm):
    """Why somebody is not the person of the record that they were tied to."""

    asks = {"reason": "Say why they are not the person of that record"}
    reason = forms.CharField(label="Why are they not the person of that record?", max_length=300)


class SendForm(ProvedForm):
    """A referral: whom it goes to, how, and what the people it is about know of it."""

    asks = {
        "receiver": "Choose who it goes to",
        "place": "Say which place makes that area responsible",
        "channel": "Say how it was sent",
        "basis": "Choose the legal basis",
        "told": "Say whether they were told",
    }
    receiver = forms.ChoiceField(label="Who does it go to?", widget=forms.HiddenInput)
    place = PlainChoiceField(
        label="Which place makes that area responsible?",
        choices=Place.choices,
        required=False,
        help_text="For children’s social care. Where the harm happened does not count.",
    )
    receiver_name = short_text(
        "Which one, by name", "For example: Carrowshire children’s front door."
    )
    agency = forms.ChoiceField(
        label="Which organisation is that?",
        required=False,
        help_text="It then gets a mail with our reference and a link to answer. The mail names nobody.",
    )
    channel = PlainChoiceField(label="How did it go?", choices=Channel.choices)
    basis = PlainChoiceField(label="On which legal basis?")
    told = PlainChoiceField(
        label="Was the parent, or the adult, told before?", choices=Told.choices
    )
    copy_proof = short_text(
        "The exploitation team’s copy: the address it went to, or whom you gave it to",
        "Left empty, the copy waits as a draft, and the concern can’t end before it is sent.",
        300,
    )

    def __init__(
        self, *args: Any, receivers: Choices, bases: Choices, agencies: Choices, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["place"].required = self["receiver"].value() == Receiver.CHILDREN
        whom = [("", "Not in this list"), *agencies]
        for name, choices in (("receiver", receivers), ("basis", bases), ("agency", whom)):
            field: Any = self.fields[name]
            field.choices = choices


class DecideForm(PlainForm):
    """The decision with its reason, and the words for those who reported."""

    asks = {"ending": "Choose what you decide", "reason": "Say why you decide so"}
    ending = PlainChoiceField(label="What do you decide?")
    reason = long_text("Why", "", 4)
    why_not_children = short_text(
        "Why a child here is not sent to children’s social care",
        "A child who lives with domestic abuse is a victim in their own right. Needed only where it is "
        "neither sent on nor becomes a case.",
        500,
    )
    asked_duty_post = short_text(
        "A record is restricted: whom you spoke to, and when",
    )
    kept_because = short_text(
        "Why these words stay", "You need not say. One sentence helps whoever reads it later."
    )
    tell = long_text(
        "What those who reported are told",
        "They read exactly this. Name nobody, and leave out what could put somebody in danger.",
        3,
    )
    is_mail_safe = forms.BooleanField(
        label="It is safe to write to those who left an e-mail address",
        required=False,
        help_text="The mail says only that there is something to read. Nobody gets one who said that "
        "it is not safe.",
    )
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, endings: tuple[Ending, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["ending"]
        field.choices = [(one.value, one.label) for one in endings]


class NewsForm(PlainForm):
    """What later information changes on a concern that was decided."""

    asks = {"answer": "Say what it changes"}
    answer = PlainChoiceField(
        label="What does it change?",
        choices=[
            ("nothing", "Nothing: the decision stands"),
            ("again", "It has to be decided again: back to the queue"),
        ],
    )
    reason = long_text("Where nothing changes: why", "", 3)
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reason"].required = False


class TellForm(PlainForm):
    """Words for one person who reported."""

    asks = {"words": "Write what they may know"}
    kind = forms.ChoiceField(
        choices=TellKind.choices, initial=TellKind.NEWS, widget=forms.HiddenInput
    )
    words = long_text("What may they know?", "Name nobody.", 3)
    is_mail_safe = forms.BooleanField(
        label="It is safe to write to them by e-mail",
        required=False,
        help_text="The mail says only that there is something to read. None goes where they said that "
        "it is not safe.",
    )
