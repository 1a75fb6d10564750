"""What waits to be read by a named senior."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from joinedup.access.choices import May
from joinedup.access.models import User
from joinedup.access.permission import holds, standing, visible
from joinedup.referrals.models import SeniorAlert

__all__ = ["alerts_for", "alerts_seen", "reaches_alert"]


def reaches_alert(user: User, alert: SeniorAlert) -> bool:
    """Whether this is put before this person: they hold the post, or nobody holds it by that title
    and they manage casework."""
    if alert.post_id is not None:
        return alert.post_id in standing(user).post_ids
    return holds(user, May.MANAGE_CASES)


def alerts_for(user: User) -> QuerySet[SeniorAlert]:
    """What waits for this person to read, oldest first."""
    mine = Q(post__in=standing(user).post_ids)
    if holds(user, May.MANAGE_CASES):
        mine |= Q(post__isnull=True)
    rows = SeniorAlert.objects.filter(mine, read_at__isnull=True).order_by("raised_on", "pk")
    return visible(user, May.READ_CASES, rows, item="about")


def alerts_seen(user: User, about: str) -> QuerySet[SeniorAlert]:
    """Every alert about one record, read or not, newest first, for a reader of the record."""
    rows = SeniorAlert.objects.filter(about=about).select_related("post", "read_by__person")
    return visible(user, May.READ_CASES, rows.order_by("-raised_on", "-pk"), item="about")
