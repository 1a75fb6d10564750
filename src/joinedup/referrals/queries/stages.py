"""Who answers for a stage of a challenge, on our side and on theirs, and where they are rung."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.db.models import Q
from django.utils import timezone

from joinedup.access.by_link import seen_by_link
from joinedup.access.choices import HoldingKind
from joinedup.access.models import Holding
from joinedup.directory.choices import HelpFor
from joinedup.directory.queries import help_numbers
from joinedup.notices.models import Link
from joinedup.notices.queries import by_link
from joinedup.referrals.choices import ADULTS, CHILDREN, ChallengeState
from joinedup.referrals.models import Challenge, ChallengeStage, Referral
from joinedup.referrals.queries.rules import RuleSet
from joinedup.referrals.rules.escalation import MANAGER, SENDER, Stage, contact_for, due_on

__all__ = ["Answering", "OpenedStage", "answering", "challenge_behind", "stage_now"]

OTHERWISE = "clock.escalation_last"
DOORS = {CHILDREN: HelpFor.CHILD, ADULTS: HelpFor.ADULT}
"""Receivers whose front door stands in the directory."""


@dataclass(frozen=True, slots=True)
class Answering:
    """A stage as it would begin today: who answers for it on each side, their telephone with whose
    it is, the last day, and the mail address of the receiver's organisation."""

    stage: Stage
    of: int
    ours: str
    theirs: str
    telephone: str
    of_whom: str
    due_on: dt.date
    address: str


def answering(row: Referral, number: int, rules: RuleSet, today: dt.date) -> Answering:
    """Who would answer for this stage of a challenge of a referral that begins today."""
    stages, _ = rules.stages()
    stage = stages[number - 1]
    theirs, telephone, of_whom = _theirs(row, stage, rules, today)
    return Answering(
        stage=stage,
        of=len(stages),
        ours=_ours(row, stage, today),
        theirs=theirs[:200],
        telephone=telephone[:60],
        of_whom=of_whom,
        due_on=due_on(stage, today, rules.limit(OTHERWISE).amount("limit")),
        address=row.agency.contact_email if row.agency is not None else "",
    )


def _ours(row: Referral, stage: Stage, today: dt.date) -> str:
    sender = row.sent_by.person if row.sent_by is not None else None
    if stage.ours == MANAGER:
        if sender is not None and sender.manager is not None:
            return f"{sender.manager.name}, manager of {sender.name}"
        return f"the manager of {sender.name}" if sender is not None else "the sender’s manager"
    if stage.ours in (SENDER, ""):
        return sender.name if sender is not None else "whoever sent the referral"
    held = _holder(Q(post__agency__is_home=True), stage.ours, today)
    return f"{held}, {stage.ours}" if held else stage.ours


def _theirs(row: Referral, stage: Stage, rules: RuleSet, today: dt.date) -> tuple[str, str, str]:
    agency = row.agency.name if row.agency is not None else ""
    kept = contact_for(rules.contacts(), row.receiver, agency, stage.number)
    if kept is None:
        return (stage.theirs or stage.who, *_front_door(row))
    name = kept.name or (_holder(Q(post__agency=row.agency_id), kept.post, today) if agency else "")
    who = ", ".join(filter(None, [name, kept.post]))
    return (who, kept.telephone, who) if kept.telephone else (who, *_front_door(row))


def _front_door(row: Referral) -> tuple[str, str]:
    about = DOORS.get(row.receiver)
    if about is None:
        return "", ""
    found = [one for one in help_numbers("", timezone.now(), about) if one.about == about]
    return (found[0].number, found[0].title) if found else ("", "")


def _holder(where: Q, title: str, today: dt.date) -> str:
    """The name of whoever holds a post of this title on a day; empty where nobody does."""
    during = Q(to_on__isnull=True) | Q(to_on__gte=today)
    rows = Holding.objects.filter(where, during, from_on__lte=today, kind=HoldingKind.LEAD)
    found = rows.filter(post__title__iexact=title, post__ended_on__isnull=True)
    return found.values_list("person__name", flat=True).first() or ""


def stage_now(row: Challenge) -> ChallengeStage:
    """The stage that a challenge has reached."""
    return ChallengeStage.objects.get(challenge=row, number=row.stage)


@dataclass(frozen=True, slots=True)
class OpenedStage:
    """What the link of a challenge opens: the challenge, its stage, what is asked of them there,
    and how many stages the scheme has."""

    row: Challenge
    stage: ChallengeStage
    words: str
    of: int

    @property
    def reference(self) -> str:
        """The reference of the challenge."""
        return self.row.reference


def challenge_behind(link: Link, rules: RuleSet) -> OpenedStage | None:
    """The challenge that a good link opens, recorded as seen; None where it has ended."""
    rows = Challenge.objects.filter(reference=link.about, state=ChallengeState.OPEN)
    row = rows.select_related("referral").first()
    if row is None:
        return None
    seen_by_link(by_link(link), row.referral.reference)
    stages = {one.number: one for one in row.stages.all()}
    before = stages.get(row.stage - 1)
    words = before.dissent if before is not None else row.words
    return OpenedStage(row, stages[row.stage], words, len(rules.stages()[0]))
