"""The job that sends one mail; the worker runs it."""

from __future__ import annotations

from django_tasks import task

from joinedup.audit.actor import system
from joinedup.notices.delivery import deliver

__all__ = ["send_notice"]


@task()
def send_notice(notice_id: int) -> None:
    """Send one notice of the outbox. Failures stay in its row and are seen on the outbox page."""
    deliver(system("outbox"), notice_id)
