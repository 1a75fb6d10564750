"""Owners, those who work on an action, and the share of the plan it stands in."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Q

from joinedup.access.models import Agency, Guard, Involvement, Person, Post, User
from joinedup.access.permission import standing
from joinedup.access.shares import guard_beside
from joinedup.assurance.models import Action, Owner, Plan, Share
from joinedup.assurance.models.imports import PlanImport
from joinedup.assurance.rules.problem import Problem
from joinedup.assurance.rules.state import OwnerMark
from joinedup.assurance.writing.owner_order import key_of_first

__all__ = [
    "Owners",
    "involve",
    "involve_owners_of",
    "known_owners",
    "owns",
    "set_owners",
    "share_of",
    "stand_behind",
    "stop_involving",
]

ONE_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Owners:
    """People, posts and organisations by reference."""

    people: dict[str, Person]
    posts: dict[str, Post]
    agencies: dict[str, Agency]

    def row(self, mark: OwnerMark, position: int, from_on: dt.date) -> Owner:
        """An unsaved owner row for a mark. Raises Problem for a reference that nobody has."""
        owner = Owner(
            person=self.people.get(mark.who),
            post=self.posts.get(mark.who),
            agency=self.agencies.get(mark.who),
            printed=mark.printed[:200],
            position=position,
            from_on=from_on,
        )
        if mark.who and not (owner.person or owner.post or owner.agency):
            raise Problem("Choose the owner from the list: this one is not known here.", "owners")
        if not mark.who and not mark.printed.strip():
            raise Problem("Say who the owner is.", "owners")
        return owner

    def agency_of(self, mark: OwnerMark) -> Agency | None:
        """The organisation that a mark belongs to."""
        holder = self.people.get(mark.who) or self.posts.get(mark.who)
        return holder.agency if holder else self.agencies.get(mark.who)


def known_owners(marks: Iterable[OwnerMark]) -> Owners:
    """Everybody that the marks name, in three statements at most."""
    wanted = {mark.who for mark in marks if mark.who}
    people = {one for one in wanted if one.startswith("PE-")}
    posts = {one for one in wanted if one.startswith("PO-")}
    agencies = wanted - people - posts

    return Owners(
        {
            one.reference: one
            for one in Person.objects.select_related("agency").filter(reference__in=people)
        }
        if people
        else {},
        {
            one.reference: one
            for one in Post.objects.select_related("agency").filter(reference__in=posts)
        }
        if posts
        else {},
        {one.reference: one for one in Agency.objects.filter(reference__in=agencies)}
        if agencies
        else {},
    )


def share_of(plan: Plan, agency: Agency) -> Share:
    """The part of a plan for which an organisation answers, made where there is none yet: as
    sealed as the plan, closed to the same people by conflicts of interest."""
    share = Share.objects.filter(plan=plan, agency=agency).select_related("guard").first()
    if share is not None:
        return share
    guard = plan.guard if agency.pk == plan.agency_id else guard_beside(plan.guard, agency)
    return Share.objects.create(plan=plan, agency=agency, guard=guard)


def owns(user: User, action: Action) -> bool:
    """Whether somebody owns an action today, in person or by a post they hold."""
    who = standing(user)
    mine = Q(person=who.person_id) | Q(post__in=who.post_ids)
    return Owner.objects.filter(mine, action=action, to_on__isnull=True).exists()


def stand_behind(found: PlanImport, plan: Plan) -> None:
    """Put an import and its document behind the guard of the plan that it became, so that a seal
    or a conflict of interest of the plan closes them too."""
    found.guard = plan.guard
    found.save(update_fields=["guard"])
    if found.file is not None:
        found.file.guard = plan.guard
        found.file.save(update_fields=["guard"])


def set_owners(action: Action, marks: Sequence[OwnerMark], on: dt.date) -> list[Owner]:
    """Make the owner rows, their order and who works on the action agree with the marks."""
    known = known_owners(marks)
    current = list(
        Owner.objects.filter(action=action, to_on__isnull=True).select_related(
            "person", "post", "agency"
        )
    )
    standing = {(_who(one), one.printed): one for one in current}
    kept: list[Owner] = []
    for position, mark in enumerate(marks):
        there = standing.pop((mark.who, mark.printed[:200]), None)
        if there is None:
            there = known.row(mark, position, on)
            there.action = action
            there.save()
        elif there.position != position:
            there.position = position
            there.save(update_fields=["position"])
        kept.append(there)
    for gone in standing.values():
        gone.to_on = on
        gone.save(update_fields=["to_on"])
    action.owner_key = key_of_first(kept)
    action.save(update_fields=["owner_key"])
    _involve_as(action, kept, on)
    return kept


def _who(owner: Owner) -> str:
    holder = owner.person or owner.post or owner.agency
    return holder.reference if holder else ""


def _items(action: Action) -> list[str]:
    """The action and those of its parts that nobody owns by themselves."""
    parts = (
        Action.objects.filter(parent=action)
        .exclude(owners__to_on__isnull=True, owners__isnull=False)
        .values_list("reference", flat=True)
    )
    return [action.reference, *parts]


def _involve_as(action: Action, owners: Sequence[Owner], on: dt.date) -> None:
    """Let exactly these people, posts and organisations work on the action."""
    items = _items(action)
    wanted = {one for one in map(_ids, owners) if any(one)}
    current = Involvement.objects.filter(
        Q(to_on__isnull=True) | Q(to_on__gte=on), guard=action.guard_id, item__in=items
    )
    there = set()
    for one in current:
        if _ids(one) in wanted:
            there.add((_ids(one), one.item))
        else:
            stop_involving(one, on)
    Involvement.objects.bulk_create(
        Involvement(
            guard_id=action.guard_id,
            person_id=ids[0],
            post_id=ids[1],
            agency_id=ids[2],
            item=item,
            from_on=on,
        )
        for ids in wanted
        for item in items
        if (ids, item) not in there
    )


def involve_owners_of(whole: Action, part: Action, on: dt.date) -> None:
    """Let those who own an action work on a part of it that nobody owns by itself."""
    _involve_as(part, list(Owner.objects.filter(action=whole, to_on__isnull=True)), on)


def _ids(one: Owner | Involvement) -> tuple[int | None, int | None, int | None]:
    return one.person_id, one.post_id, one.agency_id


def stop_involving(involvement: Involvement, on: dt.date) -> None:
    """End an involvement at once: its last day is the day before."""
    involvement.to_on = on - ONE_DAY
    involvement.save(update_fields=["to_on"])


def involve(guard: Guard, person: Person, item: str, on: dt.date) -> None:
    """Let somebody work on one item behind a guard."""
    there = Involvement.objects.filter(
        guard=guard, person=person, item=item, to_on__isnull=True
    ).exists()
    if not there:
        Involvement.objects.create(guard=guard, person=person, item=item, from_on=on)
