"""Taking a refusal, a silence or a decision further, stage by stage, with dissent on record."""

from __future__ import annotations

import datetime as dt

from joinedup.access.choices import May
from joinedup.access.permission import Refused, check
from joinedup.access.problems import Problem
from joinedup.audit.actor import By
from joinedup.audit.recorder import action, record
from joinedup.clocks.actions import NewClock, start
from joinedup.clocks.choices import ClockKind
from joinedup.clocks.queries import open_for
from joinedup.referrals.actions.alerts import tell_senior
from joinedup.referrals.actions.answers import accept
from joinedup.referrals.choices import ChallengeState, State, WhyChallenged
from joinedup.referrals.models import Challenge, ChallengeStage, Referral
from joinedup.referrals.queries.rules import RuleSet, rules_on
from joinedup.referrals.rules.escalation import Stage, due_on, next_stage
from joinedup.referrals.rules.flow import is_late
from joinedup.referrals.rules.routes import may_be_challenged
from joinedup.referrals.rules.triggers import LAST_STAGE
from joinedup.referrals.writing import end_clocks, held, user_of

__all__ = ["challenge", "go_on", "settle"]

OTHERWISE = "clock.escalation_last"
RULE = "escalation.stages"


@action
def challenge(
    by: By, reference: str, words: str = "", *, today: dt.date, may: May = May.WORK_CASES
) -> Challenge:
    """Challenge a refusal, a silence past its day, or an outcome. The first stage starts today.

    `words` is what we hold; where left empty, a plain sentence says so, because this is one click.
    Raises Problem where there is nothing to challenge, or one is under way.
    """
    row = held(by, may, reference)
    due = open_for([row.reference]).values_list("due_on", flat=True).first()
    if not may_be_challenged(row.state, is_late(due, today)):
        raise Problem("They still have time to answer. A challenge is offered once it has run out.")
    if Challenge.objects.filter(referral=row, state=ChallengeState.OPEN).exists():
        raise Problem("A challenge is under way already.")
    rules = rules_on(today)
    stages, stages_hash = rules.stages()
    why = _why(row)
    made = Challenge.objects.create(
        guard=row.guard, about=row.about, referral=row, why=why,
        words=words.strip() or PLAIN[why], stages_hash=stages_hash, opened_on=today,
        opened_by=user_of(by),
    )  # fmt: skip
    end_clocks(by, row.reference, (ClockKind.CHALLENGE,), today, may)
    _begin(by, made, stages[0], rules, today, may)
    record(by, "referrals.challenge", row.reference, challenge=made.reference, why=why)
    return made


PLAIN = {
    WhyChallenged.DECLINED: "We disagree with the refusal and ask for it to be looked at again.",
    WhyChallenged.SILENT: "The time to answer has run out. We ask for a decision now.",
    WhyChallenged.RESULT: "We disagree with the outcome and ask for it to be looked at again.",
}


def _why(row: Referral) -> WhyChallenged:
    if row.state == State.DECLINED:
        return WhyChallenged.DECLINED
    return WhyChallenged.RESULT if row.state == State.ENDED else WhyChallenged.SILENT


def _begin(by: By, row: Challenge, stage: Stage, rules: RuleSet, today: dt.date, may: May) -> None:
    otherwise = rules.limit(OTHERWISE).amount("limit")
    due = due_on(stage, today, otherwise)
    ChallengeStage.objects.create(
        challenge=row, number=stage.number, who=stage.who, started_on=today, due_on=due
    )
    new = NewClock(
        kind=ClockKind.ESCALATION, about=row.reference, started_on=today, due_on=due,
        rule_code=RULE, rule_hash=row.stages_hash, blocks_closing=True,
        agency_id=row.referral.agency_id,
    )  # fmt: skip
    start(by, row.guard, new, may)


def _held(by: By, may: May, reference: str) -> tuple[Challenge, ChallengeStage]:
    rows = Challenge.objects.select_for_update(of=("self",)).select_related("guard", "referral")
    row = rows.filter(reference=reference).first()
    if row is None:
        raise Refused("No such record.")
    check(by, may, row.guard_id, row.about)
    if row.state != ChallengeState.OPEN:
        raise Problem("This challenge has ended.")
    return row, ChallengeStage.objects.get(challenge=row, number=row.stage)


@action
def settle(
    by: By,
    reference: str,
    result: str,
    *,
    today: dt.date,
    has_changed: bool,
    may: May = May.WORK_CASES,
) -> Challenge:
    """Both sides agree at this stage: `result` says on what, `has_changed` whether the receiver
    changed its decision. A refusal that was changed becomes an acceptance."""
    row, stage = _held(by, may, reference)
    if not result.strip():
        raise Problem("Write what was agreed.", "result")
    _end_stage(by, stage, result, "", today, is_settled=True)
    _end(row, ChallengeState.AGREED, result, today, has_changed=has_changed)
    end_clocks(by, row.reference, (ClockKind.ESCALATION,), today, may)
    if has_changed and row.referral.state in (State.DECLINED, State.SENT, State.ACKNOWLEDGED):
        accept(by, row.referral.reference, today=today, may=may)
    record(by, "referrals.settle", row.reference, stage=stage.number, changed=has_changed)
    return row


@action
def go_on(
    by: By, reference: str, said: str, dissent: str, *, today: dt.date, may: May = May.WORK_CASES
) -> Challenge:
    """Nothing was settled at this stage: what they said and what we still hold are kept, and the
    next stage starts. After the last stage the challenge ends with its dissent on record. The last
    stage reaches a named senior."""
    row, stage = _held(by, may, reference)
    if not dissent.strip():
        raise Problem("Write what we still hold, so that it stays on record.", "dissent")
    rules = rules_on(today)
    stages, _ = rules.stages()
    following = next_stage(stages, row.stage)
    _end_stage(by, stage, said, dissent, today, is_settled=False)
    end_clocks(by, row.reference, (ClockKind.ESCALATION,), today, may)
    if following is None:
        _end(row, ChallengeState.UNSETTLED, dissent, today, has_changed=False)
    else:
        row.stage = following.number
        row.save(update_fields=["stage"])
        _begin(by, row, following, rules, today, may)
        if next_stage(stages, following.number) is None:
            tell_senior(
                by, row.guard, row.about, LAST_STAGE, today=today, subject=row.reference, may=may
            )
    record(by, "referrals.go_on", row.reference, stage=stage.number)
    return row


def _end_stage(
    by: By, stage: ChallengeStage, said: str, dissent: str, today: dt.date, *, is_settled: bool
) -> None:
    stage.said, stage.dissent, stage.is_settled = said.strip(), dissent.strip(), is_settled
    stage.ended_on, stage.ended_by = today, user_of(by)
    stage.save()


def _end(
    row: Challenge, state: ChallengeState, result: str, today: dt.date, *, has_changed: bool
) -> None:
    row.state, row.result, row.ended_on = state, result.strip(), today
    row.has_changed = has_changed
    row.save()
