"""Warnings: set with a reason, looked at again, shared on a lawful basis, and taken off everywhere."""

from __future__ import annotations

import datetime as dt

from joinedup.access.choices import May
from joinedup.access.models import Agency
from joinedup.access.permission import Refused
from joinedup.access.problems import Problem
from joinedup.audit.actor import By
from joinedup.audit.recorder import action, record
from joinedup.cases.models import Flag, FlagShare
from joinedup.cases.promising import promise_look, promise_telling
from joinedup.cases.queries.sharing import age_of
from joinedup.cases.writing import end_own_clocks, held, in_words, still_open, user_of
from joinedup.clocks.choices import ClockKind
from joinedup.notices.choices import Purpose
from joinedup.notices.outbox import post
from joinedup.pages.dates import long_date
from joinedup.referrals.actions import note_sharing

__all__ = ["remove_flag", "review_flag", "set_flag", "share_flag", "tell_of_removal"]

TOLD = """Hello,

a warning that we shared with you under the reference {flag} was taken off on {day}. Please take it
off your records too. We name nobody by mail: ask us by telephone if you are not sure whom it is about.
"""


@action
def set_flag(
    by: By,
    reference: str,
    words: str,
    why: str,
    review_on: dt.date,
    *,
    today: dt.date,
    may: May = May.WORK_CASES,
) -> Flag:
    """Set a warning: what everybody must know, why, and when it is looked at again."""
    case = held(by, may, reference)
    still_open(case)
    if review_on <= today:
        raise Problem("Give a day to come on which it is looked at again.", "review_on")
    made = Flag.objects.create(
        case=case, words=in_words(words, "Write the warning.", "words")[:200],
        why=in_words(why, "Write why.", "why"), set_on=today, set_by=user_of(by),
        review_on=review_on,
    )  # fmt: skip
    promise_look(by, case, made, today, may)
    record(by, "cases.set_flag", reference, flag=made.reference)
    return made


@action
def review_flag(
    by: By,
    reference: str,
    flag: str,
    words: str,
    review_on: dt.date,
    *,
    today: dt.date,
    may: May = May.WORK_CASES,
) -> Flag:
    """Look at a warning again: it still holds, why, and when it is looked at next. Raises Problem on
    a closed case: nobody would look then."""
    row = _flag(by, reference, flag, may)
    still_open(row.case)
    if review_on <= today:
        raise Problem("Give a day to come on which it is looked at again.", "review_on")
    still = in_words(words, "Write why it still holds.", "words")
    row.why, row.review_on = f"{row.why} {still}", review_on
    row.save(update_fields=["why", "review_on"])
    end_own_clocks(by, row.reference, today, may)
    promise_look(by, row.case, row, today, may)
    record(by, "cases.review_flag", reference, flag=flag)
    return row


def _flag(by: By, reference: str, flag: str, may: May) -> Flag:
    case = held(by, may, reference)
    row = Flag.objects.select_for_update(of=("self",)).filter(case=case, reference=flag).first()
    if row is None:
        raise Refused("No such record.")
    if row.removed_on is not None:
        raise Problem("This warning was taken off already.")
    return row


@action
def share_flag(
    by: By,
    reference: str,
    flag: str,
    agency: Agency,
    basis: str,
    *,
    today: dt.date,
    reason: str = "",
    may: May = May.WORK_CASES,
) -> FlagShare:
    """Note that an agency was told of a warning, on which lawful basis, so that its removal reaches
    them too. Raises Problem without a basis that holds for the person's age."""
    row = _flag(by, reference, flag, may)
    made, is_new = FlagShare.objects.get_or_create(
        flag=row, agency=agency, defaults={"shared_on": today}
    )
    if is_new:
        note_sharing(
            by, row.case.guard, reference, str(agency), age_of(row.case, today), basis, reason, may,
            today=today,
        )  # fmt: skip
    record(by, "cases.share_flag", reference, flag=flag, agency=agency.reference)
    return made


@action
def remove_flag(
    by: By, reference: str, flag: str, reason: str, *, today: dt.date, may: May = May.WORK_CASES
) -> Flag:
    """Take a warning off, with the reason. Everybody who was told of it is told of that: by mail, or,
    where there is no address, by us; the case stays open until that is done."""
    row = _flag(by, reference, flag, may)
    row.removed_because = in_words(reason, "Write why it is taken off.", "reason")
    row.removed_on, row.removed_by = today, user_of(by)
    row.save()
    end_own_clocks(by, row.reference, today, may)
    for share in row.shares.select_related("agency"):
        if share.agency.contact_email:
            post(
                key=f"flag:{row.reference}:{share.agency.reference}",
                purpose=Purpose.OTHER,
                recipient=share.agency.contact_email,
                subject="A warning was taken off",
                body=TOLD.format(flag=row.reference, day=long_date(today)),
                about=row.reference,
            )
            share.told_of_removal_on = today
            share.save(update_fields=["told_of_removal_on"])
    if row.shares.filter(told_of_removal_on=None).exists():
        promise_telling(by, row.case, row, today, may)
    record(by, "cases.remove_flag", reference, flag=flag)
    return row


@action
def tell_of_removal(
    by: By, reference: str, share: int, *, today: dt.date, may: May = May.WORK_CASES
) -> FlagShare:
    """Note that somebody who knew of a warning was told, by us, that it is off. Raises Refused for
    what is not to be told."""
    case = held(by, may, reference)
    rows = FlagShare.objects.select_for_update(of=("self",)).select_related("flag", "agency")
    row = rows.filter(
        flag__case=case, pk=share, flag__removed_on__isnull=False, told_of_removal_on=None
    ).first()
    if row is None:
        raise Refused("No such record.")
    row.told_of_removal_on = today
    row.save(update_fields=["told_of_removal_on"])
    if not row.flag.shares.filter(told_of_removal_on=None).exists():
        end_own_clocks(by, row.flag.reference, today, may, (ClockKind.FLAG_OFF,))
    record(by, "cases.tell_of_removal", reference, flag=row.flag.reference)
    return row
