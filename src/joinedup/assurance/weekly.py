"""The weekly messages: one for each owner, manager and lead with something to be told. Each is
written by itself, so that a run that was cut short goes on where it stopped."""

from __future__ import annotations

import datetime as dt
import hashlib

from django.db import IntegrityError

from joinedup.assurance.actions.chasing import begin_round, end_round, post_letter
from joinedup.assurance.models import ChaseRound
from joinedup.assurance.queries.chase_due import due_for_round, last_round_day
from joinedup.assurance.queries.chase_letters import Letter, letters_of
from joinedup.audit.actor import By
from joinedup.council.queries import overlay
from joinedup.rulebook import rule

__all__ = ["post_weekly_messages"]


def post_weekly_messages(by: By, site: str, *, today: dt.date) -> int:
    """Put this week's messages in the outbox, on the day that the rule book names or, where the job
    did not run or did not finish on that day, on a later one. Run again it posts nothing. How many
    were new. The first round of a new installation waits for its day."""
    day = last_round_day(today)
    found = ChaseRound.objects.filter(on=day).first()
    is_late_start = day != today and not ChaseRound.objects.exists()
    if is_late_start or (found is not None and found.done_at is not None):
        return 0
    begin_round(by, day)
    book, dues = due_for_round(today)
    most = rule("chase.digest_lines", today, overlay()).number("value")
    posted = sum(_posted(by, one, day, site, today) for one in letters_of(book, dues, most))
    end_round(by, day, posted)
    return posted


def _posted(by: By, letter: Letter, day: dt.date, site: str, today: dt.date) -> bool:
    mark = hashlib.sha256(letter.who.address.casefold().encode()).hexdigest()
    try:
        key = f"week:{mark[:40]}:{day.isoformat()}"
        return post_letter(by, letter, key, site, today=today) is not None
    except IntegrityError:
        # another run of the job has just written the same message
        return False
