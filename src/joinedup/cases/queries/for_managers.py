"""What waits for whoever manages a team: cases whose lead may no longer see them, and supervisions that
somebody recorded and their supervisor has not confirmed."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.db.models import Case as Choose
from django.db.models import Exists, F, OuterRef, Q, QuerySet, Value, When

from joinedup.access.choices import May, Reach, Role
from joinedup.access.models import Conflict, Grant, Person, User
from joinedup.access.permission import standing, visible
from joinedup.access.prepared import together
from joinedup.access.queries.lists import in_force
from joinedup.access.roles import POLICY
from joinedup.cases.choices import CaseState, SessionKind
from joinedup.cases.models import Case, Session

__all__ = ["ToConfirm", "ToLead", "for_manager", "managers_of", "may_be_shut_out", "without_lead"]


@dataclass(frozen=True, slots=True)
class ToLead:
    """A case that needs another lead: whether its worker here may no longer see it, and its lead."""

    case: str
    name: str
    is_worker: bool
    is_lead: bool


@dataclass(frozen=True, slots=True)
class ToConfirm:
    """A supervision that was recorded and not confirmed."""

    case: str
    name: str
    session: int
    held_on: dt.date


def without_lead() -> QuerySet[Any]:
    """Open cases that a conflict of interest closes to whoever works on them or leads them."""
    noted = Conflict.objects.filter(guard=OuterRef("guard"), ended_at__isnull=True)
    rows = Case.objects.exclude(state=CaseState.CLOSED).annotate(
        is_worker=Exists(noted.filter(person=OuterRef("worker"))),
        is_lead=Exists(noted.filter(person=OuterRef("lead_person"))),
    )
    return rows.filter(Q(is_worker=True) | Q(is_lead=True))


def for_manager(user: User) -> tuple[list[ToLead], list[ToConfirm]]:
    """What waits for this manager, in one statement."""
    asked: Any = {"leads": (_leads, ()), "sessions": (_sessions, ())}
    found = together(user, asked)
    leads = [
        ToLead(ref, name, who in (1, 3), who in (2, 3)) for ref, name, who, _ in found["leads"]
    ]
    return leads, [ToConfirm(*row) for row in found["sessions"]]


def _leads(user: User) -> QuerySet[Any]:
    who = Choose(
        When(is_worker=True, is_lead=True, then=Value(3)),
        When(is_worker=True, then=Value(1)),
        default=Value(2),
    )
    rows = visible(user, May.MANAGE_CASES, without_lead()).annotate(who=who)
    found: QuerySet[Any] = rows.order_by("opened_on", "pk").values_list(
        "reference", "name", "who", "opened_on"
    )
    return found


def _sessions(user: User) -> QuerySet[Any]:
    rows = Session.objects.filter(kind=SessionKind.SUPERVISION, confirmed_on__isnull=True)
    rows = rows.exclude(case__state=CaseState.CLOSED).exclude(recorded_by=user.pk)
    since = Session.objects.filter(
        case=OuterRef("case"), kind=SessionKind.SUPERVISION, confirmed_on__isnull=False,
        held_on__gte=OuterRef("held_on"),
    )  # fmt: skip
    rows = rows.exclude(Exists(since))
    rows = rows.exclude(case__worker=standing(user).person_id)
    rows = visible(user, May.MANAGE_CASES, rows, "case__guard", "case__reference")
    found: QuerySet[Any] = rows.order_by("held_on", "pk").annotate(number=F("pk"))
    return found.values_list("case__reference", "case__name", "number", "held_on")


def managers_of(case: Case, today: dt.date) -> list[User]:
    """Whoever manages the team of a case and may see it; where nobody does, those who manage the
    cases of the whole council."""
    roles = [role for role, grants in POLICY.items() if May.MANAGE_CASES in grants]
    wide = [role for role in roles if POLICY[role][May.MANAGE_CASES] == Reach.ALL]
    near = [role for role in roles if role not in wide]
    closed = Conflict.objects.filter(guard=case.guard_id, ended_at__isnull=True)
    team = Q(person__team=case.team_id) if case.team_id else Q(pk__in=[])
    found = _holding(near, today).filter(team).exclude(person__in=closed.values("person"))
    if not found.exists():
        found = _holding(wide, today).exclude(person__in=closed.values("person"))
    return list(found.order_by("pk"))


def _holding(roles: list[Role], today: dt.date) -> QuerySet[User]:
    granted = Grant.objects.filter(in_force(today), role__in=roles)
    return User.objects.filter(is_active=True, pk__in=granted.values("user"))


def may_be_shut_out(case: Case, user: User) -> list[tuple[str, str]]:
    """(reference, name) of everybody of whom a manager may note a conflict of interest in a case:
    who works on it, who leads it, and their team; not themselves."""
    near = Q(pk__in=[case.worker_id, case.lead_person_id])
    near |= Q(involvements__guard=case.guard_id, involvements__to_on__isnull=True)
    if case.team_id:
        near |= Q(team=case.team_id)
    noted = Conflict.objects.filter(guard=case.guard_id, ended_at__isnull=True)
    rows = Person.objects.filter(near, left_on__isnull=True).exclude(pk=user.person_id)
    rows = rows.exclude(pk__in=noted.values("person")).distinct().order_by("name")
    return [(one.reference, one.name) for one in rows]
