"""Links for one purpose: made, used once, revoked."""

from __future__ import annotations

import datetime as dt
import secrets

from django.utils import timezone

from joinedup.access.choices import May
from joinedup.access.permission import check_any
from joinedup.audit.actor import By
from joinedup.audit.recorder import action, record
from joinedup.notices.choices import Purpose
from joinedup.notices.models import Link
from joinedup.notices.queries import token_hash
from joinedup.notices.writing import still_good

__all__ = ["expire_links", "make_link", "revoke_link", "revoke_links", "use_link"]


@action
def make_link(
    by: By,
    may: May,
    *,
    purpose: Purpose,
    about: str,
    expires_at: dt.datetime,
    recipient: str = "",
) -> tuple[Link, str]:
    """Make a link about one reference; `may` is the permission that making it asks for.

    Gives the link and its token. The token is kept nowhere: put it in the mail at once.
    """
    check_any(by, may)
    token = secrets.token_urlsafe(32)
    link = Link.objects.create(
        token_hash=token_hash(token),
        purpose=purpose,
        about=about,
        recipient=recipient,
        expires_at=expires_at,
    )
    record(by, "link.make", about, link=link.reference, purpose=str(purpose))
    return link, token


@action
def use_link(by: By, link: Link) -> None:
    """Spend a link. Raises Refused where it was spent, revoked or has run out meanwhile."""
    held = still_good(by, link)
    held.used_at = timezone.now()
    held.save(update_fields=["used_at"])
    record(by, "link.use", held.about, link=held.reference)


@action
def revoke_links(by: By, may: May, *, purpose: Purpose, about: str, recipient: str = "") -> int:
    """Revoke every open link of a purpose about one reference (to one address, where given). How
    many there were."""
    check_any(by, may)
    held = Link.objects.filter(
        purpose=purpose, about=about, used_at__isnull=True, revoked_at__isnull=True
    )
    to_one = held.filter(recipient__iexact=recipient) if recipient else held
    count = to_one.update(revoked_at=timezone.now())
    record(by, "link.revoke", about, purpose=str(purpose), count=count)
    return count


@action
def revoke_link(by: By, may: May, link: Link) -> None:
    """Revoke one link. Nothing changes where it was used or revoked before."""
    check_any(by, may)
    Link.objects.filter(pk=link.pk, used_at__isnull=True, revoked_at__isnull=True).update(
        revoked_at=timezone.now()
    )
    record(by, "link.revoke", link.about, link=link.reference)


@action
def expire_links(by: By) -> int:
    """Revoke links whose time has run out, so that the list of open links is short and true.
    They had stopped working by themselves. How many there were."""
    check_any(by, May.MANAGE_ACCOUNTS)
    now = timezone.now()
    count = Link.objects.filter(
        expires_at__lte=now, used_at__isnull=True, revoked_at__isnull=True
    ).update(revoked_at=now)
    record(by, "link.expire", "daily", count=count)
    return count
