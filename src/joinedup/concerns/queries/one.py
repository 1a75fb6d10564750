"""One concern, opened for one reader, with all that a decider has to see."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from joinedup.access.choices import May
from joinedup.access.models import User
from joinedup.access.permission import open_record
from joinedup.audit.actor import By
from joinedup.concerns.choices import Ending, Receiver
from joinedup.concerns.models import (
    Concern,
    ConcernPerson,
    Decision,
    KeptWords,
    Report,
    Telling,
)
from joinedup.concerns.queries.rulebook import law_on, sources_on, types_on
from joinedup.concerns.rules.prompts import Prompt, ages_left_open, prompts
from joinedup.concerns.rules.routing import Facts, Need, endings_open, needs, unmet
from joinedup.concerns.rules.standing import is_in_triage
from joinedup.concerns.rules.wording import problem_words
from joinedup.concerns.writing import facts_of, sent_of

__all__ = ["ConcernShown", "NeedShown", "concern_shown", "concern_to"]


@dataclass(frozen=True, slots=True)
class NeedShown:
    """One referral that has to be made, in words, and whether it was."""

    why: str
    words: str
    receivers: tuple[str, ...]
    by_place: bool
    copy_to: tuple[str, ...]
    is_met: bool


@dataclass(frozen=True, slots=True)
class ConcernShown:
    """A concern with its thread, its people, what the law says and what has to be sent."""

    concern: Concern
    types: tuple[str, ...]
    source: str
    people: tuple[ConcernPerson, ...]
    reports: tuple[Report, ...]
    tellings: dict[int, list[Telling]]
    decisions: tuple[Decision, ...]
    kept: tuple[KeptWords, ...]
    facts: Facts
    needs: tuple[NeedShown, ...]
    prompts: tuple[Prompt, ...]
    endings: tuple[Ending, ...]
    asks_age: bool
    is_in_triage: bool
    is_mine: bool


def concern_to(by: By, reference: str, may: May = May.TRIAGE) -> Concern:
    """A concern for somebody who may do this to it; recorded as seen. Raises Refused."""
    rows = Concern.objects.select_related("guard", "decider__person")
    return open_record(by, may, rows, {"reference": reference})


def concern_shown(concern: Concern, user: User, today: dt.date) -> ConcernShown:
    """Everything on the page of a concern that the reader has been let to, in six statements."""
    facts = facts_of(concern, today)
    reports = tuple(
        concern.reports.select_related("entered_by__person", "agency").order_by("received_at", "pk")
    )
    tellings: dict[int, list[Telling]] = {}
    told = Telling.objects.filter(report__concern=concern).select_related("told_by__person")
    for one in told.order_by("told_at", "pk"):
        tellings.setdefault(one.report_id, []).append(one)
    titles = {one.code: one.title for one in types_on(today)}
    sources = {one.code: one.title for one in sources_on(today)}
    return ConcernShown(
        concern=concern,
        types=tuple(titles.get(code, code) for code in concern.types),
        source=sources.get(concern.source, ""),
        people=tuple(concern.people.select_related("colleague").order_by("position", "pk")),
        reports=reports,
        tellings=tellings,
        decisions=tuple(
            concern.decisions.select_related("decided_by__person").order_by("-decided_at", "-pk")
        ),
        kept=tuple(concern.kept_words.order_by("pk")),
        facts=facts,
        needs=_needs(concern, facts),
        prompts=prompts(facts, law_on(today)),
        endings=endings_open(facts),
        asks_age=ages_left_open(facts),
        is_in_triage=is_in_triage(concern.state),
        is_mine=concern.decider_id == user.pk,
    )


def _needs(concern: Concern, facts: Facts) -> tuple[NeedShown, ...]:
    wanted = needs(facts)
    open_ones = set(unmet(wanted, sent_of(concern)))
    return tuple(_need(one, one not in open_ones) for one in wanted)


def _need(need: Need, is_met: bool) -> NeedShown:
    return NeedShown(
        why=need.why,
        words=problem_words(need.why),
        receivers=tuple(str(Receiver(one).label) for one in need.any_of),
        by_place=need.by_place,
        copy_to=tuple(str(Receiver(one).label) for one in need.copy_to),
        is_met=is_met,
    )
