"""The people of the demo, and whether a database holds anybody else."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from joinedup.access.choices import Role
from joinedup.access.models import Grant, User
from joinedup.access.queries.lists import in_force
from joinedup.audit.choices import ByKind
from joinedup.audit.models import Entry

__all__ = ["DemoPerson", "demo_people", "demo_user", "holds_real_accounts"]

CHAIN, MARKED, FIRST = "demo", "demo.mark", "account.open_first"


@dataclass(frozen=True, slots=True)
class DemoPerson:
    """Somebody to try the demo as."""

    role: Role
    email: str
    name: str
    reference: str


def holds_real_accounts() -> bool:
    """Whether anybody here may be real: there are accounts in a database that was not marked as a
    demo, or somebody opened a first account in one that was."""
    if not User.objects.exists():
        return False
    marked = Entry.objects.filter(chain=CHAIN, verb=MARKED, by_kind=ByKind.SYSTEM).exists()
    return not marked or Entry.objects.filter(verb=FIRST).exists()


def demo_people(today: dt.date) -> list[DemoPerson]:
    """One open account a role, the oldest, in the order of the roles."""
    rows = Grant.objects.filter(in_force(today), user__is_active=True)
    rows = rows.select_related("user__person").order_by("user_id")
    first: dict[str, User] = {}
    for grant in rows.iterator():
        first.setdefault(grant.role, grant.user)
    return [
        DemoPerson(role, first[role].email, first[role].person.name, first[role].reference)
        for role in Role
        if role in first
    ]


def demo_user(reference: str, today: dt.date) -> User | None:
    """The account of a person whom the demo offers; None for anybody else."""
    offered = {one.reference for one in demo_people(today)}
    if reference not in offered:
        return None
    return User.objects.select_related("person__agency", "person__team").get(reference=reference)
