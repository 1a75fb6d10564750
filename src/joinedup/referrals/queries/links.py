"""What a receiver's link opens: one referral, by its reference, without a word about anybody."""

from __future__ import annotations

from joinedup.access.by_link import seen_by_link
from joinedup.notices.models import Link
from joinedup.notices.queries import by_link
from joinedup.referrals.choices import WAITING
from joinedup.referrals.models import Referral

__all__ = ["referral_behind"]


def referral_behind(link: Link) -> Referral | None:
    """The referral that a good link opens, recorded as seen; None where it waits for nothing."""
    row = Referral.objects.filter(reference=link.about, state__in=WAITING).first()
    if row is not None:
        seen_by_link(by_link(link), row.reference)
    return row
