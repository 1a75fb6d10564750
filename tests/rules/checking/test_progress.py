"""What is still open, what balances, and where each source cell stands."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from joinedup.assurance.rules.checking import make_step, progress
from joinedup.assurance.rules.checking.balance import source_cells, with_lost_cells
from joinedup.assurance.rules.checking.blocks import (
    Band,
    RowBlock,
    blocks,
    blocks_of_plan,
    loose_bands,
)
from joinedup.assurance.rules.checking.progress import left_out
from joinedup.assurance.rules.checking.proposals import date_in
from joinedup.assurance.rules.owners import Known
from tests.rules.reading.tables import document, read, table

WILD = table(
    "Ref|Action|Lead|By when|Status",
    "1|Train all staff|Ada Marsh|May 2026|?? maybe",
    "2|Check the volunteers|Ada Marsh|Monthly|Complete",
    "3|Write to schools|Ros|June 2026|?? soon",
    "4|Write to clubs|Ros Teller|June 2026|Complete",
)
PEOPLE = [Known("PE-1", "Ada Marsh")]


def test_a_doubt_waits_until_it_is_accepted_or_changed():
    found = read(WILD)
    before = progress(found, [], PEOPLE)
    assert [(d.row.id, d.field) for d in before.doubts] == [("t1r1", "status"), ("t1r3", "status")]
    after = progress(found, [make_step("accept", at="t1r1", field="status")], PEOPLE)
    assert [d.row.id for d in after.doubts] == ["t1r3"] and after.settled == 1


def test_a_whole_column_is_accepted_at_once_and_only_that_column():
    step = make_step("accept_column", at="t1", field="status")
    assert progress(read(WILD), [step]).doubts == ()
    other = make_step("accept_column", at="t1", field="due")
    assert len(progress(read(WILD), [other]).doubts) == 2


def test_a_whole_plan_is_accepted_at_once():
    assert progress(read(WILD), [make_step("accept_plan", at="0")]).doubts == ()


def test_a_contradiction_is_a_question_until_it_is_answered():
    found = read(WILD)
    (asked,) = progress(found, []).questions
    assert asked.question.kind == "contradiction" and asked.question.about == "t1r2"
    done = progress(found, [make_step("answer", at=asked.key, to="recurring")])
    assert done.questions == () and done.answered[0].answer == "recurring"


def test_changing_the_field_answers_its_question():
    step = make_step("field", at="t1r2", field="status", to={"text": "x", "value": "in_progress"})
    assert progress(read(WILD), [step]).questions == ()


def test_an_owner_known_here_is_no_question_and_a_strange_one_is_asked_once():
    found = progress(read(WILD), [], PEOPLE)
    assert [(m.text, len(m.rows)) for m in found.open_owners] == [("Ros", 1), ("Ros Teller", 1)]
    assert found.open_owners[0].same_as == ("Ros Teller",) and found.open_owners[1].same_as == ()
    steps = [make_step("owner", at="Ros", to="same:Ros Teller")]
    steps += [make_step("owner", at="Ros Teller", to="words")]
    assert progress(read(WILD), steps, PEOPLE).open_owners == ()


def test_a_plan_left_out_asks_nothing():
    steps = [make_step("plan", at="0", field="takes", to="no")]
    found = progress(read(WILD), steps)
    assert found.left == 0 and found.owners == () and left_out(steps) == {0}
    again = [*steps, make_step("plan", at="0", field="takes", to="yes")]
    assert left_out(again) == set() and progress(read(WILD), again).left > 0


def test_only_a_balanced_count_with_nothing_left_may_be_confirmed():
    steps = [
        make_step("accept_plan", at="0"),
        make_step("answer", at="contradiction:t1r2:status", to="finished"),
        make_step("owner", at="Ros", to="words"),
        make_step("owner", at="Ros Teller", to="new_person"),
    ]
    found = read(WILD)
    assert progress(found, steps, PEOPLE).may_confirm
    assert not progress(found, steps[1:], PEOPLE).may_confirm
    dropped = replace(found, cells=found.cells[1:])
    lost = with_lost_cells(dropped, document(WILD))
    assert lost.account().uses["lost"] == 1
    assert not progress(lost, steps, PEOPLE).may_confirm


def test_the_count_is_taken_from_the_document_not_from_the_reading():
    paper = document(WILD)
    assert with_lost_cells(read(WILD), paper) == read(WILD)
    assert len(list(source_cells(paper))) == len(read(WILD).cells)


TEXT = st.text(alphabet="abc 1.", min_size=1, max_size=8)


@given(st.lists(st.tuples(TEXT, TEXT, TEXT, TEXT), min_size=1, max_size=5))
def test_every_source_cell_stands_in_one_block_and_one_only(rows):
    text = table("Ref|Action|Lead|By when", *("|".join(row) for row in rows))
    found = with_lost_cells(read(text), document(text))
    assert found.account().balances
    told = [cell.id for block in blocks(found) for cell in block.cells]
    assert sorted(told) == sorted({cell.id for cell in found.cells if cell.text.strip()})


def test_blocks_keep_the_order_of_the_source():
    text = table(
        "Ref|Action|Lead|By when", "1|Train|Ada|May 2026", "Children|||", "2|Go|Bo|May 2026"
    )
    found = read(text + "\nMinutes of the meeting\n")
    every = blocks(found)
    plan = blocks_of_plan(every, 0, found.plans[0])
    kinds = [block.row.id if isinstance(block, RowBlock) else block.use for block in plan]
    assert kinds == ["header", "t1r1", "heading", "t1r3"]
    loose = loose_bands(every, found.plans)
    assert all(isinstance(band, Band) for band in loose)
    assert "Minutes of the meeting" in [band.text for band in loose]


def test_a_title_proposes_the_day_it_speaks_of():
    assert str(date_in("Action plan June 2015", None)) == "2015-06-01"
    assert str(date_in("Plan, 22 July 2015", None)) == "2015-07-22"
    assert date_in("Safeguarding action plan", 2015) is None
