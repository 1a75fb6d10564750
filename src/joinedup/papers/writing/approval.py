"""Plans put to a body by a paper that asks it to approve them, and what the body made of them."""

from __future__ import annotations

import datetime as dt

from joinedup.assurance.actions import (
    approve_version,
    consider_version,
    send_back_version,
    submit_plan,
)
from joinedup.assurance.choices import WITH_A_BODY
from joinedup.assurance.models import Action, PlanVersion
from joinedup.audit.actor import By
from joinedup.papers.choices import OnPlans, Recommends
from joinedup.papers.models import Paper

__all__ = ["put_to_the_body", "settle_versions"]

ASKS = (Recommends.APPROVE, Recommends.DECIDE)


def put_to_the_body(by: By, paper: Paper, today: dt.date) -> None:
    """Freeze each plan of a paper that asks for approval as the version that the paper carries. A
    version that waits for a body already is the one; a plan without actions carries none."""
    if paper.recommends not in ASKS:
        return
    for link in paper.plan_links.filter(version__isnull=True).select_related("plan"):
        if link.plan.ended_on is not None:
            continue
        waiting = PlanVersion.objects.filter(plan=link.plan, state__in=WITH_A_BODY).first()
        if waiting is None and Action.objects.filter(plan=link.plan).exists():
            told = f"Put by the paper {paper.number or paper.reference}."
            waiting = submit_plan(by, link.plan.reference, paper.body, told, today=today)
        if waiting is not None:
            link.version = waiting
            link.save(update_fields=["version"])


def settle_versions(
    by: By, paper: Paper, outcome: str, words: str, on: dt.date, minute: str, today: dt.date
) -> list[str]:
    """Record on the version of each plan that the paper carried what the body decided; their
    references. A version that somebody has taken back or decided meanwhile is left alone."""
    carried = paper.plan_links.filter(version__state__in=WITH_A_BODY).select_related("version")
    settled = []
    for link in carried.order_by("position", "pk"):
        if link.version is None or not outcome:
            continue
        reference = link.version.reference
        if outcome == OnPlans.APPROVED:
            approve_version(by, reference, on, minute, words, today=today)
        elif outcome == OnPlans.CONSIDERED:
            consider_version(by, reference, on, minute, words, today=today)
        else:
            send_back_version(by, reference, on, words, minute, today=today)
        settled.append(reference)
    return settled
