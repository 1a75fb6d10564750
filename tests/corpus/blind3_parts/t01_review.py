"""A Safeguarding Adult Review with a contents page, key, two header rows, glossary."""

# ruff: noqa: E501
from __future__ import annotations

from pathlib import Path
from typing import Any

from blind3_parts.files import grid, save, shade, word
from blind3_parts.labels import due, plan, row

BLUE, GREEN, AMBER, RED, GREY = "5B9BD5", "70AD47", "FFC000", "FF0000", "BFBFBF"

STATE = {
    BLUE: "complete",
    GREEN: "in_progress",
    AMBER: "in_progress",
    RED: "overdue",
    GREY: "not_started",
}

JOAN = [
    # number, recommendation, actions, measure, lead, when, colour, update, labels
    (
        "1",
        "The Board should seek assurance that mental capacity is assessed and recorded wherever self-neglect is suspected.",
        "a) Audit 30 records across three agencies\nb) Share what is found at a practice week\nc) Repeat the audit after a year",
        "Nine in ten records hold an assessment",
        "Principal Social Worker\nNamed Nurse (ICB)",
        "End of Q2 26/27",
        GREEN,
        "Audit tool agreed. First 12 records were read in September.",
        dict(
            do=[
                "Audit 30 records across three agencies",
                "Share what is found at a practice week",
                "Repeat the audit after a year",
            ],
            by="Principal Social Worker | Named Nurse (ICB)",
            due=due("End of Q2 26/27", "2026-09-30"),
        ),
    ),
    (
        "2",
        "Agencies should be able to see when three or more alerts are raised about one person within six months.",
        "Build a flag in the case system",
        "Flag works in live records",
        "ASC Performance Manager",
        "31st Jan '26",
        AMBER,
        "Supplier has quoted.\nDecision is needed from the Digital Board.",
        dict(
            do=["Build a flag in the case system"],
            by="ASC Performance Manager",
            due=due("31st Jan '26", "2026-01-31"),
        ),
    ),
    (
        "3",
        "Aldermoor Homes should change how it caps gas in neglected homes.",
        "Rewrite the gas access policy",
        "No tenant is left without heat for over 48 hours",
        "Director of Neighbourhoods, Aldermoor Homes",
        "30 June 2025",
        RED,
        "Policy drafted, approval was put off in July.",
        dict(
            do=["Rewrite the gas access policy"],
            by="Director of Neighbourhoods, Aldermoor Homes",
            due=due("30 June 2025", "2025-06-30"),
        ),
    ),
    (
        "4",
        "GPs should be invited to every multi-agency risk meeting.",
        "Invitation goes out with the agenda",
        "GP report at each meeting",
        "Named GP / MARM Coordinator",
        "Each MARM meeting",
        BLUE,
        "Invitations go out by themselves since July.",
        dict(
            do=["Invitation goes out with the agenda"],
            by="Named GP | MARM Coordinator",
            due=due("Each MARM meeting", every="each_meeting"),
        ),
    ),
    (
        "5",
        "The Board should publish a short learning brief.",
        "Write, check with the family, publish",
        "",
        "Board Manager",
        "w/c 3rd Nov",
        GREY,
        "",
        dict(
            do=["Write, check with the family, publish"],
            by="Board Manager",
            due=due("w/c 3rd Nov", "2025-11-03"),
        ),
    ),
    (
        "6",
        "Training on hoarding should reach care agencies and voluntary groups as well as statutory staff.",
        "a) Open the course to the voluntary sector\nb) Record a one hour version",
        "300 people trained",
        "Workforce Development Lead; Aldermoor CVS",
        "Monthly from April 2026",
        GREY,
        "Links to recommendation 5.",
        dict(
            do=["Open the course to the voluntary sector", "Record a one hour version"],
            by="Workforce Development Lead | Aldermoor CVS",
            due=due("Monthly from April 2026", start="2026-04", every="monthly"),
            see=["5"],
        ),
    ),
    (
        "7",
        "The Board should ask the Home Office to consider a duty on energy suppliers.",
        "Letter from the Independent Chair",
        "",
        "TBC",
        "By next Board",
        GREY,
        "",
        dict(do=["Letter from the Independent Chair"], by="", due=due("By next Board")),
    ),
]


def joan(path: Path) -> list[dict[str, Any]]:
    """A Safeguarding Adult Review with a contents page, key, two header rows, glossary."""
    doc = word(landscape=True)
    doc.add_heading("Safeguarding Adult Review: Joan – multi-agency action plan", 0)
    doc.add_paragraph("Aldermoor Safeguarding Adults Board. Version 4, October 2025")
    doc.add_heading("Contents", 1)
    for line in (
        "1. Introduction\t2",
        "2. Key to colours\t2",
        "3. Action plan\t3",
        "4. Glossary\t5",
    ):
        doc.add_paragraph(line)
    doc.add_page_break()
    doc.add_heading("1. Introduction", 1)
    doc.add_paragraph(
        "Joan was 71 when she died at home in the winter of 2023. The review made seven recommendations. The SAR Sub-Group looks at this plan every two months and reports to the Board."
    )
    doc.add_heading("2. Key to colours", 1)
    key = grid(
        doc,
        [
            ["Colour", "Meaning"],
            ["", "Finished, evidence seen"],
            ["", "Under way, on time"],
            ["", "Under way, may slip"],
            ["", "Past its date"],
            ["", "Not begun"],
        ],
    )
    for n, colour in enumerate((BLUE, GREEN, AMBER, RED, GREY), 1):
        shade(key.cell(n, 0), colour)
    doc.add_heading("3. Action plan", 1)
    cells = [
        ["No.", "Recommendation", "Response", "<", "Delivery", "<", "<", "Update October 2025"],
        ["^", "^", "What we will do", "How we will know", "Lead", "By when", "RAG", "^"],
    ]
    cells += [
        [n, rec, do, know, lead, when, "", new] for n, rec, do, know, lead, when, _, new, _ in JOAN
    ]
    table = grid(doc, cells, heads=2)
    for n, item in enumerate(JOAN, 2):
        shade(table.cell(n, 6), item[6])
    doc.add_paragraph(
        "Note: the Care Quality Commission has had a copy of recommendations 3 and 6. Dates in this plan were agreed with each agency in May 2025."
    )
    doc.add_heading("4. Glossary", 1)
    grid(
        doc,
        [
            ["ASC", "Adult Social Care"],
            ["CVS", "Council for Voluntary Service"],
            ["ICB", "Integrated Care Board"],
            ["MARM", "Multi-Agency Risk Management"],
        ],
        heads=0,
    )
    save(doc, path)
    rows = [
        row(
            rec,
            ref=n,
            st=STATE[colour],
            pg=new.split("\n") if new else [],
            other={"how we will know": know},
            **given,
        )
        for n, rec, _, know, _, _, colour, new, given in JOAN
    ]
    return [plan("Safeguarding Adult Review: Joan – multi-agency action plan", rows)]


DOCUMENT = (
    "aldermoor-sar-joan.docx",
    "Word, landscape; contents; key; two header rows; colours; sub-actions a) b); glossary",
    joan,
)
