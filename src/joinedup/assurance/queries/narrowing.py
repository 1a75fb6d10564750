"""Turns a look at the register into conditions that the database understands."""

from __future__ import annotations

import calendar
import datetime as dt

from django.db.models import BooleanField, Exists, F, Func, OuterRef, Q, QuerySet
from django.db.models.expressions import RawSQL

from joinedup.access.models import Holding, User
from joinedup.access.permission import standing
from joinedup.assurance.choices import (
    CLOSED,
    WITH_A_BODY,
    DoubtState,
    ProposalState,
    Status,
    VersionState,
)
from joinedup.assurance.models import (
    Action,
    ActionStatement,
    Assurance,
    Challenge,
    Doubt,
    Owner,
    PlanVersion,
    ProposedDate,
)
from joinedup.assurance.queries.colours import needs_evidence, shows_colour
from joinedup.assurance.queries.quiet import quiet_since
from joinedup.assurance.rules.look import WEEK, Look
from joinedup.assurance.search import matching

__all__ = ["OPEN", "narrowed", "owned_by", "stale_assurances"]

CLOSED_WORDS = ", ".join(f"'{one.value}'" for one in CLOSED)


class IsOpen(Func):
    """Whether something is left to do, with the statuses written out: a database finds the index
    of open actions by these very words, and not where they are parameters."""

    template = f"NOT (%(expressions)s IN ({CLOSED_WORDS}))"
    output_field = BooleanField()
    conditional = True


OPEN = Q(IsOpen(F("status")))
NOTHING = RawSQL("SELECT -1", [])  # nosec B611 - fixed words
"""What a search without a letter or number finds."""
MONTH_AHEAD = dt.timedelta(days=30)


def owned_by(user: User, owner: str, today: dt.date) -> QuerySet[Owner]:
    """The current ownerships of a person (their posts too), a post or an organisation, by
    reference; "me" is the reader."""
    current = Owner.objects.filter(to_on__isnull=True)
    if owner == "me":
        who = standing(user)
        return current.filter(Q(person=who.person_id) | Q(post__in=who.post_ids))
    if owner.startswith("PE-"):
        held = Holding.objects.filter(
            Q(to_on__isnull=True) | Q(to_on__gte=today), person__reference=owner
        )
        return current.filter(Q(person__reference=owner) | Q(post__in=held.values("post")))
    if owner.startswith("PO-"):
        return current.filter(post__reference=owner)
    return current.filter(agency__reference=owner)


def narrowed(rows: QuerySet[Action], look: Look, user: User, today: dt.date) -> QuerySet[Action]:
    """`rows` as the look asks, without order and page."""
    plain = {
        "plan__reference": look.plan,
        "section": look.section,
        "priority": look.priority,
        "agency__reference": look.agency,
        "theme__iexact": look.theme,
    }
    rows = rows.filter(**{name: value for name, value in plain.items() if value})
    rows = _by_status(rows, look)
    if look.owner == "none":
        rows = rows.exclude(pk__in=_somebody().values("action"))
    elif look.owner:
        rows = rows.filter(pk__in=owned_by(user, look.owner, today).values("action"))
    if look.source:
        answers = ActionStatement.objects.filter(statement__source__reference=look.source)
        rows = rows.filter(
            Q(plan__source__reference=look.source) | Q(pk__in=answers.values("action"))
        )
    if look.rag:
        colours = Q()
        for colour in look.rag:
            colours |= shows_colour(colour, today)
        rows = rows.filter(colours)
    rows = _by_due(rows, look, today)
    if look.no_review:
        rows = rows.filter(review_method="")
    if look.quiet:
        since = quiet_since(today)
        rows = rows.filter(OPEN, Q(updated_on__lt=since) | Q(updated_on__isnull=True))
    if look.declared:
        rows = rows.filter(needs_evidence(today), declared_on__isnull=False)
    rows = _by_proof(rows, look, today)
    return rows.filter(pk__in=matching(look.q) or NOTHING) if look.q else rows


def _by_proof(rows: QuerySet[Action], look: Look, today: dt.date) -> QuerySet[Action]:
    """As to what it rests on: evidence, assurances, dates, what does not fit."""
    if look.ran_out:
        resting = (Status.COMPLETE, Status.IN_FORCE)
        rows = rows.filter(status__in=resting, evidence_until__lt=today)
    if look.stale:
        rows = rows.filter(pk__in=stale_assurances(today).values("action"))
    if look.doubted:
        open_ones = Doubt.objects.filter(state=DoubtState.OPEN)
        rows = rows.filter(pk__in=open_ones.values("action"))
    if look.asked:
        waiting = Challenge.objects.filter(answered_on__isnull=True)
        rows = rows.filter(pk__in=waiting.values("action"))
    if look.moved:
        rows = rows.filter(times_moved__gt=0)
    if look.date_waits:
        put_forward = ProposedDate.objects.filter(state=ProposalState.WAITING)
        rows = rows.filter(pk__in=put_forward.values("action"))
    rows = _by_approval(rows, look)
    return rows.filter(embedded_on__isnull=False) if look.embedded else rows


def _by_approval(rows: QuerySet[Action], look: Look) -> QuerySet[Action]:
    """As to what became of the newest version of the plan that was not taken back."""
    put = PlanVersion.objects.exclude(state=VersionState.TAKEN_BACK)
    newer = put.filter(plan=OuterRef("plan"), number__gt=OuterRef("number"))
    newest = put.filter(~Exists(newer))
    if look.with_body:
        rows = rows.filter(plan__in=newest.filter(state__in=WITH_A_BODY).values("plan"))
    if look.unapproved:
        approved = newest.filter(state=VersionState.APPROVED)
        rows = rows.exclude(plan__in=approved.values("plan"))
    return rows


def stale_assurances(today: dt.date) -> QuerySet[Assurance]:
    """As `rules.told.is_stale` says."""
    return Assurance.objects.filter(ended_on__isnull=True).filter(
        Q(good_until__lt=today)
        | Q(evidence__isnull=True)
        | Q(evidence__withdrawn_on__isnull=False)
        | Q(evidence__expires_on__lt=today)
    )


def _somebody() -> QuerySet[Owner]:
    """Current owners who are known here, not only printed words."""
    known = Q(person__isnull=False) | Q(post__isnull=False) | Q(agency__isnull=False)
    return Owner.objects.filter(known, to_on__isnull=True)


def _by_status(rows: QuerySet[Action], look: Look) -> QuerySet[Action]:
    wanted = set(look.statuses)
    if {"open", "closed"} <= wanted:
        return rows
    named = wanted - {"open", "closed"}
    if wanted == {"open"}:
        return rows.filter(OPEN)
    if "open" in wanted:
        return rows.filter(OPEN | Q(status__in=named))
    if "closed" in wanted:
        return rows.filter(status__in=named | set(CLOSED))
    rows = rows.filter(status__in=named)
    # said once more, because the index of open actions is chosen by these very words
    return rows if named & set(CLOSED) else rows.filter(OPEN)


def _by_due(rows: QuerySet[Action], look: Look, today: dt.date) -> QuerySet[Action]:
    due = look.due
    if due == "overdue":
        rows = rows.filter(OPEN, next_on__lt=today)
    elif due == "none":
        rows = rows.filter(next_on__isnull=True)
    elif due in ("week", "30"):
        last = today + (WEEK if due == "week" else MONTH_AHEAD)
        rows = rows.filter(OPEN, next_on__gte=today, next_on__lte=last)
    elif due:
        first = _month(due, today)
        last = first.replace(day=calendar.monthrange(first.year, first.month)[1])
        rows = rows.filter(next_on__gte=first, next_on__lte=last)
    if look.due_from:
        rows = rows.filter(next_on__gte=look.due_from)
    return rows.filter(next_on__lte=look.due_to) if look.due_to else rows


def _month(due: str, today: dt.date) -> dt.date:
    """The first day of the month that `due` names."""
    first = today.replace(day=1)
    if due == "next_month":
        return (first + dt.timedelta(days=32)).replace(day=1)
    return first if due == "month" else dt.date(int(due[:4]), int(due[5:]), 1)
