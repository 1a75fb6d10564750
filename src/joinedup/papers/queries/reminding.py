"""Whom to remind of which last day of which paper."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from joinedup.access.choices import Role
from joinedup.access.models import Conflict, Grant, Person, User
from joinedup.access.queries import in_force
from joinedup.assurance.queries.chase_due import days_to_next_round
from joinedup.assurance.rules.chasing import (
    OwnerFacts,
    Somebody,
    Told,
    recipients,
    step_for_round,
)
from joinedup.clocks.choices import ClockKind
from joinedup.clocks.models import Clock
from joinedup.clocks.queries import running
from joinedup.clocks.rules import Running, Step
from joinedup.council.queries import overlay
from joinedup.notices.queries import failing_addresses
from joinedup.papers.models import Paper, PaperReminder
from joinedup.papers.queries.owed import DEEDS, asked_to_say, asked_to_sign
from joinedup.rulebook import rule

__all__ = ["DuePaper", "due_papers"]

RULE = "chase.paper"
ASKED = "Say what it means, or sign"


@dataclass(frozen=True, slots=True)
class DuePaper:
    """One reminder: of which last day of which paper, at which step, owed by whom, told to whom."""

    paper: Paper
    clock: Clock
    step: Step
    person: Person
    deed: str
    told: Told


def due_papers(today: dt.date) -> list[DuePaper]:
    """What this week's reminders say, the longest late first."""
    until, entry = days_to_next_round(today), rule(RULE, today, overlay())
    clocks = list(running().filter(kind__in=DEEDS))
    papers = Paper.objects.filter(reference__in={one.about for one in clocks})
    by_name = {one.reference: one for one in papers.select_related("made_by__person__manager")}
    sent: dict[tuple[int, str, dt.date, int], dict[str, dt.date]] = {}
    for one in PaperReminder.objects.filter(paper__in=by_name.values()).order_by("pk"):
        key = (one.paper_id, one.kind, one.due_on, one.about_id)
        sent.setdefault(key, {})[one.step] = one.sent_on
    people, found = _People(today), []
    for clock in clocks:
        paper = by_name.get(clock.about)
        for person, deed in _owing(paper, clock) if paper else ():
            gone = sent.get((paper.pk, clock.kind, clock.due_on, person.pk), {})  # type: ignore[union-attr]
            step = step_for_round(entry, Running(clock.due_on), today, until, gone)
            if step is not None and paper is not None:
                told = people.told(person, step.to, paper.guard_id)
                found += [DuePaper(paper, clock, step, person, deed, one) for one in told]
    return found


def _owing(paper: Paper, clock: Clock) -> Iterator[tuple[Person, str]]:
    """Who owes it: those who have still to sign or to say; else who prepares the paper."""
    asked: dict[int, Person] = {}
    if clock.kind == ClockKind.PAPER_CLEARED:
        for sign in asked_to_sign().filter(paper=paper).select_related("person__manager"):
            asked[sign.person_id] = sign.person
        for say in asked_to_say().filter(paper=paper).select_related("owner__manager"):
            if say.owner is not None:
                asked[say.owner.pk] = say.owner
    if asked:
        yield from ((one, ASKED) for one in asked.values())
    elif paper.made_by is not None:
        yield paper.made_by.person, DEEDS[ClockKind(clock.kind)]


class _People:
    """Addresses of whoever may be told."""

    def __init__(self, today: dt.date) -> None:
        self.today = today
        self.addresses = dict(User.objects.filter(is_active=True).values_list("person_id", "email"))
        self.failing = failing_addresses()
        leads = Grant.objects.filter(
            in_force(today), role=Role.SAFEGUARDING_LEAD, user__is_active=True
        )
        self.leads = self._somebodies(Person.objects.filter(pk__in=leads.values("user__person")))

    def told(self, person: Person, to: str, guard: int) -> list[Told]:
        """Who gets a step; nobody whom a conflict of interest keeps from the paper."""
        owner = OwnerFacts(
            "person", person.name,
            self._somebodies([person]),
            self._somebodies([person.manager] if person.manager else []),
            has_left=person.left_on is not None and person.left_on < self.today,
        )  # fmt: skip
        closed = set(
            Conflict.objects.filter(guard=guard, ended_at__isnull=True).values_list(
                "person", flat=True
            )
        )
        found = recipients(to, [owner], self.leads, self.leads)
        return [one for one in found if one.who.person_id not in closed]

    def _somebodies(self, people: Iterable[Person]) -> tuple[Somebody, ...]:
        found = []
        for one in people:
            address = self.addresses.get(one.pk) or one.email
            is_here = one.left_on is None or one.left_on >= self.today
            if is_here and address and address.casefold() not in self.failing:
                found.append(Somebody(one.reference, one.name, address, person_id=one.pk))
        return tuple(found)
