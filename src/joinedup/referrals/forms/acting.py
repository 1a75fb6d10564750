"""Forms of one deed each: drafting, sending, answers, challenges."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms

from joinedup.pages.forms import (
    MEGABYTE,
    PlainChoiceField,
    PlainDateField,
    PlainFileField,
    PlainForm,
)
from joinedup.referrals.choices import Agreed, Channel, Told
from joinedup.referrals.rules.sharing import (
    ProofFile,
    Sending,
    missing_of_told,
    missing_proof,
)

__all__ = [
    "AnswerForm",
    "KeepBackForm",
    "LinkAnswerForm",
    "NotShareForm",
    "ProofForm",
    "ProvedForm",
    "ReasonForm",
    "SendForm",
    "SignForm",
    "WordsForm",
    "long_text",
    "proof_file",
    "proof_of",
    "sending_of",
]

Choices = Iterable[tuple[str, str]]
SAID = (
    "channel", "basis", "told", "agreed", "proof", "why_not_told", "ground", "their_reference",
    "mailed_by", "why_no_file",
)  # fmt: skip
"""What is said of a sending in words or by a choice."""
PROOFS = ("pdf", "png", "jpg", "jpeg", "msg", "eml", "docx", "txt")


def long_text(label: str, hint: str = "", required: bool = True, rows: int = 4) -> forms.CharField:
    """A text of several lines."""
    return forms.CharField(
        label=label,
        help_text=hint,
        required=required,
        max_length=20_000,
        widget=forms.Textarea({"rows": rows}),
    )


class WordsForm(PlainForm):
    """The drafted words, one box for each question of the receiver's form."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, parts: Iterable[tuple[str, str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for key, heading, said in parts:
            self.fields[f"part_{key}"] = long_text(
                heading, required=False, rows=2 if len(said) < 150 else 5
            )

    def said(self) -> dict[str, str]:
        """The words by their keys."""
        cleaned = self.cleaned_data
        return {k.removeprefix("part_"): v for k, v in cleaned.items() if k.startswith("part_")}


def proof_file(label: str = "Proof as a file") -> PlainFileField:
    """A receipt, a letter or a saved e-mail."""
    return PlainFileField(label=label, endings=PROOFS, max_bytes=10 * MEGABYTE, required=False)


def proof_of(said: Mapping[str, Any]) -> ProofFile | None:
    """The file that came along as proof, where one did."""
    file = said.get("proof_file")
    return ProofFile(str(file.name or "proof"), file.read()) if file else None


def sending_of(said: Mapping[str, Any]) -> Sending:
    """How something was sent, as typed, for the action."""
    return Sending(
        **{name: said[name] for name in SAID},
        proof_file=proof_of(said),
        mailed_on=said["mailed_on"],
        mailed_at=said["mailed_at"],
    )


class NotShareForm(PlainForm):
    """A decision not to share something about a concern or case."""

    asks = {
        "receiver": "Choose with whom it is not shared",
        "basis": "Choose the ground for not sharing",
        "reason": "Write why it is not shared",
    }

    receiver = PlainChoiceField(label="With whom is it not shared?")
    basis = PlainChoiceField(label="On what ground?")
    reason = long_text("What is not shared, and why?", rows=3)

    def __init__(self, *args: Any, receivers: Choices, bases: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, choices in (("receiver", receivers), ("basis", bases)):
            field: Any = self.fields[name]
            field.choices = list(choices)


class ProofForm(PlainForm):
    """A file as proof."""

    proof_file = PlainFileField(
        label="The file",
        endings=PROOFS,
        max_bytes=10 * MEGABYTE,
        error_messages={"required": "Choose the file"},
    )


class ProvedForm(PlainForm):
    """How something went, with its proof; what becomes necessary by an answer says so, and is asked
    for at its field."""

    needed = {
        "proof": "needed if you rang",
        "proof_file": "needed for secure mail, or say why there is none",
        "mailed_by": "needed for secure mail",
        "mailed_on": "needed for secure mail",
        "mailed_at": "for secure mail",
        "why_no_file": "needed for secure mail without a file",
        "why_not_told": "needed if they were not told",
        "agreed": "needed if they were told",
        "ground": "needed if an adult did not agree",
    }

    proof = forms.CharField(
        label="Proof", required=False, max_length=200,
        help_text="Of a call: whom you spoke to, and when. Of their own form: its receipt number.",
    )  # fmt: skip
    mailed_by = forms.CharField(label="Who sent the mail?", required=False, max_length=100)
    mailed_on = PlainDateField(label="On which day was the mail sent?", required=False)
    mailed_at = forms.TimeField(
        label="At what time?", required=False, help_text="For example, 16:55",
        error_messages={"invalid": "Enter the time like 16:55"},
    )  # fmt: skip
    proof_file = proof_file()
    why_no_file = forms.CharField(
        label="Why is there no file of the mail?", required=False, max_length=150
    )
    their_reference = forms.CharField(label="Their reference", required=False, max_length=100)
    why_not_told = long_text(
        "Why were they not told, or why was it unsafe?", required=False, rows=2
    )
    agreed = PlainChoiceField(
        label="What did they say?",
        required=False,
        choices=Agreed.choices,
        help_text="For a child at risk it changes nothing: agreement is not needed.",
    )
    ground = long_text("On what ground is it shared all the same?", required=False, rows=2)

    def clean(self) -> dict[str, Any]:
        """Each answer that another one makes necessary is asked for at its own field."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        words: dict[str, Any] = {name: cleaned.get(name) or "" for name in SAID}
        said = Sending(
            **words,
            proof_file=ProofFile("", b"") if cleaned.get("proof_file") else None,
            mailed_on=cleaned.get("mailed_on"),
        )
        for one in (*missing_proof(said), *missing_of_told(said)):
            if one.field in self.fields and one.field not in self.errors:
                self.add_error(one.field, one.words)
        return cleaned


class SendForm(ProvedForm):
    """How it was sent, on which ground, and what the people know."""

    asks = {
        "channel": "Say how it was sent",
        "basis": "Choose the legal basis",
        "told": "Say whether they were told",
    }
    field_order = (
        "channel", "proof", "mailed_by", "mailed_on", "mailed_at", "proof_file", "why_no_file",
        "their_reference", "basis", "told", "why_not_told", "agreed", "ground",
    )  # fmt: skip

    channel = PlainChoiceField(label="How was it sent?", choices=Channel.choices)
    basis = PlainChoiceField(label="On which legal basis?")
    told = PlainChoiceField(
        label="Were the parents, or the adult, told before it was sent?", choices=Told.choices
    )

    def __init__(self, *args: Any, bases: Iterable[tuple[str, str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        basis: Any = self.fields["basis"]
        rows = list(bases)
        basis.choices = [(code, title) for code, title, _ in rows]
        basis.option_hints = {code: text for code, _, text in rows}


class KeepBackForm(PlainForm):
    """A decision not to share."""

    asks = {"basis": "Choose the ground", "reason": "Write why it is not shared"}

    basis = PlainChoiceField(label="On what ground is it not shared?")
    reason = long_text("Why is it not shared?")

    def __init__(self, *args: Any, bases: Iterable[tuple[str, str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        basis: Any = self.fields["basis"]
        rows = list(bases)
        basis.choices = [(code, title) for code, title, _ in rows]
        basis.option_hints = {code: text for code, _, text in rows}


class LinkAnswerForm(PlainForm):
    """What the receiver says."""

    asks = {"says": "Choose how it stands"}

    says = PlainChoiceField(label="How does it stand?")
    threshold = forms.CharField(
        label="Threshold",
        required=False,
        max_length=200,
        help_text="If it is declined: the threshold that it does not meet.",
    )
    words = long_text(
        "Reason or remarks",
        "If it is declined, or there is no further action: why. Please name nobody.",
        required=False,
        rows=3,
    )
    their_reference = forms.CharField(label="Your reference", required=False, max_length=100)

    def __init__(self, *args: Any, answers: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        says: Any = self.fields["says"]
        says.choices = list(answers)


class AnswerForm(LinkAnswerForm):
    """What the receiver said, written down by us."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["says"].label = "What did they say?"
        self.fields["their_reference"].label = "Their reference"
        self.fields[
            "words"
        ].help_text = "If they declined, or take no further action: their reason."


class SignForm(PlainForm):
    """The second person's own reason."""

    asks = {"words": "Write your own reason"}

    words = long_text("Your own reason", "In a whole sentence.")


class ReasonForm(PlainForm):
    """One reason."""

    asks = {"reason": "Write the reason"}

    reason = long_text("Reason")
