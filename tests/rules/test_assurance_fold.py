"""The state of an action is what its updates say, on any day."""

import datetime as dt

from hypothesis import given, settings
from hypothesis import strategies as st

from joinedup.assurance.choices import Proof, Recurrence, Status, UpdateKind
from joinedup.assurance.rules.fold import Said, fold
from joinedup.assurance.rules.occurrences import by_calendar, next_occurrence
from joinedup.assurance.rules.state import (
    FOLDED,
    EvidenceMark,
    OwnerMark,
    State,
    changes_between,
    from_json,
    to_json,
)

DAYS = st.dates(dt.date(2014, 1, 1), dt.date(2027, 12, 31))
MAYBE_DAY = st.none() | DAYS
WORDS = st.text(max_size=12)
OWNERS = st.lists(st.builds(OwnerMark, st.sampled_from(["", "PE-1", "PO-2"]), WORDS), max_size=3)
MARKS = st.lists(st.builds(EvidenceMark, WORDS, st.sampled_from(["done", "difference"]), MAYBE_DAY))
STATES = st.fixed_dictionaries(
    {},
    optional={
        "title": WORDS,
        "status": st.sampled_from(Status.values),
        "due_on": MAYBE_DAY,
        "declared_on": MAYBE_DAY,
        "agreed_on": MAYBE_DAY,
        "recurrence": st.sampled_from(Recurrence.values),
        "occurrence_on": MAYBE_DAY,
        "is_asked": st.booleans(),
        "owners": OWNERS.map(tuple),
        "evidence": MARKS.map(tuple),
    },
)
STEPS = st.lists(
    st.tuples(st.sampled_from(UpdateKind.values), DAYS, DAYS, STATES), min_size=1, max_size=8
)


def story(steps):
    """Updates as they would have been written, one after another."""
    said = []
    for number, (kind, effective, known, wanted) in enumerate(steps, 1):
        before = fold(said, on=effective)
        changes = changes_between(before, wanted)
        said.append(Said(number, kind, effective, max(effective, known), changes))
    return said


@given(STATES)
def test_every_field_survives_being_kept_as_json(wanted):
    for name, value in wanted.items():
        assert from_json(name, to_json(name, value)) == value


@given(STEPS)
def test_the_state_after_everything_is_the_state_on_the_last_day(steps):
    said = story(steps)
    assert fold(said) == fold(said, on=max(one.effective_on for one in said))


@given(STEPS, st.randoms(use_true_random=False))
def test_the_order_in_which_updates_are_read_does_not_matter(steps, chance):
    said = story(steps)
    mixed = list(said)
    chance.shuffle(mixed)
    assert fold(mixed) == fold(said)


@given(STEPS, DAYS)
def test_what_comes_later_does_not_change_an_earlier_day(steps, day):
    said = story(steps)
    earlier = [one for one in said if one.effective_on <= day]
    assert fold(said, on=day) == fold(earlier)


@given(STEPS, DAYS)
def test_what_was_not_yet_written_was_not_yet_known(steps, day):
    said = story(steps)
    known = [one for one in said if one.known_on <= day]
    assert fold(said, known_by=day) == fold(known)


@given(STEPS)
def test_the_last_word_on_a_field_is_what_stands(steps):
    said = story(steps)
    state = fold(said)
    for name in FOLDED:
        words = [one for one in said if name in one.changes]
        if words:
            last = max(words, key=lambda one: (one.effective_on, one.number))
            assert to_json(name, getattr(state, name)) == to_json(
                name, from_json(name, last.changes[name][1])
            )


@given(STATES, STATES)
def test_changes_say_only_what_differs(one, other):
    before = State(**one)
    changes = changes_between(before, other)
    for name, (old, new) in changes.items():
        assert old != new
        assert old == to_json(name, getattr(before, name))
    assert changes_between(before, one) == {}


def test_proof_is_never_more_than_what_stands():
    day = dt.date(2026, 1, 1)
    done = State(status="complete", declared_on=day)
    shown = EvidenceMark("EV-1")
    impact = EvidenceMark("EV-2", "difference")
    assert State(status="in_progress", declared_on=day).proof == Proof.NONE
    assert done.proof == Proof.DECLARED
    assert State(status="complete", declared_on=day, evidence=(impact,)).proof == Proof.DECLARED
    assert State(status="complete", declared_on=day, evidence=(shown,)).proof == Proof.EVIDENCED
    assert State(status="complete", declared_on=day, agreed_on=day).proof == Proof.AGREED


def test_evidence_is_good_until_the_last_of_it_runs_out():
    one, two = dt.date(2026, 1, 1), dt.date(2027, 1, 1)
    ends = (EvidenceMark("a", "done", one), EvidenceMark("b", "done", two))
    assert State(evidence=ends).evidence_until == two
    assert State(evidence=(*ends, EvidenceMark("c"))).evidence_until is None
    assert State().evidence_until is None


@settings(max_examples=200)
@given(st.sampled_from([one for one in Recurrence.values if by_calendar(one)]), DAYS, DAYS)
def test_the_next_time_comes_after_and_is_one_of_the_calendar(recurrence, start, after):
    day = next_occurrence(recurrence, start, after)
    assert day is not None
    assert day > after or day == start > after
    assert day >= start
    following = next_occurrence(recurrence, start, day)
    assert following is not None and following > day


def test_the_last_day_of_the_month_comes_back_after_a_short_month():
    start = dt.date(2026, 1, 31)
    february = next_occurrence("monthly", start, start)
    assert february == dt.date(2026, 2, 28)
    assert next_occurrence("monthly", start, february) == dt.date(2026, 3, 31)
    assert next_occurrence("quarterly", dt.date(2015, 7, 31), dt.date(2015, 7, 31)) == dt.date(
        2015, 10, 31
    )


def test_what_the_calendar_does_not_say_is_not_invented():
    day = dt.date(2026, 1, 1)
    for recurrence in ("event", "each_meeting", "termly", "ongoing", ""):
        assert next_occurrence(recurrence, day, day) is None


def test_a_duty_with_an_end_does_not_go_on_after_it():
    start, end = dt.date(2024, 1, 31), dt.date(2024, 3, 31)
    assert next_occurrence("monthly", start, dt.date(2024, 2, 29), end) == end
    assert next_occurrence("monthly", start, end, end) is None
