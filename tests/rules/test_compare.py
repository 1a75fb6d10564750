"""A newer version beside the register: same, changed, new, gone."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from joinedup.assurance.rules.compare import Change, Side, compare


def side(key: str, title: str, code: str = "", **values: str) -> Side:
    return Side(key, code, title, values)


def kinds(new, old):
    return [(m.kind, m.new and m.new.key, m.old and m.old.key) for m in compare(new, old)]


def test_rows_are_matched_by_reference_then_by_words():
    new = [
        side("n1", "Train all staff who meet children", "A1", status="Complete"),
        side("n2", "Write to every school", "B7", status="In progress"),
        side("n3", "Something quite different", "C1"),
    ]
    old = [
        side("o1", "Train staff who meet children", "A1", status="In progress"),
        side("o2", "Write to every school", "A2", status="In progress"),
        side("o3", "Hold a supervision audit", "A3"),
    ]
    assert kinds(new, old) == [
        ("changed", "n1", "o1"),
        ("same", "n2", "o2"),
        ("new", "n3", None),
        ("gone", None, "o3"),
    ]


def test_each_change_has_old_beside_new():
    (found,) = compare(
        [side("n", "Train staff", "A1", status="Complete", due="May 2026")],
        [side("o", "Train staff", "A1", status="In progress", due="May 2026")],
    )
    assert found.changes == (Change("status", "In progress", "Complete"),)


def test_case_and_spaces_are_no_change():
    (found,) = compare([side("n", "Train  STAFF.", "a1")], [side("o", "Train staff", "A1")])
    assert found.kind == "same"


def test_the_same_reference_on_other_words_is_another_row():
    found = kinds(
        [side("n", "Buy a new boiler for the depot", "A1")],
        [side("o", "Interview each child who went missing", "A1")],
    )
    assert found == [("new", "n", None), ("gone", None, "o")]


def test_what_the_newer_version_leaves_empty_is_no_change():
    (found,) = compare(
        [side("n", "Train staff", "A1", progress="")],
        [side("o", "Train staff", "A1", progress="Booked in March")],
    )
    assert found.kind == "same"


SIDES = st.lists(
    st.tuples(st.sampled_from(["A1", "A2", "B1", ""]), st.sampled_from(["Train staff", "Write", "Go"])),
    max_size=6,
)  # fmt: skip


@given(SIDES, SIDES)
def test_every_row_of_both_sides_appears_exactly_once(new, old):
    ours = [side(f"n{i}", title, code) for i, (code, title) in enumerate(new)]
    theirs = [side(f"o{i}", title, code) for i, (code, title) in enumerate(old)]
    found = compare(ours, theirs)
    assert [m.new.key for m in found if m.new] == [one.key for one in ours]
    assert sorted(m.old.key for m in found if m.old) == sorted(one.key for one in theirs)
