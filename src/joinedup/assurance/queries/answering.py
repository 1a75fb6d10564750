"""What a link to answer opens: the one action, and whether its holder still answers for it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from joinedup.access.by_link import seen_by_link
from joinedup.assurance.choices import CLOSED
from joinedup.assurance.models import Action, Challenge, Chase, Update
from joinedup.assurance.queries.chase_people import answers_still, people_for
from joinedup.assurance.queries.one import question_words
from joinedup.assurance.rules.chasing import Told
from joinedup.assurance.rules.standing import due_words, standing_words
from joinedup.notices.models import Link
from joinedup.notices.queries import by_link

__all__ = ["Asked", "Holder", "asked_by", "holder_of_link"]


@dataclass(frozen=True, slots=True)
class Asked:
    """What the page behind a good link shows of its action."""

    link: Link
    action: Action
    due: str
    standing: str
    is_evidence: bool
    evidence_words: str = ""
    question: Challenge | None = None
    question_words: str = ""
    is_owner: bool = True

    @property
    def is_recurring(self) -> bool:
        """Whether it comes back, so that it is met, never complete."""
        return bool(self.action.recurrence)


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds a link, what they answer for, and the first question that they were asked."""

    told: Told
    is_owner: bool
    question: Challenge | None


def holder_of_link(link: Link, action: Action, today: dt.date) -> Holder | None:
    """Who holds a link, where they still answer for something of its action; None where they do
    not, the action is done and nothing is asked, or its plan has ended."""
    chase = (
        Chase.objects.filter(link=link, action=action).select_related("person", "agency").first()
    )
    who = (chase.person or chase.agency) if chase else None
    if who is None:
        return None
    people = people_for([action], today)
    told = answers_still(people, action, who.reference)
    if told is None:
        return None
    asked = people.questions_for(action, who.reference)
    is_owing = action.status not in CLOSED or action.is_asked
    is_owner = is_owing and people.may_answer(action, who.reference) is not None
    return Holder(told, is_owner, asked[0][0] if asked else None)


def asked_by(link: Link, today: dt.date) -> Asked | None:
    """The action behind a good link, recorded as seen by its holder; None where the link opens
    nothing any more."""
    rows = Action.objects.select_related("plan__guard", "guard", "agency", "parent")
    row = rows.filter(reference=link.about).first()
    holder = holder_of_link(link, row, today) if row else None
    if row is None or holder is None:
        return None
    seen_by_link(by_link(link), row.reference)
    return Asked(
        link=link,
        action=row,
        due=due_words(row, today),
        standing=standing_words(row, today),
        is_evidence=row.is_asked and row.status in CLOSED,
        evidence_words=_evidence_words(row) if row.is_asked else "",
        question=holder.question,
        question_words=question_words(holder.question) if holder.question else "",
        is_owner=holder.is_owner,
    )


def _evidence_words(action: Action) -> str:
    """What was said when evidence was last asked for."""
    asked = Update.objects.filter(action=action, changes__is_asked__1=True).order_by("-number")
    return asked.values_list("words", flat=True).first() or ""
