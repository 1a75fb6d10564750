"""What a link to answer opens: the one action, and whether its holder still answers for it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from django.utils import timezone

from joinedup.access.by_link import seen_by_link
from joinedup.assurance.choices import CLOSED
from joinedup.assurance.models import Action, Chase, Update
from joinedup.assurance.queries.chase_people import people_for
from joinedup.assurance.rules.chasing import Told
from joinedup.assurance.rules.standing import due_words, standing_words
from joinedup.notices.choices import Purpose
from joinedup.notices.models import Link
from joinedup.notices.queries import any_link, by_link

__all__ = ["Asked", "LinkState", "asked_by", "holder_of_link", "link_of"]


class LinkState(StrEnum):
    """What has become of a link."""

    GOOD = "good"
    USED = "used"
    RUN_OUT = "run_out"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class Asked:
    """What the page behind a good link shows of its action."""

    link: Link
    action: Action
    due: str
    standing: str
    is_evidence: bool
    evidence_words: str = ""

    @property
    def is_recurring(self) -> bool:
        """Whether it comes back, so that it is met, never complete."""
        return bool(self.action.recurrence)


def link_of(token: str) -> tuple[Link, LinkState] | None:
    """The link of a token and what became of it; None for a token that was never given out."""
    link = any_link(token, Purpose.ANSWER)
    if link is None:
        return None
    if link.used_at is not None:
        return link, LinkState.USED
    # the daily job notes those that have run out as revoked
    if link.expires_at <= timezone.now():
        return link, LinkState.RUN_OUT
    return link, LinkState.STOPPED if link.revoked_at is not None else LinkState.GOOD


def holder_of_link(link: Link, action: Action, today: dt.date) -> Told | None:
    """Who holds a link, where they still answer for its action; None where they do not, the action
    is done, or its plan has ended."""
    chase = (
        Chase.objects.filter(link=link, action=action).select_related("person", "agency").first()
    )
    if chase is None or action.plan.ended_on is not None:
        return None
    if action.status in CLOSED and not action.is_asked:
        return None
    who = chase.person or chase.agency
    return people_for([action], today).may_answer(action, who.reference) if who else None


def asked_by(link: Link, today: dt.date) -> Asked | None:
    """The action behind a good link, recorded as seen by its holder; None where the link opens
    nothing any more."""
    rows = Action.objects.select_related("plan__guard", "guard", "agency", "parent")
    row = rows.filter(reference=link.about).first()
    if row is None or holder_of_link(link, row, today) is None:
        return None
    seen_by_link(by_link(link), row.reference)
    return Asked(
        link=link,
        action=row,
        due=due_words(row, today),
        standing=standing_words(row, today),
        is_evidence=row.is_asked and row.status in CLOSED,
        evidence_words=_evidence_words(row) if row.is_asked else "",
    )


def _evidence_words(action: Action) -> str:
    """What was said when evidence was last asked for."""
    asked = Update.objects.filter(action=action, changes__is_asked__1=True).order_by("-number")
    return asked.values_list("words", flat=True).first() or ""
