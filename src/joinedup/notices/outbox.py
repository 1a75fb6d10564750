"""Mail goes out through one door: a row written with the action, sent afterwards."""

from __future__ import annotations

import datetime as dt

from django.db import connection, transaction
from django.utils import timezone

from joinedup.notices.choices import Purpose
from joinedup.notices.models import Notice
from joinedup.notices.tasks import send_notice

__all__ = ["post"]


def post(
    *,
    key: str,
    purpose: Purpose,
    recipient: str,
    subject: str,
    body: str,
    about: str = "",
    not_before: dt.datetime | None = None,
) -> Notice:
    """Put a mail in the outbox, inside the transaction of the action it tells of.

    `key` names the mail once and for all ("reminder:AC-…:2026-03-01"): asked for twice, it is
    sent once. Subject and body carry a link and no person's name. Raises
    TransactionManagementError outside a transaction.
    """
    if not connection.in_atomic_block:
        raise transaction.TransactionManagementError("post() belongs inside an action")
    notice, is_new = Notice.objects.get_or_create(
        key=key[:120],
        defaults={
            "purpose": purpose,
            "recipient": recipient,
            "subject": subject[:200],
            "body": body,
            "about": about,
            "next_try_at": not_before or timezone.now(),
        },
    )
    if is_new:
        send_notice.enqueue(notice.pk)
    return notice
