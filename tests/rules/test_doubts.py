"""What does not fit together: found where it is, not found where it only looks so, asked in words."""

import datetime as dt
import random
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from joinedup.assurance.choices import DoubtKind, SourceKind, Status
from joinedup.assurance.rules.doubt_words import question
from joinedup.assurance.rules.doubts import Limits, Side, facts_hash, findings, settled_by
from joinedup.assurance.rules.same_duty import near_pairs
from joinedup.assurance.rules.state import State

TODAY = dt.date(2026, 6, 15)
DAY = dt.timedelta(days=1)
LIMITS = Limits(unsaid_days=14, alike=90)


def side(pk=1, **given):
    plain = {
        "reference": f"AC-{pk}", "plan": "PL-1", "source_kind": "", "title": "Review the policy",
        "said": "", "due_text": "", "status": "in_progress", "recurrence": "", "due_on": None,
        "next_on": None, "updated_on": TODAY,
    }  # fmt: skip
    return Side(pk=pk, **{**plain, **given})


def found(*sides):
    return [(one.kind, one.action, one.other) for one in findings(sides, LIMITS, TODAY)]


@pytest.mark.parametrize(
    ("given", "kind"),
    [
        ({"status": "complete", "due_text": "Monthly"}, DoubtKind.RECURS),
        ({"status": "complete", "title": "Attend each meeting of the board"}, DoubtKind.RECURS),
        ({"status": "complete", "title": "Report quarterly to members"}, DoubtKind.RECURS),
        ({"status": "complete", "due_text": "31 August 2015"}, None),
        ({"status": "in_force", "recurrence": "monthly", "due_text": "Monthly"}, None),
        ({"status": "complete", "said": "Risk assessment to be completed"}, DoubtKind.FUTURE),
        ({"status": "complete", "said": "Will go to the next meeting"}, DoubtKind.FUTURE),
        ({"status": "complete", "said": "Being delivered through the plan"}, DoubtKind.FUTURE),
        ({"status": "complete", "said": "Policy signed and published"}, None),
        ({"status": "in_progress", "said": "Training to be arranged"}, None),
        ({"next_on": TODAY - 15 * DAY, "updated_on": TODAY - 40 * DAY}, DoubtKind.UNSAID),
        ({"next_on": TODAY - 15 * DAY, "updated_on": None}, DoubtKind.UNSAID),
        ({"next_on": TODAY - 15 * DAY, "updated_on": TODAY - 2 * DAY}, None),
        ({"next_on": TODAY - 14 * DAY, "updated_on": None}, None),
        ({"status": "complete", "next_on": TODAY - 90 * DAY, "updated_on": None}, None),
    ],
)
def test_one_row_is_asked_about_only_where_it_does_not_fit(given, kind):
    assert [one for one, *_ in found(side(**given))] == ([kind] if kind else [])


WORDS = "Give every licensed driver training on the signs of exploitation"


def pair(one, other):
    return found(side(1, title=WORDS, **one), side(2, title=WORDS, **{"plan": "PL-2", **other}))


@pytest.mark.parametrize(
    ("one", "other", "is_asked"),
    [
        ({"status": "complete"}, {}, True),
        ({"next_on": TODAY}, {"next_on": TODAY + DAY}, True),
        ({"owners": frozenset({"PE-1"})}, {"owners": frozenset({"PO-2"})}, True),
        ({"owners": frozenset({"PE-1", "PO-2"})}, {"owners": frozenset({"PO-2"})}, False),
        ({"next_on": TODAY}, {"next_on": TODAY}, False),
        ({"next_on": TODAY}, {}, False),
        ({"status": "complete"}, {"status": "complete", "next_on": TODAY}, False),
        ({"status": "complete"}, {"plan": "PL-1"}, False),
    ],
)
def test_two_plans_are_asked_about_where_they_differ(one, other, is_asked):
    assert pair(one, other) == ([(DoubtKind.TWO_PLANS, 1, 2)] if is_asked else [])


def test_rows_that_somebody_linked_as_one_duty_need_no_like_words():
    sides = (
        side(1, title="Vetting of drivers", status="complete", same=frozenset({2})),
        side(2, title="Checks before a licence", plan="PL-2"),
    )
    assert found(*sides) == [(DoubtKind.TWO_PLANS, 1, 2)]
    assert (
        found(*(side(one.pk, title=one.title, plan=one.plan, status=one.status) for one in sides))
        == []
    )


def test_an_audit_action_is_not_complete_without_the_plan_row_it_asked_for():
    asks = {
        "status": "complete", "source_kind": SourceKind.AUDIT,
        "title": "Ensure that the findings are captured in a delivery/action plan",
    }  # fmt: skip
    assert found(side(**asks)) == [(DoubtKind.NO_ROW, 1, None)]
    assert found(side(**{**asks, "source_kind": SourceKind.OWN_PLAN})) == []
    assert found(side(**{**asks, "status": "in_progress"})) == []
    linked = side(**asks, linked=frozenset({2}))
    other = {"title": "Carry the findings through", "plan": "PL-2"}
    assert found(linked, side(2, **other)) == [(DoubtKind.NO_ROW, 1, 2)]
    assert found(linked, side(2, **other, status="complete")) == []
    assert found(linked, side(2, **{**other, "plan": "PL-1"})) == [(DoubtKind.NO_ROW, 1, None)]


def test_the_same_facts_are_the_same_question_and_other_facts_another():
    late = side(next_on=TODAY - 20 * DAY, updated_on=None)
    first, again = (findings([late], LIMITS, day)[0] for day in (TODAY, TODAY + 9 * DAY))
    moved = findings([side(next_on=TODAY - 16 * DAY, updated_on=None)], LIMITS, TODAY)[0]
    assert facts_hash(first) == facts_hash(again) != facts_hash(moved)


SIDES = st.lists(
    st.builds(
        side,
        pk=st.integers(1, 6),
        plan=st.sampled_from(["PL-1", "PL-2"]),
        title=st.sampled_from([WORDS, WORDS + " again", "Monthly report to the action plan board"]),
        said=st.sampled_from(["", "It will be done", "Done"]),
        due_text=st.sampled_from(["", "Monthly", "June"]),
        status=st.sampled_from(Status.values),
        source_kind=st.sampled_from(["", "audit"]),
        next_on=st.none() | st.dates(dt.date(2026, 1, 1), dt.date(2026, 12, 31)),
        updated_on=st.none() | st.dates(dt.date(2026, 1, 1), TODAY),
        linked=st.frozensets(st.integers(1, 6)),
        same=st.frozensets(st.integers(1, 6)),
    ),
    unique_by=lambda one: one.pk,
)


@given(SIDES)
@settings(max_examples=40, deadline=None)
def test_every_finding_has_a_question_in_words_and_its_facts_only_once(sides):
    these = findings(sides, LIMITS, TODAY)
    assert len({(one.action, facts_hash(one)) for one in these}) == len(these)
    by_key = {one.pk: one for one in sides}
    for one in these:
        assert question(one.kind, one.facts).endswith("?")
        assert one.other is None or by_key[one.other].plan != by_key[one.action].plan


@pytest.mark.parametrize(
    ("kind", "facts", "words"),
    [
        ("recurs", {"recurs": "monthly"}, "comes back: monthly."),
        ("recurs", {"recurs": "each meeting"}, "comes back: “each meeting”."),
        ("unsaid", {"due": "2026-03-03"}, "due on 3 March 2026"),
        ("no_row", {"row": ""}, "Which row carries it out?"),
        ("no_row", {"row": "AC-2", "stands": "open"}, "B3 of the plan"),
        ("two_plans", {"done": [True, False], "with": "AC-2"}, "this one is finished"),
        ("two_plans", {"due": ["2026-03-03", "2026-05-04"], "with": "AC-2"}, "on 4 May 2026"),
    ],
)
def test_a_question_says_what_does_not_fit(kind, facts, words):
    assert words in question(kind, facts, "B3 of the plan")


def test_near_words_are_found_however_they_are_ordered_and_short_ones_are_left_alone():
    rows = [
        (1, "A", "Train all staff on exploitation every year"),
        (2, "B", "Every year: train all staff on exploitation"),
        (3, "B", "Review policy"),
        (4, "A", "Review policy"),
        (5, "A", "Train all staff on exploitation each year"),
        (6, "B", "Publish the annual report of the safeguarding board"),
    ]
    assert near_pairs(rows, 90) == {(1, 2), (2, 5)}


def test_two_thousand_actions_are_compared_quickly():
    chance = random.Random(3)
    words = [
        f"{a}{b}"
        for a in ["train", "check", "share", "review", "record", "agree"]
        for b in range(40)
    ]
    rows = [(n, f"P{n % 7}", " ".join(chance.choices(words, k=12))) for n in range(2_000)]
    rows += [(9_000 + n, "P9", title) for n, _, title in rows[:50]]
    start = time.process_time()
    assert len(near_pairs(rows, 90)) >= 50
    assert time.process_time() - start < 4


def stands(**given):
    start = {"status": "open", "due_on": TODAY - 20 * DAY, "updated_on": TODAY - 40 * DAY}
    return State(**{**start, **given})


DONE = {"status": "complete", "latest": "All will follow"}


@pytest.mark.parametrize(
    ("before", "after", "kinds"),
    [
        ({}, {"updated_on": TODAY}, {DoubtKind.UNSAID}),
        ({}, {"updated_on": TODAY - 20 * DAY}, set()),
        ({}, {"due_on": TODAY + DAY}, {DoubtKind.UNSAID}),
        ({}, {"status": "complete"}, {DoubtKind.UNSAID}),
        ({"due_on": TODAY + DAY}, {"due_on": TODAY + DAY, "updated_on": TODAY}, set()),
        ({"due_on": None}, {"due_on": None, "updated_on": TODAY}, set()),
        (DONE, {**DONE, "latest": "All is there"}, {DoubtKind.FUTURE}),
        (DONE, DONE, set()),
        (DONE, {}, {DoubtKind.RECURS, DoubtKind.FUTURE, DoubtKind.NO_ROW}),
    ],
)
def test_an_update_settles_the_questions_that_it_answers(before, after, kinds):
    assert settled_by(stands(**before), stands(**after)) == kinds
