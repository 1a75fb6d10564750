"""One action with everything about it, in a fixed number of statements."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from joinedup.access.choices import May
from joinedup.access.models import User
from joinedup.access.permission import visible
from joinedup.access.prepared import open_written, rows
from joinedup.assurance.choices import Answer, DoubtState
from joinedup.assurance.models import (
    Action,
    ActionLink,
    ActionStatement,
    Challenge,
    Doubt,
    Evidence,
    Owner,
    ResponseStatement,
    Source,
    Statement,
    Update,
)
from joinedup.assurance.models.imports import ImportState, PlanImport
from joinedup.assurance.queries.one import with_rights
from joinedup.assurance.queries.register import Row, row_of
from joinedup.assurance.queries.sources import close_source, responses
from joinedup.assurance.rules.state import State
from joinedup.assurance.writing.columns import folded_state
from joinedup.audit.actor import By
from joinedup.clocks.models import Clock
from joinedup.clocks.queries import history

__all__ = ["Linked", "Thread", "action_thread"]


@dataclass(frozen=True, slots=True)
class Linked:
    """Another action, and how this one speaks of it, or it of this one."""

    row: Row
    kind: str
    is_from_here: bool
    printed: str


@dataclass(frozen=True, slots=True)
class Thread:
    """An action: where it came from, its parts, links, clocks, updates (newest first), evidence,
    questions. `state` is folded from the updates; `answers` is what the action's organisation
    answered, (word, position) by statement; `names` are those of everybody who ever owned it;
    `document` is the (reference, name) of the file it was taken from, where the reader may open
    it."""

    row: Row
    state: State
    statements: tuple[Statement, ...]
    parts: tuple[Row, ...]
    links: tuple[Linked, ...]
    clocks: tuple[Clock, ...]
    updates: tuple[Update, ...]
    evidence: tuple[Evidence, ...]
    challenges: tuple[Challenge, ...]
    answers: Mapping[int, tuple[str, str]]
    names: Mapping[str, str]
    document: tuple[str, str] | None
    has_doubts: bool

    @property
    def action(self) -> Action:
        """The action itself."""
        return self.row.action


def action_thread(by: By, reference: str, today: dt.date, mays: Iterable[May] = ()) -> Thread:
    """One action with its whole thread, recorded as seen. Beside what the reader is (2): opening
    and recording (3), related actions, owners, updates with their evidence and questions, clocks,
    statements. Whether the reader may do each of `mays` is read with `one.rights`.
    Raises Refused (404) where absent or not theirs."""
    action = open_written(by, May.READ_PLANS, _openable, reference, (tuple(mays),))
    close_source(by.user, action.plan)
    related = rows(_related, by.user, [action.pk])
    ever = _owners_ever(action, related)
    owners = _current(ever)
    updates = rows(_updates, None, [action.pk])
    shown = {one.pk: row_of(one, owners.get(one.pk, ()), today) for one in related}
    evidence = {one.evidence_id: one.evidence for one in updates if one.evidence}
    challenges = {one.challenge_id: one.challenge for one in updates if one.challenge}
    found = rows(_statements, by.user, [action.pk, action.agency_id])
    linked = [(one, one.answer or "", one.position or "") for one in found]
    return Thread(
        row=row_of(action, owners.get(action.pk, ()), today),
        state=folded_state(updates),
        statements=tuple(one.statement for one, _, _ in linked),
        parts=tuple(shown[one.pk] for one in related if one.parent_id == action.pk),
        links=tuple(_linked(one, shown[one.pk]) for one in related if _is_linked(one)),
        clocks=tuple(history(action.reference)),
        updates=tuple(updates),
        evidence=tuple(evidence.values()),
        challenges=tuple(challenges.values()),
        answers={
            one.statement_id: (Answer(said).label, position)
            for one, said, position in linked
            if said
        },
        names={
            holder.reference: str(holder)
            for one in ever
            if (holder := one.person or one.post or one.agency)
        },
        document=(action.document, action.document_name) if action.document else None,
        has_doubts=bool(action.has_doubts),
    )


def _openable(user: User, mays: tuple[May, ...]) -> QuerySet[Action]:
    found = Action.objects.select_related("plan__source", "section", "agency", "parent")
    asked = Doubt.objects.filter(
        Q(action=OuterRef("pk")) | Q(other=OuterRef("pk")), state=DoubtState.OPEN
    )
    found = found.annotate(has_doubts=Exists(asked))
    return with_rights(user, _with_document(user, found), mays)


def _with_document(user: User, actions: QuerySet[Action]) -> QuerySet[Action]:
    """Actions with the document each was taken from, where this reader may open it."""
    into_plan = Q(plans=OuterRef("plan")) | Q(against=OuterRef("plan"))
    taken = PlanImport.objects.filter(
        into_plan,
        state=ImportState.CONFIRMED,
        ended_at__gte=OuterRef("made_at"),
        file__purged_at__isnull=True,
    )
    seen = visible(user, May.READ_PLANS, taken, "file__guard", "file__about").order_by("ended_at")
    return actions.annotate(
        document=Subquery(seen.values("file__reference")[:1]),
        document_name=Subquery(seen.values("file__original_name")[:1]),
    )


def _updates(_: None, action: int) -> QuerySet[Update]:
    """Everything that was said, newest first."""
    found = Update.objects.filter(action=action).select_related(
        "by_user__person",
        "evidence__file",
        "evidence__added_by__person",
        "evidence__judged_by__person",
        "challenge__asked_by__person",
        "challenge__answer_by_person",
        "told__agency",
        "told__evidence",
        "told__accepted_by__person",
        "proposed__proposed_by__person",
    )
    return found.order_by("-effective_on", "-number")


def _owners_ever(action: Action, related: Sequence[Action]) -> list[Owner]:
    """All owners that the action had, and those that related ones have now; one statement."""
    others = [one.pk for one in related] or [action.pk]
    # as many places as a power of two, so that few statements serve every length
    places = 1 << (len(others) - 1).bit_length()
    return rows(_owners, None, [action.pk, *others, *others[-1:] * (places - len(others))])


def _owners(_: None, action: int, *others: int) -> QuerySet[Owner]:
    found = Owner.objects.filter(Q(action=action) | Q(action__in=others, to_on__isnull=True))
    return found.select_related("person", "post", "agency").order_by("action", "position")


def _current(owners: Iterable[Owner]) -> dict[int, tuple[Owner, ...]]:
    found: dict[int, tuple[Owner, ...]] = {}
    for one in owners:
        if one.to_on is None:
            found[one.action_id] = (*found.get(one.action_id, ()), one)
    return found


def _statements(user: User, action: int, agency: int) -> QuerySet[ActionStatement]:
    """What the action answers, each with what its organisation said to it, where visible;
    nothing of a private source that is not for this reader."""
    seen = responses(user).order_by().values("pk")
    sources = Source.objects.filter(guard__isnull=False)
    private = visible(user, May.READ_PLANS, sources).values("pk")
    answers = ResponseStatement.objects.filter(
        statement=OuterRef("statement"), agency=agency, response__in=seen
    ).order_by("-pk")
    return (
        ActionStatement.objects.filter(action=action)
        .filter(Q(statement__source__guard__isnull=True) | Q(statement__source__in=private))
        .select_related("statement__source")
        .annotate(
            answer=Subquery(answers.values("response__answer")[:1]),
            position=Subquery(answers.values("response__position")[:1]),
        )
    )


def _related(user: User, action: int) -> QuerySet[Action]:
    """Parts and linked actions that this reader may see, with how they are linked."""
    out = ActionLink.objects.filter(from_action=action)
    back = ActionLink.objects.filter(to_action=action)
    # one list of keys: with "or" the database would look at every action
    touched = Action.objects.filter(parent=action).values("pk")
    touched = touched.union(out.values("to_action"), back.values("from_action"))
    out, back = out.filter(to_action=OuterRef("pk")), back.filter(from_action=OuterRef("pk"))
    found = Action.objects.filter(pk__in=touched).annotate(
        out_kind=Subquery(out.values("kind")[:1]),
        out_printed=Subquery(out.values("printed")[:1]),
        back_kind=Subquery(back.values("kind")[:1]),
        back_printed=Subquery(back.values("printed")[:1]),
    )
    seen = visible(user, May.READ_PLANS, found)
    return seen.select_related("plan", "section", "agency").order_by("position", "pk")


def _is_linked(action: Action) -> bool:
    return bool(action.out_kind or action.back_kind)  # type: ignore[attr-defined]


def _linked(action: Action, row: Row) -> Linked:
    is_from_here = bool(action.out_kind)  # type: ignore[attr-defined]
    if is_from_here:
        return Linked(row, action.out_kind, True, action.out_printed)  # type: ignore[attr-defined]
    return Linked(row, action.back_kind, False, action.back_printed)  # type: ignore[attr-defined]
