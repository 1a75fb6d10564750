"""How somebody can be reached without danger, and where they are hidden: set, ended, and shown only
with a reason that is kept."""

from __future__ import annotations

from django.utils import timezone

from joinedup.access.choices import May
from joinedup.access.permission import Refused
from joinedup.access.problems import Problem
from joinedup.audit.actor import By
from joinedup.audit.choices import Kind
from joinedup.audit.recorder import action, record
from joinedup.subjects.choices import SafePart
from joinedup.subjects.models import SafeAddress, SafeLook, Subject
from joinedup.subjects.writing import held, in_words, user_of

__all__ = ["end_safe", "set_safe", "show_safe"]

WHY = "Say why. Whoever reads this later needs it."
MOST = 300


@action
def set_safe(
    by: By, reference: str, *, contact: str, address: str, reason: str, may: May = May.WORK_CASES
) -> SafeAddress:
    """Set how somebody can be reached safely, where they are hidden, or both. What was set before
    ends, and a part that is left empty goes on as it was. Raises Problem where nothing is said."""
    subject = held(by, reference, may)
    if not contact.strip() and not address.strip():
        raise Problem("Write how to reach them safely, or where they are.", "contact")
    why = in_words(reason, WHY, "reason", MOST)
    before = _open(subject)
    kept_contact = contact.strip() or (before.contact if before else "")
    kept_address = address.strip() or (before.address if before else "")
    if before is not None:
        _ended(before, why)
    made = SafeAddress.objects.create(
        subject=subject, contact=kept_contact, address=kept_address, reason=why, by_ref=by.ref
    )
    record(by, "subjects.set_safe", reference)
    return made


@action
def end_safe(by: By, reference: str, reason: str, may: May = May.WORK_CASES) -> SafeAddress:
    """Say that nothing about them is hidden any longer. Raises Problem without a reason."""
    subject = held(by, reference, may)
    there = _open(subject)
    if there is None:
        raise Refused("No such record.")
    _ended(there, in_words(reason, WHY, "reason", MOST))
    record(by, "subjects.end_safe", reference)
    return there


@action
def show_safe(by: By, reference: str, part: str, reason: str, may: May = May.WORK_CASES) -> str:
    """The safe contact or the safe address, for somebody who says why they need it; the reason is
    kept and the look recorded. Raises Problem without a reason."""
    subject = held(by, reference, may)
    there = _open(subject)
    if there is None or part not in SafePart.values or not getattr(there, part):
        raise Refused("No such record.")
    SafeLook.objects.create(
        safe=there, part=part, by=user_of(by),
        reason=in_words(reason, "Say what you need it for.", "reason", MOST),
    )  # fmt: skip
    record(by, "subjects.show_safe", reference, Kind.SAW, part=part)
    return str(getattr(there, part))


def _open(subject: Subject) -> SafeAddress | None:
    rows = SafeAddress.objects.select_for_update(of=("self",))
    return rows.filter(subject=subject, ended_at__isnull=True).first()


def _ended(row: SafeAddress, reason: str) -> None:
    row.ended_at, row.end_reason = timezone.now(), reason
    row.save(update_fields=["ended_at", "end_reason"])
