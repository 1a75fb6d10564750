# ruff: noqa: E501 (documents are written as they stand, one line a row)
"""Layouts that councils use: headers of two lines, two things in one cell, actions side by side,
cards, lists whose items end with who and when, mail, text in columns."""

from __future__ import annotations

import pytest

from joinedup.assurance.rules.reading.tails import tail_of

from .tables import document, read, table

GROUPED = """<h1>Plan 2024</h1><table>
<tr><th rowspan=2>Ref</th><th rowspan=2>Action</th><th colspan=2>Delivery</th><th colspan=2>How it is going</th></tr>
<tr><th>Lead</th><th>By when</th><th>RAG</th><th>Latest</th></tr>
<tr><td>A1</td><td>Train all staff</td><td>Jo Reeves</td><td>31 May 2024</td><td>Complete</td><td>120 trained</td></tr>
<tr><td>A2</td><td>Write a guide</td><td>Board Manager</td><td>30 June 2024</td><td>In progress</td><td>Draft is out</td></tr>
</table>"""


def roles_of(text: str, name: str) -> list[str]:
    return [column.role for column in read(text, name=name).tables[0].columns]


def test_grouped_headers_of_two_lines_give_each_column_its_own_role():
    found = read(GROUPED, name="plan.html")
    assert [c.role for c in found.tables[0].columns] == [
        "ref",
        "title",
        "owners",
        "due",
        "status",
        "progress",
    ]
    assert found.rows()[0].value("due")["date"] == "2024-05-31"
    assert found.account().balances


def test_the_line_of_a_group_does_not_turn_a_heading_that_is_known_by_itself():
    header = "<tr><th rowspan=2>Finding</th><th colspan=2>Response</th><th rowspan=2>Lead</th></tr><tr><th>What we will do</th><th>How we will know</th></tr>"
    row = "<tr><td>Records are late</td><td>Set a weekly check</td><td>Nine in ten are in time</td><td>Jo Reeves</td></tr>"
    assert roles_of(f"<table>{header}{row}{row}</table>", "plan.html") == [
        "title",
        "actions",
        "other",
        "owners",
    ]


def test_an_owner_and_a_date_in_one_cell_are_told_apart():
    one = read(
        table(
            "Ref|Action|Lead and target date",
            "1|Train all staff|Head of Learning, 31 March 2024",
            "2|Write a guide|Board Manager, May 2024",
        )
    ).rows()[0]
    assert one.value("owners") == ["Head of Learning"]
    assert one.value("due")["date"] == "2024-03-31"


def test_a_table_under_a_heading_without_a_header_goes_on_with_the_one_before():
    first = table("No|Action|Lead|Due|Status", "1|Train all staff|Jo Reeves|31/05/2024|Complete")
    more = "\n## Children\n\n<table><tr><td>2</td><td>Write a guide</td><td>Sam Holt</td><td>30/06/2024</td><td>Not started</td></tr></table>\n"
    page = "<h1>Plan</h1><h2>Adults</h2><table><tr><th>No</th><th>Action</th><th>Lead</th><th>Due</th><th>Status</th></tr><tr><td>1</td><td>Train all staff</td><td>Jo Reeves</td><td>31/05/2024</td><td>Complete</td></tr></table>"
    page += more.replace("\n## Children\n", "<h2>Children</h2>")
    one, two = read(page, name="plan.html").rows()
    assert (two.value("ref"), two.value("owners")) == ("2", ["Sam Holt"])
    assert (one.value("section"), two.value("section")) == ("Adults", "Children")
    assert len(read(first).rows()) == 1


def test_further_lines_of_a_value_in_a_form_belong_to_it():
    form = "<table><tr><td>Recommendation {n}</td><td>{title}</td></tr><tr><td>Lead</td><td>Jo Reeves</td></tr><tr><td>Timescale</td><td>May 2024</td></tr><tr><td>Progress</td><td><p>Tool is written.</p><p>Ten people are trained.</p></td></tr></table>"
    page = (
        "<h1>Review</h1>"
        + form.format(n=1, title="Name a lead")
        + form.format(n=2, title="Share it")
    )
    one = read(page, name="plan.html").rows()[0]
    assert one.value("progress") == ["Tool is written.", "Ten people are trained."]


def test_actions_side_by_side_are_rows():
    found = read(
        "<h1>Actions 2024</h1><table><tr><td></td><td>1</td><td>2</td></tr>"
        "<tr><td>What</td><td>Fit a lock</td><td>Train all staff</td></tr>"
        "<tr><td>Who</td><td>Site Manager</td><td>Head of Learning</td></tr>"
        "<tr><td>By when</td><td>31 May 2024</td><td>June 2024</td></tr>"
        "<tr><td>Status</td><td>Complete</td><td>Not started</td></tr></table>",
        name="plan.html",
    )
    one, two = found.rows()
    assert (one.value("ref"), one.value("title"), one.value("owners")) == (
        "1",
        "Fit a lock",
        ["Site Manager"],
    )
    assert (two.value("due")["date"], two.value("status")["value"]) == ("2024-06", "not_started")
    assert found.account().balances


def test_cards_with_labels_inside_their_cells_are_rows():
    card = "<table><tr><td colspan=2>Action {n}: {what}</td></tr><tr><td>Lead: Jo Reeves</td><td>Deadline: 31 May 2024</td></tr><tr><td>Status: Complete</td><td>Progress: done in May</td></tr></table>"
    found = read(
        card.format(n=1, what="Fit a lock") + card.format(n=2, what="Train staff"), name="plan.html"
    )
    assert [(row.value("ref"), row.value("title")) for row in found.rows()] == [
        ("1", "Fit a lock"),
        ("2", "Train staff"),
    ]
    assert found.rows()[0].value("owners") == ["Jo Reeves"]


@pytest.mark.parametrize(
    ("text", "who", "when"),
    [
        ("Write to all schools (Jo Reeves, by 30 April 2024)", "Jo Reeves", "by 30 April 2024"),
        ("Publish the tool – Communications Team – May 2024", "Communications Team", "May 2024"),
        (
            "Tell GPs how to refer - Named GP / Sam Holt - w/c 3rd Nov",
            "Named GP / Sam Holt",
            "w/c 3rd Nov",
        ),
        ("Read the guide (see appendix 2) with care", "", ""),
        ("The board met - and was quorate", "", ""),
    ],
)
def test_the_end_of_a_sentence_says_who_and_when(text, who, when):
    found = tail_of(text)
    assert (found.who, found.when) == (who, when)


def test_a_ticked_box_before_an_item_is_complete():
    assert tail_of("[x] Publish it - Priya Nair - 31 January 2024").state == "Complete"
    assert tail_of("[ ] Publish it - Priya Nair - 31 January 2024").state == ""


def test_a_list_in_a_mail_is_read_with_its_headings():
    text = "Subject: FW: Actions of the group\nSent: 21 October 2024\n\nDear all\n\nREFERRALS\n\n1) Refresh the form - Bev Tranter - w/c 4 Nov\n2) Tell GPs - Named GP - 12 December 2024\n   a) letter\n   b) bulletin item\n\nMEETINGS\n\n3) Move them online - Sam Holt - done\n"
    found = read(text, name="mail.txt")
    one, two, three = found.rows()
    assert found.plans[0].title == "Actions of the group"
    assert (one.value("due")["date"], one.value("section")) == ("2024-11-04", "REFERRALS")
    assert two.value("actions") == ["letter", "bulletin item"]
    assert (three.value("status")["value"], three.value("section")) == ("complete", "MEETINGS")


def test_text_set_in_columns_is_a_table():
    text = "ACTIONS 2024\n\nNo  Action                       Lead        Due         Status\n1   Train all staff              Jo Reeves   30/06/2024  In progress\n2   Write the guide and put      Sam Holt    31/07/2024  Not started\n    it on the website\n3   Count referrals              Analyst     31/08/2024  Complete\n"
    rows = read(text, name="plan.txt").rows()
    assert [row.value("title") for row in rows] == [
        "Train all staff",
        "Write the guide and put it on the website",
        "Count referrals",
    ]
    assert rows[1].value("due")["date"] == "2024-07-31"


def test_the_last_of_several_quarters_tells_the_status():
    found = read(
        "<table><tr><th rowspan=2>Action</th><th rowspan=2>Lead</th><th colspan=2>Quarter 1</th><th colspan=2>Quarter 2</th></tr><tr><th>Update</th><th>RAG</th><th>Update</th><th>RAG</th></tr>"
        "<tr><td>Train all staff</td><td>Jo Reeves</td><td>Begun</td><td>A</td><td>All trained</td><td>B</td></tr>"
        "<tr><td>Write a guide</td><td>Sam Holt</td><td>Published</td><td>B</td><td></td><td></td></tr></table>"
        "<p>RAG: B = delivered, A = late but moving</p>",
        name="plan.html",
    )
    assert [row.value("status")["value"] for row in found.rows()] == ["complete", "complete"]


def test_the_names_of_columns_of_an_export_are_read():
    text = "ActionID;ActionText;OwnerName;DueDate;StatusCode\n7;Train all staff;Jo Reeves;2024-05-31;In Progress\n8;Write a guide;Sam Holt;2024-06-30;Complete\n"
    assert roles_of(text, "export.csv") == ["ref", "title", "owners", "due", "status"]


def test_a_date_without_year_is_the_one_near_the_update():
    found = read(
        table(
            "Ref|Action|Lead|Due|Update October 2024",
            "1|Train all staff|Jo Reeves|3rd Nov|Begun",
            "2|Write a guide|Sam Holt|31 Jan 2026|Not begun",
            "3|Count them|Sam Holt|30 June 2026|",
            over="# Action plan",
        )
    )
    assert found.rows()[0].value("due")["date"] == "2024-11-03"


def test_a_quarter_in_a_plan_of_one_financial_year_has_its_last_day():
    lines = (
        "Ref|Action|Lead|Due",
        "1|Train all staff|Jo Reeves|Q1",
        "2|Write a guide|Sam Holt|Feb",
    )
    one, two = read(table(*lines, over="# Delivery plan 2024/25")).rows()
    assert one.value("due")["date"] == "2024-06-30"
    assert two.value("due")["date"] == "2025-02"
    assert read(table(*lines, over="# Delivery plan")).rows()[0].value("due")["date"] is None


def test_done_in_the_column_of_dates_is_a_status():
    one, two = read(
        table(
            "Ref|Action|Lead|When",
            "1|Train all staff|Jo Reeves|Completed 30 May 2024",
            "2|Write a guide|Sam Holt|June 2024",
        )
    ).rows()
    assert one.value("status")["value"] == "complete" and one.value("due")["date"] is None
    assert two.value("status") is None


def test_plain_text_of_a_document_still_gives_no_plan_where_none_is():
    assert not read(
        "We met in May 2024 (Jo Reeves in the chair).\n\nThe hall was cold.\n", name="note.txt"
    ).rows()
    assert document("x", "note.txt").blocks


def test_who_and_when_at_the_end_of_each_action_are_proposed_where_no_column_says_them():
    one = read(
        table(
            "Recommendation|Agreed actions, with lead and date",
            "1. Share information|Draft the protocol (Jo Reeves, 31/03/24)<br>Train the hub (Head of MASH, 30/06/24)",
            "2. Hear the child|Buy the tool (Early Help Manager, 30/04/24)",
        )
    ).rows()[0]
    assert one.value("actions") == ["Draft the protocol", "Train the hub"]
    assert one.value("owners") == ["Jo Reeves", "Head of MASH"]
    assert one.value("due")["date"] == "2024-06-30"
    assert one.fields["owners"].confidence < 0.8


def test_headings_that_are_owners_or_months_are_proposed_for_the_rows_under_them():
    by_owner = "# Actions by lead\n\n## Head of Housing\n\n| Action | Due date |\n|---|---|\n| Audit ten cases | 31/05/2024 |\n\n## Jo Reeves\n\n| Action | Due date |\n|---|---|\n| Train all staff | 30/06/2024 |\n"
    assert [r.value("owners") for r in read(by_owner).rows()] == [
        ["Head of Housing"],
        ["Jo Reeves"],
    ]
    by_month = by_owner.replace("Head of Housing", "April 2024").replace("Jo Reeves", "June 2024")
    by_month = (
        by_month.replace("Due date", "Lead")
        .replace("31/05/2024", "Sam Holt")
        .replace("30/06/2024", "Sam Holt")
    )
    one, two = read(by_month).rows()
    assert (one.value("due")["date"], two.value("due")["date"]) == ("2024-04", "2024-06")
    assert one.fields["due"].confidence < 0.8


def test_labels_with_a_gap_before_their_values_are_labels():
    text = "PLAN 2024\n\nPriority 1 - Records\n\n1.1 Put a chronology in every file\nOwner      Kay Dunn\nDue        31 May 2024\nUpdate     60 of 90 done\n\nPriority 2 - Audit\n\n1.2 Audit ten files\nOwner      QA Team\nDue        Monthly\nUpdate     Forty read\n"
    one, two = read(text, name="plan.txt").rows()
    assert (one.value("title"), one.value("owners")) == (
        "Put a chronology in every file",
        ["Kay Dunn"],
    )
    assert two.value("due")["recurrence"] == "monthly"
    assert (one.value("section"), two.value("section")) == (
        "Priority 1 - Records",
        "Priority 2 - Audit",
    )
