"""What a second pair of unseen sets taught: aims over numbered tasks, painted keys, bare states."""

from __future__ import annotations

import io

import openpyxl
from openpyxl.styles import PatternFill

from joinedup.assurance.rules.due import parse_due
from joinedup.assurance.rules.reading import read_plans
from joinedup.assurance.rules.status import parse_status, split_status_from_progress
from joinedup.documents import read_document

from .tables import read, roles, rows, table


def saved(book: openpyxl.Workbook) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def painted(row: int, colour: str) -> tuple[str, PatternFill]:
    return f"E{row}", PatternFill("solid", fgColor=colour)


def test_an_aim_over_numbered_tasks_is_their_section_and_painted_cells_mean_what_the_key_says():
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["Aim", "#", "Task", "Contact", "How is it going?", "Target"])
    tasks = ["Print a small card for the lorry crews", "Make a film for the ferry staff",
             "Write to every boat yard on the quay", "Visit the three largest of them"]  # fmt: skip
    for n, task in enumerate(tasks):
        sheet.append(
            [
                "People know what to look for" if not n else None,
                n + 1,
                task,
                "Ann Lee",
                None,
                "June 2025",
            ]
        )
    sheet.merge_cells("A2:A5")
    for spot, fill in (painted(2, "00B050"), painted(3, "FFD966")):
        sheet[spot].fill = fill
    sheet["A7"] = "Key"
    for row, (colour, meaning) in enumerate(
        (("00B050", "Finished"), ("FFD966", "Under way but behind"), ("", "Yet to start")), 8
    ):
        sheet[f"B{row}"] = meaning
        if colour:
            sheet[f"A{row}"].fill = PatternFill("solid", fgColor=colour)
    found = read_plans(read_document("plan.xlsx", saved(book))).rows()
    assert [row.value("title") for row in found] == tasks
    assert {row.value("section") for row in found} == {"People know what to look for"}
    values = [(row.value("status") or {}).get("value") for row in found]
    assert values == ["complete", "in_progress", "not_started", "not_started"]


def test_a_stage_of_care_beside_a_state_is_no_second_state():
    given = roles(
        "Stage of care|No|What will change|Lead|By|State",
        "Booking|1|See every woman alone once|Ann Lee|May 2024|Complete",
        "|2|Ask the doctor for a summary|Bo Dunn|June 2024|In progress",
        "|3|Book the interpreter at once|Ann Lee|June 2024|Not started",
    )
    assert given[5] == "status" and given[0] != "status"


def test_met_under_met_is_how_far_it_is():
    found = rows(
        "Requirement|Steps|By whom|To be met by|Met?",
        "Records must be made within a day.|Change the form|Ann Lee|14 March 2025|Met",
        "The window locks must be mended.|Replace all six|Bo Dunn|7 March 2025|Part met",
    )
    assert [row.value("status")["value"] for row in found] == ["complete", "partial"]


def test_a_bare_agency_beside_a_named_lead_is_kept_beside_the_row():
    (row,) = rows(
        "Agency|Challenge|What was agreed|Named lead|Deadline",
        "Larkmoor Housing|Nobody knows who was trained|Start a register|HR Partner|31/03/26",
    )
    assert row.value("owners") == ["HR Partner"]
    assert row.other["Agency"].value == "Larkmoor Housing"


MAIL = """Actions from the audit

1. Close the box that nobody reads
   Owner: Digital Team
   Due: 6 March 2026
   Done - Closed on 4 March.

2. Look at the same sample again
   Owner: Ann Lee
   Due: 30 September 2026
   Not started

3. Print the findings on one page
   Owner: Bo Dunn
   Due: 10 April 2026
   In progress - Half is written.
"""


def test_a_state_under_the_labels_of_a_block_is_its_state_and_no_word_of_it_is_lost():
    found = read(MAIL, name="mail.txt").rows()
    assert [row.value("status")["value"] for row in found] == [
        "complete",
        "not_started",
        "in_progress",
    ]
    assert found[0].value("progress") == ["Closed on 4 March."]
    assert found[0].value("status")["text"] == "Done"


def test_what_is_open_is_in_the_state_that_follows():
    assert parse_status("Open - on target").value == "in_progress"  # type: ignore[union-attr]
    assert parse_status("Open, overdue").value == "overdue"  # type: ignore[union-attr]
    status, rest = split_status_from_progress(["Open - on hold", "Bid goes to the panel."])
    assert status is not None and (status.value, rest) == ("on_hold", ["Bid goes to the panel."])


def test_a_key_after_the_version_of_a_paper_is_found():
    text = table("Ref|Action|Lead|State", "1|Ring the school|Ann Lee|P", "2|Write to all|Bo Dunn|C")
    key = (
        "Version 5, 20 November 2023. State: C = closed, P = progressing, N = nothing done yet.\n\n"
    )
    found = read(text.replace("| Ref", key + "| Ref", 1)).rows()
    assert [row.value("status")["value"] for row in found] == ["in_progress", "complete"]


def test_a_code_of_another_row_is_a_link_without_a_word_that_says_so():
    found = rows(
        "Ref|Action|Owner|Update",
        "SV01|Draw up the profile|Ann Lee|First chapter is written now",
        "SV02|Refresh the needs assessment|Bo Dunn|Two chapters in draft and they draw on SV01",
    )
    assert found[1].value("see") == ["SV01"]


def test_a_term_without_year_is_no_date_and_a_date_before_something_next_is_when_it_is_due():
    assert parse_due("Feb half term", 2023).date is None
    due = parse_due("before the next round of grants (1 October 2025)", 2025)
    assert (due.date, due.start) == ("2025-10-01", None)
