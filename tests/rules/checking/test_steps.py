"""Steps: what a person did, kept in order, taken back in order."""

from __future__ import annotations

import pytest

from joinedup.assurance.rules.checking import StepFault, added, corrections_of, make_step, undo
from joinedup.assurance.rules.checking.own_text import with_marked_text
from joinedup.assurance.rules.checking.questions import choices_for, steps_of_answer
from joinedup.assurance.rules.checking.steps import roles_by_column, with_typed_fields
from joinedup.assurance.rules.reading import Corrections, Question, read_plans
from tests.rules.reading.tables import document, read, table

PLAN = table(
    "Ref|Action|Lead|By when|Comments",
    "1|Train all staff|Ada|May 2026|Booked",
    "2|Write to schools|Bo|June 2026|",
)
CUT = table("Ref|Action|Lead|By when", "1|Train staff who work with|Ada|May 2026", "|children|||")


def test_a_step_keeps_only_what_its_kind_says():
    assert make_step("accept", at="t1r1", field="due", to="x") == {
        "do": "accept", "at": "t1r1", "field": "due",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("do", "said"),
    [
        ("explode", {"at": "t1"}),
        ("accept", {"at": "t1r1"}),
        ("accept", {"at": "", "field": "due"}),
        ("role", {"at": "t1c1", "to": "wizard"}),
        ("row", {"at": "t1r1", "to": "wizard"}),
        ("block", {"at": "b1", "to": "action"}),
        ("plan", {"at": "0", "field": "guard", "to": "x"}),
        ("field", {"at": "t1r1", "field": "due"}),
    ],
)
def test_a_step_that_makes_no_sense_is_refused_with_a_sentence(do, said):
    with pytest.raises(StepFault, match=r"\.$"):
        make_step(do, **said)


def test_undo_takes_back_one_step_at_a_time_and_stops_at_none():
    one, two = make_step("accept", at="a", field="due"), make_step("accept", at="b", field="due")
    steps = added(added([], [one]), [two])
    assert [step["at"] for step in undo(steps)] == ["a"]
    assert undo(undo(steps)) == [] == undo(undo(undo(steps)))


def test_steps_taken_together_go_back_together():
    owners = [make_step("owner", at=name, to="words") for name in ("Ada", "Bo")]
    steps = added(added([], [make_step("accept", at="a", field="due")]), owners)
    assert [step["at"] for step in undo(steps)] == ["a"]


def test_a_later_step_wins_over_an_earlier_one():
    steps = [make_step("role", at="t1c1", to=to) for to in ("progress", "review")]
    steps += [make_step("row", at="t1r2", to="heading"), make_step("table", at="t2", to=False)]
    found = corrections_of(steps)
    assert (found.roles, found.rows, found.tables) == (
        {"t1c1": "review"},
        {"t1r2": "heading"},
        {"t2": False},
    )


def test_a_typed_value_stands_beside_the_printed_words():
    steps = [make_step("field", at="t1r1", field="owners", to=["Ada Marsh"])]
    steps += [make_step("field", at="t1r2", field="review", to="Audit")]
    first, second = with_typed_fields(read(PLAN), steps).rows()
    owners = first.fields["owners"]
    assert (owners.value, owners.printed, owners.confidence) == (["Ada Marsh"], "Ada", 1.0)
    assert second.value("review") == "Audit"


def test_a_column_under_no_known_name_can_be_typed_too():
    text = table("Ref|Action|Lead|By when|Budget", "1|Train|Ada|May 2026|none", "2|Go|Bo|1/6/26|5")
    found = read(text)
    heading = next(iter(found.rows()[0].other))
    step = make_step("field", at="t1r1", field=heading, to="200 pounds")
    assert with_typed_fields(found, [step]).rows()[0].other[heading].value == "200 pounds"


def test_no_they_are_two_rows_splits_what_was_joined():
    found = read(CUT)
    question = next(one for one in found.questions if one.kind == "join")
    key = f"join:{question.about}:"
    assert steps_of_answer(key, "split", found) == [{"do": "row", "at": "t1r2", "to": "action"}]
    again = read(CUT, corrections_of(steps_of_answer(key, "split", found)))
    assert len(again.rows()) == 2
    assert steps_of_answer(key, "as_read", found) == [make_step("answer", at=key, to="as_read")]


def test_every_kind_of_question_has_answers():
    for kind in ("contradiction", "join", "colour", "due", "link", "something new"):
        codes = [one.code for one in choices_for(Question(kind, "t1r1", "", "?"))]
        assert len(codes) >= 2 and len(set(codes)) == len(codes)
    assert [one.code for one in choices_for(Question("colour", "", "", "?"))] == ["looked"]


def test_remembered_layouts_have_numbers_for_columns_again():
    assert roles_by_column({"x": {"4": "review"}}) == {"x": {4: "review"}}


LOOSE = PLAN + "\nWrite to the Charity Commission\n\nThe board met in May.\n"


def loose_ids(found):
    return {cell.text: cell.id for cell in found.cells if cell.use == "text"}


def test_loose_text_becomes_a_row_at_the_end_and_the_count_still_balances():
    found = read(LOOSE)
    spot = loose_ids(found)["Write to the Charity Commission"]
    after = with_marked_text(found, [make_step("own_row", at=spot, to="0")])
    last = after.plans[0].rows[-1]
    assert (last.value("title"), last.id) == ("Write to the Charity Commission", spot)
    assert after.account().balances and after.account().total == found.account().total
    assert after.account().uses["text"] == found.account().uses["text"] - 1


def test_loose_text_can_be_a_heading_or_a_note():
    found = read(LOOSE)
    spot = loose_ids(found)["The board met in May."]
    after = with_marked_text(found, [make_step("block", at=spot, to="note")])
    assert after.account().uses["note"] == 1 and after.rows() == found.rows()


def test_in_a_document_without_a_plan_a_line_opens_one():
    found = read_plans(document("Call every parent\n\nAnd then rest\n", "note.txt"))
    assert found.plans == ()
    spot = loose_ids(found)["Call every parent"]
    after = with_marked_text(found, [make_step("own_row", at=spot, to="0")])
    assert [row.value("title") for row in after.rows()] == ["Call every parent"]


def test_text_already_in_a_row_is_not_taken_twice():
    found = read(PLAN)
    assert with_marked_text(found, [make_step("own_row", at="t1r1c1", to="0")]) == found
    assert Corrections() == corrections_of([make_step("own_row", at="b1", to="0")])
