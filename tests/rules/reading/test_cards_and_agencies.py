# ruff: noqa: E501 (documents are written as they stand, one line a row)
"""Cards with a band over them, ticks under agencies, labels inside cells, exports of trackers."""

from __future__ import annotations

from .tables import read, rows

CARD = """<h1>Highlight report 2021</h1><table>
<tr><td colspan=4><b>Action {n}: {what}</b></td></tr>
<tr><td>Owner</td><td>Start</td><td>End</td><td>Status</td></tr>
<tr><td>{who}</td><td>01/09/21</td><td>31/01/22</td><td>Complete</td></tr>
<tr><td colspan=4>Update: {news}</td></tr></table>"""


def test_a_card_with_a_band_labels_and_an_update_is_one_action():
    text = CARD.format(n=3, what="Open the hub", who="Head of Early Help", news="Builders on site")
    text += CARD.format(n=4, what="Move the files", who="Systems Manager", news="Load failed")
    found = read(text, name="report.html")
    assert [row.value("ref") for row in found.rows()] == ["3", "4"]
    assert [row.value("title") for row in found.rows()] == ["Open the hub", "Move the files"]
    assert found.rows()[0].value("owners") == ["Head of Early Help"]
    assert found.rows()[1].value("progress") == ["Load failed"]
    assert found.rows()[1].value("due")["date"] == "2022-01-31"
    assert found.rows()[1].value("due")["start"] == "2021-09-01"
    assert found.account().balances


def test_a_tick_under_an_agency_makes_it_an_owner():
    found = rows(
        "Rec | Recommendation | Police | Schools | Health | Timescale",
        "1 | Record who has parental responsibility | ✓ | | ✓ | March 2013",
        "2 | Ask who is at home | ✓ | ✓ | | May 2013",
    )
    assert [row.value("owners") for row in found] == [["Police", "Health"], ["Police", "Schools"]]
    assert all("status" not in row.fields for row in found)


def test_the_second_line_of_a_header_may_hold_names_that_nobody_knows():
    text = """<h1>Plan</h1><table>
    <tr><td rowspan=2>Rec</td><td rowspan=2>Recommendation</td><td colspan=2>Agencies to act</td>
    <td rowspan=2>Timescale</td></tr><tr><td>Police</td><td>Probation</td></tr>
    <tr><td>1</td><td>Change the custody record</td><td>✓</td><td></td><td>May 2013</td></tr>
    <tr><td>2</td><td>Hear from fathers</td><td>✓</td><td>✓</td><td>June 2013</td></tr></table>"""
    found = read(text, name="plan.html").rows()
    assert [row.value("ref") for row in found] == ["1", "2"]
    assert found[1].value("owners") == ["Police", "Probation"]


def test_labels_inside_a_cell_say_who_and_when_where_no_column_does():
    text = """<h1>Peer challenge</h1><table>
    <tr><th>What the peer team said</th><th>What has happened since</th></tr>
    <tr><td>1. Write one page</td><td><p>In progress.</p><p>Draft shared.</p><p>Next step: Print it</p>
    <p>Lead: Policy Officer</p><p>By: 31 January 2025</p></td></tr>
    <tr><td>2. Pay survivors</td><td><p>Done: paid in May.</p><p>Lead: Commissioner</p>
    <p>By: July 2024</p></td></tr></table>"""
    one, two = read(text, name="plan.html").rows()
    assert one.value("owners") == ["Policy Officer"]
    assert one.value("due")["date"] == "2025-01-31"
    assert one.value("actions") == ["Print it"]
    assert one.value("progress") == ["Draft shared."]
    assert one.value("status")["value"] == "in_progress"
    assert two.value("status")["value"] == "complete"
    assert two.value("progress") == ["paid in May."]


def test_who_reported_an_issue_is_no_owner_and_when_it_was_raised_is_no_deadline():
    found = rows(
        "Issue key | Issue Type | Summary | Assignee | Reporter | Raised | Due Date | Status",
        "M-1 | Task | Screen by 10am | Odile Brann | Piers Hatch | 02/08/2021 | 29/10/2021 | 2 - In progress",
        "M-2 | Task | Write letters | Piers Hatch | Odile Brann | 02/08/2021 | 30/09/2021 | 3 - Delayed",
        "M-3 | Issue | Ask for money | Odile Brann | Odile Brann | 03/08/2021 | 30/11/2021 | 2 - In progress",
        "M-4 | Task | Print the cards | Odile Brann | Odile Brann | 03/08/2021 | 30/11/2021 | 2 - In progress",
    )
    assert [row.value("title") for row in found][:2] == ["Screen by 10am", "Write letters"]
    assert [row.value("owners") for row in found][:2] == [["Odile Brann"], ["Piers Hatch"]]
    assert [row.value("due")["date"] for row in found][:2] == ["2021-10-29", "2021-09-30"]
    assert all(row.value("due")["start"] is None for row in found)
    assert all(row.value("status")["value"] == "in_progress" for row in found)


def test_rows_of_updates_across_the_table_are_progress_of_the_row_above():
    text = """<h1>Plan 2018</h1><table>
    <tr><th>No</th><th>Action</th><th>Lead</th><th>Target</th><th>Status</th></tr>
    <tr><td colspan=5>Theme 1: Families</td></tr>
    <tr><td>1</td><td>Publish the document</td><td>Ivy Marsh</td><td>Sept 2018</td><td>Complete</td></tr>
    <tr><td colspan=5>Update 12/06/2018: second draft with partners</td></tr>
    <tr><td colspan=5>4 October 2018 - sent to all staff</td></tr>
    <tr><td>2</td><td>Train 200 people</td><td>Ivy Marsh</td><td>March 2019</td><td>On track</td></tr>
    </table>"""
    found = read(text, name="plan.html")
    one, two = found.rows()
    assert one.value("progress") == [
        "Update 12/06/2018: second draft with partners",
        "4 October 2018 - sent to all staff",
    ]
    assert one.value("title") == "Publish the document"
    assert one.value("owners") == ["Ivy Marsh"]
    assert two.value("section") == "Theme 1: Families"
    assert found.account().balances


def test_a_form_of_questions_is_one_action():
    form = """<table><tr><td>Regulation</td><td>{what}</td></tr>
    <tr><td>How the regulation was not being met</td><td>Falls were not reported.</td></tr>
    <tr><td>What action are you going to take?</td><td>Retrain all staff</td></tr>
    <tr><td>Who is responsible for the action?</td><td>Registered Manager</td></tr>
    <tr><td>How will you make sure that the improvement lasts?</td><td>Monthly audit</td></tr>
    <tr><td>Date by which you will be compliant</td><td>31 August 2023</td></tr></table>"""
    text = form.format(what="Regulation 13: Safeguarding") + "<p>&nbsp;</p>"
    found = read(text + form.format(what="Regulation 18: Staffing"), name="report.html").rows()
    assert [row.value("owners") for row in found] == [["Registered Manager"]] * 2
    assert found[0].value("actions") == ["Retrain all staff"]
    assert found[1].value("due")["date"] == "2023-08-31"


def test_a_table_with_every_cell_on_its_own_line_is_a_table():
    heads = ["Ref", "Action", "Owner", "Due"]
    cells = ["4.1", "Map the services", "Noor Teague", "29 March 2024"]
    more = ["4.2", "Ask the schools", "Education Adviser", "May 2024"]
    text = "\n".join(["Actions", "", *heads, *cells, *more, "", "Next meeting 20 May"])
    found = read(text, name="paste.txt")
    assert [row.value("ref") for row in found.rows()] == ["4.1", "4.2"]
    assert found.rows()[1].value("owners") == ["Education Adviser"]
    assert found.rows()[0].value("due")["date"] == "2024-03-29"


def test_words_under_a_heading_of_one_word_a_line_are_no_table_unless_their_rows_are_in_step():
    text = "Ref\nAction\nOwner\nWe met in March.\nNobody came.\nThe hall was cold.\nWe went home."
    assert read(text, name="note.txt").tables == ()


def test_a_finding_keeps_its_recommendation_as_the_action_and_its_words_apart_from_the_priority():
    box = """<table><tr><td>Finding {n}: Supervision is not recorded</td><td>Priority: High</td></tr>
    <tr><td colspan=2>Nine of twenty files held no record.</td></tr>
    <tr><td colspan=2>Recommendation: Record each session</td></tr>
    <tr><td>Management response: Agreed.</td><td>Responsible officer: Ivy Marsh<br>Target date: May 2019</td></tr>
    </table>"""
    found = read(
        "<h1>Audit 2019</h1>" + box.format(n=1) + box.format(n=2), name="audit.html"
    ).rows()
    assert [row.value("ref") for row in found] == ["1", "2"]
    assert found[0].value("priority")["value"] == "high"
    assert found[0].value("actions") == ["Record each session"]
    assert found[0].other["Details"].value == "Nine of twenty files held no record."


def test_codes_of_risks_number_the_rows_where_nothing_else_does():
    found = rows(
        "Risk ID | Risk description | Score | Further mitigation | Risk owner | Target date",
        "PR1 | Speakers are not checked | 12 | Adopt a hire policy | Head of Property | May 2022",
        "PR2 | Referrals fall | 9 | Train forty tutors | Coordinator | June 2022",
    )
    assert [row.value("ref") for row in found] == ["PR1", "PR2"]


def test_a_column_of_labels_says_what_the_next_column_is_about():
    text = """<h1>Plan 2023</h1><table>
    <tr><th>Rec</th><th>Recommendation</th><th></th><th>Detail</th><th>Lead</th><th>Status</th></tr>
    <tr><td rowspan=3>R1</td><td rowspan=3>Tell the school</td><td>Action</td><td>Add a box</td>
    <td rowspan=3>School Head</td><td rowspan=3>Complete</td></tr>
    <tr><td>Progress</td><td>Form in use</td></tr><tr><td>Impact</td><td>None yet</td></tr>
    <tr><td rowspan=3>R2</td><td rowspan=3>Tell the carers</td><td>Action</td><td>Print a card</td>
    <td rowspan=3>Duty Manager</td><td rowspan=3>In progress</td></tr>
    <tr><td>Progress</td><td>At the printer</td></tr><tr><td>Impact</td><td>Fewer calls</td></tr>
    </table>"""
    one, two = read(text, name="plan.html").rows()
    assert one.value("actions") == ["Add a box"]
    assert one.value("progress") == ["Form in use"]
    assert one.value("status")["value"] == "complete"
    assert two.value("owners") == ["Duty Manager"]
    assert two.other["Detail"].value == "Fewer calls"


def test_a_board_with_a_column_for_each_state_gives_its_cards():
    found = read(
        "# Board 2022\n\n| To do | Doing | Done |\n|---|---|---|\n"
        "| Leaflet for parents (Comms Officer, 31/10/2022) | Stickers in shops (Centre Manager, "
        "14/10/2022) | Cameras (CCTV Manager, 30/06/2022) |\n"
        "| Lights in the park (Park Ranger, Nov 2022) | | |\n"
    )
    assert {row.value("title"): row.value("status")["value"] for row in found.rows()} == {
        "Leaflet for parents": "not_started",
        "Lights in the park": "not_started",
        "Stickers in shops": "in_progress",
        "Cameras": "complete",
    }
    assert found.rows()[0].value("owners") == ["Comms Officer"]
    assert found.account().balances


def test_a_checklist_without_headings_is_read_by_what_it_holds():
    text = """<h1>Checklist May 2021</h1><table>
    <tr><td>☒</td><td>Central record checked against payroll</td><td>Business Manager</td><td>12 May 2021</td></tr>
    <tr><td>☒</td><td>Site walk with the police officer</td><td>Premises Manager</td><td>20 May 2021</td></tr>
    <tr><td>☐</td><td>New signs at both of the gates</td><td>Premises Manager</td><td>by half term</td></tr>
    </table>"""
    found = read(text, name="plan.html").rows()
    assert len(found) == 3
    assert found[0].value("status")["value"] == "complete"
    assert found[2].value("due")["text"] == "by half term"


def test_the_date_of_a_meeting_is_no_reference():
    found = rows(
        "Meeting | Minute | Action | By | Deadline",
        "14.03.17 | 7.2 | Write to the hospital | Chair | April 2017",
        "13.06.17 | 4.3 | Ask each agency for figures | Workforce Officer | 21.07.17",
    )
    assert [row.value("ref") for row in found] == ["7.2", "4.3"]
