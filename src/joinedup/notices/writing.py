"""What actions on links share."""

from __future__ import annotations

from joinedup.access.permission import Refused, check_link
from joinedup.audit.actor import By
from joinedup.notices.choices import Purpose
from joinedup.notices.models import Link
from joinedup.notices.queries import by_link, state_of
from joinedup.notices.rules import LinkState

__all__ = ["holder_of", "still_good"]


def holder_of(link: Link, purpose: Purpose) -> By:
    """Whoever holds a link of this purpose, as the actor of what they do; they may write to what it
    is about and to nothing else. Raises Refused for a link of another purpose. That the link is
    good is for `still_good` and `use_link` to say, within the same transaction."""
    by = by_link(link, opens=link.about)
    check_link(by)
    if link.purpose != purpose:
        raise Refused("No such page.")
    return by


def still_good(by: By, link: Link) -> Link:
    """The link, held until the transaction ends. Raises Refused where it was spent, revoked or has
    run out meanwhile."""
    check_link(by)
    held = Link.objects.select_for_update().get(pk=link.pk)
    if state_of(held) is not LinkState.GOOD:
        raise Refused("No such page.")
    return held
