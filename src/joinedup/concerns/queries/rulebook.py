"""What the rule book says about concerns on a day, with the council's own rules on top."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from joinedup.access.limits import own_rules
from joinedup.concerns.rules.prompts import PREFIX, VICTIM
from joinedup.concerns.rules.types import ConcernType, concern_types
from joinedup.rulebook import Entry, Kind, of_kind, rule
from joinedup.rulebook.working_days import deadline

__all__ = [
    "DECIDE_BY",
    "Due",
    "Source",
    "due_of",
    "is_domestic",
    "law_on",
    "legacy_kinds_on",
    "sources_on",
    "types_hash",
    "types_on",
]

DECIDE_BY = "clock.contact_decision"
Own = tuple[Entry, ...] | None


@dataclass(frozen=True, slots=True)
class Source:
    """Where reports come from: inside the council, outside it, or neither."""

    code: str
    title: str
    side: str


@dataclass(frozen=True, slots=True)
class Due:
    """The last good day of a time limit, and the rule that says so."""

    on: dt.date
    code: str
    content_hash: str


def types_on(day: dt.date, own: Own = None) -> tuple[ConcernType, ...]:
    """The kinds of concern that hold on a day. `own` are the council's own rules, where a page has
    looked them up already."""
    return concern_types(of_kind(Kind.CONCERN_TYPE, day, _own(own)))


def is_domestic(types: Sequence[str], day: dt.date) -> bool:
    """Whether any of these kinds is domestic abuse: the case then asks for the housing check."""
    held = {one.code: one for one in of_kind(Kind.CONCERN_TYPE, day, own_rules())}
    return any(held[one].values.get("domestic") is True for one in types if one in held)


def _own(own: Own) -> tuple[Entry, ...]:
    return tuple(own_rules()) if own is None else own


def types_hash(types: tuple[ConcernType, ...]) -> str:
    """SHA-256 over the kinds as they stand: kept with what was decided by them."""
    return hashlib.sha256("".join(one.content_hash for one in types).encode()).hexdigest()


def sources_on(day: dt.date, own: Own = None) -> tuple[Source, ...]:
    """The sources of reports that hold on a day: inside first, then outside, then the others."""
    order = ("inside", "outside", "other")
    found = [
        Source(one.code, one.title, one.words("side"))
        for one in of_kind(Kind.REPORT_SOURCE, day, _own(own))
    ]
    return tuple(sorted(found, key=lambda one: (order.index(one.side), one.title)))


def legacy_kinds_on(day: dt.date) -> dict[str, str]:
    """Usual words and abbreviations of older systems → the kind of concern that they mean."""
    held = rule("legacy.kinds", day, overlay=own_rules()).values.get("means", {})
    return {str(k): str(v) for k, v in held.items()} if isinstance(held, Mapping) else {}


def law_on(day: dt.date, own: Own = None) -> tuple[Entry, ...]:
    """The paragraphs of law about ages, consent and children as victims that hold on a day."""
    held = of_kind(Kind.LAW, day, _own(own))
    return tuple(one for one in held if one.code.startswith(PREFIX) or one.code == VICTIM)


def due_of(code: str, started_at: dt.datetime, day: dt.date) -> Due:
    """When a time limit that starts at a moment runs out, by the rule that holds on `day`."""
    entry = rule(code, day, overlay=own_rules())
    return Due(deadline(entry, started_at).on, code, entry.content_hash)
