"""Taking the register out of the house: copies and the calendar."""

from __future__ import annotations

import secrets
from collections.abc import Sequence

from django.utils import timezone

from joinedup.access.choices import May
from joinedup.access.permission import check_any, check_own
from joinedup.assurance.models import CalendarLink
from joinedup.audit.actor import By
from joinedup.audit.choices import Kind
from joinedup.audit.recorder import action, record
from joinedup.notices.queries import token_hash

__all__ = ["make_calendar", "record_copy", "revoke_calendar"]


@action
def record_copy(by: By, form: str, query: str, shown: Sequence[str], may: May = May.EXPORT) -> None:
    """Record that somebody took a copy: in which form, of which look, of which actions. A sheet to
    edit is for those who may update (`may`); all other copies are for those who may export."""
    check_any(by, may)
    record(
        by, "assurance.copy", f"list:{by.ref}", Kind.EXPORTED,
        form=form, query=query, shown=list(shown),
    )  # fmt: skip


@action
def make_calendar(by: By, name: str, query: str) -> str:
    """Make the private address of one's due dates, in place of an older one: its token, which is
    kept nowhere. `query` is the address of a look, empty for one's own actions."""
    check_any(by, May.EXPORT)
    token = secrets.token_urlsafe(32)
    CalendarLink.objects.update_or_create(
        user=by.user,
        defaults={
            "token_hash": token_hash(token),
            "query": query[:1000],
            "name": name[:80],
            "made_at": timezone.now(),
            "revoked_at": None,
        },
    )
    record(by, "assurance.make_calendar", by.ref)
    return token


@action
def revoke_calendar(by: By) -> None:
    """End the private address: whoever has it finds nothing any more."""
    check_own(by, by.user)
    CalendarLink.objects.filter(user=by.user, revoked_at__isnull=True).update(
        revoked_at=timezone.now()
    )
    record(by, "assurance.revoke_calendar", by.ref)
