"""A sign that the words show is answered before deciding, and one person alone makes no adult."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from joinedup.access.permission import Refused
from joinedup.access.problems import Problem
from joinedup.audit.actor import system
from joinedup.concerns import actions
from joinedup.concerns.choices import Ending, Receiver
from joinedup.concerns.models import ConcernPerson
from joinedup.concerns.queries.signs import signs_left
from joinedup.concerns.rules.ages import Age, group_of, younger_stays
from joinedup.concerns.rules.signs import is_answered
from joinedup.referrals.choices import AgeGroup
from tests.factories import concerns as worry

HOTEL = "Older men take her to a hotel."
CSE = "concern.sexual_exploitation"


@pytest.fixture
def dot():
    return worry.duty()


@pytest.fixture
def dee():
    return worry.duty("Dee Duty")


def decided(by, concern, ending=Ending.ADVICE):
    version = worry.now(concern.reference).version
    return actions.decide(by, concern.reference, ending, "Because", version=version)


@pytest.mark.django_db
def test_a_sign_that_is_shown_has_to_be_answered_before_deciding(dot):
    concern = worry.taken(worry.child("14"), by=dot, words=HOTEL)
    with pytest.raises(Problem, match="“older men”"):
        decided(dot, concern)
    with pytest.raises(Problem, match="Say why"):
        actions.answer_sign(dot, concern.reference, CSE, " ")
    with pytest.raises(Refused):
        actions.answer_sign(dot, concern.reference, "concern.cuckooing", "No")
    actions.answer_sign(dot, concern.reference, CSE, "Her uncles; they run the hotel")
    assert decided(dot, concern).state == "ended"


@pytest.mark.django_db
def test_a_named_kind_answers_the_sign_and_the_hard_rule_takes_over(dot):
    concern = worry.taken(worry.child("14"), by=dot, words=HOTEL)
    actions.name_types(dot, concern.reference, [CSE])
    with pytest.raises(Problem, match="social care"):
        decided(dot, concern)
    worry.sent(dot, concern, Receiver.CHILDREN, "lives")
    assert decided(dot, concern, Ending.ONWARD).state == "awaiting"


@pytest.mark.django_db
def test_what_joins_the_thread_later_is_asked_about_again(dot):
    concern = worry.taken(worry.child("14"), by=dot, words=HOTEL)
    worry.answered(dot, concern)
    more = worry.new(words="Now she has a second phone.")
    actions.add_information(dot, more, concern=concern.reference)
    with pytest.raises(Problem, match="second phone"):
        decided(dot, concern)


@pytest.mark.django_db
def test_a_decided_concern_takes_no_answer_about_signs(dot):
    concern = worry.taken(worry.child("14"), by=dot, words=HOTEL)
    decided(dot, worry.answered(dot, concern))
    assert not signs_left(worry.now(concern.reference), timezone.localdate())
    with pytest.raises(Problem, match="decided already"):
        actions.answer_sign(dot, concern.reference, CSE, "No")


WORDS = st.lists(st.sampled_from(["hotel", "older men", "taxi", "gifts"]))


@given(WORDS, WORDS)
def test_an_answer_never_covers_a_word_that_it_did_not_see(now, then):
    assert is_answered(now, [], then, []) is (not set(now) - set(then))


AGES = st.none() | st.builds(
    lambda a, b: Age(min(a, b), max(a, b)), st.integers(0, 90), st.integers(0, 90)
)


@given(AGES, AGES)
def test_the_younger_age_stays_wherever_a_child_would_become_anything_else(told, learnt):
    is_child = group_of(told) is AgeGroup.CHILD
    assert younger_stays(told, learnt) is (is_child and group_of(learnt) is not AgeGroup.CHILD)


def older(by, concern, **given):
    said = {"born_on": None, "age_words": "25", "how_known": "Her landlord says", **given}
    return actions.correct_age(by, concern.reference, concern.people.get().pk, **said)


@pytest.mark.django_db
def test_one_person_alone_makes_no_adult_of_a_child(dot, dee):
    concern = worry.taken(worry.child("14"), by=dot, types=(CSE,))
    row = older(dot, concern)
    assert (row.youngest, row.oldest, row.age_group) == (14, 25, AgeGroup.UNKNOWN)
    worry.sent(dot, concern, Receiver.POLICE)
    with pytest.raises(Problem, match="social care"):
        decided(dot, concern, Ending.ONWARD)
    with pytest.raises(Problem, match="No document"):
        actions.confirm_age(dee, concern.reference, row.pk)
    older(dot, concern, document="Passport")
    with pytest.raises(Problem, match="Somebody else"):
        actions.confirm_age(dot, concern.reference, row.pk)
    with pytest.raises(Refused):
        actions.confirm_age(system("x"), concern.reference, row.pk)
    row = actions.confirm_age(dee, concern.reference, row.pk)
    assert row.age_group == AgeGroup.ADULT
    assert worry.now(concern.reference).age_group == AgeGroup.ADULT


@pytest.mark.django_db
@pytest.mark.parametrize("between", ["about 17", "", "teenager"])
def test_an_age_in_between_is_no_way_round(dot, between):
    concern = worry.taken(worry.child("14"), by=dot)
    older(dot, concern, age_words=between)
    assert older(dot, concern).age_group == AgeGroup.UNKNOWN


@pytest.mark.django_db
def test_an_age_that_is_a_childs_after_all_needs_no_second_person(dot):
    concern = worry.taken(worry.child("14"), by=dot)
    older(dot, concern)
    row = older(dot, concern, age_words="15")
    assert (row.youngest, row.oldest, row.younger_words) == (15, 15, "")


@pytest.mark.django_db
def test_an_age_nobody_knew_is_written_down_by_one_person(dot):
    concern = worry.taken(worry.child(""), by=dot)
    assert older(dot, concern).age_group == AgeGroup.ADULT


@pytest.mark.django_db
def test_the_database_refuses_an_older_age_confirmed_by_whoever_wrote_it(dot):
    concern = worry.taken(worry.child("14"), by=dot)
    row = older(dot, concern, document="Passport")
    with pytest.raises(IntegrityError), transaction.atomic():
        ConcernPerson.objects.filter(pk=row.pk).update(age_confirmed_by=dot.user)
