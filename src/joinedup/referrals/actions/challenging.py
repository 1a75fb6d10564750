"""Taking a refusal, a silence or a decision further, stage by stage, with dissent on record."""

from __future__ import annotations

import datetime as dt

from joinedup.access.choices import May
from joinedup.access.permission import Refused, check
from joinedup.access.problems import Problem
from joinedup.audit.actor import By, system
from joinedup.audit.recorder import action, record
from joinedup.clocks.actions import NewClock, start
from joinedup.clocks.choices import ClockKind
from joinedup.clocks.queries import open_for
from joinedup.notices.actions.links import revoke_links, use_link
from joinedup.notices.choices import Purpose
from joinedup.notices.models import Link
from joinedup.notices.writing import holder_of, still_good
from joinedup.referrals.actions.alerts import tell_senior
from joinedup.referrals.actions.answers import accept, reconsider
from joinedup.referrals.actions.standing import let_stand
from joinedup.referrals.choices import ChallengeState, ChallengeWay, State, TheirView
from joinedup.referrals.mailing import mail_challenge
from joinedup.referrals.models import Challenge, ChallengeStage
from joinedup.referrals.queries.refusals import is_refused, is_short_reason, needs_two
from joinedup.referrals.queries.rules import RuleSet, rules_on
from joinedup.referrals.queries.stages import answering, stage_now
from joinedup.referrals.rules.escalation import next_stage
from joinedup.referrals.rules.flow import is_late
from joinedup.referrals.rules.going_out import (
    Going,
    StageAnswer,
    missing_to_go,
    plain_words,
    why_challenged,
)
from joinedup.referrals.rules.refusals import UNCLEAR
from joinedup.referrals.rules.remarks import with_remark
from joinedup.referrals.rules.routes import may_be_challenged
from joinedup.referrals.rules.triggers import LAST_STAGE
from joinedup.referrals.writing import end_clocks, held, user_of

__all__ = ["answer_challenge_by_link", "challenge", "go_on", "settle"]

RULE = "escalation.stages"
BY_MAIL = Going()


@action
def challenge(
    by: By,
    reference: str,
    words: str = "",
    going: Going = BY_MAIL,
    *,
    today: dt.date,
    site: str = "",
    may: May = May.WORK_CASES,
) -> Challenge:
    """Challenge a refusal, a silence past its day, or an outcome. The first stage starts today and
    goes out as `going` says: by mail with a link, or by a call that was made.

    `words` is what we hold; where left empty, a plain sentence says so, because this is one click.
    `site` is the address of this Joined Up; where it is empty nothing is written. Raises Problem
    where there is nothing to challenge, one is under way, or it can't go out like that.
    """
    row = held(by, may, reference)
    due = open_for([row.reference]).values_list("due_on", flat=True).first()
    if not may_be_challenged(row.state, is_late(due, today)):
        raise Problem("They still have time to answer. A challenge is offered once it has run out.")
    if Challenge.objects.filter(referral=row, state=ChallengeState.OPEN).exists():
        raise Problem("A challenge is under way already.")
    rules = rules_on(today)
    _, stages_hash = rules.stages()
    why = why_challenged(row.state)
    made = Challenge.objects.create(
        guard=row.guard, about=row.about, referral=row, why=why, refusal=row.refusals,
        words=words.strip() or plain_words(why), stages_hash=stages_hash, opened_on=today,
        opened_by=user_of(by),
    )  # fmt: skip
    end_clocks(by, row.reference, (ClockKind.CHALLENGE,), today, may)
    _begin(by, made, 1, made.words, going, rules, site, today, may)
    record(
        by, "referrals.challenge", row.reference, challenge=made.reference, why=why, way=going.way
    )
    return made


def _begin(
    by: By, row: Challenge, number: int, words: str, going: Going, rules: RuleSet, site: str,
    today: dt.date, may: May,
) -> None:  # fmt: skip
    """Start a stage: who answers for it, its last day, and how the other side hears of it. `words`
    are what they read."""
    then = answering(row.referral, number, rules, today)
    person = str(row.referral.parts.get("person", ""))
    left = missing_to_go(going, words, person, today, has_address=bool(then.address))
    if left is not None:
        raise Problem(left.words, left.field)
    is_call = going.way == ChallengeWay.TELEPHONE
    stage = ChallengeStage.objects.create(
        challenge=row, number=number, who=then.stage.who, started_on=today, due_on=then.due_on,
        ours=then.ours[:200], theirs=going.theirs.strip()[:200] or then.theirs,
        telephone=going.telephone.strip()[:60] or then.telephone, way=going.way,
        spoken_to=going.spoken_to.strip()[:200] if is_call else "",
        told_on=going.on if is_call else today, told_at=going.at if is_call else None,
    )  # fmt: skip
    new = NewClock(
        kind=ClockKind.ESCALATION, about=row.reference, started_on=today, due_on=then.due_on,
        rule_code=RULE, rule_hash=row.stages_hash, blocks_closing=True,
        agency_id=row.referral.agency_id,
    )  # fmt: skip
    start(by, row.guard, new, may)
    if not is_call:
        mail_challenge(by, row, stage, then.of, site, rules, may)


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
    changed its decision. A refusal that was changed becomes an acceptance, an outcome is awaited
    anew. Unchanged, the refusal of a child with clear signs of exploitation stands only once a second
    person has signed: with `result` that is asked for."""
    row, stage = _held(by, may, reference)
    stands = bool(row.referral.stands_because)
    asks = not has_changed and not stands and is_refused(row.referral) and needs_two(row.referral)
    if not result.strip():
        raise Problem("Write what was agreed.", "result")
    if asks and is_short_reason(result, today):
        raise Problem(UNCLEAR, "result")
    _end_stage(by, stage, result, "", today, is_settled=True)
    _end(row, ChallengeState.AGREED, result, today, has_changed=has_changed)
    _stop_links(by, row, may)
    end_clocks(by, row.reference, (ClockKind.ESCALATION,), today, may)
    if has_changed and row.referral.state in (State.DECLINED, State.SENT, State.ACKNOWLEDGED):
        accept(by, row.referral.reference, today=today, may=may)
    elif has_changed and row.referral.state == State.ENDED:
        reconsider(by, row.referral.reference, today=today, may=may)
    elif asks:
        let_stand(by, row.referral.reference, result, today=today, may=may)
    record(by, "referrals.settle", row.reference, stage=stage.number, changed=has_changed)
    return row


@action
def go_on(
    by: By,
    reference: str,
    said: str,
    dissent: str,
    going: Going = BY_MAIL,
    *,
    today: dt.date,
    site: str = "",
    may: May = May.WORK_CASES,
) -> Challenge:
    """Nothing was settled at this stage: what they said and what we still hold are kept, and the
    next stage starts and goes out as `going` says, with what we still hold. After the last stage
    the challenge ends with its dissent on record. The last stage reaches a named senior."""
    row, stage = _held(by, may, reference)
    if not dissent.strip():
        raise Problem("Write what we still hold, so that it stays on record.", "dissent")
    rules = rules_on(today)
    stages, _ = rules.stages()
    following = next_stage(stages, row.stage)
    _end_stage(by, stage, said, dissent, today, is_settled=False)
    end_clocks(by, row.reference, (ClockKind.ESCALATION,), today, may)
    _stop_links(by, row, may)
    if following is None:
        _end(row, ChallengeState.UNSETTLED, dissent, today, has_changed=False)
    else:
        row.stage = following.number
        row.save(update_fields=["stage"])
        _begin(by, row, following.number, dissent, going, rules, site, today, may)
        if next_stage(stages, following.number) is None:
            tell_senior(
                by, row.guard, row.about, LAST_STAGE, today=today, subject=row.reference, may=may
            )
    record(by, "referrals.go_on", row.reference, stage=stage.number)
    return row


@action
def answer_challenge_by_link(link: Link, said: StageAnswer, *, today: dt.date) -> Challenge:
    """Keep what the other side answers to a challenge by its link, which stays good until the
    challenge has ended. A changed decision settles it, and the referral is accepted; whatever else
    is for us to weigh. Said twice, it is kept once. Raises Refused where the challenge has ended,
    Problem with the link still good."""
    by = holder_of(link, Purpose.REFERRAL)
    if said.view == TheirView.CHANGED:
        use_link(by, link)
    else:
        still_good(by, link)
    rows = Challenge.objects.select_for_update(of=("self",)).select_related("referral")
    row = rows.filter(reference=link.about, state=ChallengeState.OPEN).first()
    if row is None:
        raise Refused("No such page.")
    if said.view not in TheirView.values:
        raise Problem("Choose your answer.", "view")
    if not said.answered_by.strip():
        raise Problem("Give the name and post of whoever answers.", "answered_by")
    if said.view != TheirView.CHANGED and not said.words.strip():
        raise Problem("Write why it stands, or when and with whom we talk.", "words")
    stage = stage_now(row)
    stage.view, stage.answered_on = said.view, today
    stage.answered_by = said.answered_by.strip()[:200]
    stage.said = with_remark(stage.said, said.words, today)
    stage.save(update_fields=["view", "answered_on", "answered_by", "said"])
    record(by, "referrals.answer_challenge", row.referral.reference, view=said.view)
    if said.view == TheirView.CHANGED:
        # the receiver may change what it decided, and nothing else of ours
        result = said.words.strip() or "They changed their decision."
        settle(system("challenge"), row.reference, result, today=today, has_changed=True)
    return row


def _stop_links(by: By, row: Challenge, may: May) -> None:
    revoke_links(by, may, purpose=Purpose.REFERRAL, about=row.reference)


def _end_stage(
    by: By, stage: ChallengeStage, said: str, dissent: str, today: dt.date, *, is_settled: bool
) -> None:
    more = said.strip()
    if more and more not in stage.said:
        stage.said = f"{stage.said}\n\n{more}".strip()
    stage.dissent, stage.is_settled = dissent.strip(), is_settled
    stage.ended_on, stage.ended_by = today, user_of(by)
    stage.save()


def _end(
    row: Challenge, state: ChallengeState, result: str, today: dt.date, *, has_changed: bool
) -> None:
    row.state, row.result, row.ended_on = state, result.strip(), today
    row.has_changed = has_changed
    row.save()
