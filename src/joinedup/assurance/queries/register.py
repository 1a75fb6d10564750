"""One page of the register, in a fixed number of statements at any size."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Case, CharField, F, IntegerField, Q, QuerySet, Value, When

from joinedup.access.choices import May
from joinedup.access.models import Agency, Involvement, Person, Post, User
from joinedup.access.permission import standing, visible
from joinedup.assurance.models import Action, Owner, Plan, Section, Share, Source
from joinedup.assurance.queries.colours import conditions_of
from joinedup.assurance.queries.selection import selection
from joinedup.assurance.rules.filters import SORTS, Filters
from joinedup.assurance.rules.rag import Proposal, propose
from joinedup.assurance.rules.standing import (
    due_words,
    is_overdue,
    needs_evidence,
    standing_words,
)
from joinedup.assurance.writing.words import owner_name

__all__ = [
    "COUNTED_TO",
    "Page",
    "Row",
    "count",
    "filter_choices",
    "open_plans",
    "register",
    "rows_for",
]

COUNTED_TO = 1_000
PAGE_SIZE = 20
SHOWN = (
    "reference", "code", "title", "status", "priority", "theme", "due_text", "due_on",
    "due_precision", "recurrence", "next_on", "occurrence_on", "start_on", "last_met_on",
    "next_review_on", "declared_on", "agreed_on", "is_asked", "rag_set", "rag_set_reason",
    "proof", "evidence_count", "evidence_until", "updated_on", "review_method", "times_moved",
    "first_due_on", "needs_agreement", "version", "latest", "parent_id", "plan_id", "guard_id",
    "section__title", "plan__title", "plan__reference", "plan__rag_rule", "plan__agreement",
    "agency__name", "agency__short_name", "agency__reference",
)  # fmt: skip
SOONEST = F("next_on").asc(nulls_last=True)
BY_PRIORITY = Case(
    *(When(priority=one, then=Value(place)) for place, one in enumerate(("high", "medium", "low"))),
    default=Value(3),
    output_field=IntegerField(),
)
ORDERS = {
    "due": (SOONEST, F("id").asc()),
    "code": (F("code_key").asc(), F("plan_id").asc(), F("id").asc()),
    "plan": (F("plan_id").asc(), F("position").asc()),
    "status": (F("status").asc(), SOONEST, F("id").asc()),
    "priority": (BY_PRIORITY.asc(), SOONEST, F("id").asc()),
    "updated": (F("updated_on").asc(nulls_first=True), F("id").asc()),
    "title": (F("title").asc(), F("id").asc()),
}


@dataclass(frozen=True, slots=True)
class Row:
    """One action as lists show it. `colour` is what is shown; `proposed` what the rule says."""

    action: Action
    owners: tuple[Owner, ...]
    proposed: Proposal
    colour: str
    due: str
    standing: str
    is_overdue: bool
    needs_evidence: bool

    @property
    def owner_names(self) -> list[str]:
        """What the owners are called, in order."""
        return [owner_name(one) for one in self.owners]

    @property
    def reason(self) -> str:
        """Why the colour is what it is."""
        return self.action.rag_set_reason if self.action.rag_set else self.proposed.reason


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its rows, its number, how many rows there are, counted up to `COUNTED_TO`."""

    rows: list[Row]
    number: int
    total: int
    is_more: bool
    size: int

    @property
    def pages(self) -> int:
        """How many pages can be turned to."""
        return max(1, -(-self.total // self.size))


def in_order(rows: QuerySet[Action], sort: str) -> QuerySet[Action]:
    """The rows sorted by one of SORTS, reversed with a minus sign; by due date for anything else."""
    name = sort.removeprefix("-")
    order = ORDERS[name if name in SORTS else "due"]
    rows = rows.order_by(*order)
    return rows.reverse() if sort.startswith("-") else rows


def register(
    user: User,
    filters: Filters,
    sort: str = "due",
    page: int = 1,
    *,
    today: dt.date,
    size: int = PAGE_SIZE,
) -> Page:
    """One page of the register: what the reader is (2 statements), a count up to a limit, the
    rows, their owners. Pages past the limit ask for narrower filters."""
    found = selection(user, filters, today)
    total = found.order_by()[: COUNTED_TO + 1].count()
    last = max(1, -(-min(total, COUNTED_TO) // size))
    number = min(max(1, page), last)
    rows = in_order(found, sort)[(number - 1) * size : number * size]
    return Page(
        rows=rows_for(rows, today),
        number=number,
        total=min(total, COUNTED_TO),
        is_more=total > COUNTED_TO,
        size=size,
    )


def count(user: User, filters: Filters, today: dt.date) -> int:
    """How many actions this reader sees through these filters."""
    return selection(user, filters, today).count()


def rows_for(rows: QuerySet[Action], today: dt.date) -> list[Row]:
    """Actions as list rows, in two statements. The rows are chosen before anything is joined to
    them, so that no statistics can make the database start from the smallest table."""
    chosen = Action.objects.filter(pk__in=rows.values("pk"))
    chosen.query.order_by = rows.query.order_by
    chosen.query.standard_ordering = rows.query.standard_ordering
    shown = list(chosen.select_related("plan", "section", "agency").only(*SHOWN))
    owners = owners_of([one.pk for one in shown])
    return [row_of(one, owners.get(one.pk, ()), today) for one in shown]


def owners_of(ids: Sequence[int]) -> dict[int, tuple[Owner, ...]]:
    """Current owners by action, in order; one statement."""
    found: dict[int, tuple[Owner, ...]] = {}
    rows = (
        Owner.objects.filter(action__in=ids, to_on__isnull=True)
        .select_related("person", "post", "agency")
        .order_by("action", "position")
    )
    for one in rows:
        found[one.action_id] = (*found.get(one.action_id, ()), one)
    return found


def row_of(action: Action, owners: Sequence[Owner], today: dt.date) -> Row:
    """One action as a list row."""
    proposed = propose(action, conditions_of(action.plan.rag_rule, today), today)
    return Row(
        action=action,
        owners=tuple(owners),
        proposed=proposed,
        colour=action.rag_set or proposed.colour,
        due=due_words(action, today),
        standing=standing_words(action, today),
        is_overdue=is_overdue(action, today),
        needs_evidence=needs_evidence(action, today),
    )


def open_plans(user: User) -> QuerySet[Plan]:
    """Plans of which the reader sees at least one share or one action of their own."""
    shares = visible(user, May.READ_PLANS, Share.objects.all(), item="guard__reference")
    who = standing(user)
    worked_on = Involvement.objects.filter(
        Q(person=who.person_id) | Q(post__in=who.post_ids) | Q(agency=who.agency_id),
        to_on__isnull=True,
    ).exclude(item="")
    own = Action.objects.filter(reference__in=worked_on.values("item"))
    mine = visible(user, May.READ_PLANS, own)
    return Plan.objects.filter(Q(pk__in=shares.values("plan")) | Q(pk__in=mine.values("plan")))


def filter_choices(user: User, filters: Filters) -> dict[str, list[tuple[str, str]]]:
    """What the filter lists offer: {"plan" | "owner" | "agency" | "source" | "section": [(value,
    words)]}, in one statement. Sections are those of the chosen plan."""

    def part(rows: QuerySet[Any], name: str, value: str, words: str) -> QuerySet[Any, Any]:
        return rows.order_by().values_list(
            Value(name, output_field=CharField()), F(value), F(words)
        )

    seen = open_plans(user)
    parts = [
        part(seen, "plan", "reference", "title"),
        part(Person.objects.filter(left_on__isnull=True), "owner", "reference", "name"),
        part(Post.objects.filter(ended_on__isnull=True), "owner", "reference", "title"),
        part(Agency.objects.filter(to_on__isnull=True), "agency", "reference", "name"),
        part(Source.objects.filter(plans__in=seen.values("pk")), "source", "reference", "title"),
    ]
    if filters.plan:
        sections = Section.objects.filter(plan__in=seen.filter(reference=filters.plan).values("pk"))
        parts.append(part(sections, "section", "title", "title"))
    found: dict[str, list[tuple[str, str]]] = {}
    for name, value, words in parts[0].union(*parts[1:]):
        found.setdefault(name, []).append((value, words))
    return {name: sorted(rows, key=lambda row: row[1].casefold()) for name, rows in found.items()}
