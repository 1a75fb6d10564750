"""A handover, read and signed by whoever takes the case on."""

from __future__ import annotations

import datetime as dt

from django.utils import timezone

from joinedup.access.choices import May
from joinedup.access.permission import Refused
from joinedup.access.problems import Problem
from joinedup.audit.actor import By
from joinedup.audit.recorder import action, record
from joinedup.cases.models import Transfer
from joinedup.cases.writing import end_own_clocks, held, user_of
from joinedup.clocks.choices import ClockKind

__all__ = ["sign_handover"]


@action
def sign_handover(
    by: By, reference: str, handover: int, *, today: dt.date, may: May = May.READ_CASES
) -> Transfer:
    """Whoever takes the case on signs that they have read the handover and its chronology. One that
    another followed ends nobody’s time limit. Raises Problem for anybody else, and where it is
    signed."""
    case = held(by, may, reference)
    row = Transfer.objects.select_for_update(of=("self",)).filter(case=case, pk=handover).first()
    if row is None:
        raise Refused("No such record.")
    user = user_of(by)
    if user is None or user.person_id != row.to_person_id:
        raise Problem("Only whoever takes the case on signs this.")
    if row.read_at is not None:
        raise Problem("This was signed already.")
    row.read_at, row.read_by = timezone.now(), user
    row.save(update_fields=["read_at", "read_by"])
    if not case.transfers.filter(pk__gt=row.pk).exists():
        end_own_clocks(by, case.reference, today, may, (ClockKind.HANDOVER,))
    record(by, "cases.sign_handover", reference, handover=row.pk)
    return row
