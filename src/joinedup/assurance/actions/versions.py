"""Putting a plan to a body: submitted, considered, approved or sent back."""

from __future__ import annotations

import datetime as dt

from joinedup.access.choices import May
from joinedup.access.permission import Refused, check
from joinedup.assurance.choices import WITH_A_BODY, VersionState
from joinedup.assurance.models import Plan, PlanVersion
from joinedup.assurance.rules.approval import content_hash
from joinedup.assurance.rules.deciding import refuse_day
from joinedup.assurance.rules.problem import Problem
from joinedup.assurance.writing.deciding import needs_body
from joinedup.assurance.writing.frozen import content_of
from joinedup.audit.actor import By
from joinedup.audit.recorder import action, record

__all__ = [
    "approve_version",
    "consider_version",
    "send_back_version",
    "submit_plan",
    "take_back_version",
]


@action
def submit_plan(
    by: By, reference: str, to_body: str, words: str = "", *, today: dt.date
) -> PlanVersion:
    """Put the plan as it stands now to a body; what it holds is frozen with its hash.

    Raises Problem without a body, for a person in its place, for an empty or ended plan, or while
    another version waits.
    """
    plan = Plan.objects.select_for_update().filter(reference=reference).first()
    if plan is None:
        raise Refused("No such record.")
    check(by, May.EDIT_PLANS, plan.guard_id)
    if by.user is None or not to_body.strip():
        raise Problem("Say which body the plan is put to.", "to_body")
    needs_body(to_body, "to_body")
    if plan.ended_on is not None:
        raise Problem("This plan has ended, so it cannot be put to a body.")
    if PlanVersion.objects.filter(plan=plan, state__in=WITH_A_BODY).exists():
        raise Problem("Another version waits for its decision. Record that first, or take it back.")
    content = content_of(plan)
    if not content["rows"]:
        raise Problem("This plan has no actions yet, so there is nothing to approve.")
    last = PlanVersion.objects.filter(plan=plan).order_by("-number").first()
    version = PlanVersion.objects.create(
        plan=plan,
        number=last.number + 1 if last else 1,
        content=content,
        content_hash=content_hash(content),
        to_body=to_body.strip()[:200],
        words=words.strip(),
        submitted_on=today,
        submitted_by=by.user,
    )
    record(
        by,
        "assurance.submit_plan",
        plan.reference,
        version=version.reference,
        hash=version.content_hash,
        on=today,
    )
    return version


def _waiting(by: By, reference: str) -> PlanVersion:
    found = PlanVersion.objects.select_for_update(of=("self",)).select_related("plan")
    version = found.filter(reference=reference).first()
    if version is None:
        raise Refused("No such record.")
    check(by, May.EDIT_PLANS, version.plan.guard_id)
    if version.state not in WITH_A_BODY:
        raise Problem("This version has already been decided on.")
    return version


def _refuse_day(version: PlanVersion, on: dt.date, today: dt.date) -> None:
    if version.considered_on is not None:
        asked = "The body considered the plan"
        refuse_day(on, version.considered_on, today, asked, "on")
    refuse_day(on, version.submitted_on, today, "The plan was put to the body", "on")


def _save(by: By, version: PlanVersion, state: VersionState) -> PlanVersion:
    version.state, version.recorded_by = state, by.user
    version.save()
    record(
        by,
        f"assurance.version_{state}",
        version.plan.reference,
        version=version.reference,
        hash=version.content_hash,
        on=version.decided_on or version.considered_on,
    )
    return version


@action
def consider_version(
    by: By, reference: str, on: dt.date, minute: str, words: str = "", *, today: dt.date
) -> PlanVersion:
    """Record that the body considered the plan without deciding. Raises Problem without its minute,
    or for a day before it was put to the body."""
    version = _waiting(by, reference)
    _refuse_day(version, on, today)
    if not minute.strip():
        raise Problem("Give the minute in which the body considered it.", "minute")
    version.considered_on, version.considered_minute = on, minute.strip()[:300]
    version.considered_words = words.strip()
    return _save(by, version, VersionState.CONSIDERED)


@action
def approve_version(
    by: By, reference: str, on: dt.date, minute: str, words: str = "", *, today: dt.date
) -> PlanVersion:
    """Record that the body approved this version: only now is the plan approved. Raises Problem
    without the minute of the decision."""
    version = _waiting(by, reference)
    _refuse_day(version, on, today)
    if not minute.strip():
        raise Problem("Give the minute in which the body approved the plan.", "minute")
    version.decided_on, version.minute = on, minute.strip()[:300]
    version.decision = words.strip()
    return _save(by, version, VersionState.APPROVED)


@action
def send_back_version(
    by: By, reference: str, on: dt.date, words: str, minute: str = "", *, today: dt.date
) -> PlanVersion:
    """Record that the body sent the plan back. Raises Problem where nobody says what to change."""
    version = _waiting(by, reference)
    _refuse_day(version, on, today)
    if not words.strip():
        raise Problem("Say what the body wants changed.", "words")
    version.decided_on, version.minute = on, minute.strip()[:300]
    version.decision = words.strip()
    return _save(by, version, VersionState.SENT_BACK)


@action
def take_back_version(by: By, reference: str, words: str, *, today: dt.date) -> PlanVersion:
    """Take a version back before it is decided on. Raises Problem without a reason."""
    version = _waiting(by, reference)
    if not words.strip():
        raise Problem("Say why the plan is taken back.", "words")
    version.decided_on, version.decision = today, words.strip()
    return _save(by, version, VersionState.TAKEN_BACK)
