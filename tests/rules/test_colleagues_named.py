"""Which people of the staff list somebody may have named."""

from __future__ import annotations

import pytest

from joinedup.concerns.rules.colleagues import may_be_named

STAFF = [(1, "Dot Duty"), (2, "Ann Smith-Jones"), (3, "Robert O’Hara")]
LONG = " and then he went home again with his sister and the dog on the last bus of that evening"


@pytest.mark.parametrize(
    ("told", "meant"),
    [
        ("Dot  Duty", 1), ("Miss Dot Duty", 1), ("Duty, Dot", 1), ("Dot Dutty", 1), ("D. Duty", 1),
        ("Dorothy Duty", 1), ("Ms Duty", 1), ("duty", 1), ("Dot Duty hit him at the club" + LONG, 1),
        ("It was Mrs Duty who hit him" + LONG, 1), ("Mrs A Jones", 2), ("Bob OHara", 3),
    ],
)  # fmt: skip
def test_somebody_of_the_staff_is_meant_however_they_are_called(told, meant):
    assert may_be_named([told], STAFF) == (meant,)


@pytest.mark.parametrize(
    "told",
    ["", "Dot", "Kit Duty", "a tall man from the council", "He is on duty in the evening" + LONG],
)
def test_nobody_is_meant_by_other_words(told):
    assert may_be_named([told], STAFF) == ()
