"""What was shared without a referral: a warning, what was said at a meeting."""

from __future__ import annotations

import datetime as dt

from django.utils import timezone

from joinedup.access.choices import May
from joinedup.access.models import Guard
from joinedup.access.permission import check
from joinedup.access.problems import Problem
from joinedup.audit.actor import By
from joinedup.audit.recorder import action, record
from joinedup.referrals.models import ShareDecision
from joinedup.referrals.queries.rules import rules_on
from joinedup.referrals.rules.sharing import SHARE

__all__ = ["note_sharing"]


@action
def note_sharing(
    by: By,
    guard: Guard,
    about: str,
    receiver: str,
    age: str,
    basis: str,
    reason: str,
    may: May = May.WORK_CASES,
    *,
    today: dt.date,
) -> ShareDecision:
    """Record that something about a concern or case was shared with `receiver`, in words, and on
    which lawful basis. Raises Problem without a basis that holds for the age. Agreement is one
    basis among others: a share that protects a child never waits for it."""
    check(by, may, guard.pk, about)
    allowed = {one.code: one for one in rules_on(today).bases(age, SHARE)}
    if basis not in allowed:
        raise Problem("Choose the legal basis for sharing this.", "basis")
    made = ShareDecision.objects.create(
        guard=guard, about=about, is_shared=True, receiver=receiver.strip()[:80], age=age,
        basis=basis, basis_hash=allowed[basis].content_hash, reason=reason.strip(), by_ref=by.ref,
        at=timezone.now(),
    )  # fmt: skip
    record(by, "referrals.shared", about, share=made.reference, basis=basis)
    return made
