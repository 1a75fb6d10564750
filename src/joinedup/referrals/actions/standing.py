"""Letting a refusal stand: with a reason, and about a child with clear signs of exploitation only
once a second person has signed."""

from __future__ import annotations

import datetime as dt

from joinedup.access.choices import May
from joinedup.access.problems import Problem
from joinedup.audit.actor import By
from joinedup.audit.recorder import action, record
from joinedup.clocks.choices import ClockKind
from joinedup.referrals.choices import ChallengeState
from joinedup.referrals.models import Challenge, Referral
from joinedup.referrals.queries.refusals import is_short_reason, needs_two
from joinedup.referrals.queries.rules import rules_on
from joinedup.referrals.rules.refusals import UNCLEAR, why_not_sign
from joinedup.referrals.writing import end_clocks, held, needs_offer, start_clock, user_of

__all__ = ["let_stand", "refuse_stand", "sign_stand"]

CHALLENGE = "clock.referral_challenge"


@action
def let_stand(
    by: By, reference: str, reason: str, *, today: dt.date, may: May = May.WORK_CASES
) -> Referral:
    """Decide not to challenge a refusal, with the reason. About somebody who is or may be under 18,
    with clear signs of exploitation, this asks for it: it is settled once a second person signs, and
    its clock runs on. Raises Problem for a reason that says nothing, and while a challenge runs."""
    row = held(by, may, reference)
    needs_offer(row, "let_stand")
    _is_free(row)
    if not reason.strip():
        raise Problem("Write why the refusal is not challenged.", "reason")
    if is_short_reason(reason, today):
        raise Problem(UNCLEAR, "reason")
    if row.stands_because:
        raise Problem("This refusal stands already.")
    if needs_two(row):
        _ask(by, row, reason, today, may)
        record(by, "referrals.ask_to_let_stand", row.reference)
        return row
    row.stands_because = reason.strip()
    _save(row)
    end_clocks(by, row.reference, (ClockKind.CHALLENGE,), today, may)
    record(by, "referrals.let_stand", row.reference)
    return row


def _is_free(row: Referral) -> None:
    if Challenge.objects.filter(referral=row, state=ChallengeState.OPEN).exists():
        raise Problem("A challenge is under way. Settle it first.")


def _ask(by: By, row: Referral, reason: str, today: dt.date, may: May) -> None:
    asker = user_of(by)
    if asker is None:
        raise Problem("A person must ask for this.")
    # a refusal of before it was counted is the first
    row.refusals = row.refusals or 1
    row.stand_asked_because, row.stand_asked_on, row.stand_asked_by = reason.strip(), today, asker
    row.stand_answer = ""
    _save(row)
    rules = rules_on(today)
    start_clock(
        by, row, ClockKind.CHALLENGE, CHALLENGE, today, rules, may, blocks=True, is_ours=True
    )


@action
def sign_stand(
    by: By, reference: str, words: str, *, today: dt.date, may: May = May.MANAGE_CASES
) -> Referral:
    """Sign as the second person, with a reason of one's own, that a refusal stands. Raises Problem
    for whoever asked for it, for a reason that says nothing, and while a challenge runs."""
    row = _asked(by, reference, may)
    if is_short_reason(words, today):
        raise Problem(UNCLEAR, "words")
    row.stands_because, row.stand_answer = row.stand_asked_because, words.strip()
    row.stand_signed_by = user_of(by)
    _save(row)
    end_clocks(by, row.reference, (ClockKind.CHALLENGE,), today, may)
    record(by, "referrals.sign_stand", row.reference)
    return row


@action
def refuse_stand(
    by: By, reference: str, words: str, *, today: dt.date, may: May = May.MANAGE_CASES
) -> Referral:
    """Say as the second person, with the reason, that a refusal does not stand: it is to be
    challenged, and its clock runs on."""
    row = _asked(by, reference, may)
    if is_short_reason(words, today):
        raise Problem(UNCLEAR, "words")
    row.stand_asked_because, row.stand_asked_on, row.stand_asked_by = "", None, None
    row.stand_answer = words.strip()
    _save(row)
    record(by, "referrals.refuse_stand", row.reference)
    return row


def _asked(by: By, reference: str, may: May) -> Referral:
    row = held(by, may, reference)
    needs_offer(row, "let_stand")
    _is_free(row)
    if row.stands_because:
        raise Problem("This refusal stands already.")
    signer = user_of(by)
    why = why_not_sign(row.stand_asked_by_id, signer.pk if signer is not None else None)
    if why:
        raise Problem(why)
    return row


def _save(row: Referral) -> None:
    row.version += 1
    row.save()
