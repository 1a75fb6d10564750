"""The triage queue, for one reader: what is to be decided, what waits for others, what is news."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from joinedup.access.choices import May
from joinedup.access.models import User
from joinedup.access.permission import by_user, may_touch, visible
from joinedup.access.prepared import counted
from joinedup.access.roles import POLICY
from joinedup.clocks.choices import ClockKind
from joinedup.clocks.models import Clock
from joinedup.concerns.choices import Allegation, ConcernState, Door
from joinedup.concerns.models import Concern, ConcernPerson, Report
from joinedup.concerns.queries.earlier import closed_records, is_closed_to
from joinedup.concerns.queries.rulebook import sources_on, types_on
from joinedup.concerns.rules.new import is_at_risk
from joinedup.referrals.queries.refusals import challenges_answered, refusals_unanswered

__all__ = [
    "TABS",
    "Queue",
    "QueueRow",
    "concerns_open_to",
    "deciders",
    "open_without",
    "queue",
    "waiting_for_case",
    "waiting_without",
]

ROWS = 50
MOST_COUNTED = 1_000
"""Behind one tab no more are counted and listed; an older concern is found by its reference."""
REFUSALS = Concern.objects.filter(state=ConcernState.AWAITING, reference__in=refusals_unanswered())
ANSWERED = Concern.objects.filter(reference__in=challenges_answered())
NEWS = Concern.objects.filter(has_news=True).values("pk")
NEWS = NEWS.union(REFUSALS.values("pk"), ANSWERED.values("pk"), all=True)
"""What was told later, refusals that nobody has challenged or let stand, and what was answered to a
challenge."""
OURS = Clock.objects.filter(kind__in=(ClockKind.NEWS, ClockKind.CASE_OPENING), outcome="open")
"""What a decided concern still asks of us: an answer to what was told later, its case to be opened."""
NEXT = Subquery(OURS.filter(about=OuterRef("reference")).order_by("due_on").values("due_on")[:1])
TABS: dict[str, Q] = {
    "decide": Q(state__in=[ConcernState.RECEIVED, ConcernState.TAKEN]),
    "news": Q(pk__in=NEWS),
    "awaiting": Q(state=ConcernState.AWAITING),
    "case": Q(state=ConcernState.CASE),
    "ended": Q(state=ConcernState.ENDED),
}
"""Parts of the queue; what is to be decided comes first."""
NEWEST_FIRST = ("ended", "news")


@dataclass(frozen=True, slots=True)
class QueueRow:
    """One line of the queue. Nothing here names an address or a telephone."""

    reference: str
    old_reference: str
    state: str
    state_words: str
    received_at: dt.datetime
    due_on: dt.date | None
    is_late: bool
    decider: str
    is_mine: bool
    door: str
    source: str
    types: tuple[str, ...]
    people: tuple[str, ...]
    danger: str
    has_indicator: bool
    is_allegation: bool
    may_be_under_13: bool
    has_news: bool
    is_refused: bool
    is_answered: bool


@dataclass(frozen=True, slots=True)
class Queue:
    """A page of the queue with the number of rows behind each tab."""

    tab: str
    rows: tuple[QueueRow, ...]
    page: Page[Concern]
    counts: dict[str, int]
    late: int
    most: int = MOST_COUNTED

    @property
    def references(self) -> list[str]:
        """What was shown, for the audit record."""
        return [row.reference for row in self.rows]


def open_without(
    user: User, may: May, rows: QuerySet[Concern], closed: set[int]
) -> QuerySet[Concern]:
    """Those that this reader may do this to, without whatever is about a record that a conflict of
    interest keeps them from, noted later though it may be."""
    about = ConcernPerson.objects.filter(subject__in=closed).values("concern")
    return visible(user, may, rows.exclude(pk__in=about))


def concerns_open_to(user: User) -> QuerySet[Concern]:
    """Every concern that this reader may decide on or count."""
    return open_without(user, May.TRIAGE, Concern.objects.all(), closed_records(user))


def _in_tab(user: User, tab: str, today: dt.date, closed: tuple[int, ...]) -> QuerySet[Any, Any]:
    inside = TABS["decide"] & Q(decide_by_on__lt=today) if tab == "late" else TABS[tab]
    seen = open_without(user, May.TRIAGE, Concern.objects.all(), set(closed))
    return seen.filter(inside).order_by().values_list("pk")[:MOST_COUNTED]


def queue(
    user: User, today: dt.date, tab: str = "decide", page: str | int = 1, wanted: str = ""
) -> Queue:
    """One tab of the queue for this reader, in a constant number of statements.

    `wanted` is a reference of ours, of a report, or of an older system; with one, all tabs are
    searched. What a conflict of interest or a seal closes is not counted either.
    """
    tab = tab if tab in TABS else "decide"
    closed = closed_records(user)
    seen = open_without(user, May.TRIAGE, Concern.objects.all(), closed)
    without = tuple(sorted(closed))
    counts = counted(user, {one: (_in_tab, (one, today, without)) for one in (*TABS, "late")})
    rows = seen.filter(TABS[tab])
    if wanted:
        rows = seen.filter(
            Q(reference__iexact=wanted)
            | Q(old_reference__iexact=wanted)
            | Q(pk__in=Report.objects.filter(reference__iexact=wanted).values("concern"))
        )
    found: Any = rows.select_related("decider__person").order_by(*_order(tab))
    here = OuterRef("pk")
    found = found.annotate(
        is_refused=Exists(REFUSALS.filter(pk=here)),
        is_answered=Exists(ANSWERED.filter(pk=here)),
        next_on=NEXT,
    )
    paginator = Paginator(found, ROWS)
    if not wanted:
        paginator.count = counts[tab]
    shown: Page[Concern] = paginator.get_page(page)
    concerns = list(shown.object_list)
    if closed:
        # somebody whom nobody has tied to a record yet may be the one: looked at row by row, for
        # those few readers alone
        by = by_user(user)
        concerns = [one for one in concerns if not is_closed_to(by, one, today)]
        counts[tab] -= 0 if wanted else len(shown.object_list) - len(concerns)
    late = counts.pop("late")
    return Queue(tab, tuple(_rows(concerns, user, today)), shown, counts, late)


def _order(tab: str) -> tuple[str, ...]:
    """What is to be decided: danger now first, then what may be, then by the clock."""
    if tab in NEWEST_FIRST:
        return ("-received_at", "-pk")
    by_clock = ("decide_by_on", "received_at", "pk")
    return ("-danger", *by_clock) if tab == "decide" else by_clock


def _rows(concerns: Sequence[Concern], user: User, today: dt.date) -> Iterable[QueueRow]:
    people: dict[int, list[ConcernPerson]] = {}
    for who in ConcernPerson.objects.filter(concern__in=concerns).order_by("position", "pk"):
        people.setdefault(who.concern_id, []).append(who)
    titles = {one.code: one.title for one in types_on(today)}
    sources = {one.code: one.title for one in sources_on(today)}
    for one in concerns:
        is_open = one.state in (ConcernState.RECEIVED, ConcernState.TAKEN)
        yield QueueRow(
            reference=one.reference,
            old_reference=one.old_reference,
            state=one.state,
            state_words=str(one.get_state_display()),
            received_at=one.received_at,
            due_on=one.decide_by_on if is_open else one.next_on,  # type: ignore[attr-defined]
            is_late=_is_late(one.decide_by_on if is_open else one.next_on, today),  # type: ignore[attr-defined]
            decider=one.decider.person.name if one.decider else "",
            is_mine=one.decider_id == user.pk,
            door=str(Door(one.door).label),
            source=sources.get(one.source, ""),
            types=tuple(titles.get(code, code) for code in one.types),
            people=tuple(filter(None, (_named(who) for who in people.get(one.pk, ())))),
            danger=str(one.get_danger_display()) if one.danger else "",
            has_indicator=one.has_exploitation_indicator,
            is_allegation=one.allegation != Allegation.NONE,
            may_be_under_13=one.is_sexual and one.may_be_under_13,
            has_news=one.has_news,
            is_refused=one.is_refused,  # type: ignore[attr-defined]
            is_answered=one.is_answered,  # type: ignore[attr-defined]
        )


def _is_late(day: dt.date | None, today: dt.date) -> bool:
    return day is not None and day < today


def _named(person: ConcernPerson) -> str:
    """Name and age in a few words: only of those who may be harmed."""
    if not is_at_risk(person.role):
        return ""
    name = person.name or person.words[:60] or str(person.get_role_display())
    age = "not born yet" if person.is_unborn else person.age_words
    return f"{name}, {age}" if age and age.casefold() != name.casefold() else name


def deciders(user: User, concern: Concern) -> list[User]:
    """Everybody else who may decide this concern, by name: those with a conflict are left out."""
    rows = User.objects.filter(is_active=True).exclude(pk=user.pk)
    rows = rows.filter(grants__role__in=_deciding_roles()).distinct()
    found = rows.select_related("person__agency", "person__team").order_by("person__name")
    return [one for one in found if may_touch(one, May.TRIAGE, concern.guard_id, concern.reference)]


def _deciding_roles() -> list[str]:
    return [str(role) for role, grants in POLICY.items() if May.TRIAGE in grants]


def waiting_for_case(user: User, may: May = May.TRIAGE) -> QuerySet[Concern]:
    """Concerns that are to become a case and have none yet, oldest first."""
    return waiting_without(user, tuple(closed_records(user)), may)


def waiting_without(user: User, closed: tuple[int, ...], may: May) -> QuerySet[Concern]:
    """As `waiting_for_case`. `closed` are the numbers of records that a conflict keeps this reader
    from, as `closed_records` says; `next_on` is the day by which the case has to be open."""
    found = Concern.objects.filter(state=ConcernState.CASE, case_reference="")
    found = open_without(user, may, found, set(closed)).annotate(next_on=NEXT)
    return found.order_by("decided_at", "pk")
