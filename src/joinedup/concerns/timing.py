"""The clocks of a concern: to decide it, to tell of an allegation, to answer what was told later, to
open its case. Only for use inside an action."""

from __future__ import annotations

import datetime as dt

from joinedup.access.choices import May
from joinedup.audit.actor import system
from joinedup.clocks import actions as clocks
from joinedup.clocks.actions import NewClock, start
from joinedup.clocks.choices import ClockKind
from joinedup.clocks.queries import open_for
from joinedup.concerns.choices import Allegation, ConcernState
from joinedup.concerns.models import Concern
from joinedup.concerns.queries.rulebook import DECIDE_BY, Due, due_of
from joinedup.concerns.rules.allegations import clock_codes

__all__ = [
    "FRONT_DOOR",
    "back_to_the_queue",
    "start_allegation",
    "start_deciding",
    "start_news",
    "start_opening",
    "stop",
]

FRONT_DOOR = system("front-door")
"""Starts clocks and keeps files for people who have no account."""
ANSWER_NEWS, OPEN_CASE = "clock.concern_news", "clock.case_opening"


def start_deciding(concern: Concern, now: dt.datetime, today: dt.date) -> None:
    """The clock by which it has to be decided, and that of an allegation."""
    _start(concern, ClockKind.CONTACT, due_of(DECIDE_BY, now, today), today)
    start_allegation(concern, now, today)


def start_allegation(concern: Concern, now: dt.datetime, today: dt.date) -> None:
    """The clock by which the designated officer or the position-of-trust lead is told, where
    somebody in it works with children or adults at risk."""
    dues = [due_of(one, now, today) for one in clock_codes(Allegation(concern.allegation))]
    if dues:
        _start(concern, ClockKind.ALLEGATION, min(dues, key=lambda one: one.on), today)


def start_news(concern: Concern, now: dt.datetime, today: dt.date) -> None:
    """The clock by which somebody says what news on a decided concern changes. One that runs is
    kept: later news does not move the day of what came before."""
    if not open_for([concern.reference]).filter(kind=ClockKind.NEWS).exists():
        _start(concern, ClockKind.NEWS, due_of(ANSWER_NEWS, now, today), today)


def start_opening(concern: Concern, now: dt.datetime, today: dt.date) -> None:
    """The clock by which the case that was decided on is open."""
    _start(concern, ClockKind.CASE_OPENING, due_of(OPEN_CASE, now, today), today)


def stop(concern: Concern, kinds: tuple[ClockKind, ...], today: dt.date) -> None:
    """What these clocks asked for was done today."""
    for clock in open_for([concern.reference]).filter(kind__in=kinds):
        clocks.keep(FRONT_DOOR, clock.reference, today, May.TRIAGE)


def back_to_the_queue(concern: Concern, now: dt.datetime, today: dt.date) -> None:
    """It has to be decided again: as a new one, with its own clock. Not saved yet."""
    concern.state, concern.ending = ConcernState.RECEIVED, ""
    concern.not_sent_is_explained = False
    concern.decided_at = concern.ended_at = concern.taken_at = concern.decider = None
    concern.decide_by_on = due_of(DECIDE_BY, now, today).on
    start_deciding(concern, now, today)


def _start(concern: Concern, kind: ClockKind, due: Due, today: dt.date) -> None:
    new = NewClock(
        kind=kind,
        about=concern.reference,
        started_on=today,
        due_on=due.on,
        rule_code=due.code,
        rule_hash=due.content_hash,
        agency_id=concern.guard.agency_id,
    )
    start(FRONT_DOOR, concern.guard, new, May.TRIAGE)
