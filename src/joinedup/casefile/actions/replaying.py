"""An older backup has brought back what was erased: it is erased again, by the register outside."""

from __future__ import annotations

from django.utils import timezone

from joinedup.access.choices import May
from joinedup.access.models import User
from joinedup.access.permission import Refused, check, check_any, holds
from joinedup.access.problems import Problem
from joinedup.audit.actor import By
from joinedup.audit.choices import ByKind
from joinedup.audit.erased import Erased
from joinedup.audit.recorder import action, record
from joinedup.casefile.erasing import Hands, erased_rows, held_row
from joinedup.casefile.models import Erasure
from joinedup.cases.models import CaseSubject
from joinedup.clocks.actions import cancel
from joinedup.clocks.queries import running

__all__ = ["replay_erasure", "start_despite_erasures"]

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


@action
def start_despite_erasures(by: By, email: str) -> User:
    """Keep who decided that people are let in although something erased may be back: an account that
    governs records, by its e-mail address. Raises Refused for anybody but the system, Problem where
    the address is of nobody who may decide that."""
    if by.kind != ByKind.SYSTEM:
        raise Refused("No such record.")
    check_any(by, May.GOVERN_RECORDS)
    user = User.objects.filter(email__iexact=email.strip(), is_active=True).first()
    if user is None or not holds(user, May.GOVERN_RECORDS):
        raise Problem(
            f"{email} is the address of nobody who governs records, so they can't decide this."
        )
    record(by, "casefile.start_despite_erasures", "erasures", decided_by=user.reference)
    return user
