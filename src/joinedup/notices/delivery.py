"""Handing mails of the outbox to the mail server, one by one."""

from __future__ import annotations

from django.conf import settings
from django.core.mail import EmailMessage

from joinedup.access.problems import Problem
from joinedup.audit.actor import By, system
from joinedup.notices.actions.delivery import claim, note_failed, note_sent
from joinedup.notices.queries import due_notices

__all__ = ["deliver", "deliver_due"]


def deliver(by: By, notice_id: int) -> bool:
    """Send one notice if it is due. Whether it went out."""
    try:
        notice = claim(by, notice_id)
    except Problem:
        return False
    message = EmailMessage(
        notice.subject,
        notice.body,
        settings.DEFAULT_FROM_EMAIL,
        [notice.recipient],
        headers={
            "Message-ID": f"<{notice.reference}@joined-up>",
            "Auto-Submitted": "auto-generated",
        },
    )
    try:
        message.send()
    except OSError as problem:
        note_failed(by, notice, type(problem).__name__)
        return False
    note_sent(by, notice)
    return True


def deliver_due() -> int:
    """Send everything that is due (the daily job and the worker call this). How many went out."""
    by = system("outbox")
    return sum(deliver(by, pk) for pk in due_notices())
