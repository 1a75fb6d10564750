# ruff: noqa: E501 (documents are written as they stand, one line a row)
"""What stands in signs, calendars, boards and inner tables rather than in words."""

from __future__ import annotations

from io import BytesIO

from docx import Document as Word
from docx.shared import RGBColor

from joinedup.assurance.rules.reading import read_plans
from joinedup.documents.reading import read_document

from .tables import read, rows, table


def test_a_tick_under_a_quarter_says_when_an_action_is_due():
    found = rows(
        "No | Action | Lead | Q1 2019/20 | Q2 2019/20 | Q3 2019/20 | Q4 2019/20",
        "1 | Train all school nurses | Named Nurse | | ✓ | |",
        "2 | Write to every parent | Head of Service | | | | ✓",
    )
    assert [row.value("due")["date"] for row in found] == ["2019-09-30", "2020-03-31"]
    assert all("status" not in row.fields for row in found)


def test_a_header_with_the_months_of_a_calendar_is_still_a_header():
    found = rows(
        "WBS | Task | Assigned to | Start | Finish | Jan | Feb | Mar | Apr | May | Jun | Jul | Aug | Sep | Oct",
        "1.1 | Agree the terms | Ivy Marsh | 05/01/2024 | 09/02/2024 | | | | | | | | | |",
        "1.2 | Appoint two workers | Ivy Marsh | 01/02/2024 | 31/05/2024 | | | | | | | | | |",
    )
    assert [row.value("ref") for row in found] == ["1.1", "1.2"]
    assert found[1].value("due")["date"] == "2024-05-31"


def test_a_date_that_lost_its_format_is_read_from_its_number():
    found = rows(
        "Ref | Action | Owner | Due date",
        "A1 | Run two groups | Social Worker | 44926",
        "A2 | Open the course | Training Officer | 44804",
    )
    assert [row.value("due")["date"] for row in found] == ["2022-12-31", "2022-08-31"]


def test_a_share_of_something_is_no_status_and_a_share_of_the_work_is():
    found = rows(
        "Ref | Action | Owner | Progress",
        "A1 | See children who went missing | Charity | 64% in time",
        "A2 | Train all staff | Training Officer | 60% complete",
    )
    assert found[0].value("progress") == ["64% in time"]
    assert "status" not in found[0].fields
    assert found[1].value("status")["value"] == "in_progress"


def test_a_score_that_a_key_explains_is_a_status():
    text = table(
        "Ref | Action | Lead | By when | Score",
        "A1 | Write a guide | Board Manager | May 2024 | 4",
        "A2 | Train the hub | Hub Manager | June 2024 | 2",
        "A3 | Ask parents | Hub Manager | July 2024 | 4",
    )
    found = read(
        text + "\nScore: 1 = not started; 2 = late; 3 = in progress; 4 = complete\n"
    ).rows()
    assert [row.value("status")["value"] for row in found] == ["complete", "overdue", "complete"]


def test_a_drawn_square_speaks_by_its_colour_and_the_key_of_squares():
    doc = Word()
    key = doc.add_paragraph("Key: ")
    for colour, meaning in (("0070C0", "complete"), ("FF0000", "date missed")):
        key.add_run("■").font.color.rgb = RGBColor.from_string(colour)
        key.add_run(f" {meaning} ")
    grid = doc.add_table(rows=3, cols=4)
    texts = (("Ref", "Action", "Lead", "RAG"), ("1", "Train staff", "Head of Service", ""))
    for n, line in enumerate((*texts, ("2", "Write to schools", "Board Manager", ""))):
        for c, text in enumerate(line):
            grid.cell(n, c).text = text
    for n, colour in ((1, "FF0000"), (2, "0070C0")):
        run = grid.cell(n, 3).paragraphs[0].add_run("■")
        run.font.color.rgb = RGBColor.from_string(colour)
    raw = BytesIO()
    doc.save(raw)
    found = read_plans(read_document("plan.docx", raw.getvalue())).rows()
    assert [row.value("status")["value"] for row in found] == ["overdue", "complete"]


def test_the_picture_of_a_colour_says_its_name():
    text = """<p><img alt="Green"> done <img alt="Amber"> being done <img alt="Red"> late</p><table>
    <tr><th>Ref</th><th>Action</th><th>Officer</th><th>RAG</th></tr>
    <tr><td>1</td><td>Ask the councils</td><td>Licensing Manager</td><td><img alt="Amber"></td></tr>
    <tr><td>2</td><td>Print the cards</td><td>Licensing Manager</td><td><img alt="Red"></td></tr></table>"""
    found = read(text, name="plan.html").rows()
    assert [row.value("status")["value"] for row in found] == ["in_progress", "overdue"]


def test_a_dashboard_with_counts_is_a_key():
    text = table(
        "BRAG | Number of actions | Meaning", "Blue | 3 | Complete", "Red | 1 | Missed its date"
    )
    text += "\n" + table(
        "Ref | Action | Owner | BRAG",
        "1 | Choose the tool | Head of Service | Blue",
        "2 | Write the guide | Ivy Marsh | Red",
        over="# Plan",
    )
    found = read(text).rows()
    assert [row.value("status")["value"] for row in found] == ["complete", "overdue"]


def test_initials_beside_the_names_of_those_present_are_a_key():
    text = "Present: Kirsty Malin (KM), Tunde Parr (TP)\n\n" + table(
        "Item | Discussion | Action | Who / when",
        "1 | Apologies were given | | ",
        "2 | The leaflet is printed | Send it to all practices | KM - 14 June 2016",
        "3 | The data are late | Bring them to the group | TP / KM - next meeting",
    )
    found = read(text).rows()
    assert [row.value("title") for row in found] == [
        "Send it to all practices",
        "Bring them to the group",
    ]
    assert found[0].value("owners") == ["Kirsty Malin"]
    assert found[0].value("due")["date"] == "2016-06-14"
    assert found[1].value("owners") == ["Tunde Parr", "Kirsty Malin"]
    assert found[1].value("due")["text"] == "next meeting"


def test_the_name_of_a_body_with_its_letters_is_no_key_to_initials():
    text = "Led by the Multi Agency Safeguarding Hub (MASH)\n\n" + table(
        "Ref | Action | Owner | Due", "1 | Screen each contact | MASH | May 2024"
    )
    assert read(text).rows()[0].value("owners") == ["MASH"]


def test_the_heading_of_a_board_says_how_far_its_cards_are():
    text = """# Board of March 2025

## To do

- [ ] **Write to parents** (Owner: Deputy Head; Due: 28 March 2025)

## Doing

- [ ] **Check the record** (Owner: HR Officer; Due: 21/03/25)
  - 140 of 212 entries seen

## Done

- [x] **Lanyards for visitors** (Owner: Office Manager; Due: 3 March 2025)
"""
    found = read(text).rows()
    assert [row.value("status")["value"] for row in found] == [
        "not_started",
        "in_progress",
        "complete",
    ]
    assert found[1].value("progress") == ["140 of 212 entries seen"]
    assert found[1].value("due")["text"] == "21/03/25"


def test_a_table_inside_a_cell_gives_actions_and_who_and_when():
    doc = Word()
    outer = doc.add_table(rows=4, cols=2)
    pairs = (("Recommendation 1", "Staff should challenge decisions"), ("Actions", ""),
             ("RAG", "Amber"), ("Progress", "Protocol agreed"))  # fmt: skip
    for n, (label, value) in enumerate(pairs):
        outer.cell(n, 0).text, outer.cell(n, 1).text = label, value
    inner = outer.cell(1, 1).add_table(rows=3, cols=3)
    lines = (("Action", "Who", "By when"), ("Rewrite the protocol", "Board Manager", "May 2024"),
             ("Ask staff", "Quality Officer", "31 July 2024"))  # fmt: skip
    for n, line in enumerate(lines):
        for c, text in enumerate(line):
            inner.cell(n, c).text = text
    raw = BytesIO()
    doc.save(raw)
    (found,) = read_plans(read_document("plan.docx", raw.getvalue())).rows()
    assert found.value("actions") == ["Rewrite the protocol", "Ask staff"]
    assert found.value("owners") == ["Board Manager", "Quality Officer"]
    assert found.value("due")["date"] == "2024-07-31"
    assert found.fields["owners"].confidence < 0.8


def test_a_response_that_only_accepts_is_a_decision_and_no_progress():
    found = rows(
        "Ref | Recommendation | Response | Lead | When",
        "1 | Apologise in writing | Accepted | Complaints Manager | May 2025",
        "2 | Review the policy | Accepted in part | Service Manager | June 2025",
    )
    assert all("progress" not in row.fields for row in found)
    assert found[1].other["Response"].value == "Accepted in part"
