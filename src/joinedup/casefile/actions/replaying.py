"""An older backup has brought back what was erased: it is erased again, by the register outside."""

from __future__ import annotations

from django.utils import timezone

from joinedup.access.choices import May
from joinedup.access.models import User
from joinedup.access.permission import Refused, check
from joinedup.audit.actor import By
from joinedup.audit.choices import ByKind
from joinedup.audit.erased import Erased
from joinedup.audit.recorder import action, record
from joinedup.casefile.erasing import Hands, erased_rows, held_row
from joinedup.casefile.models import Erasure
from joinedup.cases.models import CaseSubject
from joinedup.clocks.actions import cancel
from joinedup.clocks.queries import running

__all__ = ["replay_erasure"]

AGAIN = "Erased under another request"


@action
def replay_erasure(by: By, line: Erased) -> Erasure:
    """Erase a record again that two people had erased after the backup was made. Nothing is asked
    anew: the record is as old as the backup, and the decision is younger. Raises Refused for anybody
    but the system, and where there is no such record."""
    if by.kind != ByKind.SYSTEM:
        raise Refused("No such record.")
    kind, row = held_row(line.about)
    check(by, May.GOVERN_RECORDS, row.guard_id, row.reference)
    now, guard_id = timezone.now(), row.guard_id
    for clock in running().filter(guard=guard_id, about=row.reference):
        cancel(by, clock.reference, timezone.localdate(), "erased", May.GOVERN_RECORDS)
    CaseSubject.objects.filter(subject=row.reference).update(subject="")
    accounts = User.objects.in_bulk([line.asked_by, line.agreed_by], field_name="reference")
    hands = Hands(accounts.get(line.asked_by), accounts.get(line.agreed_by), line.moment, now)
    counts = erased_rows(kind, row, hands)
    kept, _ = Erasure.objects.update_or_create(
        reference=line.reference,
        defaults={
            "guard_id": guard_id, "about": line.about, "kind": kind, "ground": line.ground,
            "reason": line.reason, "asked_by": hands.asked_by, "asked_at": line.asked,
            "answered_by": hands.agreed_by, "answered_at": line.moment, "refused_because": "",
            "erased_at": line.moment, "replayed_at": now, "counts": counts,
        },
    )  # fmt: skip
    others = Erasure.objects.filter(about=line.about, answered_at__isnull=True)
    others.update(answered_at=now, refused_because=AGAIN)
    rows = sum(counts.values())
    record(by, "casefile.replay_erasure", line.about, erasure=line.reference, rows=rows)
    return kept
