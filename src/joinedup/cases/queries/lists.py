"""Cases as lists: what is overdue, what is for today, what others owe us, whose load it is."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery

from joinedup.access.choices import May
from joinedup.access.models import Person, User
from joinedup.access.permission import holds, open_guards, visible
from joinedup.access.prepared import counted, rows, together
from joinedup.cases.choices import CaseState
from joinedup.cases.models import Case, Closing
from joinedup.cases.queries.facts import limit_on
from joinedup.cases.rules.closing import reopened_soon
from joinedup.clocks.choices import ClockKind
from joinedup.clocks.queries import running
from joinedup.concerns.models import Concern
from joinedup.concerns.queries.earlier import closed_records, subjects_of
from joinedup.concerns.queries.queue import waiting_without
from joinedup.rulebook.entry import Amount
from joinedup.rulebook.working_days import add_amount

__all__ = ["Home", "Line", "Load", "home_of", "open_cases_for", "readable"]

OTHERS = (
    ClockKind.ACKNOWLEDGE, ClockKind.DECISION, ClockKind.RESULT, ClockKind.ENQUIRY,
    ClockKind.TRANSFER_OUT,
)  # fmt: skip
FIRST, ROWS = 15, 50
"""Rows of each list on the page of all lists, and on the page of one list."""
MOST_COUNTED = 1_000
CLOCKS = ("overdue", "today", "others")
LISTS = (*CLOCKS, "cases", "load")


@dataclass(frozen=True, slots=True)
class Line:
    """Something with a day: which case, what, when. `referral` is set where it stands there."""

    case: str
    name: str
    what: str
    due_on: dt.date
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
    """The lists of the page of cases: the first rows of each, or a page of the one that is shown.
    `counts` says how many there are of each, at most `most`; `has_load` whether workload is among
    them."""

    counts: dict[str, int]
    show: str = ""
    page: Page[Any] | None = None
    most: int = MOST_COUNTED
    first: int = FIRST
    overdue: list[Line] = field(default_factory=list)
    today: list[Line] = field(default_factory=list)
    others: list[Line] = field(default_factory=list)
    to_open: list[Concern] = field(default_factory=list)
    to_sign: list[Closing] = field(default_factory=list)
    cases: list[Case] = field(default_factory=list)
    has_load: bool = False
    loads: list[Load] = field(default_factory=list)
    reopened: int = 0

    @property
    def references(self) -> list[str]:
        """What the page showed, for the record."""
        lines = [*self.overdue, *self.today, *self.others]
        shown = [*(one.reference for one in self.cases), *(one.case for one in lines)]
        return list(dict.fromkeys([*shown, *(one.reference for one in self.to_open)]))


def readable(user: User) -> QuerySet[Case]:
    """Every case that this reader may see."""
    rows = Case.objects.select_related("lead_agency", "lead_person", "worker", "team")
    return visible(user, May.READ_CASES, rows)


def _open_cases(user: User, may: May = May.READ_CASES) -> QuerySet[Case]:
    return visible(user, may, Case.objects.exclude(state=CaseState.CLOSED))


def _case_rows(user: User, first: int, rows: int) -> QuerySet[Any]:
    found = readable(user).exclude(state=CaseState.CLOSED).order_by("name", "pk")
    return found[first : first + rows]


def _clocks(user: User, which: str, today: dt.date) -> QuerySet[Any]:
    """Running clocks behind the guards of open cases that the reader may see."""
    found = running().exclude(kind=ClockKind.ALERT)
    cases, seen = _open_cases(user), open_guards(user, May.READ_CASES)
    if seen is not None and seen.closed is not None:
        found = found.filter(Exists(cases.filter(guard=OuterRef("guard"))))
    else:
        found = found.filter(guard__in=cases.values("guard"))
    if which == "overdue":
        return found.filter(due_on__lt=today)
    if which == "today":
        return found.filter(due_on=today)
    return found.filter(kind__in=OTHERS, due_on__gte=today)


def _lines(user: User, which: str, today: dt.date, first: int, rows: int) -> QuerySet[Any]:
    behind = _open_cases(user).filter(guard=OuterRef("guard")).order_by("pk")
    case = Subquery(behind.values("reference")[:1])
    name = Subquery(behind.values("name")[:1])
    found: Any = _clocks(user, which, today)
    lines: QuerySet[Any] = found.values_list(case, name, "kind", "due_on", "about")
    return lines[first : first + rows]


def _counted(user: User, which: str, today: dt.date) -> QuerySet[Any]:
    found: Any = _open_cases(user) if which == "cases" else _clocks(user, which, today)
    numbers: QuerySet[Any] = found.order_by().values_list("pk")
    return numbers[:MOST_COUNTED]


def _workers(user: User) -> QuerySet[Any]:
    found = _open_cases(user, May.MANAGE_CASES).order_by()
    return found.values_list("worker").annotate(
        cases=Count("pk"), exploitation=Count("pk", filter=Q(has_exploitation=True))
    )


def _busiest(user: User, first: int, rows: int) -> QuerySet[Any]:
    return _workers(user).order_by("-cases", "worker")[first : first + rows]


def _to_open(user: User, closed: tuple[int, ...]) -> QuerySet[Any]:
    return waiting_without(user, closed, May.WORK_CASES).order_by().values_list("pk")[:MOST_COUNTED]


def _worker_count(user: User) -> QuerySet[Any]:
    return _open_cases(user, May.MANAGE_CASES).order_by().values_list("worker").distinct()


def home_of(user: User, today: dt.date, show: str = "", page: str | int = 1) -> Home:
    """What is late, what is for today, what waits for others; for managers, whose load it is and
    what waits for their signature. With `show` one of these lists, page by page."""
    is_manager = holds(user, May.MANAGE_CASES)
    show = show if show in LISTS and (is_manager or show != "load") else ""
    asked: dict[str, Any] = {one: (_counted, (one, today)) for one in LISTS if one != "load"}
    closed = tuple(sorted(closed_records(user)))
    asked["to_open"] = (_to_open, (closed,))
    if show == "load":
        asked["load"] = (_worker_count, ())
    home = Home(counted(user, asked), show)
    # whoever reaches a whole county asks for everybody's workload; a team's is counted at once
    home.has_load = is_manager and (show == "load" or home.counts["cases"] < MOST_COUNTED)
    first, most = 0, FIRST
    if show:
        paginator = Paginator[Any]([], ROWS)
        paginator.count = home.counts[show]
        home.page = paginator.get_page(page)
        first, most = (home.page.number - 1) * ROWS, ROWS
    wanted = [show] if show else LISTS
    if "cases" in wanted:
        home.cases = rows(_case_rows, user, (), (first, most))
    dated = [one for one in CLOCKS if one in wanted and home.counts[one]]
    found = together(user, {one: (_lines, (one, today, first, most)) for one in dated})
    for which, lines in found.items():
        setattr(home, which, [_line(*one) for one in lines])
    if "load" in wanted and home.has_load:
        home.loads = _loads(user, today, first, most)
    if not show:
        if home.counts["to_open"]:
            home.to_open = list(waiting_without(user, closed, May.WORK_CASES)[:ROWS])
        if is_manager:
            home.to_sign = _to_sign(user)
            home.reopened = _reopened(user, today)
    return home


def _line(case: str, name: str, kind: str, due_on: dt.date, about: str) -> Line:
    referral = about if about.startswith("RF-") else ""
    return Line(case, name, str(ClockKind(kind).label), due_on, referral)


def _to_sign(user: User) -> list[Closing]:
    waits = Closing.objects.filter(answered_on__isnull=True).exclude(asked_by=user)
    waits = waits.exclude(case__state=CaseState.CLOSED)
    waits = waits.select_related("case", "asked_by__person").order_by("asked_on", "pk")
    return list(visible(user, May.MANAGE_CASES, waits, "case__guard", "case__reference"))


def _loads(user: User, today: dt.date, first: int, most: int) -> list[Load]:
    counts = rows(_busiest, user, (), (first, most))
    workers = [worker for worker, _, _ in counts if worker]
    names = dict(Person.objects.filter(pk__in=workers).values_list("pk", "name"))
    late = _late(user, workers, today)
    return [
        Load(names.get(worker, "Nobody here yet"), cases, exploitation, late.get(worker, 0))
        for worker, cases, exploitation in counts
    ]


def _late(user: User, workers: list[int], today: dt.date) -> dict[int, int]:
    """In how many cases of each of these workers supervision is overdue."""
    late = running().filter(kind=ClockKind.SUPERVISION, due_on__lt=today, guard=OuterRef("guard"))
    cases = _open_cases(user, May.MANAGE_CASES).filter(worker__in=workers)
    counts = cases.order_by().filter(Exists(late)).values_list("worker").annotate(n=Count("pk"))
    return dict(counts)


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
    found = Case.objects.filter(subjects__subject__in=subjects_of(concern))
    found = visible(user, May.WORK_CASES, found.exclude(state=CaseState.CLOSED))
    return list(found.select_related("worker", "lead_agency", "lead_person").distinct())
