"""Challenges: opened in one click, settled or taken on, dissent kept."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import IntegrityError, transaction

from joinedup.access.choices import Role
from joinedup.access.permission import Refused, by_user
from joinedup.access.problems import Problem
from joinedup.clocks.choices import ClockKind, Outcome
from joinedup.clocks.models import Clock
from joinedup.referrals import actions
from joinedup.referrals.choices import ChallengeState, State, WhyChallenged
from joinedup.referrals.models import Challenge, ChallengeStage, SeniorAlert
from tests.factories import assurance as make
from tests.factories import referrals as hand

pytestmark = pytest.mark.django_db
TODAY = hand.TODAY
DAY = dt.timedelta(days=1)


@pytest.fixture
def duty():
    return hand.worker()


@pytest.fixture
def refused(duty):
    return hand.declined(duty)


@pytest.fixture
def raised(duty, refused):
    return actions.challenge(duty, refused.reference, today=TODAY)


def blocking(guard):
    return Clock.objects.filter(guard=guard, outcome=Outcome.OPEN, blocks_closing=True)


def test_a_refusal_is_challenged_in_one_click(raised, refused):
    assert (raised.why, raised.stage) == (WhyChallenged.DECLINED, 1)
    assert raised.words
    stage = raised.stages.get()
    assert (stage.who, stage.due_on) == ("practitioners", dt.date(2026, 6, 17))
    (clock,) = blocking(refused.guard)
    assert (clock.kind, clock.about) == (ClockKind.ESCALATION, raised.reference)


def test_a_silence_is_challenged_only_after_its_day(duty):
    row = hand.sent(duty)
    with pytest.raises(Problem, match="still have time"):
        actions.challenge(duty, row.reference, today=TODAY + DAY)
    made = actions.challenge(duty, row.reference, today=TODAY + 2 * DAY)
    assert made.why == WhyChallenged.SILENT


def test_one_challenge_runs_at_a_time(duty, refused, raised):
    with pytest.raises(Problem, match="already"):
        actions.challenge(duty, refused.reference, today=TODAY)
    with pytest.raises(Problem, match="Settle it first"):
        actions.let_stand(duty, refused.reference, "Enough", today=TODAY)
    with pytest.raises(IntegrityError), transaction.atomic():
        Challenge.objects.create(
            guard=refused.guard, about="x", referral=refused, why="silent", words="x",
            stages_hash="x", opened_on=TODAY,
        )  # fmt: skip


def test_a_stage_without_agreement_keeps_the_dissent_and_starts_the_next(duty, raised):
    with pytest.raises(Problem, match="stays on record"):
        actions.go_on(duty, raised.reference, "Threshold not met", "", today=TODAY)
    row = actions.go_on(
        duty, raised.reference, "Threshold not met", "She is in danger", today=TODAY + 2 * DAY
    )
    first, second = ChallengeStage.objects.filter(challenge=row).order_by("number")
    assert (first.dissent, first.is_settled) == ("She is in danger", False)
    assert (second.who, second.due_on) == ("their managers", dt.date(2026, 6, 24))
    (clock,) = blocking(row.guard)
    assert clock.due_on == second.due_on


def test_the_last_stage_reaches_a_senior_and_then_ends_with_its_dissent(duty, raised):
    SeniorAlert.objects.all().delete()
    for number in (1, 2, 3):
        actions.go_on(duty, raised.reference, "No", f"Still wrong {number}", today=TODAY)
    assert SeniorAlert.objects.get().trigger == "trigger.last_stage"
    row = actions.go_on(duty, raised.reference, "No", "On record", today=TODAY)
    assert (row.state, row.result) == (ChallengeState.UNSETTLED, "On record")
    assert not blocking(row.guard).exists()
    with pytest.raises(Problem, match="has ended"):
        actions.go_on(duty, raised.reference, "", "More", today=TODAY)


def test_a_changed_decision_makes_the_refusal_an_acceptance(duty, raised, refused):
    with pytest.raises(Problem, match="what was agreed"):
        actions.settle(duty, raised.reference, "", today=TODAY, has_changed=True)
    actions.settle(duty, raised.reference, "They assess her", today=TODAY, has_changed=True)
    assert hand.again(refused).state == State.ACCEPTED
    (clock,) = blocking(refused.guard)
    assert clock.kind == ClockKind.RESULT


def test_a_challenge_may_settle_without_a_change(duty):
    refused = hand.declined(duty, signs=False)
    raised = actions.challenge(duty, refused.reference, today=TODAY)
    row = actions.settle(
        duty, raised.reference, "Early help, with a date", today=TODAY, has_changed=False
    )
    assert (row.state, row.has_changed) == (ChallengeState.AGREED, False)
    assert hand.again(refused).state == State.DECLINED
    assert not blocking(refused.guard).exists()


def test_nobody_else_takes_a_challenge_on(raised):
    other = by_user(make.account(Role.PARTNER, name="Pat Partner"))
    with pytest.raises(Refused):
        actions.go_on(other, raised.reference, "", "x", today=TODAY)
    with pytest.raises(Refused):
        actions.settle(other, raised.reference, "x", today=TODAY, has_changed=False)
    assert Challenge.objects.get().state == ChallengeState.OPEN


def test_the_database_keeps_dissent_and_ends_with_words(raised):
    with pytest.raises(IntegrityError), transaction.atomic():
        ChallengeStage.objects.filter(challenge=raised).update(ended_on=TODAY)
    with pytest.raises(IntegrityError), transaction.atomic():
        Challenge.objects.filter(pk=raised.pk).update(state=ChallengeState.AGREED, ended_on=TODAY)
