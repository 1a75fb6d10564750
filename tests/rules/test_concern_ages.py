"""How old somebody is, from a birthday or from words."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from joinedup.concerns.rules.ages import Age, age_from, age_on, group_of, read_age
from joinedup.referrals.choices import AgeGroup

TODAY = dt.date(2026, 11, 22)
CHILD, UNKNOWN, ADULT = AgeGroup.CHILD, AgeGroup.UNKNOWN, AgeGroup.ADULT


@pytest.mark.parametrize(
    ("words", "youngest", "oldest", "group"),
    [
        ("14", 14, 14, CHILD),
        ("14 years old", 14, 14, CHILD),
        ("about 14", 13, 15, CHILD),
        ("14ish", 13, 15, CHILD),
        ("14?", 13, 15, CHILD),
        ("13 or 14", 13, 14, CHILD),
        ("15-17", 15, 17, CHILD),
        ("16 to 18", 16, 18, UNKNOWN),
        ("17", 17, 17, CHILD),
        ("18", 18, 18, ADULT),
        ("about 17", 16, 18, UNKNOWN),
        ("about 18", 15, 21, UNKNOWN),
        ("looks 20", 17, 23, UNKNOWN),
        ("maybe 19", 16, 22, UNKNOWN),
        ("about 43", 40, 46, ADULT),
        ("teenager", 13, 19, UNKNOWN),
        ("young teen", 13, 15, CHILD),
        ("Year 9", 13, 14, CHILD),
        ("yr 6", 10, 11, CHILD),
        ("primary school", 4, 11, CHILD),
        ("sixth form", 16, 19, UNKNOWN),
        ("in college, says he is an adult", 18, 120, ADULT),
        ("baby", 0, 1, CHILD),
        ("8 months", 0, 0, CHILD),
        ("18 months", 1, 1, CHILD),
        ("6 weeks", 0, 0, CHILD),
        ("under 16", 0, 15, CHILD),
        ("not yet 13", 0, 12, CHILD),
        ("16 or under", 0, 16, CHILD),
        ("over 18", 18, 120, ADULT),
        ("18+", 18, 120, ADULT),
        ("65 and over", 65, 120, ADULT),
        ("early twenties", 20, 23, ADULT),
        ("late 20s", 27, 29, ADULT),
        ("forties", 40, 49, ADULT),
        ("elderly", 60, 120, ADULT),
        ("adult", 18, 120, ADULT),
        ("man", 16, 120, UNKNOWN),
        ("young woman", 16, 30, UNKNOWN),
        ("girl", 0, 25, UNKNOWN),
        ("young girl", 0, 17, CHILD),
    ],
)
def test_words_say_how_old_somebody_can_be(words, youngest, oldest, group):
    assert read_age(words) == Age(youngest, oldest)
    assert group_of(read_age(words)) is group


@pytest.mark.parametrize("words", ["", "   ", "not known", "?", "don't know", "350"])
def test_words_that_say_nothing_leave_the_age_open(words):
    assert read_age(words) is None
    assert group_of(read_age(words)) is UNKNOWN


@pytest.mark.parametrize(
    ("born_on", "words", "is_unborn", "group"),
    [
        (dt.date(2008, 11, 22), "", False, ADULT),
        (dt.date(2008, 11, 23), "", False, CHILD),
        (dt.date(2008, 2, 29), "", False, ADULT),
        (dt.date(2001, 5, 1), "about 14", False, UNKNOWN),
        (dt.date(2012, 5, 1), "looks 25", False, UNKNOWN),
        (dt.date(2012, 5, 1), "teenager", False, CHILD),
        (dt.date(2030, 1, 1), "", False, UNKNOWN),
        (None, "", True, CHILD),
        (None, "", False, UNKNOWN),
    ],
)
def test_a_birthday_and_words_are_read_together(born_on, words, is_unborn, group):
    assert group_of(age_from(born_on, words, is_unborn, TODAY)) is group


def test_a_birthday_on_29_february_is_kept_on_1_march():
    born = dt.date(2008, 2, 29)
    assert age_on(born, dt.date(2026, 2, 28)) == 17
    assert age_on(born, dt.date(2026, 3, 1)) == 18


@given(years=st.integers(0, 17), said=st.sampled_from(["{}", "about {}", "{} years", "maybe {}?"]))
def test_nobody_said_to_be_under_18_is_taken_for_an_adult(years, said):
    assert group_of(read_age(said.format(years))) is not ADULT


@given(st.text(max_size=60))
def test_any_words_at_all_can_be_read(words):
    age = read_age(words)
    assert age is None or 0 <= age.youngest <= age.oldest <= 120


@given(
    born=st.dates(dt.date(1930, 1, 1), dt.date(2026, 11, 22)),
    words=st.sampled_from(["", "about 14", "adult", "year 9", "elderly", "17"]),
)
def test_who_is_under_18_by_birthday_is_never_an_adult_by_words(born, words):
    if age_on(born, TODAY) < 18:
        assert group_of(age_from(born, words, False, TODAY)) is not ADULT
