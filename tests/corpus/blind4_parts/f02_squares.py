"""An improvement plan after an inspection: two header rows, coloured squares with a key."""

from pathlib import Path
from typing import Any

from blind3_parts.files import grid, save, shade, word, write
from blind3_parts.labels import due, plan, row
from docx.shared import RGBColor

COLOURS = {"B": "0070C0", "G": "00B050", "A": "FFC000", "R": "FF0000", "W": "BFBFBF"}
MEANS = {"B": "complete", "G": "in_progress", "A": "in_progress", "R": "overdue"}
MEANS["W"] = "not_started"

ROWS: list[tuple[Any, ...]] = [
    ("Priority 1: The front door",),
    (
        "1.1",
        "Decide on every contact within one working day",
        "Service Manager, MASH",
        "Daily screening in place: March 2019\nWeekend cover: May 2019",
        "31 May 2019",
        "2019-05-31",
        "Nine in ten decisions within a day",
        "B",
    ),
    (
        "1.2",
        "Feed back to the referrer each time, in writing",
        "MASH Team Managers",
        "Template agreed: April 2019",
        "end June 2019",
        "2019-06-30",
        "Referrer survey, twice a year",
        "G",
    ),
    (
        "1.3",
        "Bring the thresholds document up to date and launch it with partners",
        "Head of Early Help; Partnership Manager",
        "Draft: June 2019\nLaunch: September 2019",
        "Sept 2019",
        "2019-09",
        "600 practitioners briefed",
        "A",
    ),
    ("Priority 2: Children in need of permanence",),
    (
        "2.1",
        "Hold a permanence planning meeting by the second review",
        "Service Manager, Permanence",
        "Tracker built: May 2019",
        "30/6/19",
        "2019-06-30",
        "All children have a plan by four months",
        "R",
    ),
    (
        "2.2",
        "Recruit twenty-five foster carers",
        "Fostering Manager",
        "Campaign: January 2020",
        "March 2020",
        "2020-03",
        "25 approved by panel",
        "G",
    ),
    (
        "2.3",
        "Life story work for every child who moves to adoption",
        "Adoption Lead & Principal Social Worker",
        "",
        "TBC",
        None,
        "Audit of 20 files",
        "W",
    ),
    ("Priority 3: Leadership",),
    (
        "3.1",
        "The Director sees ten case files a month",
        "Director of Children's Services",
        "",
        "Monthly from April 2019",
        None,
        "Learning shared each quarter",
        "G",
    ),
    (
        "3.2",
        "Report to the Improvement Board",
        "Improvement Programme Manager",
        "",
        "Each Board meeting",
        None,
        "Minutes show challenge",
        "G",
    ),
]


def build(path: Path) -> list[dict[str, Any]]:
    """Write it and return its truth."""
    doc = word(landscape=True)
    title = "Harrowfell Council Children's Services Improvement Plan 2019-20"
    doc.add_heading(title, 0)
    key = doc.add_paragraph("Progress key: ")
    words = {
        "B": "complete",
        "G": "on track",
        "A": "some delay, being managed",
        "R": "off track, date missed",
        "W": "not yet started",
    }
    for letter, said in words.items():
        key.add_run("\u25a0").font.color.rgb = RGBColor.from_string(COLOURS[letter])
        key.add_run(f" {said}   ")
    heads = [
        ["Ref", "What we will do", "<", "<", "<", "How we will know", "<"],
        ["^", "Action", "Accountable", "Milestones", "Completed by", "Measure", "RAG"],
    ]
    body: list[list[str]] = []
    for r in ROWS:
        if len(r) == 1:
            body.append([r[0]])
        else:
            body.append([r[0], r[1], r[2], r[3], r[4], r[6], ""])
    table = grid(doc, heads + body, heads=2)
    rows, section = [], ""
    for n, r in enumerate(ROWS, 2):
        if len(r) == 1:
            section = r[0]
            shade(table.rows[n].cells[0], "D9E2F3")
            continue
        cell = table.rows[n].cells[6]
        write(cell, "")
        run = cell.paragraphs[0].add_run("\u25a0")
        run.font.color.rgb = RGBColor.from_string(COLOURS[r[7]])
        when = due(r[4], r[5])
        if r[0] == "3.1":
            when = due(r[4], None, "2019-04", "monthly")
        if r[0] == "3.2":
            when = due(r[4], None, None, "each_meeting")
        owners = {
            "1.3": "Head of Early Help | Partnership Manager",
            "2.3": "Adoption Lead | Principal Social Worker",
        }
        rows.append(
            row(
                r[1],
                ref=r[0],
                sec=section,
                by=owners.get(r[0], r[2]),
                due=when,
                st=MEANS[r[7]],
                other={"milestones": r[3], "measure": r[6]},
                un=["owners"] if r[0] == "2.3" else [],
            )
        )
    save(doc, path)
    return [plan(title, rows)]


DOCUMENT = ("harrowfell-improvement-squares.docx", "coloured squares, two header rows", build)
