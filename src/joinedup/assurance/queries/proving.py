"""Lists and single records of proving: questions, versions of a plan, dates and assurances."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.db.models import F, OuterRef, Q, QuerySet, Subquery

from joinedup.access.choices import May
from joinedup.access.models import User
from joinedup.access.permission import standing, visible
from joinedup.assurance.choices import ProposalState, UpdateKind
from joinedup.assurance.models import (
    Action,
    Assurance,
    Challenge,
    Evidence,
    Plan,
    PlanVersion,
    ProposedDate,
    Update,
)
from joinedup.assurance.rules.look import REFERENCE

__all__ = [
    "MOST",
    "SHOWS",
    "AskedQuestion",
    "assurance_of",
    "evidence_to_choose",
    "proposal_of",
    "questions",
    "rows_of_version",
    "version_of",
    "versions",
]

MOST = 200
SHOWS = {
    "owed": "For you to answer",
    "asked": "You asked",
    "late": "Late",
    "open": "Waiting",
    "answered": "Answered",
}
"""What the page of questions can show."""


@dataclass(frozen=True, slots=True)
class AskedQuestion:
    """A question with its words, when it was asked, its answer, and by how many days it is late."""

    challenge: Challenge
    words: str
    asked_on: dt.date | None
    answer: str
    days_late: int
    may_answer: bool


def questions(user: User, shows: str, plan: str, today: dt.date) -> list[AskedQuestion]:
    """Questions that people asked, of which the reader may see the action; soonest answer first,
    answered ones newest first; at most `MOST`. One statement beside what the reader is."""
    said = Update.objects.filter(challenge=OuterRef("pk"))
    asked = said.filter(kind=UpdateKind.CHALLENGE)
    found = Challenge.objects.select_related(
        "action__plan", "asked_by__person", "answer_by_person"
    ).annotate(
        words=Subquery(asked.values("words")[:1]),
        on=Subquery(asked.values("effective_on")[:1]),
        answer=Subquery(said.filter(kind=UpdateKind.ANSWER).values("words")[:1]),
        may_update=Q(
            action__in=visible(user, May.UPDATE_ACTIONS, Action.objects.all()).values("pk")
        ),
    )
    if shows == "answered":
        found = found.filter(answered_on__isnull=False).order_by("-answered_on", "-pk")
    else:
        found = found.filter(answered_on__isnull=True).order_by("answer_due_on", "pk")
    if shows == "owed":
        found = found.filter(answer_by_person=standing(user).person_id)
    elif shows == "asked":
        found = found.filter(asked_by=user.pk)
    elif shows == "late":
        found = found.filter(answer_due_on__lt=today)
    if REFERENCE.match(plan):
        found = found.filter(action__plan__reference=plan)
    seen = visible(user, May.READ_PLANS, found, guard="action__guard", item="action__reference")
    mine = standing(user).person_id
    return [
        AskedQuestion(
            one,
            one.words or "",
            one.on,
            one.answer or "",
            max(0, ((one.answered_on or today) - one.answer_due_on).days),
            one.answered_on is None and (one.answer_by_person_id == mine or bool(one.may_update)),
        )
        for one in seen[:MOST]
    ]


def versions(plan: Plan) -> list[PlanVersion]:
    """Every version of a plan that the reader has opened, newest first, without its content."""
    rows = PlanVersion.objects.filter(plan=plan).select_related(
        "submitted_by__person", "recorded_by__person"
    )
    return list(rows.defer("content").order_by("-number"))


def version_of(plan: Plan, reference: str) -> PlanVersion | None:
    """One version of a plan that the reader has opened."""
    rows = PlanVersion.objects.select_related("submitted_by__person", "recorded_by__person")
    return rows.filter(plan=plan, reference=reference).first()


def rows_of_version(user: User, version: PlanVersion) -> list[dict[str, object]]:
    """The frozen rows of a version that this reader may see, as they were."""
    rows = [dict(row) for row in version.content["rows"]]
    for row in rows:
        row["due_on"] = dt.date.fromisoformat(row["due_on"]) if row["due_on"] else None
    seen = visible(user, May.READ_PLANS, Action.objects.filter(plan=version.plan_id))
    open_to = set(seen.values_list("reference", flat=True))
    return [row for row in rows if row["reference"] in open_to]


def proposal_of(action: Action, reference: str) -> ProposedDate | None:
    """A date that waits, of an action that the reader has opened."""
    rows = ProposedDate.objects.select_related("proposed_by__person")
    return rows.filter(action=action, reference=reference, state=ProposalState.WAITING).first()


def assurance_of(action: Action, reference: str) -> Assurance | None:
    """An assurance that has not ended, of an action that the reader has opened."""
    rows = Assurance.objects.select_related("agency", "evidence")
    return rows.filter(action=action, reference=reference, ended_on__isnull=True).first()


def _standing_evidence(action: Action) -> QuerySet[Evidence]:
    rows = Evidence.objects.filter(action=action, withdrawn_on__isnull=True)
    return rows.select_related("file").order_by(F("relates_on").desc(), "pk")


def evidence_to_choose(action: Action) -> list[tuple[str, str]]:
    """(reference, words) of the evidence of an action that stands, newest first."""
    found = []
    for one in _standing_evidence(action):
        name = one.file.original_name if one.file else one.link or one.words
        found.append((one.reference, f"{name[:80]}, about {one.relates_on:%d/%m/%Y}"))
    return found
