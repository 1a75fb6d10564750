"""Where a case has to go in which exploitation was found, and whose birthday decides."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from joinedup.cases.rules.routing import (
    age_for,
    contradicts,
    group_of_person,
    hard_needs,
    left_to_send,
    strictest,
)
from joinedup.concerns.choices import Place, Receiver
from joinedup.concerns.rules.routing import Sent
from joinedup.referrals.choices import AgeGroup

TODAY = dt.date(2026, 11, 23)
CHILD, UNBORN, ADULT, UNKNOWN = AgeGroup.CHILD, AgeGroup.UNBORN, AgeGroup.ADULT, AgeGroup.UNKNOWN
BORN = st.none() | st.dates(dt.date(1930, 1, 1), dt.date(2027, 12, 31))
WORDS = st.sampled_from([one.value for one in AgeGroup])
SENT = st.lists(
    st.builds(
        Sent, st.sampled_from([one.value for one in Receiver]), st.booleans(), st.just(Place.LIVES)
    )
)


@pytest.mark.parametrize(
    ("word", "born", "group"),
    [
        ("adult", [dt.date(2012, 3, 4)], CHILD),
        ("child", [dt.date(1980, 3, 4)], ADULT),
        ("unknown", [None, dt.date(2012, 3, 4)], CHILD),
        ("adult", [dt.date(2000, 3, 4), dt.date(2012, 3, 4)], UNKNOWN),
        ("unborn", [None], UNBORN),
        ("adult", [None, None], ADULT),
        ("adult", [dt.date(2027, 1, 1)], ADULT),
        ("child", [dt.date(2008, 11, 23)], ADULT),
    ],
)
def test_a_birthday_wins_over_the_word_and_two_that_differ_leave_the_age_open(word, born, group):
    assert group_of_person(word, born, TODAY) is group


@pytest.mark.parametrize(
    ("word", "born_on", "is_wrong"),
    [
        ("adult", dt.date(2012, 3, 4), True), ("child", dt.date(1912, 3, 4), True),
        ("child", dt.date(2012, 3, 4), False), ("unknown", dt.date(2012, 3, 4), False),
        ("adult", None, False),
    ],
)  # fmt: skip
def test_a_word_that_the_birthday_contradicts_is_seen(word, born_on, is_wrong):
    assert contradicts(word, born_on, TODAY) is is_wrong


@given(st.lists(st.tuples(WORDS, st.lists(BORN, max_size=2)), max_size=4), SENT)
def test_exploitation_in_a_case_reaches_social_care_or_is_left_to_send(people, sent):
    groups = [group_of_person(word, born, TODAY) for word, born in people]
    left = left_to_send(hard_needs(groups, has_exploitation=True), sent)
    to = {one.receiver for one in sent if not one.is_copy}
    if not groups or any(one != ADULT for one in groups):
        assert (Receiver.CHILDREN in to) is ("exploitation_child" not in left)
    if ADULT in groups:
        assert bool(to & {Receiver.ADULTS, Receiver.POLICE}) is ("exploitation_adult" not in left)
    assert hard_needs(groups, has_exploitation=False) == ()


@given(st.lists(WORDS, max_size=4), st.sampled_from([one.value for one in Receiver]))
def test_a_referral_is_about_an_adult_only_where_nobody_may_be_a_child_or_it_is_theirs(groups, to):
    age = age_for(groups, to)
    if age is ADULT:
        assert ADULT in groups and (to == Receiver.ADULTS or strictest(groups) is ADULT)
    if CHILD in groups and to != Receiver.ADULTS:
        assert age is CHILD
