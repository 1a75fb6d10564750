"""What is to be chased: running clocks, and evidence that was asked for, with the step of each."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Max, QuerySet

from joinedup.assurance.choices import CLOSED
from joinedup.assurance.models import Action, Challenge, Chase, PlanChasing, Update
from joinedup.assurance.queries.chase_people import AT_ONCE, People, batched, people_for
from joinedup.assurance.rules.chasing import (
    BY_HAND,
    DATE,
    EVIDENCE,
    Told,
    next_step,
    own_steps,
    step_for_round,
)
from joinedup.clocks.choices import ClockKind
from joinedup.clocks.models import Clock
from joinedup.clocks.queries import running
from joinedup.clocks.rules import Reminder, Running, Step, digest_day, steps
from joinedup.council.queries import overlay
from joinedup.rulebook import Entry, find, rule

__all__ = [
    "ChaseBook",
    "Due",
    "Promise",
    "book_of",
    "chaseable",
    "days_to_next_round",
    "due_by_hand",
    "due_for_round",
    "last_round_day",
]

ONE_DAY = dt.timedelta(days=1)
RECURRING, FOR_EVIDENCE, FOR_ANSWER = "chase.recurring", "chase.evidence", "chase.question"


Question = tuple[Entry, Running, dt.date, dict[str, dt.date], dt.date | None]
"""Rule, clock, today, what was sent, when somebody last said something: what a step is found by."""


@dataclass(frozen=True, slots=True)
class Promise:
    """What is owed of an action: its date, evidence that was asked for, or an answer."""

    clock: Running
    name: str = DATE
    question: Challenge | None = None

    @property
    def is_evidence(self) -> bool:
        """Whether it is evidence that is owed."""
        return self.name == EVIDENCE


@dataclass(frozen=True, slots=True)
class Due:
    """One action to be chased: for what that is owed, at which step."""

    action: Action
    step: Step
    promise: Promise

    @property
    def due_on(self) -> dt.date:
        """The day on which it is or was due."""
        return self.promise.clock.due_on


@dataclass(slots=True)
class ChaseBook:
    """Everything that decides about reminders of some actions: clocks, what went out, the rules."""

    today: dt.date
    actions: list[Action]
    clocks: dict[str, Clock]
    asked: dict[int, dt.date]
    sent: dict[tuple[int, dt.date, str], dict[str, dt.date]]
    people: People
    rules: dict[str, Entry | None]

    def promises(self, action: Action) -> list[Promise]:
        """What is chased of the action."""
        found = []
        clock = self.clocks.get(action.reference)
        if clock is not None:
            found.append(Promise(Running(clock.due_on, clock.paused_on)))
        asked = self.asked.get(action.pk)
        if asked is not None:
            found.append(Promise(Running(asked), EVIDENCE))
        questions = self.people.questions.get(action.pk, [])
        return [*found, *(Promise(Running(q.answer_due_on), q.reference, q) for q in questions)]

    def told(self, due: Due) -> tuple[Told, ...]:
        """Who gets this step of what is owed."""
        question = due.promise.question
        if question is not None:
            return self.people.told_of_question(due.action, question, due.step.to)
        return self.people.told(due.action, due.step.to)

    def entry(self, action: Action, promise: Promise) -> Entry | None:
        """The rule that holds for the action, as its plan changes it; None where it is not chased."""
        setting = self.people.settings.get(action.plan_id)
        if setting is not None and not setting.is_chased:
            return None
        if promise.name != DATE:
            return self.rules.get(FOR_EVIDENCE if promise.is_evidence else FOR_ANSWER)
        found = self.rules.get(RECURRING if action.recurrence else action.plan.chase_rule)
        return found if found is None or setting is None else own_steps(found, setting.days)

    def next(self, action: Action) -> Reminder | None:
        """The reminder of the action that comes next."""
        coming = (next_step(*asked) for _, asked in self._asked(action))
        return min((one for one in coming if one), key=_day, default=None)

    def for_round(self, action: Action, until: dt.date) -> list[Due]:
        """What this week's messages say of the action, if anything."""
        found = []
        for promise, (entry, clock, today, sent, said) in self._asked(action):
            step = step_for_round(entry, clock, today, until, sent, said)
            if step is not None:
                found.append(Due(action, step, promise))
        return found

    def _asked(self, action: Action) -> Iterator[tuple[Promise, Question]]:
        """What the rules are asked of each promise of the action that is chased. Words about the
        action answer no question."""
        for promise in self.promises(action):
            entry = self.entry(action, promise)
            if entry is not None:
                sent = self.sent.get((action.pk, promise.clock.due_on, promise.name), {})
                said = None if promise.question else action.updated_on
                yield promise, (entry, promise.clock, self.today, sent, said)


def _day(reminder: Reminder) -> dt.date:
    return reminder.on


def chaseable() -> QuerySet[Action]:
    """Open actions of plans that go on, those whose evidence was asked for, and those with a
    question that nobody has answered."""
    live = Action.objects.filter(plan__ended_on__isnull=True)
    open_rows = live.exclude(status__in=CLOSED).filter(next_on__isnull=False)
    asked = live.filter(is_asked=True)
    questions = Challenge.objects.filter(answered_on__isnull=True).values("action")
    return (open_rows | asked | live.filter(pk__in=questions)).select_related(
        "plan__guard", "guard", "agency", "parent"
    )


def book_of(actions: Iterable[Action], today: dt.date) -> ChaseBook:
    """The clocks, reminders, rules and people of these actions; some dozen statements."""
    rows = list(actions)
    local = overlay()
    codes = {RECURRING, FOR_EVIDENCE, FOR_ANSWER, *(one.plan.chase_rule for one in rows)}
    return ChaseBook(
        today=today,
        actions=rows,
        clocks=_clocks({one.reference: one for one in rows}),
        asked=_asked_on([one.pk for one in rows if one.is_asked]),
        sent=_sent([one.pk for one in rows]),
        people=people_for(rows, today),
        rules={code: find(code, today, local) for code in codes},
    )


def _clocks(actions: Mapping[str, Action]) -> dict[str, Clock]:
    """The clock of what each action owes next: of a duty that comes back, the time now open."""
    found: dict[str, Clock] = {}
    names = sorted(actions)
    for start in range(0, len(names), AT_ONCE):
        some = names[start : start + AT_ONCE]
        clocks = running().filter(about__in=some, kind__in=(ClockKind.DUE, ClockKind.OCCURRENCE))
        found |= {one.about: one for one in clocks if one.due_on == actions[one.about].next_on}
    return found


def _asked_on(keys: Sequence[int]) -> dict[int, dt.date]:
    """The day on which evidence was last asked for, by action."""
    asked = Update.objects.filter(action__in=keys, changes__is_asked__1=True)
    return dict(asked.order_by().values_list("action").annotate(day=Max("effective_on")))


def _sent(keys: Sequence[int]) -> dict[tuple[int, dt.date, str], dict[str, dt.date]]:
    """{(action, due day, what was owed): {step: the day it went out}}, reminders asked for by hand
    left out."""
    found: dict[tuple[int, dt.date, str], dict[str, dt.date]] = {}
    for some in batched(sorted(keys), AT_ONCE):
        rows = Chase.objects.filter(action__in=some).exclude(step=BY_HAND)
        columns = ("action", "due_on", "promise", "step", "sent_on")
        for action, due_on, promise, step, day in rows.values_list(*columns):
            found.setdefault((action, due_on, promise), {})[step] = day
    return found


def last_round_day(today: dt.date) -> dt.date:
    """The newest day for weekly messages that has come: today, or one of the last seven days."""
    entry = rule("chase.digest_weekday", today, overlay())
    day = digest_day(entry, today - 6 * ONE_DAY)
    while (after := digest_day(entry, day + ONE_DAY)) <= today:
        day = after
    return day


def days_to_next_round(today: dt.date) -> dt.date:
    """The day before the next weekly messages: what happens up to it belongs to this week's."""
    return digest_day(rule("chase.digest_weekday", today, overlay()), today + ONE_DAY) - ONE_DAY


def due_for_round(today: dt.date) -> tuple[ChaseBook, list[Due]]:
    """What this week's messages are to say, longest overdue first."""
    until = days_to_next_round(today)
    ahead = _days_ahead(today)
    rows = chaseable().filter(next_on__lte=until + ahead * ONE_DAY)
    asked = chaseable().filter(is_asked=True)
    questions = Challenge.objects.filter(answered_on__isnull=True).values("action")
    asked |= chaseable().filter(pk__in=questions)
    book = book_of((rows | asked).order_by("next_on", "pk").distinct(), today)
    found = [due for action in book.actions for due in book.for_round(action, until)]
    return book, sorted(found, key=_by_day)


def _by_day(due: Due) -> tuple[dt.date, int]:
    return due.due_on, due.action.pk


def _days_ahead(today: dt.date) -> int:
    """The most days before a due date on which any rule or plan reminds."""
    local = overlay()
    plans = Action.objects.filter(plan__ended_on__isnull=True).order_by()
    codes = {RECURRING, *plans.values_list("plan__chase_rule", flat=True).distinct()}
    entries = (find(code, today, local) for code in codes)
    shipped = [-step.days for entry in entries if entry for step in steps(entry)]
    settings = PlanChasing.objects.values_list("days", flat=True)
    own = [-int(day) for days in settings for day in days.values() if day is not None]
    return max([0, *shipped, *own])


def due_by_hand(actions: QuerySet[Action], today: dt.date) -> tuple[ChaseBook, list[Due]]:
    """Actions that somebody chases now, whatever the steps say."""
    book = book_of(actions.order_by("next_on", "pk"), today)
    found = [
        Due(action, Step(BY_HAND, 0, "owner", ""), promise)
        for action in book.actions
        for promise in book.promises(action)
    ]
    return book, sorted(found, key=_by_day)
