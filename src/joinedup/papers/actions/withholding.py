"""A published version that is withheld, because something in it was not for everybody, and handed out
again. Nothing is deleted."""

from __future__ import annotations

from django.utils import timezone

from joinedup.access.choices import May
from joinedup.access.permission import Refused
from joinedup.assurance.rules.problem import Problem
from joinedup.audit.actor import By
from joinedup.audit.recorder import action, record
from joinedup.papers.models import Publication, Withholding
from joinedup.papers.writing.desk import held

__all__ = ["hand_out_again", "withhold"]


def _version(by: By, reference: str, version: int) -> Publication:
    """A published version of a paper that is held for somebody who prepares papers."""
    paper = held(by, May.PREPARE_PAPERS, reference)
    rows = Publication.objects.filter(paper=paper, version=version)
    found = rows.defer("data", "exempt").first()
    if found is None or by.user is None:
        raise Refused("No such version.")
    return found


def _reason(reason: str, words: str) -> str:
    if not reason.strip():
        raise Problem(words, "reason")
    return reason.strip()[:500]


@action
def withhold(by: By, reference: str, version: int, reason: str) -> Withholding:
    """Hand out a published version no more: its words and files stay, for those who prepare papers
    alone; everybody else reads that it is withheld, without the reason. The newest version may be
    withheld too, while its correction is written. Raises Problem without a reason, or where it is
    withheld already."""
    found = _version(by, reference, version)
    told = _reason(reason, "Say why nobody may read it any more.")
    if found.withholdings.filter(ended_at__isnull=True).exists():
        raise Problem("This version is withheld already.")
    made = Withholding.objects.create(
        publication=found, reason=told, withheld_at=timezone.now(), withheld_by=by.user
    )
    record(by, "papers.withhold", reference, version=version)
    return made


@action
def hand_out_again(by: By, reference: str, version: int, reason: str) -> Withholding:
    """Let a withheld version be read again by those who read papers. Raises Problem without a
    reason, or where it is not withheld."""
    found = _version(by, reference, version)
    told = _reason(reason, "Say why everybody who reads papers may read it again.")
    row = found.withholdings.select_for_update().filter(ended_at__isnull=True).first()
    if row is None:
        raise Problem("This version is not withheld.")
    row.ended_at, row.ended_by, row.end_reason = timezone.now(), by.user, told
    row.save(update_fields=["ended_at", "ended_by", "end_reason"])
    record(by, "papers.hand_out_again", reference, version=version)
    return row
