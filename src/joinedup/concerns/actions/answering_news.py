"""Saying what later information changes on a concern that was decided: nothing, with the reason, or
that it has to be decided again. Nothing lies there for ever, and nothing is cleared in silence."""

from __future__ import annotations

from django.utils import timezone

from joinedup.access.problems import Problem
from joinedup.audit.actor import By
from joinedup.audit.recorder import action, record
from joinedup.clocks.choices import ClockKind
from joinedup.concerns.models import Concern, Decision
from joinedup.concerns.queries.signs import signs_left
from joinedup.concerns.rules.standing import is_in_triage
from joinedup.concerns.timing import back_to_the_queue, stop
from joinedup.concerns.writing import held, left_open_of, settle_facts

__all__ = ["decide_again", "nothing_changes"]

NOTHING = "What was told later changes nothing, because: {reason}"


@action
def nothing_changes(by: By, reference: str, reason: str, *, version: int) -> Concern:
    """Say that what was told later changes nothing, and why: it stands among the decisions. Raises
    Problem without a reason, where nothing was told, where something else was told meanwhile, and
    where the rules ask for a referral that was not made."""
    concern = _with_news(by, reference, version)
    if not reason.strip():
        raise Problem("Say why it changes nothing.", "reason")
    now = timezone.now()
    today = timezone.localdate(now)
    if left_open_of(concern, settle_facts(concern, today)):
        raise Problem("It asks for a referral that was not made. Put it back to be decided.")
    if signs_left(concern, today):
        raise Problem("What was told may point to exploitation. Put it back to be decided.")
    Decision.objects.create(
        concern=concern,
        ending=concern.ending,
        reason=NOTHING.format(reason=reason.strip()),
        decided_at=now,
        decided_by=by.user,
    )
    _answered(concern)
    stop(concern, (ClockKind.NEWS,), today)
    record(by, "concerns.nothing_changes", reference)
    return concern


@action
def decide_again(by: By, reference: str, *, version: int) -> Concern:
    """Put a decided concern back into the queue because of what was told later: it has its clock
    again, and whatever was sent stays sent. Raises Problem as `nothing_changes` does."""
    concern = _with_news(by, reference, version)
    now = timezone.now()
    today = timezone.localdate(now)
    settle_facts(concern, today)
    back_to_the_queue(concern, now, today)
    _answered(concern)
    stop(concern, (ClockKind.NEWS, ClockKind.CASE_OPENING), today)
    record(by, "concerns.decide_again", reference)
    return concern


def _with_news(by: By, reference: str, version: int) -> Concern:
    concern = held(by, reference)
    if is_in_triage(concern.state):
        raise Problem("This concern is in the queue: what was told later is decided with it.")
    if not concern.has_news:
        raise Problem("Nothing was told later that nobody has answered.")
    if concern.version != version:
        raise Problem("Something else was told meanwhile. Read it first, then answer.")
    return concern


def _answered(concern: Concern) -> None:
    concern.has_news = False
    concern.version += 1
    concern.save()
