"""A mail to each who is asked to clear a paper or to say what it means, when it is sent to them."""

from __future__ import annotations

import datetime as dt

from django.db.models import Q
from django.urls import reverse

from joinedup.access.models import Conflict, Person, User
from joinedup.clocks.choices import ClockKind
from joinedup.clocks.queries import open_for
from joinedup.notices.choices import Purpose
from joinedup.notices.outbox import post
from joinedup.papers.models import Paper
from joinedup.papers.queries.owed import ASKED, asked_to_say, asked_to_sign
from joinedup.papers.rules.reminding import ReminderLine, body_of, subject_of

__all__ = ["tell_asked"]


def tell_asked(paper: Paper, site: str, today: dt.date) -> int:
    """Put one mail in the outbox for each who has to sign or to say something and has an address;
    for this text of the paper once. How many were asked."""
    sign = set(asked_to_sign().filter(paper=paper).values_list("person", flat=True))
    say = set(asked_to_say().filter(paper=paper).values_list("owner", flat=True))
    clock = open_for([paper.reference]).filter(kind=ClockKind.PAPER_CLEARED).first()
    closed = Conflict.objects.filter(guard=paper.guard_id, ended_at__isnull=True).values("person")
    here = Q(left_on__isnull=True) | Q(left_on__gte=today)
    people = Person.objects.filter(here, pk__in=sign | say).exclude(pk__in=closed)
    accounts = dict(
        User.objects.filter(person__in=people, is_active=True).values_list("person", "email")
    )
    asked = 0
    for one in people:
        address = accounts.get(one.pk) or one.email
        if not address:
            continue
        page = site.rstrip("/") + reverse("paper_work", args=[paper.reference])
        what = "say" if one.pk not in sign else "both" if one.pk in say else "sign"
        line = ReminderLine(
            paper.reference, ASKED[what], clock.due_on if clock else None, page, True
        )
        post(
            key=f"clear:{paper.reference}:{paper.text_version}:{one.reference}",
            purpose=Purpose.REMINDER,
            recipient=address,
            subject=subject_of([line]),
            body=body_of([line], today),
            about=paper.reference,
        )
        asked += 1
    return asked
