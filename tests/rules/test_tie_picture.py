"""How ties are drawn, and which numbers are those of licences."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from joinedup.casefile.rules.tie_picture import MOST_NODES, NetLine, drawn, things_of
from joinedup.casefile.rules.ties import licences_in

ENDS = st.tuples(st.sampled_from([f"CO-{n}" for n in range(30)]), st.sampled_from("abcdef"))
LINES = st.lists(st.builds(NetLine, ENDS, ENDS, st.just("Place"), st.booleans()), max_size=60)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("taxi badge 0417", ("taxi.417",)),
        ("Licence number PHV/0417 and badge no. 0417", ("taxi.417",)),
        ("operator’s licence: OP 2291", ("operator.2291",)),
        ("premises licence 417", ("premises.417",)),
        ("licence PL/2291", ("pl.2291",)),
        ("driving licence 2019", ()),
        ("badge number 2019", ("taxi.2019",)),
        ("permit 12-05-2024, licence 2019-2022, badge 5/2024", ()),
        ("permit 12", ()),
        ("licensed premises in 2024", ()),
        ("a badge", ()),
    ],
)
def test_numbers_of_licences_are_read_by_sort_and_digits_and_no_date_is_one(words, found):
    assert licences_in(words) == found


def test_what_three_records_name_is_one_thing_with_three_lines():
    one, two, three = ("CA-1", "van"), ("CO-2", "Ford van"), ("CO-3", "silver van")
    lines = [NetLine(one, two, "Number plate", True), NetLine(two, three, "Number plate", False)]
    things = things_of(lines)
    assert [(thing.records, thing.standing) for thing in things] == [
        ({"CA-1": True, "CO-2": True, "CO-3": False}, "Partly decided")
    ]
    picture = drawn("CA-1", things, {"CA-1": "Kay"}, {two: "Ford van"})
    assert len(picture.lines) == 3 and len(picture.records) == 3
    assert picture.records[0].words == "Kay" and picture.records[0].is_here
    assert picture.things[0].words == "Ford van"
    assert picture.things[0].more == "Number plate"
    assert picture.things[0].third == "Partly decided"


def test_two_that_were_decided_not_to_be_the_same_are_never_one_thing():
    one, two, three = ("CA-1", "context-1"), ("CO-2", "person-2"), ("CO-3", "person-3")
    lines = [
        NetLine(two, three, "Number plate", False),
        NetLine(one, two, "Number plate", True),
        NetLine(one, three, "Number plate", False, is_other=True),
    ]
    for some in (lines, lines[::-1]):
        found = {frozenset(thing.records): thing.standing for thing in things_of(some)}
        assert found == {
            frozenset({"CA-1", "CO-2"}): "Decided: the same",
            frozenset({"CO-2", "CO-3"}): "To be decided",
        }


def test_of_a_restricted_record_no_decision_is_told():
    here, there = ("CA-1", "context-1"), ("Restricted 1", "")
    things = things_of([NetLine(here, there, "Place", False, is_hidden=True)])
    assert [thing.standing for thing in things] == ["Restricted"]
    picture = drawn("CA-1", things, {}, {here: "The car park"})
    assert [line.is_hidden for line in picture.lines] == [False, True]
    assert picture.things[0].third == "Restricted"


@given(LINES)
def test_every_net_fits_its_sheet_and_says_what_is_left_out(lines):
    things = things_of(lines)
    picture = drawn("CO-0", things, {}, {})
    boxes = [*picture.records, *picture.things]
    assert len(boxes) <= MOST_NODES
    assert all(one.y >= 0 and one.y + one.height <= picture.height for one in boxes)
    assert all(one.x + one.width <= picture.width for one in boxes)
    for column in (picture.records, picture.things):
        tops = sorted(one.y for one in column)
        assert all(two - one >= column[0].height for one, two in itertools.pairwise(tops))
    records = {record for thing in things for record in thing.records} | {"CO-0"}
    assert len(boxes) + picture.left_out == len(things) + len(records)
