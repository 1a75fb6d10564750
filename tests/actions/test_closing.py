"""Closing: refused while anything blocks, signed by a second person, and coming back."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import IntegrityError, transaction

from joinedup.access.choices import Role
from joinedup.access.permission import Refused, by_user
from joinedup.access.problems import Problem
from joinedup.cases import actions
from joinedup.cases.actions import NewPerson
from joinedup.cases.choices import CaseState
from joinedup.cases.models import Case, CaseConcern, Closing, PanelListing
from joinedup.cases.queries.facts import facts_of
from joinedup.cases.rules.closing import Asked, blocks
from joinedup.clocks.choices import Outcome
from joinedup.clocks.models import Clock
from joinedup.referrals import actions as onward
from tests.factories import assurance as make
from tests.factories import cases as hand
from tests.factories import referrals

pytestmark = pytest.mark.django_db
TODAY = hand.TODAY
DAY = dt.timedelta(days=1)


@pytest.fixture
def manager():
    return hand.manager()


@pytest.fixture
def second():
    return hand.manager("Sec Ond")


def close(by, case, said=hand.SAFE):
    return actions.ask_to_close(by, case.reference, said, today=TODAY)


def test_two_people_close_a_case(manager, second):
    case = hand.closed(manager, second)
    assert (case.state, case.closed_by, case.countersigned_by) == (
        CaseState.CLOSED, manager.user, second.user,
    )  # fmt: skip
    assert not Clock.objects.filter(about=case.reference, outcome=Outcome.OPEN).exists()


def test_the_one_who_asked_never_signs(manager):
    case = hand.ready(manager)
    waits = close(manager, case)
    with pytest.raises(Problem, match="Somebody else must sign"):
        actions.countersign(manager, case.reference, waits.pk, today=TODAY)
    assert hand.again(case).state == CaseState.ASKED
    with pytest.raises(IntegrityError), transaction.atomic():
        Closing.objects.filter(pk=waits.pk).update(
            answered_by=manager.user, answered_on=TODAY, is_signed=True
        )


def test_an_undecided_referral_keeps_a_case_open(manager, second):
    case = hand.ready(manager)
    row = referrals.sent(manager, case.guard)
    with pytest.raises(Problem, match="1 thing is"):
        close(manager, case)
    onward.record_result(manager, row.reference, "strategy", today=TODAY)
    assert close(manager, case)


def test_a_referral_about_the_concern_keeps_the_case_open_too(manager):
    case = hand.ready(manager)
    duty = referrals.worker(Role.SAFEGUARDING_LEAD)
    guard = referrals.guard()
    referrals.sent(duty, guard)
    actions.link_concern(duty, case.reference, guard.about, guard, today=TODAY)
    with pytest.raises(Problem, match="1 thing is"):
        close(manager, case)


def test_a_refusal_and_a_challenge_keep_a_case_open(manager):
    case = hand.ready(manager)
    row = referrals.declined(manager, case.guard, signs=False)
    assert [one.code for one in blocks(facts_of(case, TODAY), "safe", TODAY)] == ["challenge"]
    raised = onward.challenge(manager, row.reference, today=TODAY)
    assert [one.code for one in blocks(facts_of(case, TODAY), "safe", TODAY)] == ["escalation"]
    onward.settle(manager, raised.reference, "Early help", today=TODAY, has_changed=False)
    assert close(manager, case)


def test_exploitation_needs_a_signed_exit_assessment(manager, second):
    case = hand.ready(manager, has_exploitation=True)
    row = referrals.sent(manager, case.guard)
    onward.record_result(manager, row.reference, "section_47", today=TODAY)
    with pytest.raises(Problem, match="1 thing is"):
        close(manager, case)
    worker = by_user(hand.worker())
    with pytest.raises(Refused):
        actions.sign_exit(worker, case.reference, "Safe", today=TODAY)
    actions.sign_exit(manager, case.reference, "She has a plan and people", today=TODAY)
    assert hand.closed(manager, second, hand.again(case)).state == CaseState.CLOSED


def test_overdue_supervision_keeps_a_case_open(manager):
    with pytest.raises(Problem, match="1 thing is"):
        close(manager, hand.opened(manager))


def test_somebody_near_18_needs_a_plan(manager):
    case = hand.ready(manager, people=[NewPerson("Jo", "child", dt.date(2008, 9, 1))])
    with pytest.raises(Problem, match="1 thing is"):
        close(manager, case)
    actions.plan_transition(manager, case.reference, "Adviser from her birthday", today=TODAY)
    assert close(manager, case)


def test_the_guard_is_asked_again_when_the_second_person_signs(manager, second):
    case = hand.ready(manager)
    waits = close(manager, case)
    referrals.sent(manager, case.guard)
    with pytest.raises(Problem, match="1 thing is"):
        actions.countersign(second, case.reference, waits.pk, today=TODAY)
    assert hand.again(case).state == CaseState.ASKED


def test_a_short_case_needs_the_managers_reason(manager, second):
    case = hand.ready(manager, on=TODAY - 30 * DAY)
    waits = close(manager, case)
    with pytest.raises(Problem, match="so soon"):
        actions.countersign(second, case.reference, waits.pk, today=TODAY)
    case = actions.countersign(second, case.reference, waits.pk, "Moved to Wales", today=TODAY)
    assert (case.is_short, case.short_reason) == (True, "Moved to Wales")


def test_a_body_that_accepts_in_writing_passes_all_but_referrals(manager, second):
    case = hand.opened(manager, has_exploitation=True)
    said = Asked("accepted", "They lead now")
    with pytest.raises(Problem, match="written acceptance"):
        close(manager, case, said)
    hand.accepted_outside(manager, case)
    row = referrals.sent(manager, case.guard)
    with pytest.raises(Problem, match="1 thing is"):
        close(manager, case, said)
    onward.record_result(manager, row.reference, "section_47", today=TODAY)
    waits = close(manager, case, said)
    assert (waits.body, waits.body_letter) == ("Saltby County Council", "Letter of 3 June")
    assert actions.countersign(second, case.reference, waits.pk, "x", today=TODAY).closed_on


def test_death_closes_with_two_signatures_whatever_is_open(manager, second):
    case = hand.opened(manager)
    referrals.sent(manager, case.guard)
    waits = close(manager, case, Asked("died", "Told by the hospital"))
    assert actions.countersign(second, case.reference, waits.pk, "x", today=TODAY).closed_on


def test_a_child_never_declines(manager):
    case = hand.ready(manager)
    said = Asked(
        "declines", "She wants no help from us now", is_uncoerced=True, is_nobody_else_at_risk=True
    )
    with pytest.raises(Problem, match="Only an adult"):
        close(manager, case, said)


def test_a_refused_closing_goes_on_with_the_reason(manager, second):
    case = hand.ready(manager)
    waits = close(manager, case)
    with pytest.raises(Problem):
        actions.refuse_closing(second, case.reference, waits.pk, "", today=TODAY)
    case = actions.refuse_closing(second, case.reference, waits.pk, "Too soon", today=TODAY)
    assert case.state == CaseState.OPEN


def test_only_a_manager_signs(manager):
    case = hand.ready(manager)
    waits = close(manager, case)
    with pytest.raises(Refused):
        actions.countersign(by_user(hand.worker()), case.reference, waits.pk, today=TODAY)
    with pytest.raises(Refused):
        actions.refuse_closing(by_user(hand.worker()), case.reference, waits.pk, "No", today=TODAY)


def test_taking_somebody_off_a_panels_list_asks_the_same(manager, second):
    case = hand.opened(manager)
    listed = actions.list_at_panel(manager, case.reference, "mace", "Seen in the park", today=TODAY)
    with pytest.raises(Problem, match="1 thing is"):
        actions.ask_to_remove(manager, case.reference, listed.reference, hand.SAFE, today=TODAY)
    hand.supervised(manager, case)
    waits = actions.ask_to_remove(manager, case.reference, listed.reference, hand.SAFE, today=TODAY)
    with pytest.raises(Problem, match="Somebody else"):
        actions.countersign(manager, case.reference, waits.pk, today=TODAY)
    actions.countersign(second, case.reference, waits.pk, today=TODAY)
    listed = PanelListing.objects.get()
    assert (listed.removed_on, listed.countersigned_by) == (TODAY, second.user)
    assert hand.again(case).state == CaseState.OPEN


def test_a_new_concern_always_gets_an_answer_with_its_reason(manager, second):
    case = hand.closed(manager, second)
    lead = make.lead("Lea Lead")
    guard = referrals.guard()
    with pytest.raises(Problem, match="Choose"):
        actions.answer_new_concern(
            lead, case.reference, guard.about, guard, "", "x", today=TODAY + DAY
        )
    with pytest.raises(Problem, match="why"):
        actions.answer_new_concern(
            lead, case.reference, guard.about, guard, "neither", "", today=TODAY + DAY
        )
    actions.answer_new_concern(
        lead, case.reference, guard.about, guard, "reopen", "Seen again", today=TODAY + 40 * DAY
    )
    now = hand.again(case)
    assert (now.state, now.days_closed, now.times_reopened) == (CaseState.OPEN, 40, 1)
    assert CaseConcern.objects.get().verdict == "reopen"
    with pytest.raises(Problem, match="is open"):
        actions.reopen(lead, case.reference, "Again", today=TODAY)


@pytest.mark.parametrize(
    "wrong",
    [
        {"state": CaseState.CLOSED},
        {"close_reason": "safe"},
        {"closed_on": TODAY},
    ],
)
def test_the_database_itself_refuses_a_case_half_closed(manager, wrong):
    case = hand.opened(manager)
    with pytest.raises(IntegrityError), transaction.atomic():
        Case.objects.filter(pk=case.pk).update(**wrong)


@pytest.mark.parametrize(
    "wrong",
    [
        {"blocks_left": 1},
        {"has_exploitation": True},
        {"is_short": True},
        {"close_reason": "turned_18"},
        {"close_reason": ""},
        {"countersigned_by": None},
    ],
)
def test_the_database_refuses_a_closed_case_that_something_keeps_open(manager, second, wrong):
    case = hand.closed(manager, second)
    with pytest.raises(IntegrityError), transaction.atomic():
        Case.objects.filter(pk=case.pk).update(**wrong)


@pytest.mark.parametrize(
    "wrong",
    [
        {"reason": "disengaged"}, {"reason": "turned_18"}, {"reason": "accepted"},
        {"reason": "declines"}, {"words": ""},
    ],
)  # fmt: skip
def test_the_database_refuses_a_closing_without_a_reason_that_holds(manager, wrong):
    waits = close(manager, hand.ready(manager))
    with pytest.raises(IntegrityError), transaction.atomic():
        Closing.objects.filter(pk=waits.pk).update(**wrong)


def test_a_closed_case_takes_no_more_work(manager, second):
    case = hand.closed(manager, second)
    with pytest.raises(Problem, match="is closed"):
        actions.write_note(manager, case.reference, "note", "x", today=TODAY)
