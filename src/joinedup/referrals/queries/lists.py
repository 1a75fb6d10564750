"""Referrals as lists: what waits for others, what is overdue, what waits for us, and as numbers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count, Q, QuerySet

from joinedup.access.choices import May
from joinedup.access.models import User
from joinedup.access.permission import visible
from joinedup.clocks.models import Clock
from joinedup.clocks.queries import running
from joinedup.referrals.choices import UNSENT, WAITING, ChallengeState, ResultKind, State
from joinedup.referrals.models import Challenge, ChallengeStage, Referral
from joinedup.referrals.queries.one import receiver_of
from joinedup.referrals.queries.rules import RuleSet

__all__ = ["Desk", "Line", "Numbers", "desk_of", "numbers_of", "readable"]

MOST = 200


@dataclass(frozen=True, slots=True)
class Line:
    """One referral in a list: to whom, how it stands, since when, the day that is next."""

    row: Referral
    receiver: str
    due_on: dt.date | None
    is_late: bool


@dataclass(slots=True)
class Desk:
    """The lists of the page of referrals."""

    late: list[Line] = field(default_factory=list)
    refused: list[Line] = field(default_factory=list)
    drafts: list[Line] = field(default_factory=list)
    waiting: list[Line] = field(default_factory=list)
    challenges: list[tuple[Challenge, ChallengeStage]] = field(default_factory=list)

    @property
    def references(self) -> list[str]:
        """What the page showed, for the record."""
        lines = [*self.late, *self.refused, *self.drafts, *self.waiting]
        return [one.row.reference for one in lines]


def readable(user: User) -> QuerySet[Referral]:
    """Every referral that this reader may see."""
    rows = Referral.objects.select_related("agency", "sent_by__person")
    return visible(user, May.READ_CASES, rows, item="about")


def _dues(references: Iterable[str]) -> dict[str, dt.date]:
    """The next day of each, by reference."""
    found: dict[str, dt.date] = {}
    for clock in running().filter(about__in=list(references)):
        found.setdefault(clock.about, clock.due_on)
    return found


def desk_of(user: User, rules: RuleSet, today: dt.date, receiver: str = "") -> Desk:
    """What waits: overdue first, then refusals to challenge, drafts, and what others owe us."""
    rows = readable(user).exclude(state__in=[State.ENDED, State.KEPT_BACK])
    rows = rows.filter(receiver=receiver) if receiver else rows
    found = list(rows.filter(~Q(state=State.SENT) | Q(copy_of__isnull=True)).order_by("pk")[:MOST])
    dues = _dues(one.reference for one in found)
    desk = Desk()
    for row in found:
        due = dues.get(row.reference)
        is_late = due is not None and due < today
        line = Line(row, receiver_of(row, rules).title, due, is_late)
        if row.state == State.DECLINED:
            if due is not None:
                desk.refused.append(line)
        elif row.state == State.DRAFTED:
            desk.drafts.append(line)
        elif is_late:
            desk.late.append(line)
        elif row.state in WAITING:
            desk.waiting.append(line)
    for one in (desk.late, desk.waiting, desk.refused):
        one.sort(key=lambda line: line.due_on or today)
    desk.challenges = _challenges(user)
    return desk


def _challenges(user: User) -> list[tuple[Challenge, ChallengeStage]]:
    rows = Challenge.objects.filter(state=ChallengeState.OPEN).select_related("referral")
    seen = visible(user, May.READ_CASES, rows, item="about").prefetch_related("stages")
    pairs = [
        (one, stage)
        for one in seen[:MOST]
        for stage in one.stages.all()
        if stage.number == one.stage
    ]
    return sorted(pairs, key=lambda pair: pair[1].due_on)


@dataclass(frozen=True, slots=True)
class Numbers:
    """One receiver in numbers, over a time; names nobody."""

    receiver: str
    sent: int
    waiting: int
    accepted: int
    declined: int
    ended: int
    no_further: int
    late: int
    challenged: int
    changed: int


def numbers_of(
    user: User, rules: RuleSet, from_on: dt.date, to_on: dt.date, today: dt.date
) -> list[Numbers]:
    """Referrals sent from a day to a day, each receiver counted apart, copies with themselves."""
    rows = readable(user).exclude(state__in=UNSENT)
    rows = rows.filter(sent_on__gte=from_on, sent_on__lte=to_on)
    counted: Any = (
        rows.order_by()
        .values("receiver")
        .annotate(
            sent=Count("pk", distinct=True),
            waiting=Count(
                "pk", filter=Q(state__in=[State.SENT, State.ACKNOWLEDGED]), distinct=True
            ),
            accepted=Count("pk", filter=Q(state=State.ACCEPTED), distinct=True),
            declined=Count("pk", filter=Q(state=State.DECLINED), distinct=True),
            ended=Count("pk", filter=Q(state=State.ENDED), distinct=True),
            no_further=Count("pk", filter=Q(result=ResultKind.NO_FURTHER), distinct=True),
            challenged=Count("challenges", distinct=True),
            changed=Count("challenges", filter=Q(challenges__has_changed=True), distinct=True),
        )
    )
    late = _late(rows, today)
    found = [
        Numbers(
            receiver=_counted(rules, one["receiver"]), late=late.get(one["receiver"], 0),
            **{k: v for k, v in one.items() if k != "receiver"},
        )
        for one in counted
    ]  # fmt: skip
    return sorted(found, key=lambda one: -one.sent)


def _counted(rules: RuleSet, code: str) -> str:
    found = rules.receiver(code)
    return found.counted if found is not None else code


def _late(rows: QuerySet[Referral], today: dt.date) -> dict[str, int]:
    receivers = dict(rows.values_list("reference", "receiver"))
    late = Clock.objects.filter(outcome="open", due_on__lt=today, about__in=list(receivers))
    found: dict[str, int] = {}
    for about in set(late.values_list("about", flat=True)):
        found[receivers[about]] = found.get(receivers[about], 0) + 1
    return found
