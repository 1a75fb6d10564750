"""What counts as a refusal, and when one stands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from joinedup.referrals.choices import ADULTS, CHILDREN, POLICE, UNDER_18, AgeGroup, ResultKind
from joinedup.referrals.rules.refusals import (
    is_refusal,
    is_unclear_reason,
    needs_second,
    why_not_sign,
)


@pytest.mark.parametrize(
    ("state", "result", "receiver", "age", "signs", "expected"),
    [
        ("declined", "", CHILDREN, "adult", False, True),
        ("ended", "no_further", CHILDREN, "child", True, True),
        ("ended", "no_further", ADULTS, "adult", True, True),
        ("ended", "no_further", CHILDREN, "child", False, False),
        ("ended", "early_help", CHILDREN, "child", True, True),
        ("ended", "early_help", CHILDREN, "unknown", True, True),
        ("ended", "early_help", CHILDREN, "child", False, False),
        ("ended", "strategy", CHILDREN, "child", True, False),
        ("ended", "section_47", CHILDREN, "child", True, False),
        ("ended", "assessment", CHILDREN, "child", True, False),
        ("ended", "intelligence", POLICE, "child", True, False),
        ("sent", "", CHILDREN, "child", True, False),
    ],
)
def test_what_leaves_an_exploited_child_where_she_was_is_a_refusal(
    state, result, receiver, age, signs, expected
):
    assert is_refusal(state, result, receiver, age, has_indicators=signs) is expected


@given(st.sampled_from(UNDER_18), st.sampled_from(ResultKind.values))
def test_only_a_strategy_discussion_an_enquiry_or_an_assessment_decides_about_an_exploited_child(
    age, result
):
    refused = is_refusal("ended", result, CHILDREN, age, has_indicators=True)
    assert refused is (result in ("early_help", "no_further"))


@given(st.sampled_from(AgeGroup.values), st.booleans())
def test_two_sign_for_whoever_may_be_an_exploited_child(age, signs):
    assert needs_second(age, has_indicators=signs) is (signs and age != AgeGroup.ADULT)


@pytest.mark.parametrize("words", ["x", "Turned 18.", "ok ok ok ok ok", "Below threshold again"])
def test_a_label_is_no_reason(words):
    assert is_unclear_reason(words, 4)


def test_a_sentence_is_a_reason():
    assert not is_unclear_reason("They opened a case of their own", 4)


@pytest.mark.parametrize(
    ("asked_by", "signer", "said"),
    [(None, 1, "Nobody has asked"), (1, None, "A person"), (1, 1, "Somebody else"), (1, 2, "")],
)
def test_only_a_second_person_signs(asked_by, signer, said):
    found = why_not_sign(asked_by, signer)
    assert found.startswith(said) and bool(found) is bool(said)
