"""What waits for one person: late, this week, to answer, to agree, and what they wait for."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from joinedup.access.choices import May
from joinedup.access.models import User
from joinedup.access.permission import holds, standing, visible
from joinedup.assurance.choices import CLOSED, Proof, Status
from joinedup.assurance.models import Action, Challenge, Owner, SavedView, Update
from joinedup.assurance.queries.register import Row, rows_for

__all__ = ["Work", "left_behind", "my_work", "saved_views"]

WEEK = dt.timedelta(days=6)
MOST = 50


@dataclass(frozen=True, slots=True)
class Work:
    """A person's own page. Lists hold at most fifty rows each."""

    overdue: list[Row]
    this_week: list[Row]
    later: list[Row]
    to_evidence: list[Row]
    to_agree: list[Row]
    waiting_for_agreement: list[Row]
    to_answer: list[Challenge]
    waiting_for_answer: list[Challenge]


def _mine(user: User) -> Q:
    """Owned now by the person or a post they hold."""
    who = standing(user)
    owners = Owner.objects.filter(to_on__isnull=True).filter(
        Q(person=who.person_id) | Q(post__in=who.post_ids)
    )
    return Q(pk__in=owners.values("action"))


def _to_agree(user: User) -> QuerySet[Action]:
    """Declared, wanting a second person, and not declared by this one."""
    mine = Q(by_user=user) | Q(said_by_person=user.person_id)
    declared = Update.objects.filter(mine, changes__has_key="declared_on")
    waiting = Action.objects.filter(
        needs_agreement=True,
        status__in=(Status.COMPLETE, Status.IN_FORCE),
        proof__in=(Proof.DECLARED, Proof.EVIDENCED),
    ).exclude(pk__in=declared.values("action"))
    return visible(user, May.AGREE, waiting)


def my_work(user: User, today: dt.date) -> Work:
    """Everything that waits for this person, and what they wait for. A fixed number of
    statements: 2 for who they are, 2 for all their actions, 2 for those to agree, 2 for
    questions."""
    rows = visible(user, May.READ_PLANS, Action.objects.filter(_mine(user)))
    live = ~Q(status__in=CLOSED) | Q(proof=Proof.DECLARED)
    own = rows_for(rows.filter(live).order_by("next_on", "pk")[: MOST * 6], today)
    dated = [one for one in own if one.action.status not in CLOSED]
    on = {one.action.pk: one.action.next_on or dt.date.max for one in dated}
    agree = (
        rows_for(_to_agree(user).order_by("declared_on", "pk")[:MOST], today)
        if holds(user, May.AGREE)
        else []
    )
    last = today + WEEK
    later = [one for one in dated if on[one.action.pk] > last]
    return Work(
        overdue=[one for one in dated if one.is_overdue][:MOST],
        this_week=[one for one in dated if today <= on[one.action.pk] <= last][:MOST],
        later=later[:MOST],
        to_evidence=[one for one in own if one.needs_evidence and one.action.is_asked][:MOST],
        to_agree=agree,
        waiting_for_agreement=[one for one in own if _awaits(one)][:MOST],
        to_answer=list(_questions(user, Q(answer_by_person=user.person_id))[:MOST]),
        waiting_for_answer=list(_questions(user, Q(asked_by=user))[:MOST]),
    )


def _awaits(row: Row) -> bool:
    return row.action.needs_agreement and row.action.proof in (Proof.DECLARED, Proof.EVIDENCED)


def _questions(user: User, whose: Q) -> QuerySet[Challenge]:
    """Open questions, soonest answer first."""
    rows = Challenge.objects.filter(whose, answered_on__isnull=True)
    seen = visible(user, May.READ_PLANS, rows, guard="action__guard", item="action__reference")
    return seen.select_related("action__plan", "asked_by__person").order_by("answer_due_on", "pk")


def left_behind(user: User, person_reference: str) -> QuerySet[Action]:
    """Actions that a person owns by name: what has to be handed over before they leave."""
    owners = Owner.objects.filter(person__reference=person_reference, to_on__isnull=True)
    rows = Action.objects.filter(pk__in=owners.values("action"))
    return visible(user, May.READ_PLANS, rows).order_by("plan", "position")


def saved_views(user: User) -> QuerySet[SavedView]:
    """The reader's own saved views, by name."""
    return SavedView.objects.filter(user=user).order_by("name")
