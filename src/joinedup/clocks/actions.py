"""Starting, pausing, moving and ending clocks. Each checks on the clock's own guard."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from joinedup.access.choices import May
from joinedup.access.models import Guard
from joinedup.access.permission import Refused, check
from joinedup.access.references import fresh_references
from joinedup.audit.actor import By
from joinedup.audit.recorder import action, record
from joinedup.clocks.choices import ClockKind, Outcome
from joinedup.clocks.models import Clock
from joinedup.clocks.rules import outcome_when_met

__all__ = [
    "NewClock",
    "cancel",
    "hand_over",
    "keep",
    "miss",
    "pause",
    "resume",
    "start",
    "start_many",
]


@dataclass(frozen=True, slots=True)
class NewClock:
    """A clock to start. At most one of the three debtors is given, by id."""

    kind: ClockKind
    about: str
    started_on: dt.date
    due_on: dt.date
    rule_code: str
    rule_hash: str = ""
    person_id: int | None = None
    post_id: int | None = None
    agency_id: int | None = None
    blocks_closing: bool = False


def _taken(references: Collection[str]) -> list[str]:
    found = Clock.objects.filter(reference__in=references).values_list("reference", flat=True)
    return list(found)


def _row(new: NewClock, guard_id: int, reference: str) -> Clock:
    return Clock(
        reference=reference,
        kind=new.kind,
        about=new.about,
        guard_id=guard_id,
        rule_code=new.rule_code,
        rule_hash=new.rule_hash,
        owes_person_id=new.person_id,
        owes_post_id=new.post_id,
        owes_agency_id=new.agency_id,
        started_on=new.started_on,
        due_on=new.due_on,
        blocks_closing=new.blocks_closing,
    )


@action
def start(by: By, guard: Guard, new: NewClock, may: May = May.UPDATE_ACTIONS) -> Clock:
    """Start one clock. A clock of this kind that already runs to the same day is kept as it is."""
    check(by, may, guard.pk, new.about)
    there = Clock.objects.filter(
        about=new.about, kind=new.kind, due_on=new.due_on, outcome=Outcome.OPEN
    ).first()
    clock = there or _row(new, guard.pk, fresh_references("CL", 1, _taken)[0])
    if there is None:
        clock.save()
    record(by, "clocks.start", new.about, clock=clock.reference, due=new.due_on, kind=new.kind)
    return clock


@action
def start_many(
    by: By, guard: Guard, news: Sequence[NewClock], may: May = May.UPDATE_ACTIONS
) -> list[Clock]:
    """Start many clocks behind one guard, for records that were made a moment ago. Recorded once,
    on the guard."""
    check(by, may, guard.pk)
    names = fresh_references("CL", len(news), _taken)
    rows = [_row(new, guard.pk, name) for new, name in zip(news, names, strict=True)]
    made = Clock.objects.bulk_create(rows, batch_size=500)
    record(by, "clocks.start_many", guard.reference, count=len(made))
    return made


def _held(by: By, reference: str, may: May) -> Clock:
    clock = Clock.objects.select_for_update().filter(reference=reference).first()
    if clock is None:
        raise Refused("No such record.")
    check(by, may, clock.guard_id, clock.about)
    if clock.outcome != Outcome.OPEN:
        raise ValueError("This clock has already ended.")
    return clock


def _end(by: By, clock: Clock, outcome: str, on: dt.date, code: str = "") -> Clock:
    clock.outcome, clock.ended_on, clock.end_code = Outcome(outcome), on, code
    clock.save(update_fields=["outcome", "ended_on", "end_code"])
    record(by, f"clocks.{outcome}", clock.about, clock=clock.reference, on=on, code=code)
    return clock


@action
def keep(by: By, reference: str, on: dt.date, may: May = May.UPDATE_ACTIONS) -> Clock:
    """The promise was kept on this day: in time, or late where that was after its day."""
    clock = _held(by, reference, may)
    return _end(by, clock, outcome_when_met(clock.due_on, on).value, on)


@action
def miss(by: By, reference: str, on: dt.date, may: May = May.UPDATE_ACTIONS) -> Clock:
    """The promise was not kept and will not be: a meeting that was never held."""
    return _end(by, _held(by, reference, may), Outcome.MISSED, on)


@action
def cancel(by: By, reference: str, on: dt.date, code: str, may: May = May.UPDATE_ACTIONS) -> Clock:
    """The promise no longer stands; `code` says why: moved, ended, handed_over, reopened."""
    return _end(by, _held(by, reference, may), Outcome.CANCELLED, on, code)


@action
def hand_over(by: By, reference: str, person_id: int, may: May = May.UPDATE_ACTIONS) -> Clock:
    """Somebody else owes what a running clock counts. Its day stays."""
    clock = _held(by, reference, may)
    clock.owes_person_id, clock.owes_post_id, clock.owes_agency_id = person_id, None, None
    clock.save(update_fields=["owes_person", "owes_post", "owes_agency"])
    record(by, "clocks.hand_over", clock.about, clock=clock.reference)
    return clock


@action
def pause(by: By, reference: str, on: dt.date, may: May = May.UPDATE_ACTIONS) -> Clock:
    """Stop counting from this day. Raises ValueError where it is paused already."""
    clock = _held(by, reference, may)
    if clock.paused_on is not None:
        raise ValueError("This clock is paused already.")
    clock.paused_on = on
    clock.save(update_fields=["paused_on"])
    record(by, "clocks.pause", clock.about, clock=clock.reference, on=on)
    return clock


@action
def resume(by: By, reference: str, on: dt.date, may: May = May.UPDATE_ACTIONS) -> Clock:
    """Count again from this day; the due day moves by the days that did not count."""
    clock = _held(by, reference, may)
    if clock.paused_on is None or on < clock.paused_on:
        raise ValueError("This clock is not paused, or not yet.")
    days = (on - clock.paused_on).days
    clock.due_on += dt.timedelta(days=days)
    clock.paused_days += days
    clock.paused_on = None
    clock.save(update_fields=["due_on", "paused_on", "paused_days"])
    record(by, "clocks.resume", clock.about, clock=clock.reference, on=on, days=days)
    return clock
