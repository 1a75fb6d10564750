"""Keeping the clocks of an action in step with its state."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from django.db.models import QuerySet

from joinedup.access.limits import rule_here
from joinedup.access.prepared import rows
from joinedup.assurance.choices import Status
from joinedup.assurance.models import Action, Owner
from joinedup.assurance.rules.state import State
from joinedup.audit.actor import By
from joinedup.clocks.actions import NewClock, cancel, keep, start
from joinedup.clocks.choices import ClockKind
from joinedup.clocks.models import Clock
from joinedup.clocks.queries import open_for, running

__all__ = ["clock_for", "set_clocks"]

EXPIRY = "evidence.expiry"
KINDS = (ClockKind.DUE, ClockKind.OCCURRENCE)


def clock_for(
    reference: str, rule_code: str, state: State, owner: Owner | None, on: dt.date
) -> NewClock | None:
    """The clock that should run for a state; None where nothing is owed on a day."""
    if not state.is_open or state.next_on is None:
        return None
    rule = rule_here(rule_code, on)
    return NewClock(
        kind=ClockKind.OCCURRENCE if state.recurrence else ClockKind.DUE,
        about=reference,
        started_on=min(state.start_on or on, state.next_on, on),
        due_on=state.next_on,
        rule_code=rule_code,
        rule_hash=rule.content_hash if rule else "",
        person_id=owner.person_id if owner else None,
        post_id=owner.post_id if owner else None,
        agency_id=owner.agency_id if owner else None,
    )


def set_clocks(
    by: By, action: Action, before: State, after: State, owners: Sequence[Owner], on: dt.date
) -> None:
    """End clocks that no longer run and start the one that should."""
    owner = owners[0] if owners else None
    wanted = clock_for(action.reference, action.plan.chase_rule, after, owner, on)
    is_met = after.last_met_on != before.last_met_on
    is_done = not after.is_open and after.declared_on is not None
    for clock in rows(_running, None, [action.reference]):
        if wanted and _is(clock, wanted):
            wanted = None
        elif is_met and clock.due_on == before.next_on and after.last_met_on:
            keep(by, clock.reference, after.last_met_on)
        elif is_done and after.declared_on:
            keep(by, clock.reference, after.declared_on)
        elif _is_missed(clock, after, on):
            continue
        else:
            cancel(by, clock.reference, on, "replaced" if after.is_open else "ended")
    if wanted:
        start(by, action.guard, wanted)
    if _rests_until(before) != _rests_until(after):
        _set_evidence_clock(by, action, after, owner, on)


def _running(_: None, reference: str) -> QuerySet[Clock]:
    return running().filter(about=reference, kind__in=KINDS)


def _rests_until(state: State) -> dt.date | None:
    """Until when the evidence is good that something complete or in force rests on."""
    is_done = state.status in (Status.COMPLETE, Status.IN_FORCE)
    return state.evidence_until if is_done else None


def _set_evidence_clock(
    by: By, action: Action, after: State, owner: Owner | None, on: dt.date
) -> None:
    """Let one clock run to the day on which the evidence runs out: kept by newer evidence."""
    until = _rests_until(after)
    for clock in open_for([action.reference]).filter(kind=ClockKind.EVIDENCE):
        if until is None or until < clock.due_on:
            cancel(by, clock.reference, on, "replaced")
        elif until > clock.due_on:
            keep(by, clock.reference, on)
    if until is None or until < on:
        return
    rule = rule_here(EXPIRY, on)
    start(
        by,
        action.guard,
        NewClock(
            kind=ClockKind.EVIDENCE,
            about=action.reference,
            started_on=on,
            due_on=until,
            rule_code=EXPIRY,
            rule_hash=rule.content_hash if rule else "",
            person_id=owner.person_id if owner else None,
            post_id=owner.post_id if owner else None,
            agency_id=owner.agency_id if owner else None,
        ),
    )


def _is(clock: Clock, wanted: NewClock) -> bool:
    """Whether a running clock is the one that should run."""
    return (clock.kind, clock.due_on) == (wanted.kind, wanted.due_on) and (
        clock.owes_person_id,
        clock.owes_post_id,
        clock.owes_agency_id,
    ) == (wanted.person_id, wanted.post_id, wanted.agency_id)


def _is_missed(clock: Clock, after: State, on: dt.date) -> bool:
    """An earlier time of a recurring duty that nobody has yet recorded as met: it stays."""
    return (
        clock.kind == ClockKind.OCCURRENCE
        and bool(after.recurrence)
        and clock.due_on < on
        and clock.due_on != after.next_on
    )
