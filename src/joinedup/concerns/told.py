"""Telling those who reported: on the page of their report, and by a mail that says only that there
is something to read. Only for use inside an action."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from django.urls import reverse

from joinedup.audit.actor import By
from joinedup.audit.choices import ByKind
from joinedup.concerns.choices import Door, TellKind
from joinedup.concerns.models import Report, Telling
from joinedup.concerns.rules.contact import address_in, goes
from joinedup.notices.choices import Purpose
from joinedup.notices.outbox import post
from joinedup.pages.dates import long_date

__all__ = ["tell", "write_to"]

SUBJECT = "About what you sent us"
BODY = """Hello,

there is something for you to read about what you sent us on {day}:

{address}

{how} This message says nothing else, so that it is safe if somebody else sees it.
"""
BY_CODE = "You need the code that you were given. If you no longer have it, ring us."
BY_ACCOUNT = "Sign in to read it. Your reference is {reference}."


def tell(
    by: By, reports: Iterable[Report], kind: TellKind, words: str, now: dt.datetime
) -> list[Telling]:
    """Put the same words on the page of each of these reports."""
    user = by.user if by.kind == ByKind.USER else None
    return Telling.objects.bulk_create(
        Telling(report=one, kind=kind, words=words, told_at=now, told_by=user) for one in reports
    )


def write_to(
    reports: Iterable[Report], key: str, site: str, *, is_judged_safe: bool = False
) -> int:
    """Write to those of these reporters who left an address, once for each `key`: people with an
    account always, others by what they said themselves. `site` is the address of this Joined Up;
    where it is empty nothing is written. How many mails."""
    return sum(_write(one, key, site, is_judged_safe) for one in reports) if site else 0


def _write(report: Report, key: str, site: str, is_judged_safe: bool) -> bool:
    is_own = report.door in (Door.STAFF, Door.PARTNER) and report.entered_by is not None
    if is_own and report.entered_by is not None:
        recipient, path = report.entered_by.email, reverse("my_report", args=[report.reference])
        how = BY_ACCOUNT.format(reference=report.reference)
    elif goes(report.mail, is_judged_safe=is_judged_safe):
        recipient, path = address_in(report.raiser_contact), reverse("worry_return")
        how = BY_CODE
    else:
        return False
    day = long_date(report.received_at.date())
    post(
        key=f"report:{report.reference}:{key}",
        purpose=Purpose.REPORT,
        recipient=recipient,
        subject=SUBJECT,
        body=BODY.format(day=day, address=site.rstrip("/") + path, how=how),
        about=report.reference,
    )
    return True
