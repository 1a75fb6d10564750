"""A cabinet report of several pages with the plan in its appendix."""

# ruff: noqa: E501
from __future__ import annotations

from pathlib import Path
from typing import Any

from blind3_parts.files import grid, save, word
from blind3_parts.labels import due, plan, row


def cabinet(path: Path) -> list[dict[str, Any]]:
    """A cabinet report of several pages with the plan in its appendix."""
    doc = word()
    doc.add_heading("Cabinet", 0)
    grid(
        doc,
        [
            ["Report of", "Strategic Director, People"],
            ["Date", "11 December 2025"],
            ["Portfolio holder", "Cllr Ffion Barrow"],
            ["Key decision", "No"],
        ],
        heads=0,
    )
    doc.add_heading("Response to the Task Group on Young Carers", 1)
    doc.add_heading("1. Recommendations", 2)
    for line in (
        "That Cabinet:",
        "(a) agrees the response to the Task Group in Appendix A; and",
        "(b) asks for a report on progress in June 2026.",
    ):
        doc.add_paragraph(line)
    doc.add_heading("2. Background", 2)
    doc.add_paragraph(
        "2.1 The Task Group met seven times between February and August 2025 and heard from 23 young carers, four schools and the Dunsop Hospitals Trust."
    )
    doc.add_paragraph(
        "2.2 Of 412 young carers known to the Council, 160 have had an assessment. The Task Group thought that the true number in Dunsop is nearer 2,000."
    )
    doc.add_heading("3. Implications", 2)
    grid(
        doc,
        [
            ["Type", "Comment", "Officer"],
            [
                "Legal",
                "The Children Act 1989 as amended requires an assessment on the appearance of need.",
                "Senior Solicitor",
            ],
            [
                "Finance",
                "Cost of £48,000 to be met from the prevention budget.",
                "Finance Business Partner",
            ],
            ["Risk", "Low", "Risk Manager"],
        ],
    )
    doc.add_page_break()
    title = "Appendix A: Response to the Task Group on Young Carers"
    doc.add_heading(title, 1)
    items = [
        (
            "R1",
            "That schools be asked about young carers in each safeguarding audit.",
            "Agreed",
            "The audit goes out each spring.",
            "Question added to the audit form",
            "Education Safeguarding Adviser",
            "28 February 2026",
        ),
        (
            "R2",
            "That a young carers card be offered.",
            "Agreed",
            "Three neighbouring councils have one.",
            "Design the card with young carers",
            "Participation Officer",
            "30 April 2026",
        ),
        (
            "^",
            "^",
            "^",
            "^",
            "Ask leisure centres and shops to honour it",
            "Participation Officer and Head of Leisure & Culture",
            "Sept 2026",
        ),
        (
            "R3",
            "That the hospital asks each adult patient at discharge whether a child looks after them.",
            "Agreed in principle",
            "This is for the Trust to decide. The Trust has said that it will try the question on two wards.",
            "",
            "Director of Nursing, Dunsop Hospitals Trust",
            "Within six months of the trial starting",
        ),
        (
            "R4",
            "That the Council pays for driving lessons for young carers over 17.",
            "Not agreed",
            "The cost would be £210,000 each year.",
            "",
            "–",
            "–",
        ),
        (
            "R5",
            "That the waiting time for an assessment is reported.",
            "Agreed",
            "",
            "Add to the scorecard",
            "Performance & Insight Manager",
            "Every quarter, from Q4 2025/26",
        ),
        (
            "R6",
            "That a champion for young carers is found among Members.",
            "Agreed",
            "Cllr Barrow has offered.",
            "Appointment at Annual Council",
            "Democratic Services Manager / Monitoring Officer",
            "20th May 2026",
        ),
    ]
    grid(
        doc,
        [
            [
                "Ref",
                "Task Group recommendation",
                "Cabinet decision",
                "Comments",
                "Action",
                "Lead officer",
                "Timescale",
            ],
            *[list(i) for i in items],
        ],
    )
    doc.add_paragraph("Background papers: minutes of the Task Group, 4 February to 26 August 2025.")
    save(doc, path)

    def base(i: tuple[str, ...]) -> dict[str, Any]:
        return dict(
            ref=i[0],
            pg=[i[3]] if i[3] else [],
            do=[i[4]] if i[4] else [],
            other={"cabinet decision": i[2]},
        )

    two = base(items[1]) | dict(
        do=[items[1][4], items[2][4]],
        by="Participation Officer | Head of Leisure & Culture",
        due=due("30 April 2026; Sept 2026", "2026-09"),
    )
    return [
        plan(
            title,
            [
                row(
                    items[0][1],
                    **base(items[0]),
                    by=items[0][5],
                    due=due(items[0][6], "2026-02-28"),
                ),
                row(items[1][1], **two),
                row(items[3][1], **base(items[3]), by=items[3][5], due=due(items[3][6])),
                row(items[4][1], **base(items[4]), st="rejected", due=None, un=["due_text"]),
                row(
                    items[5][1],
                    **base(items[5]),
                    by=items[5][5],
                    due=due(items[5][6], start="2026-01", every="quarterly"),
                    un=["due_start"],
                ),
                row(
                    items[6][1],
                    **base(items[6]),
                    by="Democratic Services Manager | Monitoring Officer",
                    due=due(items[6][6], "2026-05-20"),
                ),
            ],
        )
    ]


DOCUMENT = (
    "dunsop-cabinet-young-carers.docx",
    "Word; cabinet paper with tables that are no plan; plan in the appendix",
    cabinet,
)
