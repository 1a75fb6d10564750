"""Invented Word plans."""

from __future__ import annotations

from .common import due, put, row, save_word, shade, word, word_table, write_truth


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


def initials_key() -> None:
    """Owners as initials with a key, an attendance table, two plans in one paper, no sections."""
    doc = word()
    doc.add_heading("Safeguarding board, 14 November 2023", 1)
    word_table(
        doc,
        [
            ["Name", "Agency", "Present"],
            ["Ida Marsh", "Police", "Yes"],
            ["Col Denby", "Health", "Apologies"],
        ],
    )
    doc.add_heading("Actions from the last meeting", 2)
    word_table(
        doc,
        [
            ["Action", "Owner", "Due", "Progress"],
            [
                "1. Send the threshold paper to partners",
                "IM",
                "30 November",
                "Done. Sent on 20 October.",
            ],
            [
                "2. Ask the ambulance trust for its figures",
                "CD/IM",
                "Next meeting 12 December",
                "Not started",
            ],
            ["3. Book a room for the workshop", "As above", "ASAP", "As above"],
        ],
    )
    doc.add_paragraph("Initials: IM = Ida Marsh, CD = Col Denby")
    doc.add_heading("Learning from audits", 2)
    word_table(
        doc,
        [
            ["Learning point", "What has been done", "What more will be done", "Lead", "Timescale"],
            [
                "Fathers were not spoken to",
                "Briefing issued; form changed; staff told",
                "Audit again in spring",
                "CD",
                "Spring 2024",
            ],
            [
                "Interpreters were not booked",
                "–",
                "New contract",
                "Procurement Manager",
                "Q4 2023/24",
            ],
        ],
    )
    save_word(doc, "initials-key.docx")
    write_truth(
        "initials-key.docx",
        (
            "Actions from the last meeting",
            [
                row(
                    "Send the threshold paper to partners",
                    ref="1",
                    owners=["Ida Marsh"],
                    due=due("30 November", "2023-11-30"),
                    status="complete",
                    progress=["Sent on 20 October."],
                ),
                row(
                    "Ask the ambulance trust for its figures",
                    ref="2",
                    owners=["Col Denby", "Ida Marsh"],
                    due=due("Next meeting 12 December", None, "2023-12-12"),
                    status="not_started",
                    unscored=["recurrence"],
                ),
                row(
                    "Book a room for the workshop",
                    ref="3",
                    owners=["Col Denby", "Ida Marsh"],
                    due=due("ASAP"),
                    progress=["As above"],
                    see=["2"],
                ),
            ],
        ),
        (
            "Learning from audits",
            [
                row(
                    "Fathers were not spoken to",
                    actions=["Audit again in spring"],
                    progress=["Briefing issued; form changed; staff told"],
                    owners=["Col Denby"],
                    due=due("Spring 2024"),
                    unscored=["progress_items"],
                ),
                row(
                    "Interpreters were not booked",
                    actions=["New contract"],
                    owners=["Procurement Manager"],
                    due=due("Q4 2023/24", "2024-03-31"),
                ),
            ],
        ),
    )


def headed_blocks() -> None:
    """No table: a heading for each recommendation, bullets with labels under it."""
    doc = word()
    doc.add_heading("Serious case review 'Child Alder': response of Ormsby Hospitals", 1)
    for number, title, lead, when, status, progress in (
        (
            "1",
            "Review the bruising policy for babies who are not mobile",
            "Named Nurse, Safeguarding Children",
            "31 January 2022",
            "Complete",
            "Policy approved on 10 January.",
        ),
        (
            "2",
            "Make sure that each ward has a safeguarding champion",
            "Ward Managers & Matrons",
            "Ongoing",
            "In progress",
            "14 of 22 wards have one.",
        ),
        (
            "3",
            "Share learning with the community midwives",
            "TBC",
            "6 months after publication",
            "Not started",
            "",
        ),
    ):
        doc.add_heading(f"Recommendation {number}", 2)
        doc.add_paragraph(title)
        doc.add_paragraph(f"Lead: {lead}", style="List Bullet")
        doc.add_paragraph(f"Timescale: {when}", style="List Bullet")
        doc.add_paragraph(f"Status: {status}", style="List Bullet")
        if progress:
            doc.add_paragraph(f"Progress: {progress}", style="List Bullet")
    save_word(doc, "headed-blocks.docx")
    write_truth(
        "headed-blocks.docx",
        (
            "Serious case review 'Child Alder'",
            [
                row(
                    "Review the bruising policy for babies who are not mobile",
                    ref="1",
                    owners=["Named Nurse, Safeguarding Children"],
                    due=due("31 January 2022", "2022-01-31"),
                    status="complete",
                    progress=["Policy approved on 10 January."],
                ),
                row(
                    "Make sure that each ward has a safeguarding champion",
                    ref="2",
                    owners=["Ward Managers", "Matrons"],
                    due=due("Ongoing", None, None, "ongoing"),
                    status="in_progress",
                    progress=["14 of 22 wards have one."],
                ),
                row(
                    "Share learning with the community midwives",
                    ref="3",
                    due=due("6 months after publication"),
                    status="not_started",
                ),
            ],
        ),
    )


def bulleted_cells() -> None:
    """Bulleted cells, struck-out dates, a priority in letters, two tables in one layout."""
    doc = word()
    doc.add_heading("Ashcombe Adults Board: action plan 2021", 1)
    header = ["Action", "Key tasks", "Who", "When", "Priority", "Comments", "Monitoring"]
    parts = (
        (
            "Section A: Prevention",
            [
                (
                    "A1 Raise awareness of self-neglect",
                    ["Leaflet for carers", "Session at each GP practice"],
                    "Bea Stone, Omar & Lil",
                    ("31 March 2021", "30 June 2021"),
                    "H",
                    ["Ongoing – leaflet printed", "Two sessions held"],
                    "Reviewed by the board each quarter",
                ),
                (
                    "A2 Map services for carers",
                    [],
                    "Vol Sector Forum",
                    ("", "July/August 2021"),
                    "L",
                    [],
                    "",
                ),
            ],
        ),
        (
            "Section B: Quality",
            [
                (
                    "B1 Check providers' training records",
                    ["Visit ten homes", "Report"],
                    "Lil",
                    ("", "w/c 6 September 2021"),
                    "M",
                    ["Links with A2"],
                    "Contract monitoring",
                ),
            ],
        ),
    )
    for section, items in parts:
        doc.add_heading(section, 2)
        table = word_table(doc, [header, *[[""] * 7 for _ in items]])
        for n, (title, tasks, who, (old, new), level, comments, monitoring) in enumerate(items, 1):
            put(table.cell(n, 0), title)
            if tasks:
                put(table.cell(n, 1), tasks, bullets=True)
            put(table.cell(n, 2), who)
            para = table.cell(n, 3).paragraphs[0]
            if old:
                para.add_run(old).font.strike = True
                para.add_run(" ")
            para.add_run(new)
            put(table.cell(n, 4), level)
            if comments:
                put(table.cell(n, 5), comments)
            put(table.cell(n, 6), monitoring)
    save_word(doc, "bulleted-cells.docx")
    a, b = "Section A: Prevention", "Section B: Quality"
    write_truth(
        "bulleted-cells.docx",
        (
            "Ashcombe Adults Board: action plan 2021",
            [
                row(
                    "Raise awareness of self-neglect",
                    ref="A1",
                    section=a,
                    actions=["Leaflet for carers", "Session at each GP practice"],
                    owners=["Bea Stone", "Omar", "Lil"],
                    due=due("31 March 2021 30 June 2021", "2021-06-30"),
                    priority="high",
                    status="in_progress",
                    progress=["leaflet printed", "Two sessions held"],
                    review="Reviewed by the board each quarter",
                ),
                row(
                    "Map services for carers",
                    ref="A2",
                    section=a,
                    owners=["Vol Sector Forum"],
                    due=due("July/August 2021", "2021-08"),
                    priority="low",
                ),
                row(
                    "Check providers' training records",
                    ref="B1",
                    section=b,
                    actions=["Visit ten homes", "Report"],
                    owners=["Lil"],
                    due=due("w/c 6 September 2021", "2021-09-06"),
                    priority="medium",
                    progress=["Links with A2"],
                    see=["A2"],
                    review="Contract monitoring",
                ),
            ],
        ),
    )


ALL = (brag_tracker, improvement_plan, homicide_review, initials_key, headed_blocks, bulleted_cells)
