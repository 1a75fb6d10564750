"""The closure guard: nothing is closed too early, whoever asks and whatever they say."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from joinedup.cases.choices import EXITS, Capacity, Circumstance, CloseReason
from joinedup.cases.rules.closing import (
    OWN_WORK,
    Asked,
    Facts,
    Person,
    Promise,
    blocks,
    is_short,
    is_soon_18,
    missing_to_ask,
    reopened_soon,
)
from joinedup.clocks.choices import ClockKind
from joinedup.rulebook import Amount, Unit
from joinedup.rulebook.working_days import add_months

TODAY = dt.date(2026, 6, 15)
DAY = dt.timedelta(days=1)
ADULT = Person("Moira", "adult", dt.date(1960, 1, 1))
CHILD = Person("Kay", "child", dt.date(2012, 3, 4))
CLEAR = Facts(
    promises=[], people=[CHILD], has_exploitation=False, is_exit_signed=False,
    has_transition_plan=False, supervision_due_on=TODAY + 20 * DAY,
)  # fmt: skip

days = st.dates(dt.date(2020, 1, 1), dt.date(2032, 12, 31))
promises = st.lists(
    st.builds(Promise, kind=st.sampled_from(ClockKind.values), about=st.just("RF-1"), due_on=days),
    max_size=4,
)
people = st.lists(
    st.builds(
        Person, name=st.just("K"), age=st.sampled_from(["child", "adult", "unknown", "unborn"]),
        born_on=st.none() | st.dates(dt.date(1940, 1, 1), dt.date(2026, 1, 1)),
    ),
    max_size=3,
)  # fmt: skip
facts = st.builds(
    Facts, promises=promises, people=people, has_exploitation=st.booleans(),
    is_exit_signed=st.booleans(), has_transition_plan=st.booleans(),
    supervision_due_on=st.none() | days, capacity=st.sampled_from(Capacity.values),
)  # fmt: skip
reasons = st.sampled_from(["", *CloseReason.values])


def codes(of, reason="safe", today=TODAY):
    return [one.code for one in blocks(of, reason, today)]


def test_a_case_that_nothing_keeps_open_may_be_closed():
    assert codes(CLEAR) == []


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"promises": [Promise("decision", "RF-1", TODAY)]}, "decision"),
        ({"promises": [Promise("result", "RF-1", TODAY)]}, "result"),
        ({"promises": [Promise("challenge", "RF-1", TODAY)]}, "challenge"),
        ({"promises": [Promise("escalation", "RC-1", TODAY)]}, "escalation"),
        ({"promises": [Promise("support", "CP-1", TODAY)]}, "support"),
        ({"promises": [Promise("enquiry", "EQ-1", TODAY)]}, "enquiry"),
        ({"promises": [Promise("follow_up", "FU-1", TODAY)]}, "follow_up"),
        ({"promises": [Promise("transfer_out", "TO-1", TODAY)]}, "transfer_out"),
        ({"promises": [Promise("flag_off", "FL-1", TODAY)]}, "flag_off"),
        ({"promises": [Promise("review", "MI-1", TODAY)]}, "other"),
        ({"has_exploitation": True}, "exit"),
        ({"people": [Person("Kay", "child", dt.date(2008, 9, 1))]}, "transition"),
        ({"supervision_due_on": TODAY - DAY}, "supervision"),
        ({"supervision_due_on": None}, "supervision"),
    ],
)
def test_each_thing_keeps_a_case_open_by_itself(changes, code):
    assert codes(replace(CLEAR, **changes)) == [code]


@pytest.mark.parametrize(
    "changes",
    [
        {"has_exploitation": True, "is_exit_signed": True},
        {"people": [Person("Kay", "child", dt.date(2008, 9, 1))], "has_transition_plan": True},
        {"supervision_due_on": TODAY},
    ],
)
def test_what_was_put_right_no_longer_keeps_it_open(changes):
    assert codes(replace(CLEAR, **changes)) == []


@pytest.mark.parametrize(
    ("born_on", "is_soon"),
    [
        (dt.date(2008, 12, 15), True),
        (dt.date(2008, 12, 16), False),
        (dt.date(2008, 6, 16), True),
        (dt.date(2008, 6, 15), False),
        (None, False),
    ],
)
def test_the_plan_for_turning_18_is_asked_from_17_and_a_half(born_on, is_soon):
    assert is_soon_18(born_on, 210, TODAY) is is_soon


@given(facts, days)
def test_without_an_exit_nothing_that_blocks_is_passed(of, today):
    found = blocks(of, CloseReason.SAFE, today)
    assert len([one for one in found if one.about.startswith("RF")]) == len(of.promises)
    assert (of.has_exploitation and not of.is_exit_signed) == any(
        one.code == "exit" for one in found
    )
    late = of.supervision_due_on is None or of.supervision_due_on < today
    assert late == any(one.code == "supervision" for one in found)


@given(facts, days, st.sampled_from([CloseReason.ACCEPTED, CloseReason.DECLINES]))
def test_no_exit_but_death_and_error_passes_what_others_still_owe_us(of, today, reason):
    waiting = [one for one in of.promises if one.kind not in OWN_WORK]
    assert len(blocks(of, reason, today)) == len(waiting)


@given(facts, days, st.sampled_from([CloseReason.DIED, CloseReason.ERROR]))
def test_neither_death_nor_error_ends_the_follow_up_of_somebody_else(of, today, reason):
    others = [one for one in of.promises if one.kind == "follow_up"]
    assert [one.code for one in blocks(of, reason, today)] == ["follow_up"] * len(others)


@given(facts, days, reasons)
def test_an_exit_never_finds_more_than_closing_as_safe(of, today, reason):
    found = set(blocks(of, reason, today))
    assert found <= set(blocks(of, CloseReason.SAFE, today))
    if reason not in EXITS:
        assert found == set(blocks(of, CloseReason.SAFE, today))


@given(facts, days, st.sampled_from(Circumstance.values))
def test_that_somebody_stepped_back_or_turned_18_is_never_a_reason(of, today, circumstance):
    said = Asked(circumstance, "They no longer come")
    assert "reason" in [one.field for one in missing_to_ask(said, of, today)]


@given(facts, days)
def test_only_an_adult_who_can_decide_freely_declines_and_only_for_themselves(of, today):
    said = Asked("declines", "She said so", is_uncoerced=True, is_nobody_else_at_risk=True)
    if not missing_to_ask(said, of, today):
        assert of.capacity == Capacity.HAS
        for one in of.people:
            grown = one.born_on is not None and add_months(one.born_on, 216) <= today
            assert grown or (one.born_on is None and one.age == "adult")


@pytest.mark.parametrize(
    ("said", "field"),
    [
        (Asked("", "x"), "reason"),
        (Asked("disengaged", "x"), "reason"),
        (Asked("turned_18", "x"), "reason"),
        (Asked("safe", " "), "words"),
        (Asked("accepted", "They lead now"), "reason"),
        (Asked("declines", "x", is_nobody_else_at_risk=True), "is_uncoerced"),
        (Asked("declines", "x", is_uncoerced=True), "is_nobody_else_at_risk"),
    ],
)
def test_what_is_left_to_say_before_closing(said, field):
    of = replace(CLEAR, people=[ADULT], capacity=Capacity.HAS)
    assert [one.field for one in missing_to_ask(said, of, TODAY)] == [field]


@pytest.mark.parametrize(
    ("opened", "closed", "short"),
    [
        (dt.date(2026, 1, 1), dt.date(2026, 3, 31), True),
        (dt.date(2026, 1, 1), dt.date(2026, 4, 1), False),
    ],
)
def test_a_case_is_short_under_ninety_days(opened, closed, short):
    assert is_short(opened, closed, Amount(90, Unit.DAYS)) is short


def test_a_case_that_comes_back_within_a_year_is_reported():
    year = Amount(12, Unit.MONTHS)
    assert reopened_soon(dt.date(2025, 6, 16), TODAY, year)
    assert not reopened_soon(dt.date(2025, 6, 15), TODAY, year)
