"""What waits to be read by a named senior, and whom it reaches."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from django.db.models import Q, QuerySet
from django.urls import reverse

from joinedup.access.choices import May
from joinedup.access.models import Grant, Guard, Holding, Post, User
from joinedup.access.permission import (
    Refused,
    holds,
    may_touch,
    open_record,
    reach_of,
    standing,
    visible,
)
from joinedup.access.queries.lists import in_force
from joinedup.access.roles import POLICY
from joinedup.audit.actor import By
from joinedup.clocks.choices import ClockKind
from joinedup.clocks.models import Clock
from joinedup.clocks.rules import Owed
from joinedup.referrals.choices import AlertTo
from joinedup.referrals.models import SeniorAlert
from joinedup.referrals.queries.rules import rules_on

__all__ = [
    "RIGHTS",
    "alert_to",
    "alerts_for",
    "alerts_owed",
    "alerts_seen",
    "beside_of",
    "due_of",
    "holders_reached",
    "people_reached",
    "reaches_alert",
    "those_who_may",
]

RIGHTS: Mapping[str, May] = {
    AlertTo.POST: May.REPORT_CONCERNS,
    AlertTo.MANAGERS: May.MANAGE_CASES,
    AlertTo.GOVERNANCE: May.SET_ACCESS,
}
"""What a receipt takes. A holder of the post needs no right to read casework: the page of an alert
says what set it off and names nobody. Conflicts of interest close it as they close the record."""
DEED = "Read it and leave your receipt"


def reaches_alert(user: User, alert: SeniorAlert) -> bool:
    """Whether this is put before this person."""
    if alert.before == AlertTo.POST:
        return alert.post_id in standing(user).post_ids
    return holds(user, RIGHTS[alert.before])


def alerts_for(user: User) -> QuerySet[SeniorAlert]:
    """What waits for this person to read, oldest first."""
    inside = Q(pk__in=())
    for before, may in RIGHTS.items():
        reach = reach_of(user, may, item="about")
        posts = standing(user).post_ids
        if reach is None or (before == AlertTo.POST and not posts):
            continue
        mine = Q(before=before, post__in=posts) if before == AlertTo.POST else Q(before=before)
        inside |= mine & reach
    rows = SeniorAlert.objects.filter(inside, read_at__isnull=True)
    return rows.order_by("raised_on", "pk")


def alerts_owed(user: User, today: dt.date) -> list[Owed]:
    """The same for a home page: what each is, in words that name nobody, and by when it has to be
    read. At most two statements; none for whoever can have no alert."""
    if not standing(user).post_ids and not any(
        holds(user, RIGHTS[one]) for one in (AlertTo.MANAGERS, AlertTo.GOVERNANCE)
    ):
        return []
    rows = list(alerts_for(user)[:20])
    if not rows:
        return []
    clocks = Clock.objects.filter(kind=ClockKind.ALERT, about__in=[one.reference for one in rows])
    due = dict(clocks.values_list("about", "due_on"))
    rules = rules_on(today)
    return [
        Owed(
            one.reference, DEED, rules.limit(one.trigger).title,
            reverse("alert", args=[one.reference]), due.get(one.reference, one.raised_on),
        )
        for one in rows
    ]  # fmt: skip


def alerts_seen(user: User, about: str) -> QuerySet[SeniorAlert]:
    """Every alert about one record, read or not, newest first, for a reader of the record."""
    rows = SeniorAlert.objects.filter(about=about).select_related("post", "read_by__person")
    return visible(user, May.READ_CASES, rows.order_by("-raised_on", "-pk"), item="about")


def alert_to(by: By, reference: str) -> SeniorAlert:
    """One alert, for somebody it is put before; recorded as seen. Raises Refused."""
    rows = SeniorAlert.objects.select_related("post", "read_by__person")
    found = rows.filter(reference=reference).first()
    if found is None or not reaches_alert(by.user, found):
        raise Refused("No such record.")
    may = RIGHTS[found.before]
    return open_record(by, may, rows, {"reference": reference}, item="about")


def due_of(alert: SeniorAlert) -> dt.date:
    """The day by which an alert has to be read, or had to be."""
    clocks = Clock.objects.filter(kind=ClockKind.ALERT, about=alert.reference)
    return clocks.values_list("due_on", flat=True).first() or alert.raised_on


def holders_reached(post: Post | None, guard: Guard, about: str, today: dt.date) -> list[User]:
    """Everybody with an account who holds this post on this day, without those whom a conflict of
    interest keeps from the record."""
    if post is None:
        return []
    held = Holding.objects.filter(in_force(today), post=post).values("person")
    users = User.objects.filter(is_active=True, person__in=held).select_related("person")
    found = users.order_by("pk")
    return [one for one in found if may_touch(one, RIGHTS[AlertTo.POST], guard.pk, about)]


def those_who_may(may: May, guard: Guard, about: str, today: dt.date) -> list[User]:
    """Everybody with an account who may do this to what stands behind a guard."""
    roles = [role for role, grants in POLICY.items() if may in grants]
    granted = Grant.objects.filter(in_force(today), role__in=roles).values("user")
    users = User.objects.filter(is_active=True, pk__in=granted).select_related("person")
    return [one for one in users.order_by("pk") if may_touch(one, may, guard.pk, about)]


def people_reached(alert: SeniorAlert, today: dt.date) -> list[User]:
    """Everybody whom an alert is put before on this day. Whoever has it as holder of the post already
    is not counted again among those who manage casework."""
    if alert.before == AlertTo.POST:
        return holders_reached(alert.post, alert.guard, alert.about, today)
    beside = beside_of(alert).filter(before=AlertTo.POST).select_related("post").first()
    post = beside.post if beside is not None else None
    holders = {one.pk for one in holders_reached(post, alert.guard, alert.about, today)}
    found = those_who_may(RIGHTS[alert.before], alert.guard, alert.about, today)
    return [one for one in found if one.pk not in holders]


def beside_of(alert: SeniorAlert) -> QuerySet[SeniorAlert]:
    """The same thing put before others, and not read by them."""
    rows = SeniorAlert.objects.filter(trigger=alert.trigger, subject=alert.subject)
    return rows.filter(guard=alert.guard_id, read_at__isnull=True).exclude(pk=alert.pk)
