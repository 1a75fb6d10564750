"""What has to be said before something is shared, and before it is kept back."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from joinedup.referrals.choices import UNDER_18, AgeGroup, Agreed, Channel, Told
from joinedup.referrals.rules.receivers import Receiver
from joinedup.rulebook import Entry

__all__ = [
    "Missing",
    "ProofFile",
    "Sending",
    "bases",
    "missing_to_keep_back",
    "missing_to_send",
    "place_of_basis",
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
    `proof_file` is kept with the sending or, where that fails, not at all."""

    channel: str
    basis: str
    told: str
    agreed: str = ""
    proof: str = ""
    why_not_told: str = ""
    ground: str = ""
    their_reference: str = ""
    proof_file: ProofFile | None = None


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
    found = []
    if sending.channel not in Channel.values:
        found.append(Missing("channel", "Say how it was sent."))
    if sending.channel == Channel.TELEPHONE and not sending.proof.strip():
        found.append(Missing("proof", "Write whom you spoke to, and when."))
    if sending.basis not in allowed:
        found.append(Missing("basis", "Choose the legal basis for sharing this."))
    if sending.told not in Told.values:
        found.append(Missing("told", "Say whether they were told before it was sent."))
    if sending.told == Told.NOT_TOLD and not sending.why_not_told.strip():
        found.append(Missing("why_not_told", "Write why they were not told, or why it was unsafe."))
    if sending.told == Told.TOLD and sending.agreed not in Agreed.values:
        found.append(Missing("agreed", "Say what they said to it."))
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
