"""What a receiver's link opens: one referral, by its reference, without a word about anybody."""

from __future__ import annotations

from django.utils import timezone

from joinedup.access.by_link import seen_by_link
from joinedup.notices.choices import Purpose
from joinedup.notices.models import Link
from joinedup.notices.queries import any_link, by_link
from joinedup.referrals.choices import WAITING
from joinedup.referrals.models import Referral

__all__ = ["link_of", "referral_behind"]


def link_of(token: str) -> tuple[Link, str] | None:
    """The link of a token and what became of it ("good", "used", "over"); None for an unknown one."""
    link = any_link(token, Purpose.REFERRAL)
    if link is None:
        return None
    if link.used_at is not None:
        return link, "used"
    is_over = link.revoked_at is not None or link.expires_at <= timezone.now()
    return link, "over" if is_over else "good"


def referral_behind(link: Link) -> Referral | None:
    """The referral that a good link opens, recorded as seen; None where it waits for nothing."""
    row = Referral.objects.filter(reference=link.about, state__in=WAITING).first()
    if row is not None:
        seen_by_link(by_link(link), row.reference)
    return row
