"""Cases as lists: what is overdue, what is for today, what others owe us, whose load it is."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from django.db.models import Count, Q, QuerySet

from joinedup.access.choices import May
from joinedup.access.models import User
from joinedup.access.permission import holds, visible
from joinedup.cases.choices import CaseState
from joinedup.cases.models import Case, Closing
from joinedup.cases.queries.facts import limit_on
from joinedup.cases.rules.closing import reopened_soon
from joinedup.clocks.choices import ClockKind
from joinedup.clocks.models import Clock
from joinedup.clocks.queries import running
from joinedup.concerns.models import Concern
from joinedup.concerns.queries.earlier import subjects_of
from joinedup.concerns.queries.queue import waiting_for_case
from joinedup.rulebook.entry import Amount
from joinedup.rulebook.working_days import add_amount

__all__ = ["Home", "Line", "Load", "home_of", "open_cases_for", "readable"]

OTHERS = (
    ClockKind.ACKNOWLEDGE, ClockKind.DECISION, ClockKind.RESULT, ClockKind.ENQUIRY,
    ClockKind.TRANSFER_OUT,
)  # fmt: skip
MOST = 300


@dataclass(frozen=True, slots=True)
class Line:
    """Something with a day: which case, what, when. `referral` is set where it stands there."""

    case: Case
    clock: Clock
    referral: str


@dataclass(frozen=True, slots=True)
class Load:
    """How much one worker carries."""

    name: str
    cases: int
    exploitation: int
    unsupervised: int


@dataclass(slots=True)
class Home:
    """The lists of the page of cases."""

    overdue: list[Line] = field(default_factory=list)
    today: list[Line] = field(default_factory=list)
    others: list[Line] = field(default_factory=list)
    to_open: list[Concern] = field(default_factory=list)
    to_sign: list[Closing] = field(default_factory=list)
    cases: list[Case] = field(default_factory=list)
    unsupervised: list[Line] = field(default_factory=list)
    loads: list[Load] = field(default_factory=list)
    reopened: int = 0

    @property
    def references(self) -> list[str]:
        """What the page showed, for the record."""
        shown = [one.reference for one in self.cases]
        return [*shown, *(one.reference for one in self.to_open)]


def readable(user: User) -> QuerySet[Case]:
    """Every case that this reader may see."""
    rows = Case.objects.select_related("lead_agency", "lead_person", "worker", "team")
    return visible(user, May.READ_CASES, rows)


def home_of(user: User, today: dt.date) -> Home:
    """What is late, what is for today, what waits for others; for managers, whose load it is and
    what waits for their signature."""
    home = Home()
    home.cases = list(readable(user).exclude(state=CaseState.CLOSED).order_by("name", "pk")[:MOST])
    by_guard = {one.guard_id: one for one in home.cases}
    clocks = running().filter(guard__in=by_guard).exclude(kind=ClockKind.ALERT)
    late: dict[int, int] = {}
    for clock in clocks:
        referral = clock.about if clock.about.startswith("RF-") else ""
        line = Line(by_guard[clock.guard_id], clock, referral)
        if clock.kind == ClockKind.SUPERVISION and clock.due_on < today:
            home.unsupervised.append(line)
            worker = line.case.worker_id or line.case.lead_person_id
            late[worker] = late.get(worker, 0) + 1
        if clock.due_on < today:
            home.overdue.append(line)
        elif clock.due_on == today:
            home.today.append(line)
        if clock.kind in OTHERS and clock.due_on >= today:
            home.others.append(line)
    home.to_open = list(waiting_for_case(user, May.WORK_CASES)[:MOST])
    if holds(user, May.MANAGE_CASES):
        waits = Closing.objects.filter(answered_on__isnull=True, case__in=home.cases)
        rows = waits.exclude(asked_by=user).select_related("case", "asked_by__person")
        home.to_sign = list(visible(user, May.MANAGE_CASES, rows, "case__guard", "case__reference"))
        home.loads = _loads(user, late)
        home.reopened = _reopened(user, today)
    return home


def _loads(user: User, late: dict[int, int]) -> list[Load]:
    rows = visible(user, May.MANAGE_CASES, Case.objects.exclude(state=CaseState.CLOSED))
    counted = (
        rows.order_by()
        .values("worker", "worker__name")
        .annotate(cases=Count("pk"), exploitation=Count("pk", filter=Q(has_exploitation=True)))
    )
    found = [
        Load(
            one["worker__name"] or "Nobody here yet", one["cases"], one["exploitation"],
            late.get(one["worker"], 0),
        )
        for one in counted
    ]  # fmt: skip
    return sorted(found, key=lambda one: -one.cases)


def _reopened(user: User, today: dt.date) -> int:
    """Cases opened again within the rule book's time of their closing, during the last such time.
    Reported, no target."""
    limit = limit_on("case.reopened", today).amount("limit")
    since = add_amount(today, Amount(-limit.number, limit.unit))
    rows = visible(user, May.MANAGE_CASES, Case.objects.filter(reopened_on__gt=since))
    found = rows.values_list("reopened_on", "days_closed")
    return sum(
        on is not None and reopened_soon(on - dt.timedelta(days=days or 0), on, limit)
        for on, days in found
    )


def open_cases_for(user: User, concern: Concern) -> list[Case]:
    """Open cases about people in a concern that the reader may work on: it may belong to one."""
    rows = Case.objects.filter(subjects__subject__in=subjects_of(concern))
    rows = visible(user, May.WORK_CASES, rows.exclude(state=CaseState.CLOSED))
    return list(rows.select_related("worker", "lead_agency", "lead_person").distinct())
