"""Cases as lists: what is overdue, what is for today, what others owe us, whose load it is."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Any

from django.core.paginator import Page, Paginator
from django.db import connection
from django.db.models import BooleanField, Count, Exists, Model, OuterRef, Q, QuerySet, Subquery
from django.db.models.expressions import RawSQL

from joinedup.access.choices import May
from joinedup.access.models import User
from joinedup.access.permission import holds, open_guards, visible
from joinedup.access.prepared import counted, rows, together
from joinedup.cases.choices import CaseState
from joinedup.cases.models import Case, Closing
from joinedup.cases.queries.facts import limit_on
from joinedup.cases.queries.for_managers import ToConfirm, ToLead, for_manager
from joinedup.cases.rules.closing import reopened_soon
from joinedup.clocks.choices import ClockKind
from joinedup.clocks.models import Clock
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
DEEDS: dict[str, str] = dict.fromkeys((ClockKind.SUPERVISION, ClockKind.CASE_REVIEW), "session")
"""Kinds of clock → where in the case what ends them is recorded."""
CLOCKS = ("overdue", "today", "others")
OF_MINE = "(SELECT {} FROM mine WHERE mine.guard_id = clocks_clock.guard_id ORDER BY id LIMIT 1)"
LISTS = (*CLOCKS, "cases", "load")


@dataclass(frozen=True, slots=True)
class Line:
    """Something with a day: which case, what, when. `referral` is set where it stands there, `deed`
    where it is recorded by one thing done in the case."""

    case: str
    name: str
    what: str
    due_on: dt.date
    referral: str
    deed: str = ""


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
    to_lead: list[ToLead] = field(default_factory=list)
    to_confirm: list[ToConfirm] = field(default_factory=list)
    cases: list[Case] = field(default_factory=list)
    has_load: bool = False
    loads: list[Load] = field(default_factory=list)
    reopened: int = 0

    @property
    def references(self) -> list[str]:
        """What the page showed, for the record."""
        lines = [*self.overdue, *self.today, *self.others]
        shown = [*(one.reference for one in self.cases), *(one.case for one in lines)]
        shown += [one.case for one in self.to_lead] + [one.case for one in self.to_confirm]
        return list(dict.fromkeys([*shown, *(one.reference for one in self.to_open)]))


def readable(user: User) -> QuerySet[Case]:
    """Every case that this reader may see."""
    rows = Case.objects.select_related("lead_agency", "lead_person", "worker", "team")
    return visible(user, May.READ_CASES, rows)


def _open_cases(user: User, may: May = May.READ_CASES) -> QuerySet[Case]:
    return visible(user, may, Case.objects.exclude(state=CaseState.CLOSED))


def _mine(user: User, may: May = May.READ_CASES) -> QuerySet[Any]:
    """The open cases of somebody who does not reach all: those behind their guards and those that
    are theirs one by one, found apart, because each then has an index of its own."""
    seen = open_guards(user, may)
    if seen is None:
        return Case.objects.none()
    found = Case.objects.exclude(state=CaseState.CLOSED).order_by()
    columns = ("id", "guard_id", "reference", "name")
    whole: QuerySet[Any] = found.filter(guard__in=seen.guards).values(*columns)
    own = found.filter(reference__in=seen.items).exclude(guard__in=seen.blocked)
    return whole.union(own.values(*columns))


def _reaches_all(user: User, may: May = May.READ_CASES) -> bool:
    """Whether the reader reaches a whole county: then its clocks are walked by their day. Of a team
    the open cases are found once, as the table `mine`, and each list starts from them."""
    seen = open_guards(user, may)
    return seen is not None and seen.closed is not None


def _in_mine(of: type[Model], column: str, what: str) -> Q:
    """Rows whose column stands in `mine`. PostgreSQL is given its values as one array: it takes a
    table beside the statement for a large one, and would read every row there is."""
    values = f"SELECT {what} FROM mine"  # noqa: S608 - fixed words # nosec B608
    if connection.vendor == "postgresql":
        is_mine = f"{of._meta.db_table}.{column} = ANY(ARRAY({values}))"
        return Q(RawSQL(is_mine, [], output_field=BooleanField()))  # noqa: S611 - fixed words # nosec B611
    return Q(**{f"{column}__in": RawSQL(values, [])})  # noqa: S611 - fixed words # nosec B611


def asked_at_home(user: User) -> dict[str, Any]:
    """The table that stands beside what `clocks_of` asks."""
    return {} if _reaches_all(user) else {"mine": (_mine, ())}


def _case_rows(user: User, first: int, rows: int) -> QuerySet[Any]:
    # chosen before anything is joined to them, so that few columns are sorted
    chosen: Any
    if _reaches_all(user):
        chosen = _open_cases(user).order_by("name", "pk").values("pk")[first : first + rows]
    else:
        wanted = "SELECT id FROM mine ORDER BY name, id LIMIT %s OFFSET %s"
        chosen = RawSQL(wanted, [rows, first])  # noqa: S611 - fixed words # nosec B611
    found = Case.objects.select_related("lead_agency", "lead_person", "worker", "team")
    return found.filter(pk__in=chosen).order_by("name", "pk")


def clocks_of(user: User, which: str, today: dt.date) -> QuerySet[Any]:
    """Running clocks behind the guards of open cases that the reader may see."""
    found = running().exclude(kind=ClockKind.ALERT)
    if _reaches_all(user):
        # asked of each clock in the order of their days: an "exists" would be taken for a join of
        # all clocks with all cases, sorted before the first is shown
        behind = _open_cases(user).filter(guard=OuterRef("guard")).values("pk")[:1]
        found = found.alias(open_case=Subquery(behind)).filter(open_case__isnull=False)
    else:
        found = found.filter(_in_mine(Clock, "guard_id", "guard_id"))
    if which == "overdue":
        return found.filter(due_on__lt=today)
    if which == "today":
        return found.filter(due_on=today)
    return found.filter(kind__in=OTHERS, due_on__gte=today)


def _lines(user: User, which: str, today: dt.date, first: int, rows: int) -> QuerySet[Any]:
    case: Any
    name: Any
    if _reaches_all(user):
        behind = _open_cases(user).filter(guard=OuterRef("guard")).order_by("pk")
        case, name = Subquery(behind.values("reference")[:1]), Subquery(behind.values("name")[:1])
    else:
        case, name = (RawSQL(OF_MINE.format(one), []) for one in ("reference", "name"))  # noqa: S611 - fixed words # nosec B611
    found: Any = clocks_of(user, which, today)
    lines: QuerySet[Any] = found.values_list(case, name, "kind", "due_on", "about")
    return lines[first : first + rows]


def _counted(user: User, which: str, today: dt.date) -> QuerySet[Any]:
    found: Any
    if which != "cases":
        found = clocks_of(user, which, today)
    elif _reaches_all(user):
        found = _open_cases(user)
    else:
        found = Case.objects.filter(_in_mine(Case, "id", "id"))
    numbers: QuerySet[Any] = found.order_by().values_list("pk")
    return numbers[:MOST_COUNTED]


def _busiest(user: User, today: dt.date, first: int, rows: int) -> QuerySet[Any]:
    """Each worker with how many open cases they have, how many of them with exploitation, and in
    how many supervision is overdue."""
    late = running().filter(kind=ClockKind.SUPERVISION, due_on__lt=today, guard=OuterRef("guard"))
    found: Any = Case.objects.filter(_in_mine(Case, "id", "id"))
    if _reaches_all(user, May.MANAGE_CASES):
        found = _open_cases(user, May.MANAGE_CASES).order_by()
    found = found.values_list("worker", "worker__name").annotate(
        cases=Count("pk"),
        exploitation=Count("pk", filter=Q(has_exploitation=True)),
        unsupervised=Count("pk", filter=Q(Exists(late))),
    )
    workers: QuerySet[Any] = found.order_by("-cases", "worker")
    return workers[first : first + rows]


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
    beside = asked_at_home(user)
    home = Home(counted(user, asked, beside), show)
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
        home.cases = together(user, {"cases": (_case_rows, (first, most))}, beside)["cases"]
    dated = [one for one in CLOCKS if one in wanted and home.counts[one]]
    found = together(user, {one: (_lines, (one, today, first, most)) for one in dated}, beside)
    for which, lines in found.items():
        setattr(home, which, [_line(*one) for one in lines])
    if "load" in wanted and home.has_load:
        home.loads = _loads(user, today, first, most)
    if not show:
        if home.counts["to_open"]:
            home.to_open = list(waiting_without(user, closed, May.WORK_CASES)[:ROWS])
        if is_manager:
            home.to_sign = _to_sign(user)
            home.to_lead, home.to_confirm = for_manager(user)
            home.reopened = _reopened(user, today)
    return home


def _line(case: str, name: str, kind: str, due_on: dt.date, about: str) -> Line:
    referral = about if about.startswith("RF-") else ""
    return Line(case, name, str(ClockKind(kind).label), due_on, referral, DEEDS.get(kind, ""))


def _to_sign(user: User) -> list[Closing]:
    """Closings that wait for a signature that this reader may give."""
    return rows(_unsigned, user)


def _unsigned(user: User) -> QuerySet[Closing]:
    waits = Closing.objects.filter(answered_on__isnull=True).exclude(asked_by=user.pk)
    waits = waits.exclude(case__state=CaseState.CLOSED)
    waits = waits.select_related("case", "asked_by__person").order_by("asked_on", "pk")
    return visible(user, May.MANAGE_CASES, waits, "case__guard", "case__reference")


def _loads(user: User, today: dt.date, first: int, most: int) -> list[Load]:
    managed: Any = {"mine": (_mine, (May.MANAGE_CASES,))}
    beside = {} if _reaches_all(user, May.MANAGE_CASES) else managed
    found = together(user, {"load": (_busiest, (today, first, most))}, beside)["load"]
    return [
        Load(name or "Nobody here yet", cases, exploitation, late)
        for _, name, cases, exploitation, late in found
    ]


def _reopened(user: User, today: dt.date) -> int:
    """Cases opened again within the rule book's time of their closing, during the last such time.
    Reported, no target."""
    limit = limit_on("case.reopened", today).amount("limit")
    since = add_amount(today, Amount(-limit.number, limit.unit))
    return sum(
        reopened_soon(on - dt.timedelta(days=days or 0), on, limit)
        for on, days in rows(_opened_again, user, [since])
    )


def _opened_again(user: User, since: dt.date) -> QuerySet[Any]:
    found = visible(user, May.MANAGE_CASES, Case.objects.filter(reopened_on__gt=since))
    return found.values_list("reopened_on", "days_closed")


def open_cases_for(user: User, concern: Concern) -> list[Case]:
    """Open cases about people in a concern that the reader may work on: it may belong to one."""
    found = Case.objects.filter(subjects__subject__in=subjects_of(concern))
    found = visible(user, May.WORK_CASES, found.exclude(state=CaseState.CLOSED))
    return list(found.select_related("worker", "lead_agency", "lead_person").distinct())
