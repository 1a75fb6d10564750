"""One action as its page tells it: the thread, in words; what the reader may do; any past day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from django.utils import timezone

from joinedup.access.choices import May
from joinedup.access.models import User
from joinedup.assurance.choices import ProposalState, UpdateKind
from joinedup.assurance.models import Assurance, Challenge, Evidence, ProposedDate, Update
from joinedup.assurance.queries.doubting import Asked, open_doubts_of
from joinedup.assurance.queries.names import names_of
from joinedup.assurance.queries.one import is_among, rights
from joinedup.assurance.queries.thread import Thread, action_thread
from joinedup.assurance.rules.extensions import DateHeld, dates_held
from joinedup.assurance.rules.layout import Printed, printed_fields
from joinedup.assurance.rules.standing import due_words, standing_words
from joinedup.assurance.rules.state import State
from joinedup.assurance.rules.telling import (
    FieldChange,
    changes_told,
    headline,
    references_in,
    value_words,
    who_told,
)
from joinedup.assurance.rules.told import is_stale, stale_words
from joinedup.assurance.writing.assurances import told_of
from joinedup.assurance.writing.columns import folded_state
from joinedup.audit.actor import By
from joinedup.audit.choices import ByKind
from joinedup.clocks.choices import ClockKind, Outcome
from joinedup.clocks.models import Clock

__all__ = ["Past", "Question", "Story", "Told", "action_story"]

RIGHTS = (May.UPDATE_ACTIONS, May.EDIT_PLANS, May.AGREE, May.CHALLENGE)
ALERTS = (UpdateKind.CHALLENGE, UpdateKind.REOPENED, UpdateKind.RAN_OUT)


@dataclass(frozen=True, slots=True)
class Told:
    """One update, in words."""

    update: Update
    title: str
    by: str
    changes: list[FieldChange]
    is_alert: bool

    @property
    def is_first(self) -> bool:
        """It tells how the action came in."""
        return self.update.kind in (UpdateKind.ADDED, UpdateKind.IMPORT)

    @property
    def evidence_name(self) -> str:
        """Which file or link this is about; empty for words alone."""
        evidence = self.update.evidence
        if evidence is None:
            return ""
        return evidence.file.original_name if evidence.file else evidence.link

    @property
    def is_late(self) -> bool:
        """Written down on a later day than the one it speaks of."""
        return timezone.localdate(self.update.made_at) > self.update.effective_on


@dataclass(frozen=True, slots=True)
class Question:
    """A question with its words and its answer's."""

    challenge: Challenge
    words: str
    answer: str
    is_late: bool


@dataclass(frozen=True, slots=True)
class Past:
    """How it stood at the end of a day."""

    state: State
    due: str
    standing: str
    owners: str
    is_there: bool


@dataclass(frozen=True, slots=True)
class Story:
    """Everything on the page of an action. `judged_by_reader` names the evidence whose
    worth this reader may judge."""

    thread: Thread
    told: list[Told]
    questions: list[Question]
    printed: list[Printed]
    times: list[Clock]
    mays: frozenset[str]
    past: Past | None
    judged_by_reader: frozenset[str]
    doubts: list[Asked]
    dates: list[DateHeld]

    @property
    def waiting_date(self) -> ProposedDate | None:
        """A date that was put forward and waits."""
        every = (one.proposed for one in self.thread.updates if one.proposed)
        return next((one for one in every if one.state == ProposalState.WAITING), None)

    def told_by(self, today: dt.date) -> list[tuple[Assurance, str, bool]]:
        """(assurance, what it is worth in words, whether it is stale), those that hold first."""
        found = {one.told_id: one.told for one in self.thread.updates if one.told}
        rows = sorted(found.values(), key=lambda one: (one.ended_on is not None, -one.pk))
        return [
            (one, stale_words(told_of(one), today), is_stale(told_of(one), today)) for one in rows
        ]

    @property
    def plan_has_ended(self) -> bool:
        """Nothing more can be recorded."""
        return self.thread.action.plan.ended_on is not None

    @property
    def evidence(self) -> list[Evidence]:
        """What stands, newest first."""
        return [one for one in self.thread.evidence if one.withdrawn_on is None]

    @property
    def withdrawn(self) -> list[Evidence]:
        """What was taken back."""
        return [one for one in self.thread.evidence if one.withdrawn_on is not None]


def _writer(update: Update) -> str:
    if update.by_user is not None:
        return update.by_user.person.name
    return "The owner, by a link" if update.by_kind == ByKind.LINK else "Joined Up"


def _told(update: Update, names: Mapping[str, str]) -> Told:
    by = who_told(_writer(update), update.said_by, update.said_on, update.said_how)
    if update.by_kind == ByKind.LINK and update.said_by:
        by = f"{update.said_by}, by a link"
    return Told(
        update=update,
        title=headline(update.kind, update.changes, update.words, update.reason),
        by=by,
        changes=changes_told(update.kind, update.changes, names),
        is_alert=update.kind in ALERTS,
    )


def _questions(thread: Thread, today: dt.date) -> list[Question]:
    words: dict[tuple[int, str], str] = {
        (one.challenge_id, one.kind): one.words for one in thread.updates if one.challenge_id
    }
    return [
        Question(
            challenge=one,
            words=words.get((one.pk, UpdateKind.CHALLENGE), ""),
            answer=words.get((one.pk, UpdateKind.ANSWER), ""),
            is_late=one.answered_on is None and one.answer_due_on < today,
        )
        for one in thread.challenges
    ]


def _names(thread: Thread) -> dict[str, str]:
    """Names that the updates speak of; one more statement only where it moved between
    organisations."""
    agency = thread.action.agency
    known = {**thread.names, agency.reference: agency.name}
    spoken = references_in(one.changes for one in thread.updates)
    return {**known, **names_of(spoken - known.keys())}


def _past(thread: Thread, on: dt.date, names: Mapping[str, str]) -> Past:
    state = folded_state(thread.updates, on=on)
    marks = [{"who": one.who, "printed": one.printed} for one in state.owners]
    return Past(
        state=state,
        due=due_words(state, on),
        standing=standing_words(state, on),
        owners=value_words("owners", marks, names),
        is_there=bool(state.title),
    )


def action_story(by: By, reference: str, today: dt.date, on: dt.date | None = None) -> Story:
    """One action for its page, recorded as seen; with `on`, only what spoke of that day or of one
    before. Raises Refused (404) where absent or not this reader's."""
    thread = action_thread(by, reference, today, RIGHTS)
    names = _names(thread)
    updates = [one for one in thread.updates if on is None or one.effective_on <= on]
    mays = rights(by.user, thread.action, RIGHTS)
    times = [
        one
        for one in thread.clocks
        if one.kind == ClockKind.OCCURRENCE and one.outcome != Outcome.CANCELLED
    ]
    first = next((one for one in reversed(thread.updates) if one.kind == UpdateKind.IMPORT), None)
    printed = printed_fields(
        thread.action.printed, first.changes if first else {}, thread.action.plan.columns, names
    )
    return Story(
        thread=thread,
        told=[_told(one, names) for one in updates],
        questions=_questions(thread, today),
        printed=printed,
        times=times,
        mays=mays,
        past=_past(thread, on, names) if on else None,
        judged_by_reader=_judged_by(by.user, thread, mays),
        doubts=_doubts(by.user, thread, mays),
        dates=dates_held(thread.updates),
    )


def _doubts(user: User, thread: Thread, mays: frozenset[str]) -> list[Asked]:
    """What does not fit; one more statement only where something is asked."""
    if not thread.has_doubts:
        return []
    return open_doubts_of(user, thread.action.pk, May.UPDATE_ACTIONS in mays)


def _judged_by(user: User, thread: Thread, mays: frozenset[str]) -> frozenset[str]:
    """References of the evidence that this reader may judge: not their own, nor that of an action
    that they own."""
    if May.CHALLENGE not in mays or is_among(user, thread.row.owners):
        return frozenset()
    return frozenset(
        one.reference
        for one in thread.evidence
        if one.withdrawn_on is None and one.added_by_id != user.pk
    )
