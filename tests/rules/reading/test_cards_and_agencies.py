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
        "Issue key | Summary | Assignee | Reporter | Raised | Due Date | Status",
        "M-1 | Screen by 10am | Odile Brann | Piers Hatch | 02/08/2021 | 29/10/2021 | 2 - In progress",
        "M-2 | Write letters | Piers Hatch | Odile Brann | 02/08/2021 | 30/09/2021 | 3 - Delayed",
    )
    assert [row.value("owners") for row in found] == [["Odile Brann"], ["Piers Hatch"]]
    assert [row.value("due")["date"] for row in found] == ["2021-10-29", "2021-09-30"]
    assert all(row.value("due")["start"] is None for row in found)
    assert [row.value("status")["value"] for row in found] == ["in_progress", "in_progress"]
