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
        ("young teen", 12, 15, CHILD),
        ("Year 9", 13, 14, CHILD),
        ("yr 6", 10, 11, CHILD),
        ("primary school", 4, 11, CHILD),
        ("sixth form", 16, 19, UNKNOWN),
        ("in college, says he is an adult", 0, 120, UNKNOWN),
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
        ("young woman", 14, 30, UNKNOWN),
        ("girl", 0, 25, UNKNOWN),
        ("young girl", 0, 17, CHILD),
    ],
)
def test_words_say_how_old_somebody_can_be(words, youngest, oldest, group):
    assert read_age(words) == Age(youngest, oldest)
    assert group_of(read_age(words)) is group


@pytest.mark.parametrize(
    ("words", "oldest"),
    [
        ("nearly 18", 18), ("almost 18", 18), ("not 18 yet", 18), ("turns 18 in May", 18),
        ("18 next month", 18), ("18 in a year", 18), ("will be 18", 18), ("approaching 18", 18),
        ("pre 18", 18), ("soon 18", 18), ("under-18", 17), ("<18", 17), ("u18s", 17),
        ("says she is 18", 18), ("claims to be 19", 19), ("tells everybody she is 30", 30),
        ("18m", 18), ("not over 18", 120), ("30 (mother), girl 14", 30), ("eighteen in May", 18),
        ("18+8 wks pregnant", 120), ("adult child", 120), ("not an adult", 120), ("12/05/1982", 120),
        ("born 1982", 120), ("350", 120), ("little", 120),
        ("under-13", 12), ("nearly 13", 13), ("<13", 12), ("13 next week", 13), ("12 going on 13", 13),
    ],
)  # fmt: skip
def test_words_that_may_make_a_number_less_open_the_age_downwards(words, oldest):
    age = read_age(words)
    assert age == Age(0, oldest)
    assert group_of(age) is not ADULT


@pytest.mark.parametrize(
    ("words", "youngest", "oldest"),
    [
        ("aged 18.", 18, 18), ("18-year-old", 18, 18), ("18yo", 18, 18), ("18 y/o, male", 18, 18),
        ("a 43-year-old woman", 43, 43), ("girl of 14", 14, 14), ("14 (Year 9)", 14, 14),
        ("fourteen", 14, 14), ("twenty-one", 21, 21), ("10 years 6 months", 10, 10),
        ("Y11", 15, 16), ("KS2", 7, 11), ("c. 20", 17, 23), ("about 18-19", 15, 22),
        ("probably an adult", 15, 120), ("in her late seventies", 77, 79), ("young adult", 16, 30),
        ("elderly lady, 82", 82, 82), ("17 3/4", 3, 17), ("18/12", 12, 18),
    ],
)  # fmt: skip
def test_words_that_change_nothing_leave_the_age_as_told(words, youngest, oldest):
    assert read_age(words) == Age(youngest, oldest)


HARMLESS = ("aged", "age", "years", "old", "she", "is", "male", "female", "now", ".", ",", "(", ")")


@given(
    before=st.lists(st.sampled_from([*HARMLESS, "nearly", "in", "until", "says", "yet", "month"])),
    years=st.integers(0, 99),
    after=st.lists(st.sampled_from([*HARMLESS, "soon", "to", "be", "May", "mother", "weeks", "-"])),
)
def test_a_number_is_exact_only_among_words_known_to_change_nothing(before, years, after):
    age = read_age(" ".join([*before, str(years), *after]))
    assert age is not None
    if not set(before + after) <= set(HARMLESS):
        assert age.youngest == 0


@given(st.text(st.characters(categories=["L", "Z"]), max_size=12), st.integers(0, 40))
def test_a_word_nobody_thought_of_makes_nobody_an_adult(word, years):
    known = read_age(f"{word} 40") == Age(40, 40)
    if not known and group_of(read_age(f"{word} {years}")) is ADULT:
        told = read_age(word)
        assert told is None or told.youngest >= 15


@pytest.mark.parametrize("words", ["", "   ", "not known", "?", "don't know", "n/k."])
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


@pytest.mark.parametrize("words", ["80, frail", "nearly 80", "says she is 45", "80, lives alone"])
def test_words_that_make_nobody_of_thirty_a_child_leave_an_adult_an_adult(words):
    assert group_of(read_age(words)) is AgeGroup.ADULT


@pytest.mark.parametrize(
    "words", ["mother 40", "45 kg", "29, frail", "nearly 18", "80 cm tall", "40, her dad"]
)
def test_whatever_could_be_about_somebody_else_leaves_the_age_open(words):
    assert group_of(read_age(words)) is not AgeGroup.ADULT
