"""What came of challenges, for the board: counted by receiver and by stage, and nobody named."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from joinedup.access.choices import May
from joinedup.access.models import User
from joinedup.access.permission import visible
from joinedup.referrals.choices import ChallengeState, WhyChallenged
from joinedup.referrals.models import Challenge, ChallengeStage
from joinedup.referrals.queries.rules import RuleSet

__all__ = ["ChallengeRow", "Outcomes", "StageRow", "outcomes_of"]


@dataclass(frozen=True, slots=True)
class ChallengeRow:
    """Challenges of one receiver: why they were made, and what came of them."""

    receiver: str
    made: int
    declined: int
    silent: int
    outcome: int
    open: int
    agreed: int
    changed: int
    unsettled: int


@dataclass(frozen=True, slots=True)
class StageRow:
    """One stage: how often it was reached, settled, and how often it ran past its day."""

    number: int
    who: str
    reached: int
    settled: int
    late: int


@dataclass(frozen=True, slots=True)
class Outcomes:
    """The page for the board."""

    rows: tuple[ChallengeRow, ...]
    stages: tuple[StageRow, ...]
    made: int
    unsettled: int


def outcomes_of(user: User, rules: RuleSet, from_on: dt.date, to_on: dt.date) -> Outcomes:
    """Challenges made from a day to a day, of records that this reader may see; in three
    statements."""
    made = Challenge.objects.filter(opened_on__gte=from_on, opened_on__lte=to_on)
    seen = visible(user, May.READ_CASES, made, item="about").select_related("referral")
    found = list(seen.prefetch_related("stages"))
    codes = sorted({one.referral.receiver for one in found})
    rows = tuple(
        _row(_counted(rules, code), [one for one in found if one.referral.receiver == code])
        for code in codes
    )
    unsettled = sum(one.state == ChallengeState.UNSETTLED for one in found)
    steps = [stage for one in found for stage in one.stages.all()]
    return Outcomes(rows, _stages(steps), len(found), unsettled)


def _counted(rules: RuleSet, code: str) -> str:
    receiver = rules.receiver(code)
    return receiver.counted if receiver is not None else code


def _row(receiver: str, found: list[Challenge]) -> ChallengeRow:
    def why(one: WhyChallenged) -> int:
        return sum(row.why == one for row in found)

    def state(one: ChallengeState) -> int:
        return sum(row.state == one for row in found)

    return ChallengeRow(
        receiver=receiver,
        made=len(found),
        declined=why(WhyChallenged.DECLINED),
        silent=why(WhyChallenged.SILENT),
        outcome=why(WhyChallenged.RESULT),
        open=state(ChallengeState.OPEN),
        agreed=state(ChallengeState.AGREED),
        changed=sum(row.has_changed for row in found),
        unsettled=state(ChallengeState.UNSETTLED),
    )


def _stages(steps: Iterable[ChallengeStage]) -> tuple[StageRow, ...]:
    by_stage: dict[tuple[int, str], list[ChallengeStage]] = {}
    for one in steps:
        by_stage.setdefault((one.number, one.who), []).append(one)
    return tuple(
        StageRow(
            number=number,
            who=who,
            reached=len(rows),
            settled=sum(one.is_settled for one in rows),
            late=sum(one.ended_on is not None and one.ended_on > one.due_on for one in rows),
        )
        for (number, who), rows in sorted(by_stage.items())
    )
