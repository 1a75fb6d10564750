"""Sorting references as people do, and finding them in text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from joinedup.assurance.rules.references import find_references, sort_key, speaks_of_row_above


@pytest.mark.parametrize(
    "refs",
    [
        ["A1", "A2", "A10", "B1"],
        ["1.1", "1.9", "1.10", "2.1", "10.1"],
        ["SS/08", "SS/09", "SS/10"],
        ["21 SAFE 01", "21 SAFE 02", "22 LIC 04"],
        ["R1", "R3", "R20"],
        ["1", "1a", "1b", "2"],
        ["3", "3.1", "3.1.2", "3.2"],
    ],
)
def test_references_sort_as_people_sort_them(refs: list[str]) -> None:
    assert sorted(reversed(refs), key=sort_key) == refs


@given(st.text(max_size=12))
def test_a_sort_key_is_plain_ascii(ref: str) -> None:
    assert sort_key(ref).isascii()
    assert sort_key(ref) == sort_key(ref).lower()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Links with A2", ["A2"]),
        ("See A2 and B10", ["A2", "B10"]),
        ("Links with a2.", ["A2"]),
        ("see action 3.2", ["3.2"]),
        ("see actions 3.2 and 4", ["3.2", "4"]),
        ("Recommendation 4 covers this", ["4"]),
        ("4 schools took part", []),
        ("A20 is a road", []),
        ("See 21 SAFE 01", ["21 SAFE 01"]),
        ("see SS/09", ["SS/09"]),
        ("in 2015 there were 4", []),
        ("", []),
    ],
)
def test_rows_that_are_named_are_found(text: str, found: list[str]) -> None:
    refs = ["A1", "A2", "B1", "B10", "3.2", "4", "21 SAFE 01", "SS/09"]
    assert find_references(text, refs) == found


@pytest.mark.parametrize(
    "text", ["As above", "See above", "see above.", "Ditto", "Please see above"]
)
def test_some_words_stand_for_the_row_above(text: str) -> None:
    assert speaks_of_row_above(text)


@pytest.mark.parametrize("text", ["Above all, train staff", "The table above", ""])
def test_other_words_do_not(text: str) -> None:
    assert not speaks_of_row_above(text)
