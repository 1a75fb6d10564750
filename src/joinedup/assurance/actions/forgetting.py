"""What the register forgets when a file that was uploaded by mistake is destroyed."""

from __future__ import annotations

from django.utils import timezone

from joinedup.access.choices import May
from joinedup.access.permission import check
from joinedup.assurance.actions.evidence import withdraw_evidence
from joinedup.assurance.models import Evidence
from joinedup.assurance.models.imports import ImportState, PlanImport
from joinedup.audit.actor import By
from joinedup.audit.recorder import action, record
from joinedup.files.models import StoredFile

__all__ = ["forget_file"]

WHY = "Its file was destroyed: uploaded by mistake"


@action
def forget_file(by: By, file: StoredFile) -> int:
    """Take away what was read from a file and is in no plan, and the evidence that it was; how
    many records forgot it.

    An import of it is set aside where it was still being checked. The actions of one that was
    confirmed stay: they are edited or withdrawn by themselves.
    """
    check(by, May.EDIT_PLANS, file.guard_id, file.about)
    forgot = 0
    for found in PlanImport.objects.select_for_update(of=("self",)).filter(file=file):
        found.name, found.document, found.steps, found.remembered = WHY, {}, [], {}
        if found.state == ImportState.CHECKING:
            found.state = ImportState.SET_ASIDE
            found.ended_by, found.ended_at = by.user, timezone.now()
        found.version += 1
        found.save()
        forgot += 1
    for one in Evidence.objects.filter(file=file, withdrawn_on__isnull=True):
        withdraw_evidence(by, one.reference, WHY, today=timezone.localdate())
        forgot += 1
    record(by, "assurance.forget_file", file.about, file=file.reference, count=forgot)
    return forgot
