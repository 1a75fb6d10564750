"""Sending what waits in the outbox; each failure is kept where people see it.

A mail is claimed in one short transaction and handed over outside any, so that a slow mail server
holds up nobody's writing.
"""

from __future__ import annotations

import datetime as dt

from django.conf import settings
from django.utils import timezone

from joinedup.access.choices import May
from joinedup.access.limits import limit, own_rules
from joinedup.access.permission import check_any
from joinedup.access.problems import Problem
from joinedup.audit.actor import By
from joinedup.audit.recorder import action, record
from joinedup.notices.choices import NoticeState
from joinedup.notices.models import Notice
from joinedup.notices.rules import next_try
from joinedup.rulebook import rule

__all__ = ["claim", "note_failed", "note_sent", "try_again"]


@action
def claim(by: By, notice_id: int) -> Notice:
    """Take a notice for sending; nobody else gets it until the claim runs out.

    Raises Problem where it is not due or somebody else has it.
    """
    check_any(by, May.MANAGE_MAIL)
    now = timezone.now()
    notice = Notice.objects.select_for_update().get(pk=notice_id)
    if notice.state != NoticeState.WAITING or notice.next_try_at > now:
        raise Problem("This mail is not waiting to be sent now.")
    notice.tries += 1
    notice.next_try_at = now + dt.timedelta(seconds=limit("notice.claim"))
    notice.save(update_fields=["tries", "next_try_at"])
    record(by, "notice.claim", notice.reference, tries=notice.tries)
    return notice


@action
def note_sent(by: By, notice: Notice) -> None:
    """Note that a mail went out. Its words are cleared, as links in them open accounts.

    Demo mode keeps them, to be looked at.
    """
    check_any(by, May.MANAGE_MAIL)
    notice.state, notice.sent_at, notice.problem = NoticeState.SENT, timezone.now(), ""
    if not settings.IS_DEMO:
        notice.body = ""
    notice.save(update_fields=["state", "sent_at", "problem", "body"])
    record(by, "notice.send", notice.reference, purpose=notice.purpose)


@action
def note_failed(by: By, notice: Notice, problem: str) -> None:
    """Note that a mail could not be sent (`problem` is the kind of error, no message)."""
    check_any(by, May.MANAGE_MAIL)
    now = timezone.now()
    waits = rule("notice.retry", timezone.localdate(), own_rules()).values["wait_minutes"]
    again = next_try(notice.tries, now, tuple(int(str(one)) for one in waits))  # type: ignore[union-attr]
    notice.problem = problem[:100]
    if again is None:
        notice.state = NoticeState.FAILED
    else:
        notice.next_try_at = again
    notice.save(update_fields=["problem", "state", "next_try_at"])
    record(by, "notice.fail", notice.reference, tries=notice.tries)


@action
def try_again(by: By, notice: Notice) -> None:
    """Put a mail that could not be sent back in the queue."""
    check_any(by, May.MANAGE_MAIL)
    notice.state, notice.tries, notice.next_try_at = NoticeState.WAITING, 0, timezone.now()
    notice.save(update_fields=["state", "tries", "next_try_at"])
    record(by, "notice.try_again", notice.reference)
