"""Papers that came out lately, for the home pages of those who read and do not write them."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db.models import OuterRef, Q, Subquery
from django.urls import reverse
from django.utils import timezone

from joinedup.access.choices import May
from joinedup.access.limits import own_rules
from joinedup.access.models import User
from joinedup.access.permission import holds, visible
from joinedup.notices.rules import News
from joinedup.papers.models import Paper, Publication
from joinedup.rulebook import rule

__all__ = ["new_papers"]

NEW = "limit.paper_new"
MOST = 10


def new_papers(user: User, today: dt.date) -> list[News]:
    """Papers whose newest version came out within the days of the rule `limit.paper_new`, or whose
    meeting is still to come; one statement. Nothing for those who prepare papers."""
    if not holds(user, May.READ_PAPERS) or holds(user, May.PREPARE_PAPERS):
        return []
    days = rule(NEW, today, own_rules()).amount("value").number
    since = dt.datetime.combine(today - dt.timedelta(days=days), dt.time())
    out_at = Publication.objects.filter(paper=OuterRef("pk")).order_by("-version")
    rows: Any = visible(user, May.READ_PAPERS, Paper.objects.filter(published_version__gt=0))
    rows = rows.annotate(out_at=Subquery(out_at.values("published_at")[:1]))
    rows = rows.filter(Q(out_at__gte=timezone.make_aware(since)) | Q(meeting_on__gte=today))
    return [_news(one) for one in rows.order_by("-out_at", "-pk")[:MOST]]


def _news(one: Any) -> News:
    words = f"Version {one.published_version}" if one.published_version > 1 else ""
    out_on = timezone.localtime(one.out_at).date()
    address = reverse("paper", args=[one.reference])
    return News(one.reference, one.subject, one.body, one.meeting_on, words, out_on, address)
