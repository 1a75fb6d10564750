"""Posts and who holds them: duties stay with the post when a person goes."""

from __future__ import annotations

import datetime as dt

from django.db.models import Q
from django.utils import timezone

from joinedup.access.choices import HoldingKind, May
from joinedup.access.models import Agency, Holding, Person, Post, Team
from joinedup.access.permission import check_any
from joinedup.access.problems import Problem
from joinedup.access.queries.records import held_to_edit
from joinedup.access.seals import counts_from
from joinedup.access.telling import tell_of_name
from joinedup.audit.actor import By
from joinedup.audit.recorder import action, record

__all__ = ["add_post", "edit_post", "end_holding", "end_post", "fill_post"]


@action
def add_post(by: By, title: str, agency: Agency, team: Team | None = None) -> Post:
    """Add a post. Raises Problem where the agency already has one of that title."""
    check_any(by, May.MANAGE_PEOPLE)
    _sound(title, agency, team, None)
    post = Post.objects.create(title=title.strip(), agency=agency, team=team)
    record(by, "post.add", post.reference, agency=agency.reference)
    return post


@action
def edit_post(by: By, post: Post, title: str, team: Team | None, version: int) -> Post:
    """Change a post's title or team. Raises Stale where somebody else saved first."""
    check_any(by, May.MANAGE_PEOPLE)
    held = held_to_edit(post, version)
    _sound(title, held.agency, team, held)
    held.title, held.team, held.version = title.strip(), team, held.version + 1
    held.save()
    tell_of_name(held.reference, held.title)
    record(by, "post.edit", held.reference, version=held.version)
    return held


@action
def end_post(by: By, post: Post, ended_on: dt.date) -> None:
    """Note the last day of a post. Its actions stay with it until somebody moves them."""
    check_any(by, May.MANAGE_PEOPLE)
    post.ended_on = ended_on
    post.version += 1
    post.save(update_fields=["ended_on", "version"])
    record(by, "post.end", post.reference, ended_on=ended_on)


@action
def fill_post(
    by: By,
    post: Post,
    person: Person,
    kind: HoldingKind,
    from_on: dt.date,
    to_on: dt.date | None = None,
) -> Holding:
    """Say who holds a post, as holder, deputy or cover, from when to when. It opens no record that
    is sealed by then.

    Raises Problem for oneself (a post may open sealed records), where the dates run backwards, the
    person has left by then, or there would be two holders at once (deputies and cover may be
    several).
    """
    check_any(by, May.MANAGE_PEOPLE)
    if by.user is not None and by.user.person_id == person.pk:
        raise Problem("Somebody else must say that you hold a post.", "person")
    if to_on is not None and to_on < from_on:
        raise Problem("The last day comes before the first. Change one of them.", "to_on")
    if person.left_on is not None and person.left_on < from_on:
        raise Problem("This person has left by that day.", "person")
    during = Q(to_on__isnull=True) | Q(to_on__gte=from_on)
    others = post.holdings.filter(during, kind=kind)
    if to_on is not None:
        others = others.filter(from_on__lte=to_on)
    if others.filter(person=person).exists():
        raise Problem("This person already holds the post on some of these days.", "person")
    if kind == HoldingKind.LEAD and others.exists():
        raise Problem("Somebody else holds the post then. End their time first.", "from_on")
    holding = Holding.objects.create(
        post=post,
        person=person,
        kind=kind,
        from_on=from_on,
        to_on=to_on,
        since_at=counts_from(from_on, timezone.now()),
    )
    record(
        by, "post.fill", post.reference, person=person.reference, kind=str(kind), from_on=from_on
    )
    return holding


@action
def end_holding(by: By, holding: Holding, to_on: dt.date) -> None:
    """End somebody's time in a post. Raises Problem where that day is before the first."""
    check_any(by, May.MANAGE_PEOPLE)
    if to_on < holding.from_on:
        raise Problem("The last day comes before the first. Change it.", "to_on")
    holding.to_on = to_on
    holding.save(update_fields=["to_on"])
    record(by, "post.holding_end", holding.post.reference, to_on=to_on)


def _sound(title: str, agency: Agency, team: Team | None, post: Post | None) -> None:
    same = Post.objects.filter(agency=agency, title__iexact=title.strip())
    if (same.exclude(pk=post.pk) if post else same).exists():
        raise Problem("This agency already has a post of that title.", "title")
    if team is not None and team.agency_id != agency.pk:
        raise Problem("This team belongs to another agency.", "team")
