"""How a decided concern comes to its end: its case is opened."""

from __future__ import annotations

from django.utils import timezone

from joinedup.access.choices import May
from joinedup.access.problems import Problem
from joinedup.audit.actor import By
from joinedup.audit.recorder import action, record
from joinedup.clocks.choices import ClockKind
from joinedup.concerns.choices import ConcernState
from joinedup.concerns.models import Concern
from joinedup.concerns.queries.answers import answers_of
from joinedup.concerns.rules.standing import may_end
from joinedup.concerns.timing import stop
from joinedup.concerns.writing import held

__all__ = ["note_case"]


@action
def note_case(by: By, reference: str, case: str, may: May = May.WORK_CASES) -> Concern:
    """Note the case that a concern became, by its reference. What was sent on as well goes on
    waiting for its answer. Raises Problem where the concern was not to become a case."""
    concern = held(by, reference, may)
    if concern.state != ConcernState.CASE:
        raise Problem("This concern is not waiting for a case.")
    now = timezone.now()
    concern.case_reference = case
    waits = concern.sent_at is not None and not (
        concern.all_answered_at and may_end(answers_of(concern))
    )
    concern.state = ConcernState.AWAITING if waits else ConcernState.ENDED
    concern.ended_at = None if waits else now
    concern.version += 1
    concern.save()
    stop(concern, (ClockKind.CASE_OPENING,), timezone.localdate(now))
    record(by, "concerns.note_case", reference, case=case, state=str(concern.state))
    return concern
