"""The questions of the public door and the report that answers make."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from joinedup.concerns.choices import Allegation, Door, PersonRole
from joinedup.concerns.rules.ages import group_of
from joinedup.concerns.rules.from_public import report_from
from joinedup.concerns.rules.new import faults
from joinedup.concerns.rules.questions import (
    after,
    asked,
    before,
    first_open,
    for_signposts,
    questions,
)
from joinedup.directory.rules.signposts import signposts_for
from joinedup.referrals.choices import AgeGroup
from joinedup.rulebook import Kind, find, of_kind, rule

TODAY = dt.date(2026, 11, 23)
ALL = questions(rule("door.questions", TODAY))
FIELDS = [field for question in ALL for field in question.fields]
TYPES = frozenset(one.code for one in of_kind(Kind.CONCERN_TYPE, TODAY))
ENOUGH = {"about": "child", "danger": "no", "happened": "She cries at school."}


def keys(answers, is_unsafe=False):
    return [one.key for one in asked(ALL, answers, is_unsafe)]


def report(**given):
    return report_from(ALL, {**ENOUGH, **given}, Door.PUBLIC, TODAY)


def test_every_worry_leads_to_kinds_of_concern_that_the_rule_book_has():
    worries = next(field for field in FIELDS if field.name == "worries")
    codes = {code for one in worries.choices for code in (one.child, one.adult) if code}
    assert codes <= TYPES
    assert find("report_source.public", TODAY) is not None


def test_every_signpost_asks_for_answers_that_there_are():
    known = {field.name: {one.value for one in field.choices} for field in FIELDS}
    topics = {row["key"] for row in rule("directory.topics", TODAY).rows("rows")}
    for row in rule("signpost.rules", TODAY).rows("rows"):
        for question, answers in row["when"].items():
            assert set(answers) <= known[question], row["key"]
        assert set(row["topics"]) <= topics, row["key"]


def test_every_question_has_words_for_the_page_and_for_the_telephone():
    assert all(one.ask and one.say and one.fields for one in ALL)
    assert len({field.name for field in FIELDS}) == len(FIELDS)


def test_the_way_goes_forward_and_back_over_the_same_questions():
    order = asked(ALL, {}, False)
    at, there = order[0].key, [order[0].key]
    while at := after(at, order):
        there.append(at)
    assert there == [one.key for one in order]
    assert [before(key, order) for key in there] == ["", *there[:-1]]


def test_who_can_see_the_screen_is_asked_where_harm_may_be_at_home_and_of_whoever_is_harmed():
    assert "screen" not in keys({"about": "child"})
    assert "screen" in keys({"about": "child"}, is_unsafe=True)
    assert "screen" in keys({"about": "me"})


def test_how_it_is_safe_to_reach_somebody_is_asked_of_those_who_may_be_reached():
    assert "reach" not in keys({"contact": "no"})
    order = asked(ALL, {**ENOUGH, "contact": "yes"}, False)
    assert first_open(order, {**ENOUGH, "contact": "yes"}) == "reach"
    assert first_open(order, {**ENOUGH, "contact": "yes", "email": "a@example.org"}) == ""


def test_a_domestic_abuse_answer_asks_for_safety_whoever_it_is_about():
    entry = rule("signpost.rules", TODAY)
    for about in ("me", "child", "adult", "unsure", ""):
        found = signposts_for(entry, for_signposts({"about": about, "worries": ["domestic"]}))
        assert any(one.asks_safe_contact for one in found), about


def test_who_is_not_surely_an_adult_is_looked_after_as_a_child():
    for about, age, expected in (
        ("unsure", "", AgeGroup.UNKNOWN), ("unsure", "17 or 18", AgeGroup.UNKNOWN),
        ("child", "", AgeGroup.CHILD), ("adult", "", AgeGroup.UNKNOWN), ("me", "34", AgeGroup.ADULT),
        ("me", "", AgeGroup.UNKNOWN),
    ):  # fmt: skip
        person = report(about=about, age=age).people[0]
        assert group_of(person.age(TODAY)) == expected, (about, age)
        is_adult = about == "adult" or expected == AgeGroup.ADULT
        assert person.role == (PersonRole.ADULT if is_adult else PersonRole.CHILD)


def test_an_allegation_about_somebody_who_works_with_children_is_passed_on_as_one():
    assert report(works_with=["children"]).people[1].works_with == Allegation.CHILDREN
    assert report(works_with=["children", "adults"]).people[1].works_with == Allegation.BOTH
    assert len(report().people) == 1


def test_somebody_who_does_not_want_to_be_known_leaves_no_name_behind():
    said = {"your_name": "Jo", "phone": "01632 960 555", "contact": "no"}
    assert report(**said).raiser.is_anonymous
    assert not report(**{**said, "contact": "yes"}).raiser.is_anonymous


def test_exploitation_is_told_as_a_sign_of_it_for_a_child_and_for_somebody_of_unknown_age():
    for about in ("child", "unsure", "me"):
        assert "concern.child_exploitation" in report(about=about, worries=["exploited"]).types
    assert "concern.adult_exploitation" in report(about="adult", worries=["exploited"]).types


def answer_of(field):
    if field.kind == "one":
        return st.sampled_from([one.value for one in field.choices])
    if field.kind == "several":
        return st.lists(st.sampled_from([one.value for one in field.choices]), unique=True)
    return st.text(
        st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=min(field.most, 60)
    )


@given(st.fixed_dictionaries({}, optional={one.name: answer_of(one) for one in FIELDS}))
def test_whatever_is_answered_makes_a_report_that_can_be_taken_in(answers):
    whole = {**answers, **{key: answers.get(key) or value for key, value in ENOUGH.items()}}
    if not str(whole["happened"]).strip():
        whole["happened"] = ENOUGH["happened"]
    new = report_from(ALL, whole, Door.PUBLIC, TODAY)
    assert faults(new, TYPES, TODAY) == []
    assert str(whole["happened"]).strip() in new.words
    assert any(one.role in (PersonRole.CHILD, PersonRole.ADULT) for one in new.people)
