"""What waits for one person: late, this week, to answer, to agree, and what they wait for."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.db.models import Case, CharField, F, IntegerField, Q, QuerySet, Value, When

from joinedup.access.choices import May
from joinedup.access.models import User
from joinedup.access.permission import holds, standing, visible
from joinedup.access.prepared import rows, together
from joinedup.assurance.choices import CLOSED, DoubtState, Proof, Status
from joinedup.assurance.models import Action, Challenge, Doubt, Owner, SavedView, Update
from joinedup.assurance.queries.colours import needs_evidence
from joinedup.assurance.queries.lines import Line, lines_by_key
from joinedup.assurance.rules.look import WEEK

__all__ = ["MOST", "Work", "left_behind", "my_work", "saved_views"]

MOST = 20
MOST_OWN = 2_000
LISTS = (
    "overdue", "this_week", "later", "to_evidence", "to_clear", "waiting_for_agreement", "to_agree",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Work:
    """A person's own page. Lists hold at most `MOST` rows each."""

    overdue: list[Line]
    this_week: list[Line]
    later: list[Line]
    to_evidence: list[Line]
    to_clear: list[Line]
    to_agree: list[Line]
    waiting_for_agreement: list[Line]
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
    mine = Q(by_user=user.pk) | Q(said_by_person=standing(user).person_id)
    declared = Update.objects.filter(mine, changes__has_key="declared_on")
    waiting = Action.objects.filter(
        needs_agreement=True,
        status__in=(Status.COMPLETE, Status.IN_FORCE),
        proof__in=(Proof.DECLARED, Proof.EVIDENCED),
    ).exclude(pk__in=declared.values("action"))
    return visible(user, May.AGREE, waiting).order_by("declared_on", "pk")


def _own(user: User, day: dt.date) -> QuerySet[Action, tuple[object, ...]]:
    """One's own actions, soonest first: (key, day, when, whether evidence is asked for, whether it
    waits for somebody to agree, whether something about it does not fit)."""
    asked = Q(needs_evidence(day), is_asked=True)
    doubts = Doubt.objects.filter(state=DoubtState.OPEN, asked_of=standing(user).person_id)
    doubted = Q(pk__in=doubts.values("action"))
    live = ~Q(status__in=CLOSED) | Q(proof=Proof.DECLARED) | asked | doubted
    declared = Q(needs_agreement=True, proof__in=(Proof.DECLARED, Proof.EVIDENCED))
    when = Case(
        When(status__in=CLOSED, then=Value("")),
        When(next_on__lt=day, then=Value("overdue")),
        When(next_on__lte=day + WEEK, then=Value("this_week")),
        default=Value("later"),
        output_field=CharField(),
    )
    own = visible(user, May.READ_PLANS, Action.objects.filter(_mine(user), live))
    found = own.annotate(when=when, asked=_is(asked), waits=_is(declared), doubted=_is(doubted))
    found = found.order_by(F("next_on").asc(nulls_last=True), "pk")
    return found.values_list("pk", "next_on", "when", "asked", "waits", "doubted")[:MOST_OWN]


def _is(condition: Q) -> Case:
    return Case(When(condition, then=1), default=0, output_field=IntegerField())


def _agreeing(user: User) -> QuerySet[Action, tuple[object, ...]]:
    """With the columns of `_own`, so that one statement asks for both."""
    no, name = Value(0, IntegerField()), Value("to_agree", CharField())
    found = _to_agree(user).annotate(when=name, asked=no, waits=no, doubted=no)
    columns = ("pk", "declared_on", "when", "asked", "waits", "doubted")
    return found.values_list(*columns)[:MOST]


def _soonest(row: tuple[Any, ...]) -> tuple[bool, dt.date, int]:
    """A statement that asks for several lists promises no order."""
    key, day, *_ = row
    return day is None, day or dt.date.max, key


def _lists(user: User, today: dt.date) -> dict[str, list[int]]:
    """The keys of each list in its order; one statement."""
    lists: dict[str, list[int]] = {name: [] for name in LISTS}
    asked: dict[str, Any] = {"own": (_own, (today,))}
    if holds(user, May.AGREE):
        asked["agree"] = (_agreeing, ())
    found = together(user, asked)
    for key, _, when, is_asked, waits, is_doubted in sorted(found["own"], key=_soonest):
        wants = ("to_evidence" * is_asked, "to_clear" * is_doubted)
        for name in (when, *wants, "waiting_for_agreement" * waits):
            if name and len(lists[name]) < MOST:
                lists[name].append(key)
    lists["to_agree"] = [row[0] for row in sorted(found.get("agree", ()), key=_soonest)]
    return lists


def my_work(user: User, today: dt.date) -> Work:
    """Everything that waits for this person, and what they wait for. A fixed number of
    statements: 2 for who they are, 1 for which actions, 2 for these, 1 for questions."""
    lists = _lists(user, today)
    lines = lines_by_key({key for keys in lists.values() for key in keys}, today)
    questions = rows(_questions, user)
    return Work(
        **{name: [lines[key] for key in keys] for name, keys in lists.items()},
        to_answer=[one for one in questions if one.answer_by_person_id == standing(user).person_id][
            :MOST
        ],
        waiting_for_answer=[one for one in questions if one.asked_by_id == user.pk][:MOST],
    )


def _questions(user: User) -> QuerySet[Challenge]:
    """Open questions to this person and by them, soonest answer first."""
    whose = Q(answer_by_person=standing(user).person_id) | Q(asked_by=user.pk)
    found = Challenge.objects.filter(whose, answered_on__isnull=True)
    seen = visible(user, May.READ_PLANS, found, guard="action__guard", item="action__reference")
    seen = seen.select_related("action__plan", "asked_by__person", "answer_by_person")
    return seen.order_by("answer_due_on", "pk")[: MOST * 10]


def left_behind(user: User, person_reference: str) -> QuerySet[Action]:
    """Actions that a person owns by name: what has to be handed over before they leave."""
    owners = Owner.objects.filter(person__reference=person_reference, to_on__isnull=True)
    theirs = Action.objects.filter(pk__in=owners.values("action"))
    return visible(user, May.READ_PLANS, theirs).order_by("plan", "position")


def saved_views(user: User) -> QuerySet[SavedView]:
    """The reader's own saved views, by name."""
    return SavedView.objects.filter(user=user).order_by("name")
