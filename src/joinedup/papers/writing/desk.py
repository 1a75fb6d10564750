"""A paper held for writing, and who may read it while it is in work."""

from __future__ import annotations

import datetime as dt

from django.db.models import Q

from joinedup.access.choices import May
from joinedup.access.models import Involvement, Person
from joinedup.access.permission import Refused, check
from joinedup.assurance.rules.problem import Problem
from joinedup.audit.actor import By
from joinedup.papers.choices import State
from joinedup.papers.models import Paper

__all__ = ["changed", "held", "in_work", "settle_readers"]

ONE_DAY = dt.timedelta(days=1)
CLOSED_WORDS = {
    State.PUBLISHED: "This paper is published. Correct it to make a new version.",
    State.WITHDRAWN: "This paper has been withdrawn.",
}


def held(by: By, may: May, reference: str) -> Paper:
    """The paper, locked, for somebody who may do this to it. Raises Refused where not."""
    paper = Paper.objects.select_for_update(of=("self",)).filter(reference=reference).first()
    if paper is None:
        raise Refused("No such record.")
    check(by, may, paper.guard_id, paper.reference)
    return paper


def in_work(by: By, may: May, reference: str) -> Paper:
    """As `held`, for a paper that can still be written. Raises Problem where it cannot."""
    paper = held(by, may, reference)
    if paper.state in CLOSED_WORDS:
        raise Problem(CLOSED_WORDS[State(paper.state)])
    return paper


def changed(paper: Paper, *, text: bool = True) -> None:
    """Count a change; `text` for words that clearers read, whose signatures are then of an earlier
    text."""
    paper.version += 1
    if text:
        paper.text_version += 1
    paper.save()


def settle_readers(paper: Paper, today: dt.date) -> None:
    """Let those who answer for an implication or clear the paper read it, and nobody else who was
    let in for that before."""
    wanted = set(
        Person.objects.filter(
            Q(pk__in=paper.implications.filter(owner__isnull=False).values("owner"))
            | Q(pk__in=paper.clearances.values("person"))
        ).values_list("pk", flat=True)
    )
    works = Involvement.objects.filter(
        guard=paper.guard_id, item=paper.reference, to_on__isnull=True
    )
    works.exclude(person__in=wanted).update(to_on=today - ONE_DAY)
    there = set(works.values_list("person", flat=True))
    Involvement.objects.bulk_create(
        Involvement(guard_id=paper.guard_id, person_id=one, item=paper.reference, from_on=today)
        for one in sorted(wanted - there)
    )
