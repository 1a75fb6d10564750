"""The clocks of a paper: they start when it gets its day of meeting, move with it, end when done."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from django.utils import timezone

from joinedup.access.choices import May
from joinedup.audit.actor import By
from joinedup.clocks.actions import NewClock, cancel, keep, start
from joinedup.clocks.choices import ClockKind
from joinedup.clocks.models import Clock
from joinedup.clocks.queries import open_for
from joinedup.papers.choices import State
from joinedup.papers.models import Paper
from joinedup.papers.queries.days import CLOCK_KINDS, days_of
from joinedup.papers.queries.kinds import rules_on
from joinedup.papers.queries.one import words_of
from joinedup.papers.rules.deadlines import CLEARANCE, Deadline
from joinedup.papers.writing.desk import changed

__all__ = ["rewritten", "set_clocks"]


def rewritten(by: By, paper: Paper) -> None:
    """Count a change of words that clearers read: their signatures are then of an earlier text, and
    what the paper runs to may be another."""
    changed(paper)
    set_clocks(by, paper, timezone.localdate())


def set_clocks(by: By, paper: Paper, today: dt.date, may: May = May.PREPARE_PAPERS) -> None:
    """Bring the clocks of a paper in step with what it says now. Who prepares the paper owes them.

    What was done is judged against the day that holds now, also where that moved a moment before.
    """
    running = {one.kind: one for one in open_for([paper.reference])}
    days = _days(paper, running.get(ClockKind.PAPER_CLEARED), today)
    for code, sort in CLOCK_KINDS.items():
        clock, day = running.get(sort), days.get(code)
        was_running = clock is not None
        if clock is not None and (day is None or clock.due_on != day.on):
            cancel(by, clock.reference, today, "moved" if day else "ended", may)
            clock = None
        if day is None or (clock is None and day.done_on is not None and not was_running):
            continue
        clock = clock or _start(by, paper, sort, day, today, may)
        if day.done_on is not None:
            keep(by, clock.reference, day.done_on, may)


def _start(by: By, paper: Paper, sort: ClockKind, day: Deadline, today: dt.date, may: May) -> Clock:
    new = NewClock(
        kind=sort,
        about=paper.reference,
        started_on=today,
        due_on=day.on,
        rule_code=day.code,
        rule_hash=day.rule_hash,
        person_id=paper.made_by.person_id if paper.made_by else None,
    )
    return start(by, paper.guard, new, may)


def _days(paper: Paper, clearing: Clock | None, today: dt.date) -> dict[str, Deadline]:
    """The last days by their rules. A corrected text is signed again: by its day, or where that
    has gone by, from the day on which the correction began."""
    rules = rules_on(today)
    kind = rules.kind(paper.kind)
    if kind is None or paper.state == State.WITHDRAWN:
        return {}
    words = words_of(paper, rules, kind, today)
    found = {one.code: one for one in days_of(paper, words, rules)}
    day = found.get(CLEARANCE)
    if paper.correcting and day is not None:
        gone_by = clearing.due_on if clearing else today
        on = day.on if day.on >= today else max(day.on, gone_by)
        found[CLEARANCE] = replace(day, on=on, done_on=words.cleared_on)
    return found
