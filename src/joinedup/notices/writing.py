"""What actions on links share."""

from __future__ import annotations

from django.utils import timezone

from joinedup.access.permission import Refused, check_link
from joinedup.audit.actor import By
from joinedup.notices.models import Link

__all__ = ["still_good"]


def still_good(by: By, link: Link) -> Link:
    """The link, held until the transaction ends. Raises Refused where it was spent, revoked or has
    run out meanwhile."""
    check_link(by)
    held = Link.objects.select_for_update().get(pk=link.pk)
    if held.used_at or held.revoked_at or held.expires_at <= timezone.now():
        raise Refused("No such page.")
    return held
