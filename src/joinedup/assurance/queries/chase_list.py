"""The chase list: what is late or asked for, when it was last chased, what comes next; and the same
counted by organisation."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Count, Exists, F, Min, OuterRef, Q, QuerySet

from joinedup.access.models import User
from joinedup.access.permission import visible
from joinedup.assurance.models import Action, Chase
from joinedup.assurance.queries.chase_due import ChaseBook, Due, book_of, chaseable, due_by_hand
from joinedup.assurance.queries.chase_letters import Letter, letters_of, unreached
from joinedup.assurance.queries.chase_scope import led_by, may_of, owed, since_when
from joinedup.assurance.rules.chasing import Told
from joinedup.audit.actor import By
from joinedup.clocks.rules import Reminder
from joinedup.notices.choices import NoticeState, Purpose
from joinedup.notices.models import Link

__all__ = [
    "SHOWS",
    "AgencyCount",
    "ChaseChoice",
    "ChaseRow",
    "Chased",
    "Preview",
    "action_chases",
    "by_agency",
    "chase_page",
    "chosen",
    "plans_to_chase",
    "preview",
]

ROWS = 50
ONE_DAY = dt.timedelta(days=1)
SHOWS = ("", "unanswered", "failed", "nobody")


@dataclass(frozen=True, slots=True)
class ChaseChoice:
    """What part of the chase list is shown: references of an organisation, a plan, a person who
    leads plans, one action."""

    lead: str = ""
    agency: str = ""
    plan: str = ""
    action: str = ""
    show: str = ""


@dataclass(frozen=True, slots=True)
class ChaseRow:
    """One action on the list. `last` is the reminder that went out last, `next` the one to come;
    `is_evidence` says that it is evidence, asked for `late` days ago, that is owed."""

    action: Action
    owners: tuple[str, ...]
    late: int
    last: Chase | None
    next: Reminder | None
    asked: tuple[Told, ...]
    is_chased: bool
    is_evidence: bool

    @property
    def has_failed(self) -> bool:
        """Whether the mail of the last reminder could not be delivered."""
        return self.last is not None and self.last.notice.state == NoticeState.FAILED

    @property
    def is_answered(self) -> bool:
        """Whether something was said since the last reminder."""
        said = self.action.updated_on
        return self.last is not None and said is not None and said >= self.last.sent_on


@dataclass(frozen=True, slots=True)
class AgencyCount:
    """One organisation, counted over what the reader leads."""

    reference: str
    name: str
    late: int
    oldest: dt.date | None
    unanswered: int
    never: int
    failed: int
    has_contact: bool


def _owed(user: User, choice: ChaseChoice, today: dt.date) -> QuerySet[Any]:
    """What is owed in the plans of the lead who was chosen, if one was."""
    rows = owed(user, today)
    return led_by(rows, choice.lead, today) if choice.lead else rows


def _marked(rows: QuerySet[Action]) -> QuerySet[Any]:
    """Rows with what became of their last reminder: whether there was one, whether something was
    said since, whether its mail failed, whether the owner could not be asked."""
    chases = Chase.objects.filter(action=OuterRef("pk"))
    newest = Chase.objects.filter(action=OuterRef("action")).order_by("-sent_on", "-pk")
    last = chases.filter(pk=newest.values("pk")[:1])
    return rows.annotate(
        is_chased=Exists(chases),
        is_answered=Exists(last.filter(sent_on__lte=OuterRef("updated_on"))),
        is_failed=Exists(last.filter(notice__state=NoticeState.FAILED)),
        is_stuck=Exists(last.exclude(trouble="")),
    )


UNANSWERED = Q(is_chased=True, is_answered=False)


def chosen(user: User, choice: ChaseChoice, today: dt.date) -> QuerySet[Any]:
    """The actions of a choice, longest late first; one action by itself need not be late."""
    if choice.action:
        rows = visible(user, may_of(user), chaseable())
        return rows.filter(reference=choice.action)
    rows = since_when(_owed(user, choice, today), today)
    if choice.agency:
        rows = rows.filter(agency__reference=choice.agency)
    if choice.plan:
        rows = rows.filter(plan__reference=choice.plan)
    marked = _marked(rows)
    narrowed = {
        "unanswered": marked.filter(UNANSWERED),
        "failed": marked.filter(is_failed=True),
        "nobody": marked.filter(is_stuck=True),
    }
    return narrowed.get(choice.show, rows).order_by("owed_since", "pk")


def chase_page(
    user: User, choice: ChaseChoice, today: dt.date, number: str | None
) -> tuple[Page[Any], list[ChaseRow]]:
    """One page of the list, and its rows."""
    page = Paginator(chosen(user, choice, today), ROWS).get_page(number)
    book = book_of(page.object_list, today)
    last = _last_of(book.actions)
    return page, [_row(book, one, last.get(one.pk)) for one in book.actions]


def _last_of(actions: list[Action]) -> dict[int, Chase]:
    rows = Chase.objects.filter(action__in=[one.pk for one in actions])
    order = rows.select_related("notice", "person", "agency").order_by("sent_on", "pk")
    return {one.action_id: one for one in order}


def _row(book: ChaseBook, action: Action, last: Chase | None) -> ChaseRow:
    promises = [one for one in book.promises(action) if one.question is None]
    owed = [(one.clock.due_on, one.is_evidence) for one in promises]
    late = [(day, asked) for day, asked in owed if day < book.today or asked]
    due_on, is_evidence = min(late or owed, default=(action.next_on, False))
    coming = book.next(action)
    setting = book.people.settings.get(action.plan_id)
    return ChaseRow(
        action=action,
        owners=tuple(one.name for one in book.people.facts(action)),
        late=max((book.today - due_on).days, 0) if due_on else 0,
        last=last,
        next=coming,
        asked=book.people.told(action, "owner"),
        is_chased=setting is None or setting.is_chased,
        is_evidence=is_evidence,
    )


def by_agency(user: User, choice: ChaseChoice, today: dt.date) -> list[AgencyCount]:
    """Every organisation that owes something, the one that left most unanswered first. One
    statement."""
    found = since_when(_owed(user, choice, today), today)
    rows = _marked(found).order_by().values("agency")
    counted = rows.annotate(
        late=Count("pk"),
        oldest=Min("owed_since"),
        unanswered=Count("pk", filter=UNANSWERED),
        never=Count("pk", filter=Q(is_chased=False)),
        failed=Count("pk", filter=Q(is_failed=True)),
        ref=F("agency__reference"),
        called=F("agency__name"),
        contact=F("agency__contact_email"),
        home=F("agency__is_home"),
    )
    return [
        AgencyCount(
            one["ref"], one["called"], one["late"], one["oldest"], one["unanswered"],
            one["never"], one["failed"], bool(one["contact"]) or one["home"],
        )
        for one in counted.order_by("-unanswered", "-late", "agency__name")
    ]  # fmt: skip


def plans_to_chase(user: User, today: dt.date) -> list[tuple[str, str]]:
    """(reference, title) of the plans in which something is owed."""
    rows = owed(user, today).order_by("plan__title")
    return list(rows.values_list("plan__reference", "plan__title").distinct())


@dataclass(frozen=True, slots=True)
class Preview:
    """What would go out: the messages, what nobody can be asked about, what was chased today."""

    letters: list[Letter]
    nobody: list[Due]
    done_today: int
    references: list[str]


def preview(user: User, choice: ChaseChoice, today: dt.date) -> Preview:
    """The messages that chasing a choice now would send."""
    rows = chosen(user, choice, today)
    asked = Chase.objects.filter(action=OuterRef("pk"), step="now", sent_on=today)
    left = rows.annotate(is_done=Exists(asked)).filter(is_done=False)
    book, dues = due_by_hand(left, today)
    return Preview(
        letters=letters_of(book, dues, max(len(dues), 1)),
        nobody=unreached(book, dues),
        done_today=rows.filter(Exists(asked)).count(),
        references=[one.action.reference for one in dues],
    )


@dataclass(frozen=True, slots=True)
class Chased:
    """The reminders of one action, newest first, with the links that still work."""

    action: Action
    row: ChaseRow | None
    chases: list[Chase]
    open_links: int


def action_chases(by: By, action: Action, today: dt.date) -> Chased:
    """What an action's own page of reminders shows, for somebody who has opened it."""
    book = book_of(chaseable().filter(pk=action.pk), today)
    chases = Chase.objects.filter(action=action).select_related(
        "notice", "person", "agency", "link"
    )
    rows = list(chases.order_by("-sent_on", "-pk"))
    links = Link.objects.filter(
        purpose=Purpose.ANSWER,
        about=action.reference,
        used_at__isnull=True,
        revoked_at__isnull=True,
    )
    row = _row(book, book.actions[0], rows[0] if rows else None) if book.actions else None
    return Chased(action, row, rows, links.count())
