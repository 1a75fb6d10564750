"""Exploitation found in a case goes where it goes from the front door, and nothing gets past that."""

from __future__ import annotations

import datetime as dt

import pytest

from joinedup.access.choices import Role
from joinedup.access.permission import by_user
from joinedup.access.problems import Problem
from joinedup.cases import actions
from joinedup.cases.actions import NewPerson
from joinedup.cases.queries.facts import facts_of
from joinedup.cases.queries.sharing import age_of
from joinedup.cases.rules.closing import blocks
from joinedup.concerns.choices import Receiver
from joinedup.referrals import actions as onward
from joinedup.referrals.choices import AgeGroup, State
from joinedup.referrals.rules.sharing import Sending
from joinedup.subjects.actions import add_subject
from joinedup.subjects.rules.given import Given, GivenName
from tests.factories import assurance as make
from tests.factories import cases as hand
from tests.factories import concerns as worry
from tests.factories import referrals
from tests.factories.referrals import TODAY

pytestmark = pytest.mark.django_db

TOLD = Sending(channel="portal", basis="basis.legal_duty", told="told", agreed="yes")
CHILD_BORN, GROWN_BORN = dt.date(2012, 3, 4), dt.date(1980, 2, 3)


@pytest.fixture
def manager():
    return hand.manager()


def found(manager, people=None, **given):
    given |= {"people": people} if people else {}
    case = hand.ready(manager, **given)
    actions.find_exploitation(manager, case.reference)
    return actions.sign_exit(manager, case.reference, "Safe with her aunt", today=TODAY)


def codes(case, reason="safe"):
    found = blocks(facts_of(hand.again(case), TODAY), reason, TODAY)
    return [(one.code, one.about) for one in found]


def refer(manager, case, receiver, **given):
    return actions.refer_case(manager, case.reference, receiver, {}, today=TODAY, **given)


@pytest.mark.parametrize("reason", ["safe", "accepted", "declines"])
def test_a_case_of_an_exploited_child_stays_open_until_social_care_has_been_told(manager, reason):
    case = found(manager)
    assert ("unsent", "exploitation_child") in codes(case, reason)
    with pytest.raises(Problem, match="1 thing is"):
        hand.asked(manager, case)
    drafted = refer(manager, case, Receiver.CHILDREN)
    assert ("unsent", "exploitation_child") in codes(case)
    onward.send(manager, drafted.reference, referrals.SAID, today=TODAY)
    onward.record_result(manager, drafted.reference, "section_47", today=TODAY)
    assert codes(case) == []


def test_a_copy_to_the_exploitation_team_and_other_services_do_not_stand_in_for_it(manager):
    case = found(manager)
    referrals.sent(manager, case.guard, receiver=Receiver.POLICE)
    assert ("unsent", "exploitation_child") in codes(case)


def test_a_referral_made_before_anybody_knew_of_exploitation_does_not_count(manager):
    case = hand.ready(manager)
    row = refer(manager, case, Receiver.CHILDREN)
    onward.send(manager, row.reference, referrals.SAID, today=TODAY)
    actions.find_exploitation(manager, case.reference)
    assert ("unsent", "exploitation_child") in codes(case)


def test_a_referral_of_the_concern_that_the_case_came_from_counts(manager):
    case, dot = hand.ready(manager), worry.duty()
    concern = worry.taken(worry.child("14"), by=dot, types=("concern.sexual_exploitation",))
    worry.sent(dot, concern, Receiver.CHILDREN, "lives")
    lead = by_user(make.account(Role.SAFEGUARDING_LEAD, name="Lea"))
    actions.link_concern(lead, case.reference, concern.reference, concern.guard, today=TODAY)
    assert "unsent" not in [code for code, _ in codes(case)]


def test_a_case_of_an_exploited_adult_needs_adult_social_care_or_the_police(manager):
    case = found(manager, people=[NewPerson("Ann Oakes", "adult", GROWN_BORN)], route="section_42")
    assert ("unsent", "exploitation_adult") in codes(case, "declines")
    row = refer(manager, case, Receiver.ADULTS)
    assert (row.age, row.has_indicators) == (AgeGroup.ADULT, True)
    onward.send(manager, row.reference, TOLD, today=TODAY)
    assert "unsent" not in [code for code, _ in codes(case)]


def test_an_entry_made_in_error_needs_no_referral(manager):
    assert codes(found(manager), "error") == []


def test_the_age_of_a_referral_is_that_of_the_case_and_signs_are_never_left_out(manager):
    case = found(manager)
    row = refer(manager, case, Receiver.POLICE)
    assert (row.age, row.has_indicators) == (AgeGroup.CHILD, True)
    with pytest.raises(Problem, match="not a way round"):
        refer(manager, case, "receiver.early_help")


def test_the_birthday_of_a_record_decides_about_the_age_of_a_case(manager):
    name = GivenName("Jo", "", "Lowther")
    record = add_subject(manager, Given(names=(name,), born="4 March 2012"), today=TODAY)
    case = found(manager, people=[NewPerson("Jo Lowther", "adult")])
    case.subjects.update(subject=record.reference)
    assert age_of(case, TODAY) == AgeGroup.CHILD
    assert ("unsent", "exploitation_child") in codes(case)
    assert refer(manager, case, Receiver.POLICE).age == AgeGroup.CHILD


@pytest.mark.parametrize(("age", "born"), [("adult", CHILD_BORN), ("child", GROWN_BORN)])
def test_a_word_that_the_birthday_contradicts_is_refused_at_entry(manager, age, born):
    with pytest.raises(Problem, match="date of birth says"):
        hand.opened(manager, people=[NewPerson("Jo", age, born)])
    case = hand.opened(manager)
    with pytest.raises(Problem, match="date of birth says"):
        actions.add_person(manager, case.reference, NewPerson("Jo", age, born), today=TODAY)


def test_a_birthday_alone_tells_the_age(manager):
    case = hand.opened(manager, people=[NewPerson("Jo", "unknown", CHILD_BORN)])
    assert case.subjects.get().age == AgeGroup.CHILD


def test_a_case_of_an_exploited_child_is_never_kept_back_from_social_care(manager):
    case = found(manager)
    with pytest.raises(Problem, match="have to be told"):
        actions.keep_case_back(
            manager, case.reference, Receiver.CHILDREN, "basis.not_needed", "x", today=TODAY
        )
    row = refer(manager, case, Receiver.CHILDREN)
    with pytest.raises(Problem, match="has to be told"):
        onward.keep_back(manager, row.reference, "basis.not_needed", "x", today=TODAY)
    assert onward.send(manager, row.reference, referrals.SAID, today=TODAY).state == State.SENT
    again = refer(manager, case, Receiver.CHILDREN)
    kept = onward.keep_back(manager, again.reference, "basis.known_already", "Sent", today=TODAY)
    assert kept.state == State.KEPT_BACK


def test_of_two_services_that_may_be_told_of_an_adult_the_last_is_not_kept_out(manager):
    case = found(manager, people=[NewPerson("Ann Oakes", "adult", GROWN_BORN)], route="section_42")
    with pytest.raises(Problem, match="one of several"):
        actions.keep_case_back(
            manager, case.reference, Receiver.POLICE, "basis.not_needed", "x", today=TODAY
        )
