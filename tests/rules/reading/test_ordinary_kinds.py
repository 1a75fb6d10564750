"""What ordinary plans taught: heading rows of text in columns, guidance, keys among other rows."""

from __future__ import annotations

import openpyxl
import pytest
from openpyxl.styles import PatternFill

from benches.invented import workbook
from joinedup.assurance.rules.reading import read_plans
from joinedup.documents import read_document

from .tables import read, roles, rows, table

SPACED = """Harbour action plan 2023

No    What we do               Who                 When            State
Strand A: Hearing from those who live on the quay
A1    Ask families on the      Outreach Worker     31 May 2023     Complete
      moored boats
A2    Print the small guide    Press Officer       June 2023       Not started
Strand B: Work with the crews of the ferries

B1    Teach crews to notice    Ferry Manager       30 June 2023    In progress
      who travels alone

Strand C: Money
C1    Find a sponsor           Treasurer           July 2023       Not started
"""


def test_a_heading_over_columns_of_spaces_is_the_section_and_is_not_cut():
    found = read(SPACED, name="plan.txt")
    assert [row.value("ref") for row in found.rows()] == ["A1", "A2", "B1", "C1"]
    assert [row.value("section") for row in found.rows()] == [
        "Strand A: Hearing from those who live on the quay",
        "Strand A: Hearing from those who live on the quay",
        "Strand B: Work with the crews of the ferries",
        "Strand C: Money",
    ]
    assert found.rows()[2].value("title") == "Teach crews to notice who travels alone"


def test_a_sentence_after_a_table_in_columns_of_spaces_is_no_row():
    found = read(
        SPACED + "\nThe group meets again in the autumn to look at it all.\n", name="plan.txt"
    )
    assert len(found.rows()) == 4
    assert all("autumn" not in str(row.value("title")) for row in found.rows())


def test_a_line_of_guidance_whose_reference_is_a_word_is_no_row():
    found = rows(
        "Ref|Action|Owner|Due|Notes",
        "Code|Say what changes|A person|Day or month|Update each term",
        "K1|Light the slipway|Harbour Master|May 2023|Lamps ordered",
        "K2|Paint the steps|Works Team|June 2023|",
    )
    assert [row.value("ref") for row in found] == ["K1", "K2"]


def test_a_first_action_with_a_number_is_never_taken_for_guidance():
    found = rows(
        "Ref|Action|Owner|Due",
        "1|Write to all crews|One named person|Give until May 2023",
        "2|Paint the steps|Works Team|June 2023",
    )
    assert len(found) == 2


@pytest.mark.parametrize(
    "heading",
    ["What we need to do", "What the school must do", "What you still need to put right",
     "What partners intend to change"],
)  # fmt: skip
def test_what_is_to_be_done_beside_a_standard_is_its_actions(heading):
    found = roles(
        f"Standard|Evidence|{heading}|By whom|By when",
        "A lead is named|It is in the role profile|Tell the night staff|Head of Care|May 2023",
        "Checks are made|A log is kept|Look at the log each week|Office Manager|June 2023",
    )
    assert found == ["title", "progress", "actions", "owners", "due"]


def test_milestones_are_kept_beside_the_progress_and_not_in_it():
    one = rows(
        "No|Recommendation|Action|Lead agency|Key milestones achieved in enacting recommendation|Target date",
        "1|Crews notice fear|Train them|Ferry Company|First crew trained|May 2023",
    )[0]
    assert "progress" not in one.fields
    assert [value.value for value in one.other.values()] == ["First crew trained"]


def test_a_start_whose_end_is_empty_is_no_text_of_an_end():
    one, two = rows(
        "Ref|Action|Lead|Begins on|End date",
        "1|Light the slipway|Harbour Master|03/04/2023|",
        "2|Paint the steps|Works Team|03/04/2023|05/05/2023",
    )
    assert one.value("due") == {
        "text": "", "date": None, "start": "2023-04-03", "recurrence": None
    }  # fmt: skip
    assert "03/04/2023" in [value.value for value in one.other.values()]
    assert two.value("due")["date"] == "2023-05-05"


def test_a_start_without_any_column_for_an_end_keeps_its_words():
    one = rows("Ref|Action|Lead|Start", "1|Light the slipway|Harbour Master|03/04/2023")[0]
    assert one.value("due")["text"] == "03/04/2023"


def test_a_sentence_on_a_date_is_progress_where_a_column_holds_the_status():
    one = rows(
        "Ref|Action|Lead|Update|Status",
        "1|Light the slipway|Harbour Master|Deadline has passed. Lamps are on order.|In progress",
        "2|Paint the steps|Works Team|Begun|In progress",
    )[0]
    assert one.value("status")["value"] == "in_progress"
    assert one.value("progress") == ["Deadline has passed. Lamps are on order."]


def _painted(book: openpyxl.Workbook) -> None:
    notes = book.active
    notes.title = "Read me first"
    notes.append(["Harbour plan: how we keep it"])
    notes.append(["Send changes to the clerk before the first of the month."])
    notes.append([])
    for word, meaning, colour in (
        ("Purple", "Done", "7030A0"),
        ("Yellow", "Begun", "FFFF00"),
        ("Orange", "Not begun", "ED7D31"),
    ):
        notes.append([None, word, meaning])
        notes.cell(notes.max_row, 2).fill = PatternFill("solid", fgColor=colour)
    plan = book.create_sheet("The plan")
    plan.append(["Ref", "Action", "Owner", "Due", "Status"])
    for ref, words, colour in (
        ("H1", "Light the slipway", "7030A0"),
        ("H2", "Paint the steps", "ED7D31"),
        ("H3", "Mend the rail", "FFFF00"),
    ):
        plan.append([ref, words, "Harbour Master", "May 2023", None])
        plan.cell(plan.max_row, 5).fill = PatternFill("solid", fgColor=colour)


def test_a_key_under_lines_of_guidance_on_another_sheet_explains_the_colours():
    found = read_plans(read_document("plan.xlsx", workbook(_painted)))
    assert [row.value("status")["value"] for row in found.rows()] == [
        "complete",
        "not_started",
        "in_progress",
    ]


def test_a_narrow_plan_is_not_taken_for_a_key():
    found = read(
        table("Action|Status", "Light the slipway|Complete", "Paint the steps|Not started")
    )
    assert [row.value("title") for row in found.rows()] == ["Light the slipway", "Paint the steps"]
