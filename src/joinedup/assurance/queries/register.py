"""Actions as rows with their records, for pages that show more of each than a list does."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from joinedup.access.choices import May
from joinedup.access.models import Involvement, User
from joinedup.access.permission import standing, visible
from joinedup.assurance.models import Action, Owner, Plan, Share
from joinedup.assurance.queries.colours import conditions_of
from joinedup.assurance.rules.rag import Proposal, propose
from joinedup.assurance.rules.standing import (
    due_words,
    is_overdue,
    needs_evidence,
    standing_words,
)
from joinedup.assurance.writing.words import owner_name

__all__ = ["Row", "open_plans", "owners_of", "row_of", "rows_for"]

SHOWN = (
    "reference", "code", "title", "status", "priority", "theme", "due_text", "due_on",
    "due_precision", "recurrence", "next_on", "occurrence_on", "start_on", "last_met_on",
    "next_review_on", "declared_on", "agreed_on", "is_asked", "rag_set", "rag_set_reason",
    "proof", "evidence_count", "evidence_until", "embedded_on",
    "embedded_until", "updated_on", "review_method", "times_moved",
    "first_due_on", "needs_agreement", "version", "latest", "parent_id", "plan_id", "guard_id",
    "section__title", "plan__title", "plan__reference", "plan__rag_rule", "plan__agreement",
    "agency__name", "agency__short_name", "agency__reference",
)  # fmt: skip


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
