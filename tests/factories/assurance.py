"""Records of assurance for tests, made by the same actions that people use."""

from __future__ import annotations

import datetime as dt
import itertools

from django.utils import timezone

from joinedup.access.choices import AgencyKind, Role
from joinedup.access.models import Agency, Grant, Holding, Person, Post, User
from joinedup.access.permission import by_user
from joinedup.assurance.actions import add_action, add_plan
from joinedup.assurance.models import Action, Plan
from joinedup.assurance.rules.new_row import NewDue, NewRow, Printed
from joinedup.assurance.rules.state import OwnerMark
from joinedup.audit.actor import By

TODAY = dt.date(2026, 6, 15)
LONG_AGO = dt.date(2020, 1, 1)
_numbers = itertools.count(1)


def agency(name: str = "Marlow Vale Council", **given: object) -> Agency:
    """An organisation; the home council unless said otherwise."""
    there = Agency.objects.filter(name=name).first()
    home = {"kind": AgencyKind.COUNCIL, "is_home": name == "Marlow Vale Council"}
    return there or Agency.objects.create(name=name, **{**home, **given})


def person(name: str = "", of: Agency | None = None) -> Person:
    """Somebody without an account."""
    return Person.objects.create(name=name or f"Person {next(_numbers)}", agency=of or agency())


def account(*roles: Role, name: str = "", of: Agency | None = None) -> User:
    """Somebody with an account and these roles."""
    who = person(name, of)
    email = f"user{next(_numbers)}@example.org"
    user = User.objects.create(email=email, person=who)
    for role in roles:
        Grant.objects.create(user=user, role=role, from_on=LONG_AGO)
    return User.objects.select_related("person__agency", "person__team").get(pk=user.pk)


def lead(name: str = "") -> By:
    """A safeguarding lead, as an actor."""
    return by_user(account(Role.SAFEGUARDING_LEAD, name=name))


def post(title: str = "", holder: Person | None = None, of: Agency | None = None) -> Post:
    """A post, held by somebody where one is given."""
    made = Post.objects.create(title=title or f"Post {next(_numbers)}", agency=of or agency())
    if holder is not None:
        hold(made, holder)
    return made


def moment(day: dt.date) -> dt.datetime:
    """The beginning of a day."""
    return timezone.make_aware(dt.datetime.combine(day, dt.time()))


def hold(on: Post, holder: Person, since: dt.datetime | None = None) -> Holding:
    """Somebody's time in a post, since long ago unless said otherwise."""
    return Holding.objects.create(
        post=on, person=holder, from_on=LONG_AGO, since_at=since or moment(LONG_AGO)
    )


def plan(by: By | None = None, title: str = "Safeguarding action plan", **given: object) -> Plan:
    """An empty plan of the home council."""
    return add_plan(by or lead(), title, given.pop("agency", None) or agency(), **given)


def added(by: By, on: Plan, title: str = "Review the policy", **given: object) -> Action:
    """An action of a plan, added by hand."""
    given.setdefault("today", TODAY)
    return add_action(by, on.reference, title, **given)


def owned(by: By, on: Plan, owner: Person | Post | Agency, **given: object) -> Action:
    """An action with one owner."""
    return added(by, on, owners=[OwnerMark(owner.reference, str(owner))], **given)


def new_row(title: str = "Review the policy", **given: object) -> NewRow:
    """A confirmed row as an import gives it."""
    given.setdefault("due", NewDue("31st August '26", "2026-08-31"))
    given.setdefault("printed", {"title": Printed(title, "page 3, row 2")})
    return NewRow(title=title, **given)


def now(action: Action) -> Action:
    """The action as it stands in the database."""
    return Action.objects.get(pk=action.pk)
