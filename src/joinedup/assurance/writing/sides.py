"""Every live action as the rules of doubt see it, and who is asked about each."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Collection
from dataclasses import replace

from joinedup.access.choices import HoldingKind, Role
from joinedup.access.models import Grant, Holding
from joinedup.access.queries import in_force
from joinedup.assurance.choices import LinkKind
from joinedup.assurance.models import Action, ActionLink, Owner
from joinedup.assurance.rules.doubts import Side

__all__ = ["all_sides", "whom_to_ask"]

COLUMNS = (
    "pk", "reference", "plan__reference", "plan__source__kind", "title", "latest", "due_text",
    "status", "recurrence", "due_on", "next_on", "updated_on",
)  # fmt: skip
AT_ONCE = 500


def all_sides() -> list[Side]:
    """Every action of plans that have not ended. Three statements."""
    live = Action.objects.filter(plan__ended_on__isnull=True)
    owners: dict[int, set[str]] = defaultdict(set)
    now = Owner.objects.filter(to_on__isnull=True, action__plan__ended_on__isnull=True)
    names = ("person__reference", "post__reference", "agency__reference")
    for action, *references in now.values_list("action", *names):
        owners[action] |= {one for one in references if one}
    linked: dict[int, set[int]] = defaultdict(set)
    same: dict[int, set[int]] = defaultdict(set)
    for one, other, kind in ActionLink.objects.values_list("from_action", "to_action", "kind"):
        for here, there in ((one, other), (other, one)):
            linked[here].add(there)
            if kind == LinkKind.SAME_DUTY:
                same[here].add(there)
    rows = live.order_by("pk").values_list(*COLUMNS)
    return [
        replace(
            Side(*row),
            owners=frozenset(owners.get(row[0], ())),
            linked=frozenset(linked.get(row[0], ())),
            same=frozenset(same.get(row[0], ())),
        )
        for row in rows
    ]


def whom_to_ask(actions: Collection[int], today: dt.date) -> dict[int, int]:
    """The person to ask about each action: its first owner in person, else who holds the post that
    owns it, else a safeguarding lead. Two statements for every 500 actions, and one."""
    asked: dict[int, int] = {}
    posts: dict[int, int] = {}
    wanted = sorted(actions)
    for start in range(0, len(wanted), AT_ONCE):
        owners = Owner.objects.filter(
            action__in=wanted[start : start + AT_ONCE], to_on__isnull=True
        )
        for action, person, post in owners.order_by("position").values_list(
            "action", "person", "post"
        ):
            if person:
                asked.setdefault(action, person)
            elif post:
                posts.setdefault(action, post)
    holders: dict[int, int] = {}
    held = Holding.objects.filter(in_force(today)).exclude(kind=HoldingKind.DEPUTY)
    for post, person in held.order_by("pk").values_list("post", "person"):
        holders.setdefault(post, person)
    leads = Grant.objects.filter(in_force(today), role=Role.SAFEGUARDING_LEAD, user__is_active=True)
    lead = leads.order_by("pk").values_list("user__person", flat=True).first()
    for action in wanted:
        found = asked.get(action) or holders.get(posts.get(action, 0)) or lead
        if found:
            asked[action] = found
    return asked
