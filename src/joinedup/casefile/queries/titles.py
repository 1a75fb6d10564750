"""What each sort of row is called in a chronology."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django.db import models

from joinedup.casefile.choices import EventSort, Signature
from joinedup.cases.choices import (
    CloseReason,
    ContextKind,
    EnquiryKind,
    FollowedUp,
    ItemState,
    MeetingKind,
    MeetingResult,
    NoteKind,
    SessionKind,
    SpeaksFor,
    TheirDecision,
    TransferState,
)
from joinedup.concerns.choices import Door, Ending, TellKind
from joinedup.referrals.choices import ChallengeState, WhyChallenged
from joinedup.subjects.choices import ChangeDeed, KnownKind, Verdict

__all__ = ["TITLES", "Title"]


@dataclass(frozen=True, slots=True)
class Title:
    """How a sort of row is named: `before` stands before the label of its code. `silent` names rows
    whose second words are in the title already; `stays_here` as in Event."""

    event: EventSort
    before: str
    labels: type[models.TextChoices] | None = None
    more: Callable[[str], str] | None = None
    of_code: Mapping[str, EventSort] | None = None
    silent: frozenset[str] = frozenset()
    stays_here: bool = False

    def sort(self, code: str) -> EventSort:
        """The sort of event: some rows are of several, by their code."""
        return (self.of_code or {}).get(code, self.event)

    def words(self, code: str, more: str) -> str:
        """The title of a row."""
        label = code
        if self.labels is not None:
            label = str(self.labels(code).label) if code in self.labels.values else code
        shown = f"{self.before}{label if self.labels else ''}"
        return shown + (self.more(more) if self.more else "")


def _alone(more: str) -> str:
    return ", seen alone" if more else ""


def _by(more: str) -> str:
    return f", led by {more}" if more else ""


def _done_by(more: str) -> str:
    return f": to be done by {more}" if more else ""


def _to(more: str) -> str:
    return f" {more}"


def _deed(more: str) -> str:
    return f": {str(ChangeDeed(more).label).lower()}" if more in ChangeDeed.values else ""


def _result(more: str) -> str:
    return f", {str(MeetingResult(more).label).lower()}" if more in MeetingResult.values else ""


OF_MEETINGS = {str(MeetingKind.STRATEGY): EventSort.ENQUIRY}
NOTES = {str(NoteKind.VISIT): EventSort.VISIT, str(NoteKind.HANDOVER): EventSort.CASE}


TITLES: dict[str, Title] = {
    "report": Title(EventSort.CONCERN, "Concern came in: ", Door),
    "decision": Title(EventSort.DECISION, "Decided: ", Ending),
    "told": Title(EventSort.TOLD, "Whoever reported was told: ", TellKind),
    "note": Title(EventSort.NOTE, "", NoteKind, _alone, NOTES, frozenset({"note"})),
    "session": Title(EventSort.SUPERVISION, "", SessionKind),
    "step": Title(EventSort.PLAN, "Planned", None, _done_by, silent=frozenset({"step"})),
    "step_end": Title(EventSort.PLAN, "Plan: ", ItemState),
    "enquiry": Title(EventSort.ENQUIRY, "", EnquiryKind, _by, silent=frozenset({"enquiry"})),
    "meeting": Title(
        EventSort.MEETING, "Meeting: ", MeetingKind, _result, OF_MEETINGS, frozenset({"meeting"})
    ),
    "enquiry_end": Title(
        EventSort.ENQUIRY, "They decided: ", TheirDecision, silent=frozenset({"enquiry_end"})
    ),
    "context": Title(EventSort.OUTSIDE, "", ContextKind),
    "advocacy": Title(EventSort.CASE, "Help to be heard: ", SpeaksFor),
    "flag": Title(EventSort.FLAG, "Warning set"),
    "flag_end": Title(EventSort.FLAG, "Warning taken off"),
    "flag_told": Title(
        EventSort.FLAG, "Warning shared with", None, _to, silent=frozenset({"flag_told"})
    ),
    "transfer": Title(EventSort.CASE, "Handed over"),
    "follow_up": Title(EventSort.OUTSIDE, "Somebody else who may be harmed"),
    "follow_up_end": Title(EventSort.OUTSIDE, "Somebody else who may be harmed: ", FollowedUp),
    "transfer_out": Title(EventSort.CASE, "Sent to another authority"),
    "transfer_out_end": Title(EventSort.CASE, "Another authority: ", TransferState),
    "handover_read": Title(EventSort.CASE, "Handover read and signed"),
    "closing": Title(EventSort.CASE, "Closing asked for: ", CloseReason),
    "closing_end": Title(EventSort.CASE, "Closing answered: ", Signature),
    "panel": Title(EventSort.CASE, "Put on a panel’s list"),
    "panel_end": Title(EventSort.CASE, "Taken off a panel’s list"),
    "challenge": Title(EventSort.CHALLENGE, "Challenged: ", WhyChallenged),
    "challenge_end": Title(EventSort.CHALLENGE, "Challenge: ", ChallengeState),
    "stage": Title(EventSort.CHALLENGE, "Not settled; taken to the next stage"),
    "not_shared": Title(EventSort.REFERRAL, "Decided not to share"),
    "change": Title(EventSort.RECORD, "", KnownKind, _deed, silent=frozenset({"change"})),
    "link": Title(EventSort.RECORD, "Two records: ", Verdict),
    "link_end": Title(EventSort.RECORD, "Two records parted again"),
    "safe": Title(EventSort.RECORD, "A safe contact or address was set", stays_here=True),
}
