"""Word to whoever manages a team that a case needs another lead: its own may no longer see it. A link
and no name."""

from __future__ import annotations

from django.urls import reverse
from django.utils import timezone

from joinedup.access.models import Conflict
from joinedup.cases.queries.for_managers import managers_of, without_lead
from joinedup.notices.choices import Purpose
from joinedup.notices.models import Notice
from joinedup.notices.outbox import post

__all__ = ["tell_managers"]

SUBJECT = "A case needs another lead"
BODY = """Hello,

a case of your team needs another lead. It stands first on your page of cases, with what to do, until
somebody else leads it{address}.

This message names nobody.
"""


def tell_managers(site: str = "") -> int:
    """Put one mail for each manager of each such case in the outbox, once for each conflict of
    interest, however often it is asked. `site` is the address of this Joined Up, empty where it is
    not known. How many were new. Only for use inside an action."""
    today, count = timezone.localdate(), 0
    address = f": {site.rstrip('/')}{reverse('cases')}" if site else ""
    for case in without_lead().order_by("pk"):
        who = [case.worker_id, case.lead_person_id]
        noted = Conflict.objects.filter(
            guard=case.guard_id, person__in=[one for one in who if one], ended_at__isnull=True
        )
        newest = noted.order_by("-pk").values_list("pk", flat=True)[0]
        for user in managers_of(case, today):
            key = f"lead:{newest}:{user.reference}"
            if Notice.objects.filter(key=key).exists():
                continue
            post(
                key=key, purpose=Purpose.CASEWORK, recipient=user.email, subject=SUBJECT,
                body=BODY.format(address=address),
            )  # fmt: skip
            count += 1
    return count
