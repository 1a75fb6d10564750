"""Figures: what they must say, which sound alike, which are too small to print."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from joinedup.figures.rules import (
    NewFigure,
    Unit,
    alike,
    code_for,
    correction_words,
    counted,
    filled,
    missing_of,
    number_words,
    period_words,
    withheld,
)

UNITS = {
    "referral": Unit("referral", "referral", "referrals", True),
    "assessment": Unit("assessment", "assessment", "assessments", True),
    "session": Unit("session", "session", "sessions"),
}
HIGH = ("high",)


def figure(name, value, unit="referral", definition="", part_of=""):
    return NewFigure(
        name, Decimal(value), unit, definition or f"What “{name}” means", "The duty log",
        code=code_for(name), part_of=part_of,
    )  # fmt: skip


LEVEL = figure("High level referrals", 52)
RISK = figure("Assessed as high risk", 14, "assessment")


def test_high_level_and_high_risk_are_different_measures_and_say_so():
    (found,) = alike([LEVEL, RISK], UNITS, HIGH)
    assert found[:2] == ("high_level_referrals", "assessed_as_high_risk")
    assert found[2] == (
        "“High level referrals” (52 referrals) and “Assessed as high risk” (14 assessments) sound "
        "alike but are different measures. They must not be compared or added up."
    )


def test_figures_that_share_no_weighty_word_are_not_held_to_be_alike():
    assert alike([figure("Referred to children's services", 19), LEVEL], UNITS, HIGH) == []


def test_the_same_definition_in_the_same_unit_is_the_same_measure():
    other = replace(LEVEL, name="Referrals of a high level", code="other")
    assert alike([LEVEL, other], UNITS, HIGH) == []


def test_the_same_words_in_another_order_are_alike():
    one = figure("Referrals received", 96)
    other = figure("Received referrals", 90, definition="Without those sent back")
    assert len(alike([one, other], UNITS, ())) == 1


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"name": " "}, "name"),
        ({"value": Decimal(-1)}, "value"),
        ({"unit": "thing"}, "unit"),
        ({"definition": " "}, "definition"),
        ({"source": ""}, "source"),
        ({"from_on": dt.date(2026, 5, 2), "to_on": dt.date(2026, 5, 1)}, "to_on"),
    ],
)
def test_a_figure_says_everything_that_makes_it_comparable(changes, field):
    lacking = missing_of(replace(LEVEL, **changes), UNITS)
    assert lacking is not None
    assert lacking[0] == field


def test_a_whole_figure_lacks_nothing():
    assert missing_of(LEVEL, UNITS) is None


@pytest.mark.parametrize(
    ("value", "words"), [("96", "96"), ("96.00", "96"), ("1204", "1,204"), ("3.50", "3.5")]
)
def test_numbers_are_written_as_people_write_them(value, words):
    assert number_words(Decimal(value)) == words


def test_one_is_not_many():
    assert counted(Decimal(1), UNITS["referral"]) == "1 referral"
    assert counted(Decimal(2), UNITS["referral"]) == "2 referrals"
    assert counted(Decimal(2), None) == "2"


def test_a_period_is_said_with_both_its_days():
    day = dt.date(2026, 5, 1)
    assert period_words(day, day) == "1 May 2026"
    assert period_words(day, dt.date(2026, 5, 31)) == "1 May 2026 to 31 May 2026"


def test_codes_become_numbers_and_unknown_ones_stay():
    assert filled("We received [a] of [b].", {"a": "96"}) == "We received 96 of [b]."


def test_a_correction_says_both_numbers_and_why():
    on = dt.date(2026, 6, 3)
    assert correction_words(Decimal(52), Decimal(54), on, "Two were missed") == (
        "Corrected on 3 June 2026 from 52 to 54: Two were missed"
    )
    assert correction_words(Decimal(5), Decimal(5), on, "Clearer") == (
        "Corrected on 3 June 2026: Clearer"
    )


def test_a_small_count_of_people_is_withheld_and_nothing_else():
    hidden = withheld([figure("A", 4), figure("B", 5), figure("C", 0), figure("D", 2, "session")],
                      UNITS, 5)  # fmt: skip
    assert hidden == {"a": "fewer than 5"}


def test_a_second_part_is_withheld_so_that_the_first_cannot_be_worked_out():
    whole = figure("All", 30)
    parts = [figure(name, n, part_of="all") for name, n in (("A", 4), ("B", 6), ("C", 20))]
    assert withheld([whole, *parts], UNITS, 5) == {"a": "fewer than 5", "b": "not shown"}


@given(st.lists(st.integers(0, 40), min_size=1, max_size=8), st.integers(2, 10))
def test_no_small_part_of_a_whole_can_be_worked_out(numbers, limit):
    whole = figure("All", sum(numbers))
    parts = [figure(f"Part {place}", n, part_of="all") for place, n in enumerate(numbers)]
    hidden = withheld([*parts, whole], UNITS, limit)
    small = {one.code for one in parts if 0 < one.value < limit}
    assert small <= set(hidden)
    silent = [one for one in parts if one.code in hidden]
    others = [one for one in parts if one.value > 0]
    if small and len(others) > 1:
        assert len(silent) >= 2
