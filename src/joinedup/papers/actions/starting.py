"""A paper begun from the last one of its kind, its front matter, and one withdrawn."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from joinedup.access.choices import May
from joinedup.access.models import Agency, Guard
from joinedup.access.permission import check_any, visible
from joinedup.assurance.models import Plan
from joinedup.assurance.rules.problem import Problem, Stale
from joinedup.audit.actor import By
from joinedup.audit.recorder import action, record
from joinedup.papers.choices import State
from joinedup.papers.models import (
    Clearance,
    Implication,
    Paper,
    PaperPlan,
    PaperSection,
    Risk,
    RiskAction,
)
from joinedup.papers.queries.kinds import rules_on
from joinedup.papers.queries.making import unfilled
from joinedup.papers.rules.kinds import PaperKind
from joinedup.papers.writing.desk import changed, held, in_work, settle_readers
from joinedup.papers.writing.timing import set_clocks

__all__ = ["edit_front", "start", "withdraw"]

FRONT = (
    "number", "body", "meeting_on", "subject", "report_by", "contact", "purpose", "recommends",
    "recommendation", "is_call_in", "is_key", "key_notice_on", "private_notice_on", "urgency",
    "has_no_background", "exempt_paragraph", "exempt_reason", "as_at_on",
)  # fmt: skip
NOT_PRINTED = frozenset({"key_notice_on", "private_notice_on"})
"""Facts about the paper that stand nowhere in it: nobody signs for them again."""
KEPT_FROM_LAST = ("report_by", "contact", "purpose", "is_call_in", "is_key")


@action
def start(
    by: By,
    kind_code: str,
    subject: str,
    *,
    today: dt.date,
    body: str = "",
    meeting_on: dt.date | None = None,
    plans: Sequence[str] = (),
) -> Paper:
    """Begin a paper. The words, sections, risks, owners and clearers of the last paper of this kind (for
    this committee, if there is one) come along; nothing that anybody signed does. Sections for
    which the register has nothing are left out until somebody takes them in.

    `plans` are references. Raises Problem without a subject or for a kind that does not hold.
    """
    check_any(by, May.PREPARE_PAPERS)
    kind = rules_on(today).kind(kind_code)
    if kind is None:
        raise Problem("Choose what sort of paper it is.", "kind")
    if not subject.strip():
        raise Problem("Give the paper a subject.", "subject")
    last = _last(by, kind_code, body)
    agency = _agency(by)
    guard = Guard.objects.create(about="", agency=agency)
    paper = Paper(
        guard=guard, agency=agency, kind=kind.code, kind_hash=kind.content_hash,
        subject=subject.strip()[:300], body=body.strip()[:200], meeting_on=meeting_on,
        recommends=kind.recommends, recommendation=kind.recommendation, follows=last,
        made_by=by.user,
    )  # fmt: skip
    for name in KEPT_FROM_LAST if last else ():
        setattr(paper, name, getattr(last, name))
    paper.body = paper.body or (last.body if last else "")
    paper.save()
    guard.about = paper.reference
    guard.save(update_fields=["about"])
    _bring_sections(paper, kind, last)
    _bring_people(paper, kind, last)
    chosen = list(plans)
    if not chosen and last is not None:
        chosen = list(
            last.plan_links.order_by("position").values_list("plan__reference", flat=True)
        )
    _set_plans(by, paper, chosen)
    _bring_risks(paper, last)
    left_out = unfilled(paper, paper.sections.filter(is_on=True), today)
    paper.sections.filter(code__in=left_out).update(is_on=False)
    settle_readers(paper, today)
    set_clocks(by, paper, today)
    record(
        by, "papers.start", paper.reference,
        kind=kind.code, rule=kind.content_hash, follows=last.reference if last else "",
    )  # fmt: skip
    return paper


def _last(by: By, kind: str, body: str) -> Paper | None:
    rows = Paper.objects.filter(kind=kind).exclude(state=State.WITHDRAWN)
    if by.user is not None:
        rows = visible(by.user, May.PREPARE_PAPERS, rows)
    newest = rows.order_by("-made_at", "-pk")
    return newest.filter(body=body.strip()).first() or newest.first()


def _agency(by: By) -> Agency:
    home = Agency.objects.filter(is_home=True).first()
    if home is None and by.user is not None:
        return Agency.objects.get(pk=by.user.person.agency_id)
    if home is None:
        raise Problem("Set up the council first.")
    return home


def _bring_sections(paper: Paper, kind: PaperKind, last: Paper | None) -> None:
    """The sections of the kind, or of the last paper with those that the kind has gained since."""
    rows: list[PaperSection] = []
    old = list(last.sections.order_by("position", "pk")) if last else []
    for one in old:
        copy = PaperSection(
            paper=paper, code=one.code, fill=one.fill, layout=one.layout, about=one.about,
            is_on=one.is_on, heading=one.heading, prose=one.prose,
        )  # fmt: skip
        rows.append(copy)
    there = {one.code for one in old}
    for new in kind.sections:
        if new.code not in there:
            rows.append(
                PaperSection(
                    paper=paper,
                    code=new.code,
                    fill=new.fill,
                    layout=new.layout,
                    heading=new.heading,
                    is_on=new.is_on,
                )
            )
    for position, row in enumerate(rows):
        row.position = position
    PaperSection.objects.bulk_create(rows)


def _bring_people(paper: Paper, kind: PaperKind, last: Paper | None) -> None:
    """Implications with their owners and last words, and those who clear; all unsigned."""
    kinds = list(dict.fromkeys(one for section in kind.sections for one in section.kinds))
    before = {one.kind: one for one in last.implications.select_related("owner")} if last else {}
    Implication.objects.bulk_create(
        Implication(
            paper=paper,
            kind=one,
            position=position,
            owner=before[one].owner if one in before else None,
            words=before[one].words if one in before else "",
            is_none=before[one].is_none if one in before else False,
        )
        for position, one in enumerate(kinds)
    )
    clearers = last.clearances.order_by("position", "pk") if last else []
    Clearance.objects.bulk_create(
        Clearance(paper=paper, position=one.position, person_id=one.person_id, part=one.part)
        for one in clearers
    )


def _bring_risks(paper: Paper, last: Paper | None) -> None:
    """The risks of the last paper, to be gone through again, with those actions named for them that
    stand in the plans of this one."""
    for old in last.risks.order_by("position", "pk") if last else ():
        risk = Risk.objects.create(
            paper=paper, position=old.position, words=old.words, owner=old.owner,
            likelihood=old.likelihood, impact=old.impact, mitigation=old.mitigation,
        )  # fmt: skip
        plans = paper.plan_links.values("plan")
        links = old.action_links.filter(action__plan__in=plans).order_by("position", "pk")
        RiskAction.objects.bulk_create(
            RiskAction(risk=risk, action_id=one.action_id, position=one.position) for one in links
        )


def _set_plans(by: By, paper: Paper, references: Sequence[str]) -> None:
    rows = Plan.objects.filter(reference__in=references)
    if by.user is not None:
        rows = visible(by.user, May.READ_PLANS, rows)
    found = {one.reference: one for one in rows}
    if set(references) - set(found):
        raise Problem("Choose plans from the list.", "plans")
    paper.plan_links.all().delete()
    PaperPlan.objects.bulk_create(
        PaperPlan(paper=paper, plan=found[one], position=position)
        for position, one in enumerate(dict.fromkeys(references))
    )


@action
def edit_front(
    by: By,
    reference: str,
    version: int,
    wanted: Mapping[str, Any],
    *,
    today: dt.date,
    plans: Sequence[str] | None = None,
) -> Paper:
    """Change what stands in the front: committee, date, purpose, recommendation, call-in, and so
    on, and the plans reported on. Raises Stale where somebody else saved first, Problem for an
    empty subject, an as-at day to come, or a field that is not edited here."""
    paper = in_work(by, May.PREPARE_PAPERS, reference)
    if paper.version != version:
        raise Stale({name: getattr(paper, name) for name in wanted}, wanted)
    before = list(paper.plan_links.order_by("position").values_list("plan__reference", flat=True))
    is_read = plans is not None and list(plans) != before
    for name, value in wanted.items():
        if name not in FRONT:
            raise Problem("This cannot be edited here.", name)
        is_read = is_read or (name not in NOT_PRINTED and getattr(paper, name) != value)
        setattr(paper, name, value)
    if not paper.subject.strip():
        raise Problem("Give the paper a subject.", "subject")
    if paper.as_at_on is not None and paper.as_at_on > today:
        raise Problem(
            "What is known tomorrow is not known yet. Choose a day up to today.", "as_at_on"
        )
    if plans is not None:
        _set_plans(by, paper, plans)
    for name in ("key_notice_on", "private_notice_on"):
        given_on = getattr(paper, name)
        if given_on is not None and given_on > today:
            raise Problem("Enter the day on which notice was given, up to today.", name)
    changed(paper, text=is_read)
    set_clocks(by, paper, today)
    record(by, "papers.edit_front", paper.reference, fields=sorted(wanted))
    return paper


@action
def withdraw(by: By, reference: str, reason: str, *, today: dt.date) -> Paper:
    """Give up a paper that was never published. Raises Problem without a reason, or where a
    version is out already."""
    paper = held(by, May.PREPARE_PAPERS, reference)
    if paper.published_version:
        raise Problem("This paper has been published. Correct it instead.")
    if paper.state == State.WITHDRAWN:
        raise Problem("This paper has been withdrawn already.")
    if not reason.strip():
        raise Problem("Say why the paper is withdrawn.", "reason")
    paper.state, paper.withdrawn_reason = State.WITHDRAWN, reason.strip()[:300]
    changed(paper, text=False)
    set_clocks(by, paper, today)
    record(by, "papers.withdraw", paper.reference)
    return paper
