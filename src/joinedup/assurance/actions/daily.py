"""What the register does by itself each day: duties that come back go on to their next time."""

from __future__ import annotations

import datetime as dt

from joinedup.access.choices import May
from joinedup.access.permission import check_any
from joinedup.assurance.actions.occurrences import pass_missed
from joinedup.assurance.choices import CLOSED
from joinedup.assurance.models import Action
from joinedup.assurance.rules.occurrences import newest_occurrence
from joinedup.assurance.rules.problem import Problem
from joinedup.audit.actor import By
from joinedup.audit.recorder import action, record

__all__ = ["pass_all_missed"]


@action
def pass_all_missed(by: By, *, today: dt.date) -> int:
    """Go on to the next time of every recurring duty whose time went by. How many there were."""
    check_any(by, May.EDIT_PLANS)
    rows = Action.objects.filter(occurrence_on__lt=today, plan__ended_on__isnull=True).exclude(
        recurrence=""
    )
    late = [
        one.reference
        for one in rows.exclude(status__in=CLOSED).order_by("pk")
        if newest_occurrence(one.recurrence, one.start_on, one.occurrence_on, today, one.due_on)
    ]
    passed = 0
    for reference in late:
        try:
            pass_missed(by, reference, today=today)
        except Problem:
            continue
        passed += 1
    record(by, "assurance.pass_all_missed", "daily", count=passed, on=today)
    return passed
