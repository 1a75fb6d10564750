"""Who a referral can go to, as the rule book has it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from joinedup.rulebook import Entry, Kind, RuleBookError

__all__ = ["Receiver", "in_their_order", "receiver_from"]

CHANNELS = ("portal", "secure_mail", "telephone")


@dataclass(frozen=True, slots=True)
class Receiver:
    """A receiver: how it is counted, by which channel it is usually reached, the codes of the
    limits for its acknowledgement, its decision and its outcome (empty: none), what can come of
    it, the keys its form asks, in its order, the kinds of organisation that can be it (empty: any),
    and the groups of kinds of concern it is usual for."""

    code: str
    title: str
    text: str
    counted: str
    channel: str
    acknowledge: str
    answer: str
    outcome: str
    outcomes: tuple[str, ...]
    fields: tuple[str, ...]
    kinds: tuple[str, ...]
    is_copy_only: bool
    needs_agreement: bool
    content_hash: str
    usual_for: tuple[str, ...] = ()


def receiver_from(entry: Entry) -> Receiver:
    """The receiver that an entry describes. Raises RuleBookError for one that is unclear."""
    if entry.kind is not Kind.RECEIVER:
        raise RuleBookError(f"{entry.code}: this is no receiver of referrals.")
    channel = entry.words("channel")
    if channel not in CHANNELS:
        raise RuleBookError(f"{entry.code}: the channel is one of {', '.join(CHANNELS)}.")
    fields = entry.strings("fields")
    if not fields or len(set(fields)) != len(fields):
        raise RuleBookError(f"{entry.code}: name each field of its form once, in its order.")
    return Receiver(
        code=entry.code,
        title=entry.title,
        text=entry.text,
        counted=entry.words("counted"),
        channel=channel,
        acknowledge=entry.words("acknowledge"),
        answer=entry.words("answer"),
        outcome=entry.words("outcome"),
        outcomes=entry.strings("outcomes"),
        fields=fields,
        kinds=entry.strings("kinds") if "kinds" in entry.values else (),
        is_copy_only=entry.values.get("copy_only") is True,
        needs_agreement=entry.values.get("needs_agreement") is True,
        content_hash=entry.content_hash,
        usual_for=entry.strings("usual_for"),
    )


def in_their_order(
    receiver: Receiver, parts: Mapping[str, str], words: Mapping[str, str]
) -> list[tuple[str, str, str]]:
    """(key, heading, text) of a draft in the order of the receiver's form. What its form does not
    ask and somebody wrote all the same comes last, so that nothing is lost."""
    asked = [(key, parts.get(key, "")) for key in receiver.fields]
    beside = [
        (key, said)
        for key, said in parts.items()
        if key not in receiver.fields and said.strip() and key in words
    ]
    return [(key, words.get(key, key), said.strip()) for key, said in (*asked, *beside)]
