# ruff: noqa: E501 (documents are written as they stand, one line a row)
"""Plans without a plan table: labelled blocks, lists under headings, numbered lines, forms."""

from __future__ import annotations

from .tables import read

BLOCKS = """# Response to the Alder review 2024

## Theme 1: Leadership

**Recommendation 1:** Agree one policy.

Lead: Jo Reeves (Police)
By when: 31 March 2024
Status: In progress

**Recommendation 2:** Name a lead in each school.

- Write to heads
- Check the list

Lead: Education Officer
By when: Monthly from April 2024

This paper is reviewed each term.
"""


def test_labelled_blocks_become_rows():
    found = read(BLOCKS)
    one, two = found.rows()
    assert (one.value("ref"), one.value("title")) == ("1", "Agree one policy.")
    assert one.value("owners") == ["Jo Reeves (Police)"]
    assert two.value("actions") == ["Write to heads", "Check the list"]
    assert two.value("due")["recurrence"] == "monthly"
    assert found.account().balances


def test_several_labels_in_one_line_are_told_apart():
    text = "Forum plan 2023\n\n1. Train officers (Lead: Priya Nair; Deadline: 30/09/2023)\n2. Set up a group | Lead: Sam Holt | Due: May 2023 | Status: Complete\n"
    one, two = read(text, name="plan.txt").rows()
    assert (one.value("title"), one.value("owners")) == ("Train officers", ["Priya Nair"])
    assert one.value("due")["date"] == "2023-09-30"
    assert two.value("status")["value"] == "complete"


def test_a_form_for_each_action_is_a_row():
    form = "| Recommendation {n} | {title} |\n|---|---|\n| Lead | {lead} |\n| Timescale | May 2024 |\n| Progress | Begun |\n\n"
    text = form.format(n=1, title="Name a lead", lead="Dr Fay Moss") + form.format(
        n=2, title="Share it", lead="Board Manager"
    )
    found = read("# Review\n\n" + text)
    assert [row.value("ref") for row in found.rows()] == ["1", "2"]
    assert found.rows()[1].value("owners") == ["Board Manager"]
    assert found.account().balances


def test_a_covering_report_is_no_plan():
    text = "Report to the board\nDate: 3 May 2024\nReport by: Head of Service\nContact Officer: Jo Reeves\n\nFinancial: none.\nStaffing: none.\n"
    assert read(text, name="report.txt").rows() == []


def test_actions_in_minutes_are_proposed_with_who_and_when():
    text = (
        "Minutes of the board, 12 March 2024\n\n1. Audit\nThe audit was noted.\n"
        "Action: Jane Morley to circulate the findings by 30 March 2024\n"
        "Action: Head of Early Help to draft the protocol by end of April 2024\n"
    )
    rows = read(text, name="minutes.txt").rows()
    assert [row.value("owners") for row in rows] == [["Jane Morley"], ["Head of Early Help"]]
    assert [row.value("due")["date"] for row in rows] == ["2024-03-30", "2024-04-30"]
    assert all(row.fields[name].confidence < 0.8 for row in rows for name in ("owners", "due"))


def test_words_of_a_document_without_a_plan_are_told_as_unplaced():
    reading = read("A letter\n\nThank you for your help with the audit.\n", name="letter.txt")
    assert reading.rows() == []
    assert "Thank you for your help with the audit." in [item.text for item in reading.unplaced]


def test_labels_may_be_set_off_by_a_hyphen():
    text = (
        "# Plan 2024\n\n**Recommendation 1**\n\nReview the policy on visitors.\n\n"
        "Lead - Jo Reeves\nDeadline - 3 May 2024\n\n**Recommendation 2**\n\nTell parents.\n\n"
        "Lead - Head of Education\nDeadline - June 2024\n"
    )
    rows = read(text, name="plan.md").rows()
    assert [row.value("ref") for row in rows] == ["1", "2"]
    assert [row.value("owners") for row in rows] == [["Jo Reeves"], ["Head of Education"]]
