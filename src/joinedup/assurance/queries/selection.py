"""Which actions a reader sees through the filters of an address."""

from __future__ import annotations

import datetime as dt

from django.db.models import Q, QuerySet

from joinedup.access.choices import May
from joinedup.access.models import Agency, Person, Post, User
from joinedup.access.permission import visible
from joinedup.assurance.choices import CLOSED
from joinedup.assurance.models import Action, ActionStatement, Owner, Plan, Section
from joinedup.assurance.queries.colours import shows_colour
from joinedup.assurance.rules.filters import Filters
from joinedup.assurance.search import matching
from joinedup.rulebook import find

__all__ = ["quiet_since", "selection"]

QUIET_DAYS = 60


def _due(filters: Filters, today: dt.date) -> Q:
    """The due filter as a condition."""
    is_open = ~Q(status__in=CLOSED)
    week, month = today + dt.timedelta(days=6), today + dt.timedelta(days=30)
    return {
        "overdue": is_open & Q(next_on__lt=today),
        "today": is_open & Q(next_on=today),
        "week": is_open & Q(next_on__range=(today, week)),
        "month": is_open & Q(next_on__range=(today, month)),
        "later": is_open & Q(next_on__gt=month),
        "none": is_open & Q(next_on__isnull=True),
    }.get(filters.due, Q(pk__in=[]))


def _owner(who: str) -> Q:
    """Owned now by this person, post or organisation. A person's posts are theirs too."""
    owners = Owner.objects.filter(to_on__isnull=True)
    if who.startswith("PE-"):
        held = Post.objects.filter(holdings__person__reference=who, holdings__to_on__isnull=True)
        owners = owners.filter(
            Q(person__in=Person.objects.filter(reference=who).values("pk"))
            | Q(post__in=held.values("pk"))
        )
    elif who.startswith("PO-"):
        owners = owners.filter(post__in=Post.objects.filter(reference=who).values("pk"))
    else:
        owners = owners.filter(agency__in=Agency.objects.filter(reference=who).values("pk"))
    return Q(pk__in=owners.values("action"))


def quiet_since(today: dt.date) -> dt.date:
    """The day before which an action counts as without update: rule `limit.no_update`."""
    rule = find("limit.no_update", today)
    return today - dt.timedelta(days=rule.amount("value").number if rule else QUIET_DAYS)


def _named(filters: Filters) -> Q:
    """What is given by name: plan, section, organisation, source, owner."""
    wanted = Q()
    if filters.plan:
        wanted &= Q(plan__in=Plan.objects.filter(reference=filters.plan).values("pk"))
    if filters.section:
        wanted &= Q(section__in=Section.objects.filter(title=filters.section).values("pk"))
    if filters.agency:
        wanted &= Q(agency__in=Agency.objects.filter(reference=filters.agency).values("pk"))
    if filters.source:
        wanted &= _source(filters.source)
    if filters.owner:
        wanted &= _owner(filters.owner)
    if filters.unowned:
        wanted &= ~Q(pk__in=Owner.objects.filter(to_on__isnull=True).values("action"))
    return wanted


def _source(reference: str) -> Q:
    """In a plan made for this source, or answering something it says."""
    answers = ActionStatement.objects.filter(statement__source__reference=reference)
    plans = Plan.objects.filter(source__reference=reference)
    return Q(plan__in=plans.values("pk")) | Q(pk__in=answers.values("action"))


def _narrowed(filters: Filters, today: dt.date) -> Q:
    """Every filter as one condition, the search apart."""
    wanted = _named(filters)
    if not filters.with_parts:
        wanted &= Q(parent__isnull=True)
    for name in ("status", "theme", "priority", "proof"):
        if getattr(filters, name):
            wanted &= Q(**{name: getattr(filters, name)})
    if filters.due:
        wanted &= _due(filters, today)
    if filters.rag:
        wanted &= shows_colour(filters.rag, today)
    if filters.no_review:
        wanted &= Q(review_method="")
    if filters.quiet:
        quiet = Q(updated_on__isnull=True) | Q(updated_on__lt=quiet_since(today))
        wanted &= ~Q(status__in=CLOSED) & quiet
    return wanted


def selection(user: User, filters: Filters, today: dt.date) -> QuerySet[Action]:
    """The actions that this reader sees through these filters, unsorted."""
    rows = Action.objects.filter(_narrowed(filters, today))
    if filters.words:
        found = matching(filters.words)
        if found is None:
            return rows.none()
        rows = rows.filter(pk__in=found)
    return visible(user, May.READ_PLANS, rows)
