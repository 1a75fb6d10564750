"""Who leads a process, does it, is asked before, is told."""

from __future__ import annotations

import datetime as dt

from django.db import IntegrityError, transaction
from django.db.models import QuerySet

from joinedup.access.choices import May
from joinedup.access.models import Agency, Post
from joinedup.access.permission import Refused, check_any
from joinedup.access.problems import Problem
from joinedup.audit.actor import By
from joinedup.audit.recorder import action, record
from joinedup.library.choices import Duty
from joinedup.library.models import ProcessDuty
from joinedup.library.queries import processes

__all__ = ["end_duty", "set_duty"]


@action
def set_duty(by: By, process: str, duty: str, holder: str, *, today: dt.date) -> ProcessDuty:
    """Give a post or an organisation (its reference) a duty in a process from today. A new lead
    takes the place of the one before. Raises Problem."""
    check_any(by, May.KEEP_LIBRARY)
    if process not in processes(today):
        raise Problem("Choose the process.", "process")
    if duty not in Duty.values:
        raise Problem("Choose what they do in it.", "duty")
    post = Post.objects.filter(reference=holder, ended_on__isnull=True).first()
    agency = Agency.objects.filter(reference=holder, to_on__isnull=True).first()
    if post is None and agency is None:
        raise Problem("Choose a post or an organisation.", "holder")
    rows = _held(process, duty)
    if rows.filter(post=post, agency=None if post else agency).exists():
        raise Problem("They have this duty already.", "holder")
    if duty == Duty.LEADS:
        for row in rows:
            _end(row, today)
    try:
        with transaction.atomic():
            made = ProcessDuty.objects.create(
                process=process, duty=duty, post=post, agency=None if post else agency,
                from_on=today,
            )  # fmt: skip
    except IntegrityError as error:
        # two at once: the row of the other could not be seen, and the table holds one of them
        raise Problem(
            "Somebody else has said who does this at the same moment. Look at the list, then choose "
            "again.",
            "holder",
        ) from error
    record(by, "library.set_duty", f"process:{process}", duty=duty)
    return made


@action
def end_duty(by: By, pk: int, *, today: dt.date) -> ProcessDuty:
    """End a duty; from today nobody counts as having it by this row."""
    check_any(by, May.KEEP_LIBRARY)
    row = ProcessDuty.objects.select_for_update().filter(pk=pk, to_on=None).first()
    if row is None:
        raise Refused("No such record.")
    _end(row, today)
    record(by, "library.end_duty", f"process:{row.process}", duty=row.duty)
    return row


def _held(process: str, duty: str) -> QuerySet[ProcessDuty]:
    """Who has this duty now, locked."""
    rows = ProcessDuty.objects.select_for_update()
    return rows.filter(process=process, duty=duty, to_on=None)


def _end(row: ProcessDuty, today: dt.date) -> None:
    yesterday = today - dt.timedelta(days=1)
    row.to_on = max(row.from_on, yesterday)
    row.save(update_fields=["to_on"])
