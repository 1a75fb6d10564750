"""What has to be said before something is shared, and before it is kept back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass

from joinedup.pages.dates import long_date
from joinedup.referrals.choices import UNDER_18, AgeGroup, Agreed, Channel, Told
from joinedup.referrals.rules.receivers import Receiver
from joinedup.rulebook import Entry

__all__ = [
    "Missing",
    "ProofFile",
    "Sending",
    "bases",
    "missing_of_told",
    "missing_proof",
    "missing_to_keep_back",
    "missing_to_send",
    "place_of_basis",
    "proof_words",
]

SHARE, KEEP = "share", "keep"
AGREEMENT = "basis.agreed"
IN_THE_MIDDLE = 50


@dataclass(frozen=True, slots=True)
class Missing:
    """Something left to say: the field and the sentence beside it."""

    field: str
    words: str


@dataclass(frozen=True, slots=True)
class ProofFile:
    """A receipt, a letter or a saved e-mail that proves the sending: its name and its bytes."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Sending:
    """How a referral was sent, on which legal basis, and what the people it is about know of it.
    `proof_file` is kept with the sending or, where that fails, not at all. Of secure mail, who sent
    it and when, and why there is no file of it where there is none."""

    channel: str
    basis: str
    told: str
    agreed: str = ""
    proof: str = ""
    why_not_told: str = ""
    ground: str = ""
    their_reference: str = ""
    proof_file: ProofFile | None = None
    mailed_by: str = ""
    mailed_on: dt.date | None = None
    mailed_at: dt.time | None = None
    why_no_file: str = ""


def bases(entries: Collection[Entry], age: str, group: str) -> list[Entry]:
    """The grounds that may be named for somebody of this age, for sharing ("share") or for
    keeping back ("keep"), the most usual first. Agreement stands last: it is never the ground for
    protecting a child, and is not asked for where somebody may be at risk."""
    found = [
        one
        for one in entries
        if one.words("group") == group
        and age in one.strings("for")
        and one.code.startswith("basis.")
    ]
    return sorted(found, key=place_of_basis)


def place_of_basis(one: Entry) -> tuple[int, str]:
    """Where a ground stands among others: by its own number, a council's own ground without one in
    the middle."""
    return one.number("order") if "order" in one.values else IN_THE_MIDDLE, one.title


def missing_to_send(
    receiver: Receiver, age: str, sending: Sending, allowed: Collection[str]
) -> list[Missing]:
    """What is left to say before this may be sent; `allowed` are the codes of `bases`.

    Consent never gates a share that protects a child: for whoever is or may be under 18, what the
    family said changes nothing here, except for help that they may refuse (`needs_agreement`).
    For an adult who said no, the ground for overriding that is asked, not their agreement.
    """
    found = [] if receiver.is_copy_only else missing_proof(sending)
    if sending.channel not in Channel.values:
        found.append(Missing("channel", "Say how it was sent."))
    if receiver.is_copy_only and not (sending.proof.strip() or sending.proof_file):
        words = "Write the address that the copy went to, or whom you gave it to, or add the proof."
        found.append(Missing("proof", words))
    if sending.basis not in allowed:
        found.append(Missing("basis", "Choose the legal basis for sharing this."))
    if sending.told not in Told.values:
        found.append(Missing("told", "Say whether they were told before it was sent."))
    found += missing_of_told(sending)
    refuses = sending.agreed == Agreed.NO
    if refuses and age == AgeGroup.ADULT and not sending.ground.strip():
        found.append(
            Missing("ground", "They did not agree. Write on what ground it is shared all the same.")
        )
    is_help = sending.basis == AGREEMENT or receiver.needs_agreement
    if is_help and sending.agreed != Agreed.YES:
        found.append(
            Missing(
                "agreed",
                "This help needs agreement. Where somebody is at risk, refer to social care: that "
                "needs none.",
            )
        )
    return found


def missing_proof(sending: Sending) -> list[Missing]:
    """What is left to say of how it went: of a call with whom, of secure mail who sent it and when,
    with a file of it or a sentence why there is none."""
    found = []
    if sending.channel == Channel.TELEPHONE and not sending.proof.strip():
        found.append(Missing("proof", "Write whom you spoke to, and when."))
    if sending.channel == Channel.SECURE_MAIL:
        if not sending.mailed_by.strip():
            found.append(Missing("mailed_by", "Write who sent it."))
        if sending.mailed_on is None:
            found.append(Missing("mailed_on", "Write the day on which it was sent."))
        if sending.proof_file is None and not sending.why_no_file.strip():
            words = "Choose the mail or its receipt as a file, or write below why there is none."
            found.append(Missing("proof_file", words))
    return found


def missing_of_told(sending: Sending) -> list[Missing]:
    """What is left to say of what the people know: why they were not told, or what they said."""
    found = []
    if sending.told == Told.NOT_TOLD and not sending.why_not_told.strip():
        found.append(Missing("why_not_told", "Write why they were not told, or why it was unsafe."))
    if sending.told == Told.TOLD and sending.agreed not in Agreed.values:
        found.append(Missing("agreed", "Say what they said to it."))
    return found


def proof_words(sending: Sending) -> str:
    """What proves the sending, in one line: of secure mail who sent it, when, and why there is no
    file of it."""
    said = sending.proof.strip()
    if sending.channel != Channel.SECURE_MAIL or sending.mailed_on is None:
        return said
    at = f" at {sending.mailed_at:%H:%M}" if sending.mailed_at is not None else ""
    line = f"{sending.mailed_by.strip()}, {long_date(sending.mailed_on)}{at}"
    why = sending.why_no_file.strip()
    no_file = f"No file: {why}" if why and sending.proof_file is None else ""
    return ". ".join(filter(None, [line, said, no_file]))


def missing_to_keep_back(
    age: str, basis: str, reason: str, allowed: Collection[str]
) -> list[Missing]:
    """What is left to say before something is kept back. That somebody did not agree is never a
    reason for whoever is or may be under 18."""
    found = []
    if basis == "basis.adult_declined" and age in UNDER_18:
        words = (
            "Agreement is not needed to protect somebody under 18. Choose another ground, or share."
        )
        found.append(Missing("basis", words))
    elif basis not in allowed:
        found.append(Missing("basis", "Choose the ground for not sharing."))
    if not reason.strip():
        found.append(Missing("reason", "Write why it is not shared."))
    return found
