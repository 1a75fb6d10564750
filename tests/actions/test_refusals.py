"""A refusal about a child with clear signs of exploitation: by whatever name, never settled alone."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction

from joinedup.access.choices import Role
from joinedup.access.permission import Refused, by_user
from joinedup.access.problems import Problem
from joinedup.clocks.models import Clock
from joinedup.concerns import actions as concerns
from joinedup.concerns.choices import Ending, Receiver
from joinedup.concerns.queries.answers import may_end_now
from joinedup.referrals import actions
from joinedup.referrals.models import Referral, SeniorAlert
from joinedup.referrals.queries.lists import desk_of
from joinedup.referrals.queries.refusals import REFUSED, is_refused, refusals_unanswered
from joinedup.referrals.queries.rules import rules_on
from tests.factories import assurance as make
from tests.factories import concerns as worry
from tests.factories import referrals as hand

pytestmark = pytest.mark.django_db
TODAY = hand.TODAY
WHY = "The strategy discussion of her school covers this already"


@pytest.fixture
def duty():
    return hand.worker()


@pytest.fixture
def lead():
    return by_user(make.account(Role.SAFEGUARDING_LEAD, name="Lea Lead"))


@pytest.fixture
def row(duty):
    return hand.sent(duty)


def ended(duty, row, result):
    return actions.record_result(duty, row.reference, result, words="Not met", today=TODAY)


def open_kinds(row):
    clocks = Clock.objects.filter(guard=row.guard, outcome="open", blocks_closing=True)
    return sorted(clocks.values_list("kind", flat=True))


@pytest.mark.parametrize("result", ["early_help", "no_further"])
def test_an_outcome_that_decides_nothing_is_challenged_and_reaches_a_senior(duty, row, result):
    ended(duty, row, result)
    assert open_kinds(row) == ["challenge"]
    assert SeniorAlert.objects.get(subject=row.reference).trigger == "trigger.child_refused"
    (shown,) = desk_of(duty.user, rules_on(TODAY), TODAY).refused
    assert shown.row == row and row.about in refusals_unanswered().values_list("about", flat=True)
    raised = actions.challenge(duty, row.reference, today=TODAY)
    assert raised.why == "result" and open_kinds(row) == ["escalation"]


@pytest.mark.parametrize("result", ["strategy", "section_47", "assessment"])
def test_a_decision_of_social_care_is_none(duty, row, result):
    ended(duty, row, result)
    assert open_kinds(row) == [] and not SeniorAlert.objects.exists()


def test_early_help_without_signs_is_an_outcome(duty):
    row = hand.sent(duty, signs=False)
    ended(duty, row, "early_help")
    assert open_kinds(row) == []


def test_the_database_finds_the_refusals_that_the_rule_names(duty):
    for signs in (True, False):
        for result in ("early_help", "no_further", "strategy"):
            ended(duty, hand.sent(duty, signs=signs), result)
    hand.declined(duty, signs=False)
    found = set(Referral.objects.filter(REFUSED))
    assert found == {one for one in Referral.objects.all() if is_refused(one)} and len(found) == 3


def test_a_changed_outcome_is_awaited_anew_until_it_is_recorded(duty, row):
    ended(duty, row, "no_further")
    raised = actions.challenge(duty, row.reference, today=TODAY)
    actions.settle(duty, raised.reference, "They will meet", today=TODAY, has_changed=True)
    row = hand.again(row)
    assert (row.state, row.result) == ("accepted", "") and "No further action" in row.remarks
    assert open_kinds(row) == ["result"]
    ended(duty, row, "strategy")
    assert open_kinds(row) == []


def test_a_challenge_settles_only_the_refusal_that_it_was_about(duty, row):
    actions.decline(duty, row.reference, "Below threshold", today=TODAY)
    raised = actions.challenge(duty, row.reference, today=TODAY)
    actions.settle(duty, raised.reference, "They take it", today=TODAY, has_changed=True)
    actions.decline(duty, row.reference, "Below it again", today=TODAY)
    row = hand.again(row)
    assert row.refusals == 2 and "Below threshold" in row.remarks
    assert open_kinds(row) == ["challenge"]
    assert row.about in refusals_unanswered().values_list("about", flat=True)


def test_a_refusal_during_a_challenge_of_silence_is_what_it_is_about(duty, row):
    raised = actions.challenge(duty, row.reference, today=TODAY.replace(day=29))
    actions.decline(duty, row.reference, "Below it", today=TODAY.replace(day=29))
    raised.refresh_from_db()
    assert raised.refusal == 1 and open_kinds(row) == ["escalation"]


def test_a_refusal_about_an_exploited_child_stands_by_two_signatures(duty, lead, row):
    actions.decline(duty, row.reference, "Below threshold", today=TODAY)
    with pytest.raises(Problem, match="whole sentence"):
        actions.let_stand(duty, row.reference, "x", today=TODAY)
    actions.let_stand(duty, row.reference, WHY, today=TODAY)
    assert hand.again(row).stands_because == "" and open_kinds(row) == ["challenge"]
    assert row.about in refusals_unanswered().values_list("about", flat=True)
    with pytest.raises(Refused):
        actions.sign_stand(duty, row.reference, WHY, today=TODAY)
    with pytest.raises(Problem, match="whole sentence"):
        actions.sign_stand(lead, row.reference, "ok", today=TODAY)
    actions.sign_stand(lead, row.reference, "I spoke to their manager today", today=TODAY)
    row = hand.again(row)
    assert (row.stands_because, row.stand_signed_by, open_kinds(row)) == (WHY, lead.user, [])


def test_nobody_signs_what_they_asked_for_themselves(lead):
    row = hand.declined(lead)
    with pytest.raises(Problem, match="Nobody has asked"):
        actions.sign_stand(lead, row.reference, WHY, today=TODAY)
    actions.let_stand(lead, row.reference, WHY, today=TODAY)
    with pytest.raises(Problem, match="Somebody else"):
        actions.sign_stand(lead, row.reference, WHY, today=TODAY)


def test_a_second_person_says_that_it_does_not_stand(duty, lead, row):
    actions.decline(duty, row.reference, "Below threshold", today=TODAY)
    actions.let_stand(duty, row.reference, WHY, today=TODAY)
    actions.refuse_stand(lead, row.reference, "Their threshold does not say that", today=TODAY)
    row = hand.again(row)
    assert row.stand_asked_by is None and row.stand_answer and open_kinds(row) == ["challenge"]
    assert actions.challenge(duty, row.reference, today=TODAY).stage == 1


def test_agreeing_without_a_change_asks_for_the_second_signature(duty, lead, row):
    actions.decline(duty, row.reference, "Below threshold", today=TODAY)
    raised = actions.challenge(duty, row.reference, today=TODAY)
    with pytest.raises(Problem, match="whole sentence"):
        actions.settle(duty, raised.reference, "Early help", today=TODAY, has_changed=False)
    actions.settle(duty, raised.reference, WHY, today=TODAY, has_changed=False)
    assert open_kinds(row) == ["challenge"] and hand.again(row).stand_asked_because == WHY
    actions.sign_stand(lead, row.reference, "I read their plan for her", today=TODAY)
    assert open_kinds(row) == []


def test_a_refusal_after_one_that_stood_is_open_again(duty, lead, row):
    actions.decline(duty, row.reference, "Below threshold", today=TODAY)
    actions.let_stand(duty, row.reference, WHY, today=TODAY)
    actions.sign_stand(lead, row.reference, "I read their plan for her", today=TODAY)
    actions.accept(duty, row.reference, today=TODAY)
    actions.decline(duty, row.reference, "Below it again", today=TODAY)
    assert hand.again(row).stands_because == "" and open_kinds(row) == ["challenge"]


def test_the_database_refuses_one_signature(duty, row):
    actions.decline(duty, row.reference, "Below threshold", today=TODAY)
    for asked in (None, duty.user):
        with pytest.raises(IntegrityError), transaction.atomic():
            Referral.objects.filter(pk=row.pk).update(
                stands_because="x", stand_asked_by=asked, stand_signed_by=asked
            )


def test_a_concern_ends_only_once_its_last_refusal_is_settled(lead):
    dot = worry.duty()
    concern = worry.taken(worry.child(), by=dot, types=("concern.sexual_exploitation",))
    row = worry.sent(dot, concern, Receiver.CHILDREN, "lives")
    version = worry.now(concern.reference).version
    concerns.decide(dot, concern.reference, Ending.ONWARD, "Because", version=version)
    day = row.sent_on
    for number in (1, 2):
        actions.decline(dot, row.reference, f"Below it, {number}", today=day)
        assert not may_end_now(worry.now(concern.reference))
        raised = actions.challenge(dot, row.reference, "", hand.rung(day), today=day)
        actions.settle(dot, raised.reference, "They take it", today=day, has_changed=True)
        assert not may_end_now(worry.now(concern.reference))
    actions.record_result(dot, row.reference, "early_help", today=day)
    with pytest.raises(Problem, match="not settled"):
        concerns.end_answered(dot, concern.reference)
    actions.let_stand(dot, row.reference, WHY, today=day)
    assert not may_end_now(worry.now(concern.reference))
    actions.sign_stand(lead, row.reference, "I read their plan for her", today=day)
    assert concerns.end_answered(dot, concern.reference).state == "ended"
