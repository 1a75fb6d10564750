"""What the receiver says: it arrived, they take it, they decline it, what came of it."""

from __future__ import annotations

import datetime as dt

from joinedup.access.choices import May
from joinedup.access.problems import Problem
from joinedup.audit.actor import By
from joinedup.audit.recorder import action, record
from joinedup.clocks.choices import ClockKind
from joinedup.referrals.actions.alerts import tell_senior
from joinedup.referrals.choices import ChallengeState, ResultKind, State
from joinedup.referrals.models import Challenge, Referral
from joinedup.referrals.queries.refusals import is_refused
from joinedup.referrals.queries.rules import rules_on
from joinedup.referrals.rules.remarks import adds_something, with_remark
from joinedup.referrals.rules.triggers import REFUSED, is_refused_child
from joinedup.referrals.writing import end_clocks, held, needs_offer, right_of, start_clock

__all__ = ["accept", "acknowledge", "add_remark", "decline", "reconsider", "record_result"]

CHALLENGE = "clock.referral_challenge"
ANSWERS = (ClockKind.ACKNOWLEDGE, ClockKind.DECISION)


def _day(row: Referral, on: dt.date | None, today: dt.date) -> dt.date:
    """The day of an answer: not before it was sent, not ahead of today."""
    day = on or today
    if day > today:
        raise Problem("This day is still to come.", "on")
    if row.sent_on is not None and day < row.sent_on:
        raise Problem("This day lies before the referral was sent.", "on")
    return day


@action
def acknowledge(
    by: By,
    reference: str,
    *,
    today: dt.date,
    on: dt.date | None = None,
    their_reference: str = "",
    may: May = May.WORK_CASES,
) -> Referral:
    """The receiver says that it arrived. Their decision is still awaited."""
    row = held(by, may, reference)
    needs_offer(row, "acknowledge")
    day = _day(row, on, today)
    row.state, row.acknowledged_on = State.ACKNOWLEDGED, day
    row.their_reference = their_reference.strip()[:100] or row.their_reference
    _save(row)
    end_clocks(by, row.reference, (ClockKind.ACKNOWLEDGE,), day, may)
    record(by, "referrals.acknowledge", row.reference, on=day)
    return row


@action
def add_remark(
    by: By, reference: str, words: str, their_reference: str, *, today: dt.date
) -> Referral:
    """Keep what a receiver says beside an answer, with its day, and their reference. Raises Problem
    where nothing new was said."""
    row = held(by, May.WORK_CASES, reference)
    if not adds_something(row.remarks, row.their_reference, words, their_reference):
        raise Problem("That is on record already.", "words")
    said = words.strip()
    row.remarks = with_remark(row.remarks, said, today)
    row.their_reference = their_reference.strip()[:100] or row.their_reference
    _save(row)
    record(by, "referrals.remark", row.reference, is_worded=bool(said))
    return row


@action
def accept(
    by: By,
    reference: str,
    *,
    today: dt.date,
    on: dt.date | None = None,
    their_reference: str = "",
    may: May = May.WORK_CASES,
) -> Referral:
    """The receiver takes it on, or changes a refusal. What comes of it is awaited, and stops the
    concern or case from closing until it is known."""
    row = held(by, may, reference)
    needs_offer(row, "accept")
    day = _day(row, on, today)
    rules = rules_on(today)
    receiver = rules.receiver(row.receiver)
    row.state, row.decided_on = State.ACCEPTED, day
    row.their_reference = their_reference.strip()[:100] or row.their_reference
    _save(row)
    end_clocks(by, row.reference, (*ANSWERS, ClockKind.CHALLENGE), day, may)
    code = receiver.outcome if receiver is not None else ""
    start_clock(by, row, ClockKind.RESULT, code, day, rules, may, blocks=True)
    record(by, "referrals.accept", row.reference, on=day)
    return row


@action
def decline(
    by: By,
    reference: str,
    reason: str,
    *,
    today: dt.date,
    on: dt.date | None = None,
    threshold: str = "",
    their_reference: str = "",
    may: May = May.WORK_CASES,
) -> Referral:
    """The receiver declines, with the threshold they name and their reason. Whether to challenge
    that has to be decided; until then the concern or case stays open. A child's refusal with clear
    signs of exploitation also reaches a named senior."""
    row = held(by, may, reference)
    needs_offer(row, "decline")
    if not reason.strip():
        raise Problem("Write why it is declined.", "reason")
    day = _day(row, on, today)
    _keep_earlier(row, today)
    row.state, row.decided_on = State.DECLINED, day
    row.reason, row.threshold = reason.strip(), threshold.strip()[:200]
    row.their_reference = their_reference.strip()[:100] or row.their_reference
    end_clocks(by, row.reference, (*ANSWERS, ClockKind.RESULT), day, may)
    _refuse(by, row, day, today, may)
    record(by, "referrals.decline", row.reference, on=day)
    return row


def _refuse(by: By, row: Referral, day: dt.date, today: dt.date, may: May) -> None:
    """Count a refusal. It waits to be challenged or let stand, a challenge under way is about it from
    now on, and that of a child with clear signs of exploitation reaches a named senior."""
    row.refusals += 1
    row.stands_because, row.stand_signed_by = "", None
    row.stand_asked_because, row.stand_asked_on, row.stand_asked_by = "", None, None
    _save(row)
    under_way = Challenge.objects.filter(referral=row, state=ChallengeState.OPEN)
    if not under_way.update(refusal=row.refusals):
        start_clock(
            by, row, ClockKind.CHALLENGE, CHALLENGE, day, rules_on(today), may, blocks=True,
            is_ours=True,
        )  # fmt: skip
    if is_refused_child(row.age, row.has_indicators):
        tell_senior(
            by, row.guard, row.about, REFUSED, today=today, subject=row.reference,
            may=right_of(by, may),
        )  # fmt: skip


def _keep_earlier(row: Referral, today: dt.date) -> None:
    """Keep among the remarks what an earlier refusal said and why it stood."""
    for words in (row.reason, row.stands_because):
        row.remarks = with_remark(row.remarks, words, row.decided_on or today)


@action
def reconsider(by: By, reference: str, *, today: dt.date, may: May = May.WORK_CASES) -> Referral:
    """After a challenge the receiver changes an outcome. What they said stays among the remarks; the
    new decision is awaited, and stops the concern or case from closing until it is recorded. Raises
    Problem where there is no outcome to change."""
    row = held(by, may, reference)
    if row.state != State.ENDED:
        raise Problem("There is no outcome that could change.")
    said = f"{row.get_result_display()}. {row.result_words}".strip()
    row.remarks = with_remark(row.remarks, said, row.result_on or today)
    row.state, row.result, row.result_on, row.result_words = State.ACCEPTED, "", None, ""
    row.decided_on = row.decided_on or today
    _save(row)
    end_clocks(by, row.reference, (ClockKind.CHALLENGE,), today, may)
    rules = rules_on(today)
    receiver = rules.receiver(row.receiver)
    code = receiver.outcome if receiver is not None else ""
    start_clock(by, row, ClockKind.RESULT, code, today, rules, may, blocks=True)
    record(by, "referrals.reconsider", row.reference)
    return row


@action
def record_result(
    by: By,
    reference: str,
    result: str,
    *,
    today: dt.date,
    on: dt.date | None = None,
    words: str = "",
    may: May = May.WORK_CASES,
) -> Referral:
    """Record what came of it: a strategy discussion, an enquiry, an assessment … An outcome that is
    a refusal in all but name waits to be challenged, as a refusal does. Raises Problem for an outcome
    that this receiver can't have, and for "no further action" without a reason."""
    row = held(by, may, reference)
    needs_offer(row, "record_result")
    receiver = rules_on(today).receiver(row.receiver)
    if result not in ResultKind.values or receiver is None or result not in receiver.outcomes:
        raise Problem("Choose what came of it.", "result")
    if result == ResultKind.NO_FURTHER and not words.strip():
        raise Problem("Write why there is no further action.", "words")
    day = _day(row, on, today)
    row.state, row.result, row.result_on = State.ENDED, result, day
    row.result_words, row.decided_on = words.strip(), row.decided_on or day
    end_clocks(by, row.reference, (*ANSWERS, ClockKind.RESULT), day, may)
    if is_refused(row):
        _refuse(by, row, day, today, may)
    else:
        _save(row)
    record(by, "referrals.result", row.reference, result=result, on=day)
    return row


def _save(row: Referral) -> None:
    row.version += 1
    row.save()
