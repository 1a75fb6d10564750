"""Fields: references, sub-actions, timing, status, keys, links, contradictions."""

from __future__ import annotations

import pytest

from joinedup.assurance.rules.reading.refs import label_of_title, ref_of_cell, split_ref

from .tables import read, rows, table


@pytest.mark.parametrize(
    ("title", "ref", "rest"),
    [
        ("A1. Training for staff", "A1", "Training for staff"),
        ("Recommendation 3: Keep a log", "3", "Keep a log"),
        ("1.2 Members are told", "1.2", "Members are told"),
        ("2a Checks are renewed", "2a", "Checks are renewed"),
        ("SS/09 Lock the door", "SS/09", "Lock the door"),
        ("b) Council employees", "b", "Council employees"),
        ("Year 5 pupils are told", "", "Year 5 pupils are told"),
        ("Train all staff", "", "Train all staff"),
    ],
)
def test_the_number_comes_out_of_the_title_as_printed(title, ref, rest):
    assert split_ref(title) == (ref, rest)


@pytest.mark.parametrize(
    ("printed", "ref"),
    [("Rec 3.", "3"), ("(4)", "4"), ("R3", "R3"), ("21 SAFE 01", "21 SAFE 01"), ("b)", "b")],
)
def test_a_reference_cell_loses_lead_word_dot_and_brackets(printed, ref):
    assert ref_of_cell(printed) == ref


def test_a_label_over_a_recommendation_is_its_section():
    long = "That the council makes sure that every driver is trained before a licence is given."
    assert label_of_title(["Licensing", long]) == "Licensing"
    assert label_of_title(["(b) Social media", long]) == ""


def test_the_revised_date_is_due_and_the_original_is_kept():
    (row, plain) = rows(
        "Action|Owner|Original date|Revised date",
        "Ask|Jo|01/05/2024|01/06/2024",
        "Go|Al|02/05/2024|N/A",
    )
    assert row.value("due")["date"] == "2024-06-01"
    assert row.other["Original date"].value == "01/05/2024"
    assert plain.value("due")["date"] == "2024-05-02"


def test_start_and_end_columns_make_one_timing():
    (row,) = rows("Action|Lead|Start date|End date", "Ask|Jo|1 May 2024|3 June 2024")
    due = row.value("due")
    assert (due["text"], due["start"], due["date"]) == ("3 June 2024", "2024-05-01", "2024-06-03")


def test_a_status_word_that_is_set_off_leaves_the_progress():
    done, story = rows(
        "Action|Lead|Comments", "Ask|Jo|Complete: 40 answered", "Go|Al|Completed forms are sampled"
    )
    assert done.value("status")["value"] == "complete"
    assert done.value("progress") == ["40 answered"]
    assert "status" not in story.fields


def test_letters_mean_what_the_key_of_the_document_says():
    text = (
        table("Action|Lead|RAG", "Ask|Jo|G", "Go|Al|R")
        + "\nKey: G = not started; R = complete; A = overdue\n"
    )
    assert [row.value("status")["value"] for row in read(text).rows()] == [
        "not_started",
        "complete",
    ]


def test_a_colour_without_key_has_no_value_and_is_flagged():
    (row,) = rows("Action|Lead|RAG", "Ask|Jo|Amber")
    assert row.value("status") == {"text": "Amber", "value": None}
    assert row.fields["status"].confidence < 0.8


def test_links_point_to_rows_of_the_document_only():
    found = rows(
        "Ref|Action|Lead|Comments",
        "A1|Ask|Jo|See page 3",
        "A2|Go|Al|Links with A1",
        "A3|Do|Al|See above",
    )
    assert [row.value("see") for row in found] == [None, ["A1"], ["A2"]]


def test_a_question_about_see_above_names_both_rows():
    found = read(
        table(
            "Ref|Action|Lead|Comments",
            "Section A: Children| | | ",
            "A1|Write to every school in the district about the new form|Jo|Done",
            "Section B: Adults| | | ",
            "B1|Check the volunteers|Al|See above",
        )
    )
    (asked,) = [one for one in found.questions if one.kind == "link"]
    assert asked.about == found.rows()[1].id
    assert "Row B1 “Check the volunteers” says “See above”" in asked.text
    assert "A1 “Write to every school in the district about …”, under another heading" in asked.text


def test_see_above_under_a_row_without_reference_says_which_row_that_is():
    found = read(table("Action|Lead|Comments", "Ask the schools|Jo|Done", "Go|Al|See above"))
    (asked,) = [one for one in found.questions if one.kind == "link"]
    assert "Row “Go” says “See above”. The row above it is “Ask the schools”." in asked.text


def test_a_ditto_date_names_the_row_it_was_taken_from():
    found = rows("Ref|Action|By when", "A1|Ask|May 2024", "A2|Go|Ditto")
    assert found[1].value("due")["date"] == found[0].value("due")["date"]
    assert "A1 “Ask”" in found[1].fields["due"].why


def test_as_above_repeats_the_owners():
    found = rows("Action|Lead|By when", "Ask|Jo Reeves & Al Finn|May 2024", "Go|As above|June 2024")
    assert found[1].value("owners") == ["Jo Reeves", "Al Finn"]


def test_monthly_and_complete_is_asked_and_both_are_kept():
    found = read(table("Action|Lead|When|Status", "Meet|Jo|Monthly|Complete"))
    assert [question.kind for question in found.questions] == ["contradiction"]
    row = found.rows()[0]
    assert (
        row.value("due")["recurrence"] == "monthly" and row.value("status")["value"] == "complete"
    )


def test_a_date_nobody_can_tell_is_not_invented():
    found = rows(
        "Action|Lead|By when", "Ask|Jo|TBC", "Go|Al|6 months after approval", "Do|Al|Autumn term"
    )
    assert [row.value("due")["date"] for row in found] == [None, None, None]


def test_further_columns_are_kept_under_their_heading():
    (row,) = rows("Action|Lead|By when|Budget code zebra", "Ask|Jo|May 2024|Four hundred pounds")
    assert row.other["Budget code zebra"].value == "Four hundred pounds"
