"""Invented Word plans."""

from __future__ import annotations

from .common import due, row, save_word, shade, word, word_table, write_truth


def brag_tracker() -> None:
    """Colours alone in the BRAG column, a coloured key, merged section bands, a guidance row."""
    doc = word()
    doc.add_heading("Harrowmere Borough Council: safeguarding improvement tracker, March 2023", 1)
    rows = [
        ["Ref", "What we will do", "Lead", "By when", "BRAG", "Update"],
        [
            "As printed",
            "Describe the action",
            "Name and post",
            "dd/mm/yyyy",
            "Colour",
            "What has happened",
        ],
        ["Theme 1 – Front door", "", "", "", "", ""],
        [
            "1.1",
            "Answer every contact from a school within one working day",
            "Marion Pell",
            "30/06/2023",
            "",
            "New rota since April.",
        ],
        [
            "1.2",
            "Record the voice of the child on each referral form",
            "Marion Pell and Tariq Bose",
            "September 2023",
            "",
            "",
        ],
        ["Theme 2 – Supervision", "", "", "", "", ""],
        [
            "2.1",
            "Hold supervision with each social worker",
            "Team Managers",
            "Monthly from May 2023",
            "",
            ["Tool agreed with staff.", "First sample done."],
        ],
        [
            "2.2",
            "Buy a new case system",
            "Head of Digital & Data",
            "TBC",
            "",
            "No longer needed: see 2.1",
        ],
    ]
    table = word_table(doc, rows)
    for n in (2, 5):
        table.cell(n, 0).merge(table.cell(n, 5))
        shade(table.cell(n, 0), "D9D9D9")
    for n, colour in ((3, "0070C0"), (4, "FFC000"), (6, "00B050"), (7, "FF0000")):
        shade(table.cell(n, 4), colour)
    doc.add_paragraph("Key")
    key = word_table(
        doc,
        [
            ["Blue", "Complete"],
            ["Green", "On track"],
            ["Amber", "Not yet started"],
            ["Red", "Overdue"],
        ],
        bold_header=False,
    )
    for n, colour in enumerate(("0070C0", "00B050", "FFC000", "FF0000")):
        shade(key.cell(n, 0), colour)
    save_word(doc, "brag-tracker.docx")
    one, two = "Theme 1 – Front door", "Theme 2 – Supervision"
    write_truth(
        "brag-tracker.docx",
        (
            "Harrowmere Borough Council: safeguarding improvement tracker",
            [
                row(
                    "Answer every contact from a school within one working day",
                    ref="1.1",
                    section=one,
                    owners=["Marion Pell"],
                    due=due("30/06/2023", "2023-06-30"),
                    status="complete",
                    progress=["New rota since April."],
                ),
                row(
                    "Record the voice of the child on each referral form",
                    ref="1.2",
                    section=one,
                    owners=["Marion Pell", "Tariq Bose"],
                    due=due("September 2023", "2023-09"),
                    status="not_started",
                ),
                row(
                    "Hold supervision with each social worker",
                    ref="2.1",
                    section=two,
                    owners=["Team Managers"],
                    due=due("Monthly from May 2023", None, "2023-05", "monthly"),
                    status="in_progress",
                    progress=["Tool agreed with staff.", "First sample done."],
                ),
                row(
                    "Buy a new case system",
                    ref="2.2",
                    section=two,
                    owners=["Head of Digital & Data"],
                    due=due("TBC"),
                    status="overdue",
                    progress=["No longer needed: see 2.1"],
                    see=["2.1"],
                    unscored=["status", "progress_text", "progress_items"],
                ),
            ],
        ),
    )


def improvement_plan() -> None:
    """An inspection improvement plan: one finding merged beside several actions; start and end."""
    doc = word()
    doc.add_paragraph("Teasel Vale County Council")
    doc.add_heading("Improvement plan after the inspection of children's services", 1)
    doc.add_paragraph("Version control")
    word_table(
        doc,
        [
            ["Version", "Date", "Author", "Summary of changes"],
            ["0.1", "3 May 2022", "L Quill", "First draft"],
            ["1.0", "20 May 2022", "L Quill", "Agreed by the board"],
        ],
    )
    doc.add_heading("Action plan 2022/23", 2)
    rows = [
        [
            "No.",
            "Area for improvement",
            "Action",
            "Responsible officer",
            "Start date",
            "End date",
            "Success measure",
            "Status",
        ],
        [
            "1",
            "The timeliness of assessments",
            "Weekly tracking meeting in each team",
            "Head of Assessment",
            "1 June 2022",
            "31 July 2022",
            "90% in 45 days",
            "Completed",
        ],
        [
            "",
            "",
            "Dip sample twenty assessments a month",
            "Principal Social Worker",
            "July 2022",
            "31 March 2023",
            "Sample report to the board",
            "In progress",
        ],
        [
            "2",
            "The quality of plans for care leavers",
            "Write pathway plans with each young person",
            "Leaving Care Manager; Virtual School Head",
            "1 June 2022",
            "30 September 2022",
            "All plans graded good",
            "Delayed",
        ],
        [
            "3",
            "Life-story work",
            "Train all staff in life-story work",
            "Practice Academy",
            "",
            "31 December 2022",
            "Number trained",
            "Not started",
        ],
    ]
    table = word_table(doc, rows)
    for col in (0, 1):
        table.cell(1, col).merge(table.cell(2, col))
    save_word(doc, "improvement-plan.docx")
    write_truth(
        "improvement-plan.docx",
        (
            "Action plan 2022/23",
            [
                row(
                    "The timeliness of assessments",
                    ref="1",
                    actions=[
                        "Weekly tracking meeting in each team",
                        "Dip sample twenty assessments a month",
                    ],
                    owners=["Head of Assessment", "Principal Social Worker"],
                    due=due("31 July 2022; 31 March 2023", "2023-03-31", "2022-06-01"),
                    status="partial",
                    other={"Success measure": "90% in 45 days Sample report to the board"},
                    unscored=["due_start"],
                ),
                row(
                    "The quality of plans for care leavers",
                    ref="2",
                    actions=["Write pathway plans with each young person"],
                    owners=["Leaving Care Manager", "Virtual School Head"],
                    due=due("30 September 2022", "2022-09-30", "2022-06-01"),
                    status="in_progress",
                    other={"Success measure": "All plans graded good"},
                ),
                row(
                    "Life-story work",
                    ref="3",
                    actions=["Train all staff in life-story work"],
                    owners=["Practice Academy"],
                    due=due("31 December 2022", "2022-12-31"),
                    status="not_started",
                    other={"Success measure": "Number trained"},
                ),
            ],
        ),
    )


def homicide_review() -> None:
    """A domestic homicide review plan: scope, milestones, completion column with date and outcome."""
    doc = word()
    doc.add_heading("Domestic Homicide Review – 'Wren' – action plan", 1)
    rows = [
        [
            "Recommendation",
            "Scope of recommendation",
            "Action to take",
            "Lead Agency",
            "Key milestones",
            "Target Date",
            "Date of completion",
        ],
        [
            ["Recommendation 1", "Primary care should ask routinely about abuse."],
            "Local",
            ["Agree a prompt in the record system", "Train practice nurses"],
            "Integrated Care Board",
            "Prompt live",
            "March 2024",
            "12/02/2024",
        ],
        [
            ["Recommendation 2", "Housing providers share a named contact."],
            "Regional",
            "Publish the list of contacts",
            ["Kestrel Homes", "Penwick Housing Trust"],
            "List agreed",
            "End of June 2024",
            "",
        ],
        [
            [
                "Recommendation 3",
                "The partnership seeks feedback from survivors. This links to Recommendation 1.",
            ],
            "Local",
            "Set up a lived-experience group",
            "Community Safety Partnership",
            "",
            "Annually from April 2024",
            "",
        ],
    ]
    word_table(doc, rows)
    save_word(doc, "homicide-review.docx")
    write_truth(
        "homicide-review.docx",
        (
            "Domestic Homicide Review – 'Wren' – action plan",
            [
                row(
                    "Primary care should ask routinely about abuse.",
                    ref="1",
                    actions=["Agree a prompt in the record system", "Train practice nurses"],
                    owners=["Integrated Care Board"],
                    due=due("March 2024", "2024-03"),
                    status="complete",
                    other={"scope": "Local", "milestones": "Prompt live", "done": "12/02/2024"},
                ),
                row(
                    "Housing providers share a named contact.",
                    ref="2",
                    actions=["Publish the list of contacts"],
                    owners=["Kestrel Homes", "Penwick Housing Trust"],
                    due=due("End of June 2024", "2024-06-30"),
                    other={"scope": "Regional", "milestones": "List agreed"},
                ),
                row(
                    "The partnership seeks feedback from survivors. This links to Recommendation 1.",
                    ref="3",
                    actions=["Set up a lived-experience group"],
                    owners=["Community Safety Partnership"],
                    due=due("Annually from April 2024", None, "2024-04", "annual"),
                    see=["1"],
                    other={"scope": "Local"},
                ),
            ],
        ),
    )


ALL = (brag_tracker, improvement_plan, homicide_review)
