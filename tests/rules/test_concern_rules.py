"""How a concern stands, allegations, deciders, kinds, prompts of law, reports handed in."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from joinedup.concerns.choices import (
    Allegation,
    ConcernState,
    Door,
    Ending,
    PersonRole,
    Receiver,
)
from joinedup.concerns.codes import code_hash, new_code
from joinedup.concerns.rules.ages import Age
from joinedup.concerns.rules.allegations import clock_codes, hidden_from, line_of, together
from joinedup.concerns.rules.deciders import Standing, Verdict, may_decide, next_deciders
from joinedup.concerns.rules.new import NewConcern, NewPerson, Raiser, faults
from joinedup.concerns.rules.prompts import PREFIX, prompts
from joinedup.concerns.rules.routing import AtRisk, Facts
from joinedup.concerns.rules.standing import (
    AnswerOf,
    is_in_triage,
    may_end,
    opens_escalation,
    state_after,
)
from joinedup.concerns.rules.types import concern_types, signs_of
from joinedup.rulebook import Kind, of_kind, rule
from joinedup.rulebook.working_days import deadline

TODAY = dt.date(2026, 11, 20)


def law_on(day):
    """The paragraphs that hold on a day."""
    return [one for one in of_kind(Kind.LAW, day) if one.code.startswith(PREFIX)]


FRIDAY_4_55 = dt.datetime(2026, 11, 20, 16, 55, tzinfo=dt.UTC)


def test_triage_ends_when_it_is_sent():
    assert state_after(Ending.ONWARD, is_sent=True) is ConcernState.AWAITING
    with pytest.raises(ValueError, match="by sending it"):
        state_after(Ending.ONWARD, is_sent=False)
    assert state_after(Ending.ADVICE, is_sent=False) is ConcernState.ENDED
    assert state_after(Ending.CASE, is_sent=False) is ConcernState.CASE
    assert [one for one in ConcernState if is_in_triage(one)] == ["received", "taken"]


@pytest.mark.parametrize(
    ("answers", "ends"),
    [
        ([], False),
        ([AnswerOf()], False),
        ([AnswerOf("strategy")], True),
        ([AnswerOf("section_47")], True),
        ([AnswerOf("assessment"), AnswerOf()], False),
        ([AnswerOf("assessment"), AnswerOf(is_copy=True)], True),
        ([AnswerOf("assessment", is_copy=True)], False),
        ([AnswerOf(is_refusal=True)], False),
        ([AnswerOf(is_refusal=True, is_settled=True)], True),
    ],
)
def test_waiting_for_their_decision_ends_with_their_decision(answers, ends):
    assert may_end(answers) is ends


def test_a_refusal_and_nothing_else_opens_an_escalation():
    assert opens_escalation(AnswerOf(is_refusal=True))
    assert not opens_escalation(AnswerOf("assessment"))
    assert not opens_escalation(AnswerOf(is_refusal=True, is_copy=True))
    assert not opens_escalation(AnswerOf(is_refusal=True, is_settled=True))


def test_an_allegation_is_told_to_the_right_officer_in_one_working_day():
    assert clock_codes(Allegation.CHILDREN) == ("clock.designated_officer",)
    assert clock_codes(Allegation.ADULTS) == ("clock.position_of_trust_lead",)
    assert len(clock_codes(Allegation.BOTH)) == 2
    assert clock_codes(Allegation.NONE) == ()
    for code in clock_codes(Allegation.BOTH):
        assert deadline(rule(code, TODAY), FRIDAY_4_55).on == dt.date(2026, 11, 23)


def test_an_allegation_that_does_not_say_with_whom_is_treated_as_with_children():
    assert together([]) is Allegation.CHILDREN
    assert together(["adults"]) is Allegation.ADULTS
    assert together(["adults", "children"]) is Allegation.BOTH


def test_an_allegation_is_hidden_from_its_subject_and_everybody_above():
    managers = {1: 2, 2: 3, 3: None, 4: None}
    assert line_of(1, managers) == (2, 3)
    found = hidden_from([1], managers, {3, 4})
    assert set(found.people) == {1, 2, 3} and found.spared == ()


def test_a_top_manager_decides_only_where_nobody_else_can():
    managers = {1: 2, 2: 3, 3: None}
    found = hidden_from([1], managers, {3, 2})
    assert set(found.people) == {1, 2} and found.spared == (3,)
    alone = hidden_from([1], managers, {1, 2})
    assert set(alone.people) == {1, 2, 3} and alone.spared == ()


def test_a_loop_among_managers_ends():
    assert line_of(1, {1: 2, 2: 1}) == (2,)


@given(st.dictionaries(st.integers(1, 12), st.one_of(st.none(), st.integers(1, 12))),
       st.sets(st.integers(1, 12)), st.integers(1, 12))  # fmt: skip
def test_the_subject_and_their_own_manager_never_see_it(managers, deciders, subject):
    found = hidden_from([subject], managers, deciders)
    assert subject in found.people
    above = line_of(subject, managers)
    assert not above or above[0] in found.people
    assert set(found.people) | set(found.spared) == {subject, *above}


@pytest.mark.parametrize(
    ("standing", "verdict"),
    [
        (Standing(1, decider=1), Verdict.MAY),
        (Standing(1), Verdict.TAKE_FIRST),
        (Standing(1, decider=2), Verdict.SOMEBODY_ELSE_HAS_IT),
        (Standing(1, decider=1, has_restricted_match=True), Verdict.ASK_FIRST),
        (Standing(1, 1, has_restricted_match=True, asked_duty_post=True), Verdict.MAY),
        (Standing(1, decider=1, is_in_triage=False), Verdict.OVER),
        (Standing(1, 1, True, has_conflict=True, has_restricted_match=True), Verdict.CONFLICT),
    ],
)
def test_who_may_decide(standing, verdict):
    assert may_decide(standing) is verdict


def test_a_conflict_moves_it_to_the_others():
    assert next_deciders({3, 1, 2}, {2}) == (1, 3)


def test_the_rule_book_knows_the_kinds_that_a_front_door_needs():
    types = concern_types(of_kind(Kind.CONCERN_TYPE, TODAY))
    codes = {one.code.removeprefix("concern.") for one in types}
    assert {
        "child_physical", "child_emotional", "child_sexual", "child_neglect", "adult_self_neglect",
        "radicalisation", "fgm", "forced_marriage", "honour_based_abuse", "allegation_worker",
    } <= codes  # fmt: skip
    indicators = {one.code for one in types if one.is_indicator}
    assert {
        "concern.sexual_exploitation",
        "concern.county_lines",
        "concern.cuckooing",
    } <= indicators
    signs = signs_of(types, ["concern.sexual_exploitation", "concern.child_neglect"])
    assert signs.groups_text == "|child|exploitation|indicator|sexual|"
    assert signs_of(types, ["concern.no_such"]).groups_text == ""


INSIDE = {
    "housing_options", "asb", "cctv", "env_health", "benefits", "housing_repairs",
    "floating_support", "customer", "councillor",
}  # fmt: skip
OUTSIDE = {
    "police", "domestic_abuse", "armed_forces", "domestic_abuse_adviser", "street_outreach",
}  # fmt: skip


def test_the_nine_sources_inside_and_the_five_outside_of_the_first_report_are_there():
    sides: dict[str, set[str]] = {}
    for one in of_kind(Kind.REPORT_SOURCE, TODAY):
        sides.setdefault(one.words("side"), set()).add(one.code.removeprefix("report_source."))
    assert len(INSIDE) == 9 and sides["inside"] >= INSIDE
    assert len(OUTSIDE) == 5 and sides["outside"] >= OUTSIDE


@pytest.mark.parametrize(
    ("age", "codes"),
    [
        (Age(12, 12), ["consent.under_13"]),
        (Age(13, 15), ["consent.13_to_15"]),
        (Age(16, 16), ["consent.16_to_17"]),
        (Age(30, 30), []),
        (None, ["consent.under_13", "consent.13_to_15", "consent.16_to_17"]),
    ],
)
def test_the_law_of_each_age_is_shown(age, codes):
    found = prompts(Facts((AtRisk(age),), is_sexual=True), law_on(TODAY))
    assert [one.code for one in found] == codes
    assert all(one.source and one.from_on and one.is_unverified for one in found)


def test_under_13_names_police_and_social_care():
    first = prompts(Facts((AtRisk(Age(9, 9)),), is_sexual=True), law_on(TODAY))[0]
    assert first.tell == (Receiver.POLICE, Receiver.CHILDREN)


def test_positions_of_trust_and_exploitation_have_their_own_law_by_date():
    facts = Facts((AtRisk(Age(16, 17)),), True, True, Allegation.CHILDREN)
    now = {one.code: one for one in prompts(facts, law_on(TODAY))}
    then = {one.code: one for one in prompts(facts, law_on(dt.date(2020, 1, 1)))}
    assert "coaches" in now["consent.position_of_trust"].text
    assert "coaches" not in then["consent.position_of_trust"].text
    assert "consent.exploitation" in now


def report(**given):
    return NewConcern(**{"door": Door.STAFF, "words": "Worried.", **given})


@pytest.mark.parametrize(
    ("new", "fault"),
    [
        (report(words="  "), ("words", "empty")),
        (report(words="x" * 20_001), ("words", "too_long")),
        (report(types=("concern.none",)), ("types", "type")),
        (
            report(people=(NewPerson(PersonRole.CHILD, is_unborn=True, born_on=TODAY),)),
            ("people", "unborn"),
        ),
        (
            report(people=(NewPerson(PersonRole.CHILD, born_on=dt.date(2027, 1, 1)),)),
            ("people", "future"),
        ),
        (
            report(people=(NewPerson(PersonRole.CHILD, works_with=Allegation.CHILDREN),)),
            ("people", "subject_of_allegation"),
        ),
        (report(received_on=dt.date(2027, 1, 1)), ("received_on", "future")),
    ],
)
def test_what_is_wrong_with_a_report_is_said(new, fault):
    assert fault in faults(new, frozenset(), TODAY)


def test_words_alone_are_enough():
    assert faults(report(), frozenset(), TODAY) == []
    assert Raiser().is_anonymous and not Raiser(contact="x").is_anonymous


def test_a_return_code_has_at_least_sixty_random_bits_and_forgives_misreading():
    code = new_code()
    assert len(code.replace("-", "")) * 5 >= 60
    assert code_hash(code) == code_hash(code.lower().replace("-", " ").replace("0", "o"))
    assert code_hash("too short") == ""
    assert len({new_code() for _ in range(50)}) == 50
