"""A paper as plain data: what the rules judge and the report is made from."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from joinedup.papers.rules.kinds import PaperKind

__all__ = [
    "BackgroundWords",
    "ClearanceWords",
    "ConsultationWords",
    "DecisionWords",
    "ImplicationWords",
    "OptionWords",
    "PaperWords",
    "RiskWords",
    "SectionWords",
]


@dataclass(frozen=True, slots=True)
class SectionWords:
    """A section as it stands in the paper."""

    code: str
    fill: str
    layout: str
    heading: str
    prose: str
    comment: str
    is_on: bool
    is_exempt: bool
    about: str
    hint: str
    kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ImplicationWords:
    """An implication; said once `said_on` stands."""

    kind: str
    heading: str
    owner: str
    words: str
    is_none: bool
    said_on: dt.date | None
    said_by: str
    said_how: str


@dataclass(frozen=True, slots=True)
class OptionWords:
    """An option in its order."""

    words: str
    is_recommended: bool


@dataclass(frozen=True, slots=True)
class ConsultationWords:
    """Who was asked, and what came of it."""

    body: str
    held_on: dt.date | None
    view: str
    change: str


@dataclass(frozen=True, slots=True)
class BackgroundWords:
    """A background paper."""

    title: str
    place: str
    minute: str
    link: str


@dataclass(frozen=True, slots=True)
class RiskWords:
    """A risk with its score: likelihood times impact, each from 1 to 5. `actions` are references of
    actions named as what is done about it."""

    words: str
    owner: str
    likelihood: int
    impact: int
    mitigation: str
    actions: tuple[str, ...] = ()

    @property
    def score(self) -> int:
        """From 1 to 25."""
        return self.likelihood * self.impact


@dataclass(frozen=True, slots=True)
class ClearanceWords:
    """Somebody who has to sign; `is_stale` where they signed an earlier text."""

    key: str
    name: str
    part: str
    asked_on: dt.date | None
    signed_on: dt.date | None
    words: str
    is_stale: bool


@dataclass(frozen=True, slots=True)
class DecisionWords:
    """What the meeting decided."""

    words: str
    decided_on: dt.date
    body: str
    minute: str


@dataclass(frozen=True, slots=True)
class PaperWords:
    """The whole paper but for what the register writes into it. `is_call_in` and `is_key` are
    "yes", "no" or empty where nobody has said; `sealed` names plans that may not be shown."""

    reference: str
    kind: PaperKind
    state: str
    number: str
    organisation: str
    body: str
    meeting_on: dt.date | None
    subject: str
    report_by: str
    contact: str
    purpose: str
    recommends: str
    recommendation: str
    is_call_in: str
    is_key: str
    urgency: str
    has_no_background: bool
    exempt_paragraph: str
    exempt_reason: str
    as_at: dt.date
    sections: tuple[SectionWords, ...]
    implications: tuple[ImplicationWords, ...]
    options: tuple[OptionWords, ...]
    consultations: tuple[ConsultationWords, ...]
    background: tuple[BackgroundWords, ...]
    risks: tuple[RiskWords, ...]
    clearances: tuple[ClearanceWords, ...]
    decision: DecisionWords | None
    plans: tuple[str, ...]
    sealed: tuple[str, ...]
    correcting: str = ""

    @property
    def shown(self) -> tuple[SectionWords, ...]:
        """The sections that are switched on, in their order."""
        return tuple(one for one in self.sections if one.is_on)

    @property
    def exempt(self) -> tuple[SectionWords, ...]:
        """The sections that go into the separate exempt file."""
        return tuple(one for one in self.shown if one.is_exempt)

    @property
    def cleared_on(self) -> dt.date | None:
        """The day on which the last of them signed this text or said their implication; None while
        one has not, or where nobody is named to clear it."""
        signed = [None if one.is_stale else one.signed_on for one in self.clearances]
        said = [one.said_on for one in self.asked]
        days = [on for on in (*signed, *said) if on is not None]
        return max(days) if signed and len(days) == len(signed) + len(said) else None

    @property
    def asked(self) -> tuple[ImplicationWords, ...]:
        """The implications that a section of the paper prints."""
        kinds = {kind for one in self.shown for kind in one.kinds}
        return tuple(one for one in self.implications if one.kind in kinds)
