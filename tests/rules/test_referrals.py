"""What decides about referrals: who may receive, what must be said, when answers are due."""

from __future__ import annotations

import dataclasses
import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from joinedup.referrals.choices import (
    ADULTS,
    CHILDREN,
    COPY_TEAM,
    POLICE,
    UNDER_18,
    AgeGroup,
    Agreed,
    State,
    Told,
)
from joinedup.referrals.rules.escalation import due_on, next_stage, stages_from
from joinedup.referrals.rules.flow import OFFERS, due_after, is_late, offers
from joinedup.referrals.rules.receivers import in_their_order, receiver_from
from joinedup.referrals.rules.routes import may_be_challenged, why_not_receive
from joinedup.referrals.rules.sharing import (
    KEEP,
    SHARE,
    Sending,
    bases,
    missing_to_keep_back,
    missing_to_send,
)
from joinedup.referrals.rules.triggers import is_long_silence, is_refused_child
from joinedup.rulebook import Amount, Kind, RuleBookError, Unit, all_entries, entry_from, rule
from joinedup.rulebook.working_days import is_working_day, working_days_between

TODAY = dt.date(2026, 6, 15)
RECEIVERS = {one.code: receiver_from(one) for one in all_entries() if one.kind is Kind.RECEIVER}
GROUNDS = [one for one in all_entries() if one.code.startswith("basis.")]
codes = st.sampled_from(sorted(RECEIVERS))
ages = st.sampled_from(AgeGroup.values)
days = st.dates(dt.date(2015, 1, 1), dt.date(2035, 12, 31))


@pytest.mark.parametrize(
    ("receiver", "age", "primary", "signs", "is_refused"),
    [
        (CHILDREN, "child", None, True, False),
        (CHILDREN, "unknown", None, True, False),
        (COPY_TEAM, "child", None, True, True),
        (COPY_TEAM, "unknown", None, False, True),
        (COPY_TEAM, "adult", None, True, True),
        (COPY_TEAM, "child", CHILDREN, True, False),
        (COPY_TEAM, "child", POLICE, True, True),
        (COPY_TEAM, "unknown", ADULTS, True, True),
        (COPY_TEAM, "adult", ADULTS, True, False),
        (COPY_TEAM, "adult", POLICE, True, False),
        (COPY_TEAM, "adult", "receiver.early_help", True, True),
        (ADULTS, "child", None, False, True),
        (ADULTS, "unborn", None, False, True),
        (ADULTS, "unknown", None, False, False),
        (POLICE, "child", None, True, False),
        (POLICE, "child", CHILDREN, True, True),
        ("receiver.early_help", "child", None, True, True),
        ("receiver.early_help", "child", None, False, False),
        ("receiver.early_help", "adult", None, True, False),
    ],
)
def test_who_may_receive_what(receiver, age, primary, signs, is_refused):
    assert bool(why_not_receive(RECEIVERS[receiver], age, primary, signs=signs)) is is_refused


@given(ages, st.none() | codes, st.booleans())
def test_the_exploitation_team_never_gets_a_referral_of_its_own(age, primary, signs):
    said = why_not_receive(RECEIVERS[COPY_TEAM], age, primary, signs=signs)
    if not said:
        assert primary in ({CHILDREN} if age in UNDER_18 else {CHILDREN, ADULTS, POLICE})


@given(ages, st.booleans())
def test_childrens_social_care_takes_everything_that_is_sent_to_it(age, signs):
    assert why_not_receive(RECEIVERS[CHILDREN], age, None, signs=signs) == ""


@given(
    st.sampled_from(UNDER_18), st.sampled_from(["", *Agreed.values]), st.sampled_from(Told.values)
)
def test_what_a_family_said_never_stops_a_share_that_protects_a_child(age, agreed, told):
    said = Sending("portal", "basis.child_protection", told, agreed=agreed or Agreed.NOT_ASKED,
                   why_not_told="It would put her in danger")  # fmt: skip
    allowed = [one.code for one in bases(GROUNDS, age, SHARE)]
    assert missing_to_send(RECEIVERS[CHILDREN], age, said, allowed) == []


@pytest.mark.parametrize(
    ("age", "first"),
    [("child", "basis.child_protection"), ("unborn", "basis.child_protection"),
     ("unknown", "basis.child_protection"), ("adult", "basis.adult_at_risk")],
)  # fmt: skip
def test_the_most_usual_ground_stands_first_and_agreement_last(age, first):
    found = [one.code for one in bases(GROUNDS, age, SHARE)]
    assert found[0] == first and found[-1] == "basis.agreed"
    own = dataclasses.replace(GROUNDS[0], code="basis.own", title="Ours", values={
        "for": ("child", "unborn", "adult", "unknown"), "group": SHARE})  # fmt: skip
    with_own = [one.code for one in bases([*GROUNDS, own], age, SHARE)]
    assert with_own[0] == first and with_own[-2:] == ["basis.own", "basis.agreed"]


@given(ages, codes, st.sampled_from(Agreed.values))
def test_agreement_is_never_the_ground_for_keeping_back_somebody_under_18(age, receiver, agreed):
    allowed = [one.code for one in bases(GROUNDS, age, KEEP)]
    found = missing_to_keep_back(age, "basis.adult_declined", "They said no", allowed)
    assert bool(found) is (age != AgeGroup.ADULT)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"channel": ""}, "channel"),
        ({"channel": "telephone", "proof": ""}, "proof"),
        ({"basis": ""}, "basis"),
        ({"basis": "basis.adult_at_risk"}, "basis"),
        ({"told": ""}, "told"),
        ({"told": "not_told", "agreed": ""}, "why_not_told"),
        ({"agreed": ""}, "agreed"),
    ],
)
def test_what_is_left_to_say_is_asked_for(changes, field):
    whole = {
        "channel": "portal", "basis": "basis.child_protection", "told": "told", "agreed": "yes",
    }  # fmt: skip
    allowed = [one.code for one in bases(GROUNDS, "child", SHARE)]
    found = missing_to_send(RECEIVERS[CHILDREN], "child", Sending(**{**whole, **changes}), allowed)
    assert [one.field for one in found] == [field]


def test_an_adult_who_said_no_is_overridden_only_on_a_ground():
    allowed = [one.code for one in bases(GROUNDS, "adult", SHARE)]
    said = Sending("portal", "basis.adult_at_risk", "told", agreed="no")
    assert [one.field for one in missing_to_send(RECEIVERS[ADULTS], "adult", said, allowed)] == [
        "ground"
    ]
    said = Sending("portal", "basis.adult_at_risk", "told", agreed="no", ground="A child is there")
    assert missing_to_send(RECEIVERS[ADULTS], "adult", said, allowed) == []


def test_help_that_may_be_refused_needs_agreement():
    said = Sending("portal", "basis.agreed", "told", agreed="no")
    found = missing_to_send(RECEIVERS["receiver.early_help"], "child", said, ["basis.agreed"])
    assert [one.field for one in found] == ["agreed"]


@pytest.mark.parametrize(
    ("code", "sent_on", "due"),
    [
        ("clock.contact_decision", dt.date(2026, 6, 12), dt.date(2026, 6, 15)),
        ("clock.contact_decision", dt.date(2026, 12, 24), dt.date(2026, 12, 29)),
        ("clock.referral_answer_adults", dt.date(2026, 4, 2), dt.date(2026, 4, 8)),
        ("clock.referral_answer_other", dt.date(2026, 5, 22), dt.date(2026, 6, 1)),
        ("clock.referral_outcome", dt.date(2026, 6, 15), dt.date(2026, 7, 13)),
    ],
)
def test_answers_are_due_on_working_days(code, sent_on, due):
    assert due_after(rule(code, TODAY), sent_on) == due


@given(days, st.sampled_from(["clock.contact_decision", "clock.referral_answer_other"]))
def test_a_limit_in_working_days_ends_on_one_and_counts_that_many(sent_on, code):
    entry = rule(code, TODAY)
    due = due_after(entry, sent_on)
    assert is_working_day(due)
    assert working_days_between(sent_on, due) == entry.amount("limit").number
    assert not is_late(due, due) and is_late(due, due + dt.timedelta(days=1))


def test_every_receiver_asks_what_has_words_and_names_limits_that_hold():
    words = set(rule("referral.words", TODAY).values["words"])
    for one in RECEIVERS.values():
        assert set(one.fields) <= words, one.code
        for code in filter(None, (one.acknowledge, one.answer, one.outcome)):
            assert rule(code, TODAY).amount("limit").number
        assert one.is_copy_only or (one.answer and one.outcomes), one.code


def test_mental_health_is_counted_apart_from_adults():
    counted = [one.counted for one in RECEIVERS.values()]
    assert len(counted) == len(set(counted))
    assert RECEIVERS["receiver.mental_health"].counted != RECEIVERS[ADULTS].counted


def test_a_draft_follows_the_receivers_form_and_loses_nothing():
    words = {"worry": "Worry", "person": "Who", "capacity": "Capacity"}
    parts = {"capacity": "Yes", "worry": "Debts", "odd": "Left out: no such heading"}
    rows = in_their_order(RECEIVERS[CHILDREN], parts, words)
    assert [key for key, _, _ in rows][: len(RECEIVERS[CHILDREN].fields)] == list(
        RECEIVERS[CHILDREN].fields
    )
    assert rows[-1] == ("capacity", "Capacity", "Yes")
    assert ("worry", "Worry", "Debts") in rows


@pytest.mark.parametrize("values", [{"channel": "pigeon"}, {"fields": []}, {"fields": ["a", "a"]}])
def test_a_receiver_that_is_unclear_is_refused(values):
    whole = {"counted": "X", "channel": "portal", "answer": "", "fields": ["person"]}
    row = {
        "code": "receiver.x", "title": "X", "kind": "receiver", "status": "local", "source": "us",
        "values": {**whole, **values},
    }  # fmt: skip
    with pytest.raises(RuleBookError):
        receiver_from(entry_from(row))


def test_the_stages_of_the_scheme_follow_each_other():
    stages = stages_from(rule("escalation.stages", TODAY))
    assert [one.number for one in stages] == [1, 2, 3, 4]
    otherwise = Amount(10, Unit.WORKING_DAYS)
    started = dt.date(2026, 5, 21)
    dues = [due_on(one, started, otherwise) for one in stages]
    assert dues == [
        dt.date(2026, 5, 26), dt.date(2026, 5, 29), dt.date(2026, 5, 26), dt.date(2026, 6, 5),
    ]  # fmt: skip
    assert next_stage(stages, 1) is stages[1] and next_stage(stages, 4) is None


@given(days)
def test_no_stage_of_a_challenge_ends_on_a_day_off(started):
    for stage in stages_from(rule("escalation.stages", TODAY)):
        assert is_working_day(due_on(stage, started, Amount(10, Unit.WORKING_DAYS)))


@pytest.mark.parametrize("numbers", [(2, 3), (1, 3), ()])
def test_a_scheme_with_a_gap_is_refused(numbers):
    row = {
        "code": "escalation.stages", "title": "X", "kind": "stages", "status": "local",
        "source": "us", "values": {"stages": [{"number": n, "who": "they"} for n in numbers]},
    }  # fmt: skip
    with pytest.raises(RuleBookError):
        stages_from(entry_from(row))


@pytest.mark.parametrize(
    ("state", "late", "is_offered"),
    [
        ("declined", False, True), ("ended", False, True), ("sent", True, True),
        ("sent", False, False), ("acknowledged", True, True), ("accepted", True, True),
        ("accepted", False, False), ("drafted", True, False), ("kept_back", True, False),
    ],
)  # fmt: skip
def test_a_refusal_or_a_silence_past_its_day_may_be_challenged(state, late, is_offered):
    assert may_be_challenged(state, late) is is_offered


def test_every_state_says_what_may_be_done_and_a_sent_copy_waits_for_nothing():
    assert set(OFFERS) == set(State.values)
    assert offers("sent", is_copy=True) == ()
    assert "send" in offers("drafted", is_copy=True)


@pytest.mark.parametrize(
    ("age", "signs", "is_told"),
    [
        ("child", True, True),
        ("unknown", True, True),
        ("adult", True, False),
        ("child", False, False),
    ],
)
def test_a_refused_child_with_clear_signs_reaches_a_senior(age, signs, is_told):
    assert is_refused_child(age, signs) is is_told


def test_a_long_silence_is_counted_in_working_days():
    after = Amount(5, Unit.WORKING_DAYS)
    due = dt.date(2026, 5, 22)
    assert not is_long_silence("child", due, after, dt.date(2026, 6, 1))
    assert is_long_silence("child", due, after, dt.date(2026, 6, 2))
    assert not is_long_silence("adult", due, after, dt.date(2027, 6, 2))
