"""An invented partnership to try Joined Up with: the same people and plans every time, with dates
counted from the day of loading. Everything goes in through the actions that people use."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from joinedup.access.actions.demo import mark_as_demo
from joinedup.config.demo.casework import tell_cases
from joinedup.config.demo.cast import LOADER, bring_in, stand_ins
from joinedup.config.demo.chasing import chase
from joinedup.config.demo.concerns import report_concerns
from joinedup.config.demo.escalating import answer_for_escalation
from joinedup.config.demo.findings import answer_inquiry, answer_scrutiny
from joinedup.config.demo.helping import fill_directory
from joinedup.config.demo.keeping import fill_library
from joinedup.config.demo.large import grow
from joinedup.config.demo.material import PLANS
from joinedup.config.demo.moment import at, moment_of
from joinedup.config.demo.numbers import declare_overview
from joinedup.config.demo.papers import write_papers
from joinedup.config.demo.people import know_people
from joinedup.config.demo.plans import RowOf, start_plan
from joinedup.config.demo.proving import prove
from joinedup.config.demo.records import govern_records
from joinedup.config.demo.story import Story
from joinedup.config.demo.talk import talk_about
from joinedup.config.demo.waiting import leave_waiting

__all__ = ["load"]

FIRST_DAY = -730
SITE = "http://localhost:8000"


@contextmanager
def _served_at(site: str) -> Iterator[None]:
    """Let mails that are written by themselves lead to this address while the demo is loaded."""
    before, settings.JOINEDUP_SITE = settings.JOINEDUP_SITE, site
    try:
        yield
    finally:
        settings.JOINEDUP_SITE = before


def load(size: int = 0, today: dt.date | None = None, site: str = SITE) -> None:
    """Load the demo into an empty database, all or nothing; `size` grows it to so many actions.

    `today` is the load day (default: today in London), `site` the address that people open, for
    the links in mails.
    """
    story = Story(today or timezone.localdate())
    rows: RowOf = {}
    with transaction.atomic(), _served_at(site):
        first = story.day(FIRST_DAY)
        with at(moment_of(first, 0)):
            mark_as_demo(LOADER)
            cast = bring_in(first)
        stand_ins(cast, story)
        for name in PLANS:
            start_plan(cast, story, name, rows)
        answer_inquiry(cast, story, rows)
        answer_scrutiny(cast, story)
        talk_about(cast, story, rows)
        prove(cast, story, rows)
        chase(story, site)
        declare_overview(cast, story)
        fill_directory(cast, story)
        fill_library(cast, story)
        report_concerns(cast, story)
        write_papers(cast, story, rows)
        tell_cases(cast, story)
        answer_for_escalation(cast, story, site)
        know_people(cast, story)
        govern_records(cast, story)
        story.tell()
    leave_waiting(cast, story.today)
    if size:
        grow(cast, size, story.today)
