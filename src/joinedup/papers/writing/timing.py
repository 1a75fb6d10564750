"""The clocks of a paper: they start when it gets its day of meeting, move with it, end when done."""

from __future__ import annotations

import datetime as dt

from joinedup.access.choices import May
from joinedup.audit.actor import By
from joinedup.clocks.actions import NewClock, cancel, keep, start
from joinedup.clocks.queries import open_for
from joinedup.papers.choices import State
from joinedup.papers.models import Paper
from joinedup.papers.queries.days import CLOCK_KINDS, days_of
from joinedup.papers.queries.kinds import rules_on
from joinedup.papers.queries.one import words_of

__all__ = ["set_clocks"]


def set_clocks(by: By, paper: Paper, today: dt.date, may: May = May.PREPARE_PAPERS) -> None:
    """Bring the clocks of a paper in step with what it says now. Who prepares the paper owes them."""
    rules = rules_on(today)
    kind = rules.kind(paper.kind)
    found = days_of(paper, words_of(paper, rules, kind, today), rules) if kind else []
    days = {} if paper.state == State.WITHDRAWN else {one.code: one for one in found}
    running = {one.kind: one for one in open_for([paper.reference])}
    for code, sort in CLOCK_KINDS.items():
        clock, day = running.get(sort), days.get(code)
        if clock is not None and day is not None and day.done_on is not None:
            keep(by, clock.reference, day.done_on, may)
        elif clock is not None and (day is None or clock.due_on != day.on):
            cancel(by, clock.reference, today, "moved" if day else "ended", may)
            clock = None
        if clock is None and day is not None and day.done_on is None:
            new = NewClock(
                kind=sort,
                about=paper.reference,
                started_on=today,
                due_on=day.on,
                rule_code=code,
                rule_hash=day.rule_hash,
                person_id=paper.made_by.person_id if paper.made_by else None,
            )
            start(by, paper.guard, new, may)
