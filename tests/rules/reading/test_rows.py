"""What each source row is: action, heading, the rest of the row above, guidance, title."""

from __future__ import annotations

from .tables import read, rows, table

HEAD = "Ref|Action|Lead|By when|Comments"


def test_a_band_gives_its_section_to_the_rows_under_it():
    found = rows(
        HEAD,
        "**Theme 1: Voice**||||",
        "1|Ask|Jo|May 2024|",
        "**Theme 2: Homes**||||",
        "2|Go|Al|June 2024|",
    )
    assert [row.value("section") for row in found] == ["Theme 1: Voice", "Theme 2: Homes"]


def test_a_sentence_cut_by_a_page_is_one_row_and_the_join_is_told():
    text = table(
        HEAD, "1|Train all staff who work with|Jo|May 2024|Begun", HEAD, "|children and adults|||"
    )
    found = read(text)
    assert [row.value("title") for row in found.rows()] == [
        "Train all staff who work with children and adults"
    ]
    assert found.rows()[0].joined == ("t1r3",)
    assert any(question.kind == "join" for question in found.questions)


def test_repeated_headers_are_no_rows():
    assert len(rows(HEAD, "1|Ask|Jo|May 2024|", HEAD, "2|Go|Al|June 2024|")) == 2


def test_a_table_without_header_goes_on_with_the_one_before():
    first = table("Action|Lead|By when", "Ask them|Jo|May 2024")
    found = read(first + "\ntext\n", name="plan.md").rows()
    assert len(found) == 1
    tabbed = "Action\tLead\tBy when\nAsk them\tJo\tMay 2024\n\nTell them\tAl\tJune 2024\n"
    assert [row.value("title") for row in read(tabbed, name="plan.txt").rows()] == [
        "Ask them",
        "Tell them",
    ]


def test_further_actions_of_a_recommendation_join_its_row():
    found = rows(
        "No|Recommendation|Action|Lead|Target date|Status",
        "1|Keep a log|Buy a book|Jo|May 2024|Complete",
        "||Write in it|Al|July 2024|Not started",
    )
    assert len(found) == 1
    row = found[0]
    assert row.value("actions") == ["Buy a book", "Write in it"]
    assert row.value("owners") == ["Jo", "Al"]
    assert row.value("due")["date"] == "2024-07"
    assert row.value("status")["value"] == "partial"


def test_a_recommendation_printed_again_for_each_action_is_one_row():
    found = rows(
        "Rec|Recommendation|Agreed action|Owner|Date",
        "R1|Keep a log|Buy a book|Jo|May 2024",
        "R1|Keep a log|Write in it|Jo|June 2024",
    )
    assert [row.value("actions") for row in found] == [["Buy a book", "Write in it"]]


def test_guidance_under_the_header_is_no_row():
    found = read(
        table(
            "Action|Lead|By when", "Describe the action|Name and post|dd/mm/yyyy", "Ask|Jo|May 2024"
        )
    )
    assert [row.value("title") for row in found.rows()] == ["Ask"]
    assert "Describe the action" in [item.text for item in found.unplaced]


def test_a_row_of_totals_is_no_action():
    assert len(rows("No|Action|Lead|Status", "1|Ask|Jo|Complete", "Total|1||")) == 1
