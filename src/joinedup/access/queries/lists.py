"""Lists of accounts, people, posts, teams and agencies, for those who keep them."""

from __future__ import annotations

import datetime as dt

from django.db.models import Count, Exists, OuterRef, Prefetch, Q, QuerySet

from joinedup.access.choices import HoldingKind, May, Role
from joinedup.access.models import Agency, Grant, Holding, Person, Post, Team, User
from joinedup.access.roles import POLICY

__all__ = [
    "accounts",
    "active_administrators",
    "agencies",
    "case_workers",
    "grants_of",
    "in_force",
    "is_last_administrator",
    "people",
    "people_to_choose",
    "person_by_email",
    "posts",
    "teams",
    "works_on_cases",
]


def in_force(today: dt.date) -> Q:
    """The condition that a dated row holds on this day."""
    return Q(from_on__lte=today) & (Q(to_on__isnull=True) | Q(to_on__gte=today))


def active_administrators(today: dt.date) -> QuerySet[User]:
    """Open accounts that may manage accounts today."""
    grants = Grant.objects.filter(in_force(today), role=Role.SYSTEM_ADMINISTRATOR)
    return User.objects.filter(is_active=True, pk__in=grants.values("user"))


def _working(today: dt.date) -> QuerySet[Grant]:
    roles = [role for role, grants in POLICY.items() if May.WORK_CASES in grants]
    return Grant.objects.filter(in_force(today), role__in=roles, user__is_active=True)


def works_on_cases(person: Person, today: dt.date) -> bool:
    """Whether somebody has an open account with which they may work on cases today."""
    return _working(today).filter(user__person=person).exists()


def case_workers(today: dt.date) -> QuerySet[Person]:
    """Everybody who has an open account with which they may work on cases today, by name."""
    return people_to_choose().filter(pk__in=_working(today).values("user__person"))


def is_last_administrator(person: Person, on: dt.date) -> bool:
    """Whether nobody else could manage accounts after this person's last day, `on`."""
    there = active_administrators(on)
    here = there.filter(Q(person__left_on__isnull=True) | Q(person__left_on__gt=on))
    return there.filter(person=person).exists() and not here.exclude(person=person).exists()


def person_by_email(email: str) -> Person | None:
    """The person on the list with this address, whatever its capitals."""
    return Person.objects.filter(email__iexact=email.strip()).exclude(email="").first()


def accounts(today: dt.date, words: str = "", state: str = "") -> QuerySet[User]:
    """Accounts by name, with today's roles; `state` is "", "open", "closed" or "invited"."""
    grants = Grant.objects.filter(in_force(today)).order_by("role")
    rows = User.objects.select_related("person__agency").prefetch_related(
        Prefetch("grants", queryset=grants, to_attr="held")
    )
    if words:
        rows = rows.filter(Q(person__name__icontains=words) | Q(email__icontains=words))
    if state:
        rows = rows.filter(is_active=state != "closed")
    if state == "invited":
        rows = rows.filter(last_login__isnull=True)
    return rows.order_by("person__name", "pk")


def grants_of(user: User) -> QuerySet[Grant]:
    """Every role an account has or had, newest first."""
    return user.grants.order_by("-from_on", "role")


def people(today: dt.date, words: str = "", agency: str = "", state: str = "") -> QuerySet[Person]:
    """People by name with their posts of today; `state` is "" (all), "here" or "left"."""
    held = Holding.objects.filter(in_force(today)).select_related("post")
    rows = Person.objects.select_related("agency", "team", "manager").prefetch_related(
        Prefetch("holdings", queryset=held, to_attr="held")
    )
    if words:
        rows = rows.filter(Q(name__icontains=words) | Q(email__icontains=words))
    if agency:
        rows = rows.filter(agency__reference=agency)
    gone = Q(left_on__lt=today)
    if state:
        rows = rows.filter(gone) if state == "left" else rows.exclude(gone)
    return rows.order_by("name", "pk")


def people_to_choose() -> QuerySet[Person]:
    """People who have not been noted as leavers, by name, for a list to choose from."""
    return Person.objects.filter(left_on__isnull=True).order_by("name", "pk")


def posts(today: dt.date, words: str = "", agency: str = "", state: str = "") -> QuerySet[Post]:
    """Posts by title with today's holders; `state` is "" (all), "vacant" or "ended".

    A post is vacant (`is_vacant`) while it has not ended and nobody holds or covers it.
    """
    held = Holding.objects.filter(in_force(today)).select_related("person").order_by("kind", "pk")
    filled = Holding.objects.filter(in_force(today), post=OuterRef("pk")).exclude(
        kind=HoldingKind.DEPUTY
    )
    rows = (
        Post.objects.select_related("agency", "team")
        .annotate(is_filled=Exists(filled))
        .prefetch_related(Prefetch("holdings", queryset=held, to_attr="held"))
    )
    if words:
        rows = rows.filter(title__icontains=words)
    if agency:
        rows = rows.filter(agency__reference=agency)
    ended = Q(ended_on__lt=today)
    if state == "vacant":
        rows = rows.filter(is_filled=False).exclude(ended)
    elif state == "ended":
        rows = rows.filter(ended)
    return rows.order_by("title", "pk")


def agencies() -> QuerySet[Agency]:
    """Agencies by name, the council itself first, with how many people and teams each has."""
    return (
        Agency.objects.select_related("successor")
        .annotate(
            people_count=Count("people", filter=Q(people__left_on__isnull=True), distinct=True),
            team_count=Count("teams", distinct=True),
        )
        .order_by("-is_home", "name")
    )


def teams() -> QuerySet[Team]:
    """Teams by agency and name."""
    return Team.objects.select_related("agency").order_by("agency__name", "name")
