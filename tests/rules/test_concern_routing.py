"""Where a concern has to go, and that nothing passes these rules."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from joinedup.concerns.choices import Allegation, Ending, Place, Receiver
from joinedup.concerns.rules.ages import Age
from joinedup.concerns.rules.routing import (
    AtRisk,
    Facts,
    Sent,
    endings_open,
    lives_with_abuse,
    needs,
    people_counted,
    problems,
    strictest,
    unmet,
    wrong_sending,
)
from joinedup.referrals.choices import AgeGroup

CHILD, TEEN, SMALL, GROWN, OPEN = (
    AtRisk(Age(14, 14)), AtRisk(Age(13, 19)), AtRisk(Age(12, 12)), AtRisk(Age(40, 43)), AtRisk(None),
)  # fmt: skip
TO_CHILDREN = Sent(Receiver.CHILDREN, place=Place.LIVES)
LESS = (Ending.NO_ACTION, Ending.ADVICE, Ending.EARLY_HELP)


@pytest.mark.parametrize(
    ("facts", "whys"),
    [
        (Facts((CHILD,)), []),
        (Facts((CHILD,), has_indicator=True), ["exploitation_child"]),
        (Facts((TEEN,), has_indicator=True), ["exploitation_child"]),
        (Facts((OPEN,), has_indicator=True), ["exploitation_child"]),
        (Facts((), has_indicator=True), ["exploitation_child"]),
        (Facts((GROWN,), has_indicator=True), ["exploitation_adult"]),
        (Facts((GROWN, CHILD), has_indicator=True), ["exploitation_child", "exploitation_adult"]),
        (Facts((SMALL,), is_sexual=True), ["under_13_police", "under_13_children"]),
        (Facts((CHILD,), is_sexual=True), []),
        (Facts((GROWN,), is_sexual=True), []),
        (Facts((), allegation=Allegation.CHILDREN), ["allegation_children"]),
        (Facts((), allegation=Allegation.ADULTS), ["allegation_adults"]),
        (Facts((), allegation=Allegation.BOTH), ["allegation_children", "allegation_adults"]),
        (Facts((GROWN,), child_with_abuse=True), ["domestic_child"]),
        (Facts((CHILD,), has_indicator=True, child_with_abuse=True), ["exploitation_child"]),
    ],
)
def test_what_has_to_be_sent(facts, whys):
    assert [need.why for need in needs(facts)] == whys


@pytest.mark.parametrize(
    ("is_domestic", "is_said", "children", "lives"),
    [
        (True, False, [(True, AgeGroup.CHILD), (False, AgeGroup.ADULT)], True),
        (True, False, [(False, AgeGroup.CHILD)], True),
        (True, False, [(True, AgeGroup.UNKNOWN)], True),
        (True, False, [(False, AgeGroup.UNKNOWN), (True, AgeGroup.ADULT)], False),
        (True, True, [], True),
        (False, False, [(True, AgeGroup.CHILD)], False),
    ],
)
def test_a_child_named_beside_domestic_abuse_lives_with_it(is_domestic, is_said, children, lives):
    assert lives_with_abuse(is_domestic, is_said, children) is lives


@pytest.mark.parametrize("ending", LESS)
def test_a_child_who_lives_with_domestic_abuse_is_sent_or_the_reason_is_told(ending):
    facts = Facts((GROWN,), child_with_abuse=True)
    assert set(endings_open(facts)) == set(Ending)
    assert problems(facts, ending, []) == ("domestic_child",)
    assert problems(facts, ending, [Sent(Receiver.POLICE)]) == ("domestic_child",)
    assert problems(facts, ending, [TO_CHILDREN]) == ()
    assert problems(facts, ending, [], "The father, whom they live with, has sent it himself") == ()


def test_the_exploitation_team_gets_a_copy_and_never_the_referral():
    assert wrong_sending(Sent(Receiver.EXPLOITATION)) == "exploitation_team_is_copy"
    assert wrong_sending(Sent(Receiver.EXPLOITATION, is_copy=True)) == ""
    (need,) = needs(Facts((CHILD,), has_indicator=True))
    assert need.copy_to == (Receiver.EXPLOITATION,)
    only_team = [Sent(Receiver.EXPLOITATION, is_copy=True)]
    assert unmet([need], only_team) == (need,)


def test_childrens_social_care_is_chosen_by_where_the_child_lives_or_was_found():
    facts = Facts((CHILD,), has_indicator=True)
    assert "place_of_child" in problems(facts, Ending.ONWARD, [Sent(Receiver.CHILDREN)])
    for place in Place:
        assert problems(facts, Ending.ONWARD, [Sent(Receiver.CHILDREN, place=place)]) == ()


def test_an_adult_who_is_exploited_goes_to_adult_social_care_or_the_police():
    facts = Facts((GROWN,), has_indicator=True)
    for receiver in (Receiver.ADULTS, Receiver.POLICE):
        assert problems(facts, Ending.ONWARD, [Sent(receiver)]) == ()
    assert problems(facts, Ending.ONWARD, [TO_CHILDREN]) == ("exploitation_adult",)


def test_sent_on_means_sent():
    assert problems(Facts((CHILD,)), Ending.ONWARD, []) == ("nothing_sent",)
    copy = Sent(Receiver.EXPLOITATION, is_copy=True)
    assert problems(Facts((CHILD,)), Ending.ONWARD, [copy]) == ("nothing_sent",)


def test_the_one_who_needs_most_care_counts():
    assert strictest([GROWN, TEEN, CHILD]) is AgeGroup.CHILD
    assert strictest([GROWN, TEEN]) is AgeGroup.UNKNOWN
    assert strictest([GROWN]) is AgeGroup.ADULT
    assert strictest([]) is AgeGroup.UNKNOWN


def test_no_field_of_the_facts_can_carry_a_label_that_diverts():
    facts = {"people", "has_indicator", "is_sexual", "child_with_abuse", "allegation"}
    assert set(Facts.__slots__) == facts
    assert AtRisk.__slots__ == ("age",)


PEOPLE = st.lists(
    st.builds(AtRisk, st.one_of(st.none(), st.builds(lambda a, b: Age(min(a, b), max(a, b)),
              st.integers(0, 120), st.integers(0, 120)))),
    max_size=4,
).map(tuple)  # fmt: skip
SENDINGS = st.lists(
    st.builds(
        Sent, st.sampled_from([one.value for one in Receiver]), st.booleans(),
        st.sampled_from(["", "lives", "found", "placed"]),
    ),
    max_size=5,
)  # fmt: skip


@given(PEOPLE, SENDINGS, st.sampled_from(Ending), st.booleans(), st.sampled_from(Allegation))
def test_no_decision_passes_with_an_indicator_unless_social_care_or_police_have_it(
    people, sendings, ending, is_sexual, allegation
):
    facts = Facts(people, True, is_sexual, allegation)
    if problems(facts, ending, sendings):
        return
    assert ending not in LESS
    real = [one for one in sendings if not one.is_copy]
    assert all(one.receiver != Receiver.EXPLOITATION for one in real)
    to = {one.receiver for one in real}
    if not people or any(one.age is None or one.age.youngest < 18 for one in people):
        assert any(
            one.receiver == Receiver.CHILDREN and one.place in ("lives", "found") for one in real
        )
    if any(one.age is not None and one.age.youngest >= 18 for one in people):
        assert to & {Receiver.ADULTS, Receiver.POLICE}


@given(PEOPLE, SENDINGS, st.sampled_from(Ending), st.booleans())
def test_sexual_activity_of_somebody_who_may_be_under_13_reaches_police_and_social_care(
    people, sendings, ending, has_indicator
):
    facts = Facts(people, has_indicator, is_sexual=True)
    young = any(one.age is not None and one.age.youngest < 13 for one in people)
    if young and not problems(facts, ending, sendings):
        to = {one.receiver for one in sendings if not one.is_copy}
        assert {Receiver.POLICE, Receiver.CHILDREN} <= to


@given(PEOPLE, st.booleans(), st.booleans(), st.sampled_from(Allegation))
def test_with_any_hard_need_only_sending_on_or_a_case_is_open(people, one, two, allegation):
    facts = Facts(people, one, two, allegation)
    if needs(facts):
        assert set(endings_open(facts)) == {Ending.ONWARD, Ending.CASE}
    else:
        assert set(endings_open(facts)) == set(Ending)


@given(
    st.lists(
        st.tuples(st.booleans(), PEOPLE.filter(bool).map(lambda some: some[0].age)), max_size=5
    )
)
def test_who_is_or_may_be_under_18_counts_in_whatever_role(people):
    counted = [one.age for one in people_counted(people)]
    for is_at_risk, age in people:
        if is_at_risk or (age is not None and age.youngest < 18):
            assert age in counted
    grown = [age for is_at_risk, age in people if age and age.youngest >= 18 and not is_at_risk]
    assert len(counted) <= len(people) - len(grown)
