"""How long records are kept: looked at again, held for an inquiry, let go of a hold."""

from __future__ import annotations

import datetime as dt
from typing import Any

from joinedup.access.choices import May
from joinedup.access.permission import Refused, check, check_any
from joinedup.access.problems import Problem
from joinedup.audit.actor import By
from joinedup.audit.recorder import action, record
from joinedup.casefile.models import LegalHold, RetentionReview
from joinedup.casefile.queries.limits import keeping_on
from joinedup.casefile.rules.retention import rule_of
from joinedup.cases.models import Case
from joinedup.concerns.models import Concern
from joinedup.subjects.models import Subject

__all__ = ["end_hold", "hold", "keep_longer"]

WHY = "Say why. Whoever reads this later needs it."


@action
def keep_longer(
    by: By, reference: str, next_on: dt.date, reason: str, *, today: dt.date
) -> RetentionReview:
    """Keep a case, a concern or a person's record until another day, with the reason, after looking
    whether it is still needed. Raises Problem without a reason and for a day that is not ahead."""
    row = _of(reference)
    if row is None:
        raise Refused("No such record.")
    check(by, May.GOVERN_RECORDS, row.guard_id, row.reference)
    if next_on <= today:
        raise Problem("Give a day to come on which it is looked at again.", "next_on")
    if not reason.strip():
        raise Problem(WHY, "reason")
    rule = rule_of(keeping_on(today), *_kind_of(row))
    made = RetentionReview.objects.create(
        guard_id=row.guard_id, about=reference, rule_code=rule.code if rule else "",
        rule_hash=rule.content_hash if rule else "", next_on=next_on,
        reason=reason.strip()[:500], by=by.user,
    )  # fmt: skip
    record(by, "casefile.keep_longer", reference, next_on=next_on.isoformat())
    return made


def _of(reference: str) -> Any:
    """The case, the concern or the record of a person that a reference names; None for none."""
    for table in (Case, Concern, Subject):
        found = table.objects.filter(reference=reference).first()
        if found is not None:
            return found
    return None


def _kind_of(row: Any) -> tuple[str, bool]:
    """By which rule it is kept: its route, and whether it is about an adult."""
    if isinstance(row, Concern):
        return "concern", row.age_group == "adult"
    if isinstance(row, Subject):
        return "person", True
    main = row.subjects.filter(is_main=True).first()
    return row.route, main is not None and main.age == "adult"


@action
def hold(by: By, about: str, reason: str, *, today: dt.date) -> LegalHold:
    """Hold a case, a concern, a person's record, or with no reference everything: nothing of it may
    be erased. Raises Problem without a reason and for a reference that is none of theirs."""
    wanted, guard_id = about.strip().upper(), None
    if wanted:
        row = _of(wanted)
        if row is None:
            words = "No case, no concern and no record of a person has this reference."
            raise Problem(words, "about")
        guard_id = row.guard_id
        check(by, May.GOVERN_RECORDS, row.guard_id, row.reference)
    else:
        check_any(by, May.GOVERN_RECORDS)
    if not reason.strip():
        raise Problem(WHY, "reason")
    made = LegalHold.objects.create(
        guard_id=guard_id, about=wanted, reason=reason.strip()[:300], from_on=today, set_by=by.user
    )
    record(by, "casefile.hold", wanted or "casefile:everything", number=made.pk)
    return made


@action
def end_hold(by: By, number: int, reason: str, *, today: dt.date) -> LegalHold:
    """End a hold, with the reason. Raises Problem without one and where it has ended."""
    row = LegalHold.objects.select_for_update(of=("self",)).filter(pk=number).first()
    if row is None:
        raise Refused("No such record.")
    if row.guard_id is None:
        check_any(by, May.GOVERN_RECORDS)
    else:
        check(by, May.GOVERN_RECORDS, row.guard_id, row.about)
    if row.ended_on is not None:
        raise Problem("This hold has ended already.")
    if not reason.strip():
        raise Problem(WHY, "reason")
    row.ended_on, row.ended_by, row.end_reason = today, by.user, reason.strip()[:300]
    row.save()
    record(by, "casefile.end_hold", row.about or "casefile:everything", number=row.pk)
    return row
