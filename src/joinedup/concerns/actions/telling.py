"""Telling those who reported what became of it, in words that somebody judged safe."""

from __future__ import annotations

from django.utils import timezone

from joinedup.access.permission import Refused
from joinedup.access.problems import Problem
from joinedup.audit.actor import By
from joinedup.audit.recorder import action, record
from joinedup.concerns.choices import TellKind
from joinedup.concerns.models import Report, Telling
from joinedup.concerns.told import write_to
from joinedup.concerns.writing import held

__all__ = ["tell_raiser"]


@action
def tell_raiser(
    by: By,
    report: str,
    kind: TellKind,
    words: str,
    *,
    site: str = "",
    is_mail_safe: bool = False,
) -> Telling:
    """Tell somebody who reported something: it stands on the page of their report, and where they
    may be written to a mail says so. Raises Problem without words, Refused for a report that this
    person may not see."""
    row = Report.objects.select_related("concern").filter(reference=report).first()
    if row is None:
        raise Refused("No such record.")
    held(by, row.concern.reference)
    if not words.strip():
        raise Problem("Write what they may know.", "words")
    told = Telling.objects.create(
        report=row, kind=kind, words=words.strip(), told_at=timezone.now(), told_by=by.user
    )
    write_to([row], f"told-{told.pk}", site, is_judged_safe=is_mail_safe)
    record(by, "concerns.tell", row.concern.reference, report=report, kind=str(kind))
    return told
