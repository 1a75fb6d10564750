"""Three plans of three agencies with three sets of columns in one file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from blind3_parts.files import grid, save, word
from blind3_parts.labels import due, plan, row


def several(path: Path) -> list[dict[str, Any]]:
    """Three plans of three agencies with three sets of columns in one file."""
    doc = word()
    doc.add_heading("Quenby Modern Slavery Partnership: agency returns, July 2026", 0)
    doc.add_paragraph(
        "Each agency was asked for its plan in whatever form it has. They are put together here as they came."
    )
    one, two, three = "Quenby Police", "Quenby Integrated Care", "Harbour Housing Association"
    doc.add_heading(one, 2)
    first = [
        ["Objective", "Owner", "Deadline", "Progress"],
        [
            "Give each custody suite an NRM desk guide",
            "Insp. Gale",
            "31 Aug 26",
            "Done for three suites out of four",
        ],
        [
            "Hold a day of action with the labour inspectorate",
            "DS Pru Hallam and Insp. Gale",
            "Sept 30th 2026",
            "Not started",
        ],
        [
            "Brief all new student officers",
            "Learning & Development",
            "Each intake",
            "COMPLETE – March intake briefed, 48 officers",
        ],
    ]
    grid(doc, first)
    doc.add_heading(two, 2)
    second = [
        ["Action required", "Responsible", "Timescale", "RAG", "Evidence"],
        [
            "Put slavery indicators into the emergency department triage",
            "Lead Nurse, Safeguarding",
            "Q3 26/27",
            "Amber",
            "Draft with the software supplier",
        ],
        [
            "Safe place for interviews in each walk-in centre",
            "Estates, Lead Nurse",
            "TBC",
            "Red",
            "No room at Mill Lane. Estates have been asked twice.",
        ],
        [
            "Level 2 training for dental practices",
            "Primary Care Training Hub",
            "Monthly until March 2027",
            "Green",
            "2 held, 61 attended",
        ],
    ]
    grid(doc, second)
    doc.add_paragraph(
        "RAG: Red = not begun; Amber = begun but held up; Green = begun and going well."
    )
    doc.add_heading(three, 2)
    third = [
        ["", "Task", "Lead (support)", "Start", "End", "Tick when done"],
        [
            "a",
            "Add signs of slavery to the gas safety checklist",
            "Head of Repairs (Contracts Manager)",
            "1/4/26",
            "30/6/26",
            "✓",
        ],
        [
            "b",
            "Tenancy checks in the 40 homes let through agents",
            "Lettings Manager",
            "1/7/26",
            "31/12/26",
            "",
        ],
        ["c", "Supplier letters signed by the Chief Executive", "Procurement", "", "31/5/26", "✓"],
    ]
    grid(doc, third)
    save(doc, path)
    return [
        plan(
            one,
            [
                row(
                    first[1][0],
                    by="Insp. Gale",
                    due=due("31 Aug 26", "2026-08-31"),
                    pg=[first[1][3]],
                    un=["status"],
                ),
                row(
                    first[2][0],
                    by="DS Pru Hallam | Insp. Gale",
                    due=due("Sept 30th 2026", "2026-09-30"),
                    st="not_started",
                ),
                row(
                    first[3][0],
                    by="Learning & Development",
                    due=due("Each intake", every="event"),
                    st="complete",
                    pg=["March intake briefed, 48 officers"],
                    un=["recurrence"],
                ),
            ],
        ),
        plan(
            two,
            [
                row(
                    second[1][0],
                    by="Lead Nurse, Safeguarding",
                    due=due("Q3 26/27", "2026-12-31"),
                    st="in_progress",
                    pg=[second[1][4]],
                ),
                row(
                    second[2][0],
                    by="Estates | Lead Nurse",
                    due=due("TBC"),
                    st="not_started",
                    pg=[second[2][4]],
                ),
                row(
                    second[3][0],
                    by="Primary Care Training Hub",
                    due=due("Monthly until March 2027", "2027-03", every="monthly"),
                    st="in_progress",
                    pg=[second[3][4]],
                ),
            ],
        ),
        plan(
            three,
            [
                row(
                    third[1][1],
                    ref="a",
                    by="Head of Repairs | Contracts Manager",
                    due=due("30/6/26", "2026-06-30", "2026-04-01"),
                    st="complete",
                    un=["owners"],
                ),
                row(
                    third[2][1],
                    ref="b",
                    by="Lettings Manager",
                    due=due("31/12/26", "2026-12-31", "2026-07-01"),
                    un=["status"],
                ),
                row(
                    third[3][1],
                    ref="c",
                    by="Procurement",
                    due=due("31/5/26", "2026-05-31"),
                    st="complete",
                ),
            ],
        ),
    ]


DOCUMENT = (
    "quenby-three-agencies.docx",
    "Word; three plans with three sets of columns",
    several,
)
