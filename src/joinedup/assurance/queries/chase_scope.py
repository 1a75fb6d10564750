"""What part of what is owed a reader's chase list holds: all plans that they may chase, else what
they may read; and the plans that one lead answers for."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db.models import Case, F, Max, OuterRef, Q, QuerySet, Subquery, When

from joinedup.access.choices import May, Role
from joinedup.access.models import Grant, Person, User
from joinedup.access.permission import holds, visible
from joinedup.access.queries import in_force
from joinedup.assurance.choices import CLOSED
from joinedup.assurance.models import Action, PlanChasing, Update
from joinedup.assurance.queries.chase_due import chaseable

__all__ = ["leads_to_choose", "led_by", "may_of", "owed", "since_when"]


def may_of(user: User) -> May:
    """What the list of a reader goes by: who may chase sees what they may chase, a named contact or
    any other reader what they may read."""
    return May.EDIT_PLANS if holds(user, May.EDIT_PLANS) else May.READ_PLANS


def owed(user: User, today: dt.date) -> QuerySet[Action]:
    """What is late, and evidence that was asked for, as far as this reader's list goes."""
    # something finished is chased for an answer too, and is not late for that
    is_late = Q(next_on__lt=today) & ~Q(status__in=CLOSED)
    rows = chaseable().filter(is_late | Q(is_asked=True))
    return visible(user, may_of(user), rows)


def since_when(rows: QuerySet[Action], today: dt.date) -> QuerySet[Any]:
    """Rows with `owed_since`: the due day of what is late, else the day evidence was asked for."""
    asked = Update.objects.filter(action=OuterRef("pk"), changes__is_asked__1=True).order_by()
    day = asked.values("action").annotate(day=Max("effective_on")).values("day")
    is_late = Q(next_on__lt=today) & ~Q(status__in=CLOSED)
    return rows.annotate(owed_since=Case(When(is_late, then=F("next_on")), default=Subquery(day)))


def _safeguarding_leads(today: dt.date) -> QuerySet[Grant]:
    return Grant.objects.filter(in_force(today), role=Role.SAFEGUARDING_LEAD, user__is_active=True)


def led_by(rows: QuerySet[Any], lead: str, today: dt.date) -> QuerySet[Any]:
    """Rows of the plans whose reminders come to one person in the end: plans that name them, and,
    for a safeguarding lead, those that name nobody and are of their organisation or of one without
    such a lead."""
    leads = _safeguarding_leads(today)
    named = Q(plan__chasing__lead__reference=lead)
    found = Person.objects.filter(reference=lead, pk__in=leads.values("user__person")).first()
    if found is None:
        return rows.filter(named)
    with_leads = leads.values("user__person__agency")
    own = Q(plan__agency=found.agency_id) | ~Q(plan__agency__in=with_leads)
    return rows.filter(named | (Q(plan__chasing__lead__isnull=True) & own))


def leads_to_choose(user: User, today: dt.date) -> list[tuple[str, str]]:
    """(reference, name) of everybody who leads a plan that goes on; none for who may not chase."""
    if may_of(user) is not May.EDIT_PLANS:
        return []
    named = PlanChasing.objects.filter(plan__ended_on__isnull=True, lead__isnull=False)
    leads = Q(pk__in=named.values("lead")) | Q(
        pk__in=_safeguarding_leads(today).values("user__person")
    )
    return [(one.reference, one.name) for one in Person.objects.filter(leads).order_by("name")]
