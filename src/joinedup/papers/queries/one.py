"""One paper, opened for one reader, and all its words as plain data."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db import models
from django.db.models import QuerySet

from joinedup.access.choices import May
from joinedup.access.models import User
from joinedup.access.permission import may_touch, open_record, visible
from joinedup.access.prepared import rows
from joinedup.assurance.models import Plan
from joinedup.audit.actor import By
from joinedup.papers.models import (
    BackgroundPaper,
    Clearance,
    Consultation,
    Decision,
    Implication,
    Option,
    Paper,
    PaperPlan,
    PaperSection,
    Risk,
    RiskAction,
)
from joinedup.papers.queries.kinds import IMPLICATIONS, RuleSet
from joinedup.papers.rules.kinds import PaperKind
from joinedup.papers.rules.words import (
    BackgroundWords,
    ClearanceWords,
    ConsultationWords,
    DecisionWords,
    ImplicationWords,
    OptionWords,
    PaperWords,
    RiskWords,
    SectionWords,
)

__all__ = ["may_prepare", "paper_to", "plans_of", "plans_to_choose", "published_to", "words_of"]


def paper_to(by: By, may: May, reference: str) -> Paper:
    """A paper for somebody who may do this to it. Raises Refused where not; recorded as seen."""
    papers = Paper.objects.select_related("agency", "guard", "follows")
    return open_record(by, may, papers, {"reference": reference})


def published_to(by: By, reference: str) -> Paper:
    """A paper that has been published, for anybody who reads papers. Raises Refused where not."""
    papers = Paper.objects.filter(published_version__gt=0).select_related("agency", "follows")
    return open_record(by, May.READ_PAPERS, papers, {"reference": reference})


def may_prepare(user: User, paper: Paper) -> bool:
    """Whether this reader may change the paper."""
    return may_touch(user, May.PREPARE_PAPERS, paper.guard_id, paper.reference)


def plans_of(paper: Paper) -> list[Plan]:
    """The plans that the paper reports on, in their order."""
    return [one.plan for one in _parts(paper, PaperPlan, "plan__agency", "plan__guard")]


def plans_to_choose(user: User) -> list[tuple[str, str]]:
    """(reference, title) of the plans that this reader may put into a paper: open ones."""
    plans = visible(user, May.READ_PLANS, Plan.objects.filter(guard__is_sealed=False))
    return [(one.reference, one.title) for one in plans.order_by("-made_at", "pk")]


def words_of(paper: Paper, rules: RuleSet, kind: PaperKind, today: dt.date) -> PaperWords:
    """The whole paper as the rules take it, in eleven statements whatever its size."""
    plans = plans_of(paper)
    headings = rules.words(IMPLICATIONS)
    return PaperWords(
        reference=paper.reference,
        kind=kind,
        state=paper.state,
        number=paper.number,
        organisation=paper.agency.name,
        body=paper.body,
        meeting_on=paper.meeting_on,
        subject=paper.subject,
        report_by=paper.report_by,
        contact=paper.contact,
        purpose=paper.purpose,
        recommends=paper.recommends,
        recommendation=paper.recommendation,
        is_call_in=paper.is_call_in,
        is_key=paper.is_key,
        urgency=paper.urgency,
        has_no_background=paper.has_no_background,
        exempt_paragraph=paper.exempt_paragraph,
        exempt_reason=paper.exempt_reason,
        as_at=paper.as_at_on or today,
        sections=_sections(paper, kind),
        implications=_implications(paper, headings),
        options=tuple(OptionWords(one.words, one.is_recommended) for one in _parts(paper, Option)),
        consultations=tuple(
            ConsultationWords(one.body, one.held_on, one.view, one.change)
            for one in _parts(paper, Consultation)
        ),
        background=tuple(
            BackgroundWords(one.title, one.place, one.minute, one.link)
            for one in _parts(paper, BackgroundPaper)
        ),
        risks=_risks(paper),
        clearances=_clearances(paper),
        decision=_decision(paper),
        plans=tuple(one.title for one in plans),
        sealed=tuple(one.title for one in plans if one.guard.is_sealed),
        correcting=paper.correcting,
    )


def _parts(paper: Paper, model: type[models.Model], *related: str) -> list[Any]:
    """The parts of one kind that a paper has, in their order. Written once: every deed reads the
    whole paper, and writing its statements took longer than answering them."""
    return rows(_parts_of, None, [paper.pk], (model, related))


def _parts_of(
    _: None, model: type[models.Model], related: tuple[str, ...], pk: int
) -> QuerySet[Any]:
    found = model._default_manager.filter(paper=pk).order_by("position", "pk")
    return found.select_related(*related) if related else found


def _links_of(_: None, pk: int) -> QuerySet[Any, Any]:
    links = RiskAction.objects.filter(risk__paper=pk).order_by("position", "pk")
    return links.values_list("risk", "action__reference")


def _decision_of(_: None, pk: int) -> QuerySet[Decision]:
    return Decision.objects.filter(paper=pk)


def _sections(paper: Paper, kind: PaperKind) -> tuple[SectionWords, ...]:
    found = []
    for one in _parts(paper, PaperSection):
        of_kind = kind.section(one.code)
        found.append(
            SectionWords(
                code=one.code,
                fill=one.fill,
                layout=one.layout,
                heading=one.heading,
                prose=one.prose,
                comment=one.comment,
                is_on=one.is_on,
                is_exempt=one.is_exempt,
                about=one.about,
                hint=of_kind.hint if of_kind else "",
                kinds=of_kind.kinds if of_kind else (),
            )
        )
    return tuple(found)


def _implications(paper: Paper, headings: dict[str, str]) -> tuple[ImplicationWords, ...]:
    said = _parts(paper, Implication, "owner", "said_by__person")
    return tuple(
        ImplicationWords(
            kind=one.kind,
            heading=headings.get(one.kind, one.kind.replace("_", " ").capitalize()),
            owner=one.owner.name if one.owner else "",
            words=one.words,
            is_none=one.is_none,
            said_on=one.said_on,
            said_by=one.said_by.person.name if one.said_by else "",
            said_how=one.said_how,
        )
        for one in said
    )


def _risks(paper: Paper) -> tuple[RiskWords, ...]:
    named: dict[int, list[str]] = {}
    for risk, action in rows(_links_of, None, [paper.pk]):
        named.setdefault(risk, []).append(action)
    return tuple(
        RiskWords(
            one.words, one.owner, one.likelihood, one.impact, one.mitigation,
            tuple(named.get(one.pk, ())),
        )
        for one in _parts(paper, Risk)
    )  # fmt: skip


def _clearances(paper: Paper) -> tuple[ClearanceWords, ...]:
    asked = _parts(paper, Clearance, "person")
    return tuple(
        ClearanceWords(
            key=one.person.reference,
            name=one.person.name,
            part=one.part,
            asked_on=one.asked_on,
            signed_on=one.signed_on,
            words=one.words,
            is_stale=one.signed_on is not None and one.text_version < paper.text_version,
        )
        for one in asked
    )


def _decision(paper: Paper) -> DecisionWords | None:
    one = next(iter(rows(_decision_of, None, [paper.pk])), None)
    return DecisionWords(one.words, one.decided_on, one.body, one.minute) if one else None
