"""What is due in casework, once a week to whoever owes it: a link and numbers, nobody named."""

from __future__ import annotations

import datetime as dt
from collections import Counter

from django.db.models import Exists, OuterRef, Q
from django.urls import reverse

from joinedup.access.choices import May
from joinedup.access.models import Conflict, User
from joinedup.access.permission import check_any
from joinedup.audit.actor import By
from joinedup.audit.recorder import action, record
from joinedup.clocks.choices import ClockKind
from joinedup.clocks.queries import running
from joinedup.notices.choices import Purpose
from joinedup.notices.models import Notice
from joinedup.notices.outbox import post

__all__ = ["remind_workers"]

OWN = (
    ClockKind.SUPERVISION, ClockKind.CASE_REVIEW, ClockKind.FLAG, ClockKind.SUPPORT,
    ClockKind.CHALLENGE, ClockKind.ESCALATION, ClockKind.FLAG_OFF, ClockKind.FOLLOW_UP,
    ClockKind.HANDOVER, ClockKind.TRANSFER_OUT,
)  # fmt: skip
SUBJECT = "What is due in your cases"
BODY = """Hello,

past their day: {late}. In the next seven days: {soon}. Supervision, reviews, warnings to look at again,
support, challenges, handovers and people to follow up are counted.

{address}

This message names nobody.
"""
WEEK = dt.timedelta(days=7)


@action
def remind_workers(by: By, site: str, *, today: dt.date) -> int:
    """Write once a week to everybody with an account who owes something in casework that is past
    its day or due within seven days, without what a conflict of interest closes to them. How many
    mails were new. For the daily job; twice is once."""
    check_any(by, May.MANAGE_CASES)
    about = Q(about__startswith="CA-") | Q(about__startswith="CP-") | Q(about__startswith="FL-")
    about |= Q(about__startswith="RF-") | Q(about__startswith="RC-")
    about |= Q(about__startswith="FU-") | Q(about__startswith="TO-")
    rows = running().filter(about, kind__in=OWN, due_on__lte=today + WEEK)
    closed = Conflict.objects.filter(
        guard=OuterRef("guard"), person=OuterRef("owes_person"), ended_at__isnull=True
    )
    rows = rows.exclude(Exists(closed))
    late: Counter[int] = Counter()
    soon: Counter[int] = Counter()
    for person, due_on in rows.exclude(owes_person=None).values_list("owes_person", "due_on"):
        (late if due_on < today else soon)[int(person or 0)] += 1
    week = "{}-{:02}".format(*today.isocalendar()[:2])
    users = User.objects.filter(is_active=True, person__in={*late, *soon}).select_related("person")
    count = sum(
        _write(one, site, week, late[one.person_id], soon[one.person_id])
        for one in users.order_by("pk")
    )
    record(by, "cases.remind", "daily", count=count)
    return count


def _write(user: User, site: str, week: str, late: int, soon: int) -> bool:
    key = f"cases:{user.reference}:{week}"
    if Notice.objects.filter(key=key).exists():
        return False
    address = site.rstrip("/") + reverse("cases")
    post(
        key=key,
        purpose=Purpose.CASEWORK,
        recipient=user.email,
        subject=SUBJECT,
        body=BODY.format(late=late, soon=soon, address=address),
    )
    return True
