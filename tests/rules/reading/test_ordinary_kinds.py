# ruff: noqa: E501 (documents are written as they stand, one line a row)
"""What ordinary plans taught: heading rows of text in columns, guidance, keys among other rows."""

from __future__ import annotations

import openpyxl
import pytest
from openpyxl.styles import PatternFill

from benches.invented import workbook
from joinedup.assurance.rules.reading import read_plans
from joinedup.assurance.rules.reading.facts import looks_like_ref
from joinedup.assurance.rules.reading.slips import mended
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


@pytest.mark.parametrize(
    "header",
    [
        "Ref|Recomendation|Responsable officer|Tiemscale|Progess",
        "Ref|Acton|Laed|Taget date|Updtae",
        "Rfe|Recommendaton|Onwer|Dtae due|Coments",
    ],
)
def test_slips_of_typing_in_headings_do_not_lose_the_table(header):
    found = rows(
        header,
        "Q1|Light the slipway|Harbour Master|May 2023|Lamps are on order",
        "Q2|Paint the steps|Works Team|June 2023|",
    )
    assert [row.value("ref") for row in found] == ["Q1", "Q2"]
    assert found[0].value("owners") == ["Harbour Master"]
    assert found[0].value("due")["date"] == "2023-05"
    assert found[0].value("progress") == ["Lamps are on order"]


@pytest.mark.parametrize("word", ["Load", "Wharf", "Grants", "Berths", "Teas", "Actor"])
def test_a_word_of_its_own_is_no_slip(word):
    assert mended(word, {"lead", "action", "grade", "theme", "team"}) == word


def test_signatures_under_the_last_action_are_no_actions():
    found = read(
        table(
            "Ref|Action|Lead|Due",
            "1|Light the slipway|Harbour Master|May 2023",
            "2|Paint the steps|Works Team|June 2023",
            "|||",
            "Signed off by:|Petra Lowe||",
            "Date:|4 May 2023||",
            "Next review|1 August 2023||",
        )
    )
    assert [row.value("ref") for row in found.rows()] == ["1", "2"]
    kept = " ".join(one.text for one in found.unplaced)
    assert "Petra Lowe" in kept and "1 August 2023" in kept


def test_an_action_on_signing_is_an_action():
    found = rows(
        "Ref|Action|Lead|Due",
        "1|Light the slipway|Harbour Master|May 2023",
        "2|Signed agreement from each crew|Works Team|June 2023",
    )
    assert len(found) == 2


HALVES = """<h1>Plan 2023</h1><table><tr><th>What we want</th><th>Steps</th><th>Who</th><th>When</th><th>Notes</th></tr>
<tr><td>Crews know the signs</td><td>Run a day on the quay</td><td>Ferry Manager</td><td>May 2023</td><td>Booked</td></tr>
<tr><td>Families on boats hear of each</td><td>Print and bring round a</td><td>Outreach Worker</td><td>June 2023</td><td></td></tr></table>
<table><tr><td>{title}</td><td>{steps}</td><td></td><td></td><td></td></tr>
<tr><td>Masters write down who sleeps aboard</td><td>Keep a book in the office of the clerk.</td><td>Clerk</td><td>July 2023</td><td>The book was bought in the shop.</td></tr></table>"""


def test_a_row_cut_by_a_page_goes_on_where_the_header_is_not_printed_again():
    found = read(HALVES.format(title="work that is planned", steps="small guide"), name="p.html")
    titles = [row.value("title") for row in found.rows()]
    assert titles[1:] == [
        "Families on boats hear of each work that is planned",
        "Masters write down who sleeps aboard",
    ]
    assert found.account().balances


def test_rows_on_the_next_page_are_not_taken_for_a_header():
    page = HALVES.replace(
        "<tr><td>{title}</td><td>{steps}</td><td></td><td></td><td></td></tr>\n", ""
    )
    found = read(page.replace("Keep a book", "The action lead keeps a book"), name="p.html")
    assert len(found.rows()) == 3


@pytest.mark.parametrize("count", [3, 8])
def test_a_table_without_any_heading_gives_every_row_flagged(count):
    lines = [
        f"<tr><td>{n}</td><td>Recommendation {n} Bring the lamps of quay {n} up to date each week.</td><td>Agreed</td>"
        f"<td>Harbour Master</td><td>May 2023</td><td>{n} lamps were mended.</td></tr>"
        for n in range(1, count + 1)
    ]
    found = read(f"<h1>Plan</h1><table>{''.join(lines)}</table>", name="p.html")
    assert len(found.rows()) == count
    assert all("Bring the lamps" in row.value("title") for row in found.rows())
    assert found.account().balances


def test_a_page_number_between_rows_is_no_heading():
    found = rows(
        "Ref|Action|Lead|Due",
        "Quay side|||",
        "1|Light the slipway|Harbour Master|May 2023",
        "Page 2 of 3|||",
        "2|Paint the steps|Works Team|June 2023",
    )
    assert [row.value("section") for row in found] == ["Quay side", "Quay side"]


def test_a_month_with_its_year_is_no_reference():
    assert not looks_like_ref("Oct 2024") and not looks_like_ref("March 24")
    assert looks_like_ref("SAFE 01") and looks_like_ref("A1")


TABBED = (
    "Quay plan 2023\n\n\tLesson\tAnswer\t\t\t\nRef\t\tThe work\tLead\tDeadline\tRAG\n"
    "1\tCrews did not know whom to call.\tPut the number on each boat\tFerry Manager\tMay 2023\tGreen\n"
    "2\tLamps were out.\tMend the lamps\tHarbour Master\tJune 2023\tRed\n"
)


def test_a_second_header_row_that_fills_the_gaps_of_the_first_is_header_too():
    found = read(TABBED, name="plan.txt")
    assert [row.value("ref") for row in found.rows()] == ["1", "2"]
    assert found.rows()[1].value("owners") == ["Harbour Master"]
    assert found.rows()[1].value("due")["date"] == "2023-06"


@pytest.mark.parametrize(
    ("word", "value"),
    [("Compelted", "complete"), ("In progess", "in_progress"), ("Not staretd", "not_started")],
)
def test_a_slip_of_typing_in_a_state_is_read_as_meant(word, value):
    one = rows("Ref|Action|Lead|Status", f"1|Light the slipway|Harbour Master|{word}")[0]
    assert one.value("status") == {"text": word, "value": value}


def test_a_quarter_in_a_due_cell_names_no_row():
    found = rows(
        "Ref|Action|Lead|Due",
        "Q1|Light the slipway|Harbour Master|Q2 2023/24",
        "Q2|Paint the steps|Works Team|June 2023, see Q1",
    )
    assert not found[0].value("see")
    assert found[1].value("see") == ["Q1"]


def test_a_sentence_that_sounds_like_a_state_stays_progress_beside_a_per_cent():
    (row,) = rows(
        "Action|Owner|% complete|Comments", "Move the records|Ann Lee|40%|Set-up under way."
    )
    assert row.value("status")["value"] == "in_progress"
    assert row.value("progress") == ["Set-up under way."]


def test_a_doubtful_state_in_a_progress_cell_is_offered_and_its_words_stay():
    (row,) = rows("Action|Owner|Update", "Train all members|Ann Lee|To be part of induction.")
    assert row.fields["status"].confidence < 0.8
    assert row.value("progress") == ["To be part of induction."]
