"""Referring a case to another service, or deciding not to: by the age and the signs that the case
itself tells, never by what somebody ticks."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from joinedup.access.choices import May
from joinedup.access.problems import Problem
from joinedup.audit.actor import By
from joinedup.audit.recorder import action, record
from joinedup.cases.queries.routing import groups_of, needs_of, sent_of
from joinedup.cases.queries.sharing import age_of
from joinedup.cases.rules.routing import age_for
from joinedup.cases.writing import held
from joinedup.concerns.rules.routing import has_to_be_told, is_last_of_several
from joinedup.referrals.actions import NewReferral, decide_not_to_share, refer
from joinedup.referrals.models import Referral, ShareDecision

__all__ = ["keep_case_back", "refer_case"]


@action
def refer_case(
    by: By,
    reference: str,
    receiver: str,
    parts: Mapping[str, str],
    *,
    today: dt.date,
    agency_id: int | None = None,
    copy_of: str = "",
    may: May = May.WORK_CASES,
) -> Referral:
    """Draft a referral of a case. Its age is that of the people in the case, where a birthday wins
    over a word; it tells of exploitation wherever that was found. Raises Problem for a receiver that
    may not get it."""
    case = held(by, may, reference)
    groups = groups_of(case, today)
    first = Referral.objects.filter(reference=copy_of, guard=case.guard_id).first()
    new = NewReferral(
        receiver, age_for(groups, first.receiver if first else receiver), parts,
        agency_id=agency_id, signs=case.has_exploitation, copy_of=copy_of,
    )  # fmt: skip
    made = refer(by, case.guard, reference, new, may, today=today)
    record(by, "cases.refer_case", reference, referral=made.reference, receiver=receiver)
    return made


@action
def keep_case_back(
    by: By,
    reference: str,
    receiver: str,
    basis: str,
    reason: str,
    *,
    today: dt.date,
    may: May = May.WORK_CASES,
) -> ShareDecision:
    """Record that a case is not shared with a receiver, on which ground and why. Raises Problem for a
    receiver that has to get it because exploitation was found, for one of several while none of the
    others has it, and for a ground that does not hold at this age."""
    case = held(by, may, reference)
    wanted = needs_of(case, today)
    if has_to_be_told(wanted, receiver):
        raise Problem(
            "Exploitation was found: they have to be told, and no ground stands against that.",
            "receiver",
        )
    if is_last_of_several(wanted, sent_of(case), receiver):
        raise Problem(
            "Exploitation was found, and one of several services has to be told. None of the others "
            "has been yet. Refer the case to one of them first.", "receiver",
        )  # fmt: skip
    made = decide_not_to_share(
        by, case.guard, reference, receiver, age_of(case, today), basis, reason, may, today=today
    )
    record(by, "cases.keep_case_back", reference, receiver=receiver, basis=basis)
    return made
