"""Refusals, as they are found among the referrals: by the same rule as `rules.refusals`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from joinedup.council.queries import overlay
from joinedup.referrals.choices import (
    CHILDREN,
    UNDER_18,
    AgeGroup,
    ChallengeState,
    ResultKind,
    State,
)
from joinedup.referrals.models import Challenge, ChallengeStage, Referral
from joinedup.referrals.rules.refusals import is_refusal, is_unclear_reason, needs_second
from joinedup.rulebook import rule

__all__ = [
    "REFUSED",
    "challenges_answered",
    "is_refused",
    "is_short_reason",
    "needs_two",
    "refusals_unanswered",
    "settled_among",
]

NO_FURTHER = Q(has_indicators=True, result=ResultKind.NO_FURTHER)
EARLY_HELP = Q(
    has_indicators=True, result=ResultKind.EARLY_HELP, receiver=CHILDREN, age__in=UNDER_18
)

REFUSED = Q(state=State.DECLINED) | NO_FURTHER | EARLY_HELP


def is_refused(row: Referral) -> bool:
    """Whether what a receiver said last is a refusal."""
    return is_refusal(
        row.state, row.result, row.receiver, row.age, has_indicators=row.has_indicators
    )


def needs_two(row: Referral) -> bool:
    """Whether two people sign before a refusal of this referral stands."""
    return needs_second(row.age, has_indicators=row.has_indicators)


def is_short_reason(words: str, today: dt.date) -> bool:
    """Whether words are too few to be the reason for something that needs one."""
    least = rule("referral.reason", today, overlay()).number("value")
    return is_unclear_reason(words, least)


ANSWERING = Q(state=ChallengeState.OPEN) | Q(state=ChallengeState.UNSETTLED)
ALONE = Q(referral__has_indicators=False) | Q(referral__age=AgeGroup.ADULT) | Q(refusal=0)
"""Whose refusal a challenge that was agreed without a change settles; and of all before refusals were
counted."""


def _of_this_refusal() -> QuerySet[Challenge]:
    """Challenges of the last refusal of their referral that are under way or settle it. One that was
    agreed without a change settles none that needs a second signature."""
    found = Challenge.objects.filter(refusal=F("referral__refusals"), has_changed=False)
    return found.filter(ANSWERING | ALONE)


def settled_among(rows: Iterable[Referral]) -> set[int]:
    """The ids of those whose last refusal is settled: it stands with its reason, or a challenge of
    just this refusal has come to its end."""
    every = list(rows)
    ended = _of_this_refusal().exclude(state=ChallengeState.OPEN)
    found = set(
        ended.filter(referral__in=[one.pk for one in every]).values_list("referral_id", flat=True)
        if every
        else ()
    )
    return found | {one.pk for one in every if one.stands_because}


def refusals_unanswered() -> QuerySet[Any, Any]:
    """What each referral is about that was refused, where nobody has challenged that refusal or let
    it stand. Whoever asks has been let to what they are about."""
    rows = Referral.objects.filter(copy_of__isnull=True, stands_because="")
    rows = rows.exclude(Exists(_of_this_refusal().filter(referral=OuterRef("pk"))))
    found = rows.filter(state=State.DECLINED).values("about")
    return found.union(
        rows.filter(NO_FURTHER).values("about"), rows.filter(EARLY_HELP).values("about"), all=True
    )


def challenges_answered() -> QuerySet[Any, Any]:
    """What each challenge is about whose stage of now the other side has answered, and that is still
    to be settled or taken further. Whoever asks has been let to what they are about."""
    stage = ChallengeStage.objects.filter(
        challenge=OuterRef("pk"), number=OuterRef("stage"), answered_on__isnull=False
    )
    return Challenge.objects.filter(Exists(stage), state=ChallengeState.OPEN).values("about")
