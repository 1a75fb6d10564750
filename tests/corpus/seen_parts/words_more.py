"""More invented Word plans."""

from __future__ import annotations

from .common import due, put, row, save_word, word, word_table, write_truth


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


ALL = (initials_key, headed_blocks, bulleted_cells)
