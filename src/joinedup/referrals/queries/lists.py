"""Referrals as lists: what waits for others, what is overdue, what waits for us, and as numbers."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery

from joinedup.access.choices import May
from joinedup.access.models import User
from joinedup.access.permission import visible
from joinedup.access.prepared import counted, rows
from joinedup.clocks.choices import ClockKind
from joinedup.clocks.models import Clock
from joinedup.clocks.queries import running
from joinedup.referrals.choices import UNSENT, WAITING, ChallengeState, ResultKind, State
from joinedup.referrals.models import Challenge, ChallengeStage, Referral
from joinedup.referrals.queries.one import receiver_of
from joinedup.referrals.queries.refusals import REFUSED
from joinedup.referrals.queries.rules import RuleSet

__all__ = [
    "LISTS",
    "Desk",
    "Line",
    "Numbers",
    "desk_of",
    "listed",
    "numbers_of",
    "readable",
]

FIRST, ROWS = 15, 50
"""Rows of each list on the page of all lists, and on the page of one list."""
MOST_COUNTED = 500
DATED = ("late", "waiting", "accepted")
"""Lists of answers that others owe, in the order of their days; what was accepted has its answer,
and waits for what comes of it."""
UNANSWERED = (State.SENT, State.ACKNOWLEDGED)
LISTS = (*DATED, "refused", "challenges", "drafts", "undated")


@dataclass(frozen=True, slots=True)
class Line:
    """One referral in a list: to whom, how it stands, since when, the day that is next."""

    row: Referral
    receiver: str
    due_on: dt.date | None
    is_late: bool


@dataclass(slots=True)
class Desk:
    """The lists of the page of referrals: the first rows of each, or a page of the one that is
    shown. `counts` says how many there are of each, at most `most`; `undated` are those that wait
    for others without a day."""

    counts: dict[str, int]
    show: str = ""
    page: Page[Any] | None = None
    most: int = MOST_COUNTED
    late: list[Line] = field(default_factory=list)
    refused: list[Line] = field(default_factory=list)
    drafts: list[Line] = field(default_factory=list)
    waiting: list[Line] = field(default_factory=list)
    accepted: list[Line] = field(default_factory=list)
    undated: list[Line] = field(default_factory=list)
    challenges: list[tuple[Challenge, ChallengeStage]] = field(default_factory=list)

    @property
    def references(self) -> list[str]:
        """What the page showed, for the record."""
        lines = [*self.late, *self.refused, *self.drafts, *self.accepted, *self.waiting]
        lines += self.undated
        shown = [one.row.reference for one in lines]
        return [*shown, *(one.referral.reference for one, _ in self.challenges)]


def readable(user: User) -> QuerySet[Referral]:
    """Every referral that this reader may see."""
    rows = Referral.objects.select_related("agency", "sent_by__person")
    return visible(user, May.READ_CASES, rows, item="about")


def _seen(user: User, receiver: str) -> QuerySet[Any]:
    found = visible(user, May.READ_CASES, Referral.objects.all(), item="about")
    return found.filter(receiver=receiver) if receiver else found


def _days(user: User, which: str, today: dt.date, receiver: str) -> QuerySet[Any]:
    """The next day of each referral that waits for others, soonest first. The days are walked in
    their order, so that the first rows cost the same however many there are."""
    states = (State.ACCEPTED,) if which == "accepted" else UNANSWERED
    referral = _seen(user, receiver).filter(reference=OuterRef("about"), state__in=states)
    sooner = Q(due_on__lt=OuterRef("due_on")) | Q(due_on=OuterRef("due_on"), pk__lt=OuterRef("pk"))
    earlier = running().filter(sooner, about=OuterRef("about"))
    # asked of each clock: an "exists" would be taken for a join of all clocks with all referrals
    found = (
        running()
        .filter(about__startswith="RF-")
        .alias(
            referral=Subquery(referral.values("pk")[:1]), earlier=Subquery(earlier.values("pk")[:1])
        )
    )
    found = found.filter(referral__isnull=False, earlier__isnull=True)
    if which == "accepted":
        return found
    return found.filter(due_on__lt=today) if which == "late" else found.filter(due_on__gte=today)


def _refused(user: User, receiver: str) -> QuerySet[Any]:
    """Refusals that nobody has challenged or let stand, the oldest first."""
    clock = running().filter(about=OuterRef("reference"), kind=ClockKind.CHALLENGE)
    found: QuerySet[Any] = _seen(user, receiver).filter(REFUSED)
    found = found.annotate(due_on=Subquery(clock.values("due_on")[:1]))
    return found.filter(due_on__isnull=False).order_by("decided_on", "made_at")


def _drafts(user: User, receiver: str) -> QuerySet[Any]:
    return _seen(user, receiver).filter(state=State.DRAFTED).order_by("made_at")


def _undated(user: User, receiver: str) -> QuerySet[Any]:
    """What waits for others without a day: no limit of the rule book held for the answer. A copy
    waits for no answer."""
    clock = running().filter(about=OuterRef("reference"))
    found = _seen(user, receiver).filter(state__in=WAITING, copy_of__isnull=True)
    return found.exclude(Exists(clock)).order_by("sent_at")


def _challenged(user: User, receiver: str) -> QuerySet[Any]:
    """The stages that challenges under way have reached, soonest day first."""
    open_ones = Challenge.objects.filter(state=ChallengeState.OPEN, pk=OuterRef("challenge"))
    open_ones = open_ones.filter(stage=OuterRef("number"))
    if receiver:
        open_ones = open_ones.filter(referral__receiver=receiver)
    seen = visible(user, May.READ_CASES, open_ones, item="about")
    return ChallengeStage.objects.filter(Exists(seen)).order_by("due_on", "pk")


def _of(user: User, which: str, today: dt.date, receiver: str) -> QuerySet[Any]:
    if which in DATED:
        return _days(user, which, today, receiver)
    if which == "undated":
        return _undated(user, receiver)
    if which == "challenges":
        return _challenged(user, receiver)
    return _refused(user, receiver) if which == "refused" else _drafts(user, receiver)


def listed(user: User, which: str, today: dt.date, receiver: str = "") -> QuerySet[Any]:
    """One of the lists, to be counted: in the order that costs least."""
    found = _of(user, which, today, receiver)
    if which == "undated":
        # all that wait are looked through, in an index that holds what is asked of them
        return found.order_by()
    # in the order of the index by state: few stand in these states
    return found.order_by("state", "receiver") if found.model is Referral else found


def _counted(user: User, which: str, today: dt.date, receiver: str) -> QuerySet[Any]:
    return listed(user, which, today, receiver).values_list("pk")[:MOST_COUNTED]


def _shown(
    user: User, which: str, today: dt.date, receiver: str,
    first: int, most: int,
) -> QuerySet[Any]:  # fmt: skip
    found = _of(user, which, today, receiver)
    if which == "challenges":
        found = found.select_related("challenge__referral")
    elif which in DATED:
        found = found.values_list("about", "due_on")
    elif which == "refused":
        found = found.values_list("reference", "due_on")
    else:
        found = found.values_list("reference")
    return found[first : first + most]


def desk_of(
    user: User, rules: RuleSet, today: dt.date, receiver: str = "", show: str = "", page: str = ""
) -> Desk:
    """What waits: overdue first, then refusals to challenge, drafts, and what others owe us. With
    `show` one of these lists, page by page."""
    receiver = receiver if receiver and rules.receiver(receiver) is not None else ""
    show = show if show in LISTS else ""
    shape = (today, receiver)
    desk = Desk(counted(user, {one: (_counted, (one, *shape)) for one in LISTS}), show)
    first, most = 0, FIRST
    if show:
        paginator = Paginator[Any]([], ROWS)
        paginator.count = desk.counts[show]
        desk.page = paginator.get_page(page)
        first, most = (desk.page.number - 1) * ROWS, ROWS
    days: dict[str, dict[str, dt.date | None]] = {}
    for which in [show] if show else LISTS:
        if not desk.counts[which]:
            continue
        found = rows(_shown, user, (), (which, *shape, first, most))
        if which == "challenges":
            desk.challenges = [(one.challenge, one) for one in found]
        else:
            days[which] = {about: due[0] if due else None for about, *due in found}
    wanted = [about for lines in days.values() for about in lines]
    records = {one.reference: one for one in readable(user).filter(reference__in=wanted)}
    for which, lines in days.items():
        held = {one: due for one, due in lines.items() if one in records}
        setattr(desk, which, [_line(records[one], rules, due, today) for one, due in held.items()])
    return desk


def _line(row: Referral, rules: RuleSet, due: dt.date | None, today: dt.date) -> Line:
    return Line(row, receiver_of(row, rules).title, due, due is not None and due < today)


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
    sent = visible(user, May.READ_CASES, Referral.objects.exclude(state__in=UNSENT), item="about")
    sent = sent.filter(sent_on__gte=from_on, sent_on__lte=to_on).order_by()
    late = Clock.objects.filter(outcome="open", due_on__lt=today, about=OuterRef("reference"))
    counts: Any = sent.values("receiver").annotate(
        sent=Count("pk"),
        waiting=Count("pk", filter=Q(state__in=[State.SENT, State.ACKNOWLEDGED])),
        accepted=Count("pk", filter=Q(state=State.ACCEPTED)),
        declined=Count("pk", filter=Q(state=State.DECLINED)),
        ended=Count("pk", filter=Q(state=State.ENDED)),
        no_further=Count("pk", filter=Q(result=ResultKind.NO_FURTHER)),
        late=Count("pk", filter=~Q(state=State.ENDED) & Q(Exists(late))),
    )
    made_then = Challenge.objects.exclude(referral__state__in=UNSENT)
    made_then = made_then.filter(referral__sent_on__gte=from_on, referral__sent_on__lte=to_on)
    challenges = visible(user, May.READ_CASES, made_then, item="about").order_by()
    by_receiver: Any = challenges.values_list("referral__receiver").annotate(
        made=Count("pk"), changed=Count("pk", filter=Q(has_changed=True))
    )
    challenged = {receiver: (made, changed) for receiver, made, changed in by_receiver}
    found = []
    for one in counts:
        code = one.pop("receiver")
        made, changed = challenged.get(code, (0, 0))
        found.append(
            Numbers(
                receiver=_called(rules, code), challenged=made, changed=changed, **one
            )
        )  # fmt: skip
    return sorted(found, key=lambda one: -one.sent)


def _called(rules: RuleSet, code: str) -> str:
    found = rules.receiver(code)
    return found.counted if found is not None else code
