"""What access does by itself each day: drafts and sessions that have had their time are cleared."""

from __future__ import annotations

from django.core.management import call_command

from joinedup.access.choices import May
from joinedup.access.drafts import sweep_drafts
from joinedup.access.permission import check_any
from joinedup.audit.actor import By
from joinedup.audit.recorder import action, record

__all__ = ["clear_drafts", "clear_sessions"]


@action
def clear_drafts(by: By) -> int:
    """Clear drafts older than the rule book lets them be. How many there were."""
    check_any(by, May.MANAGE_ACCOUNTS)
    cleared = sweep_drafts()
    record(by, "draft.clear", "daily", count=cleared)
    return cleared


@action
def clear_sessions(by: By) -> None:
    """Forget sessions that have ended."""
    check_any(by, May.MANAGE_ACCOUNTS)
    call_command("clearsessions")
    record(by, "session.clear", "daily")
