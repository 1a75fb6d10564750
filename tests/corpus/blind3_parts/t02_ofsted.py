"""An Ofsted improvement plan with bands, the header typed again, long cells, letters."""

# ruff: noqa: E501
from __future__ import annotations

from pathlib import Path
from typing import Any

from blind3_parts.files import grid, save, word
from blind3_parts.labels import due, plan, row

P1, P2, P3 = (
    "Priority 1: Front door and first response",
    "Priority 2: Children who need help and protection",
    "Priority 3: A stable workforce",
)

LONG = (
    "The desk opened on 2 June with four social workers and a police sergeant. In the first ten weeks it took 3,410 contacts, of which 2,977 were decided within one working day (93%, against 71% in the same weeks of 2024). "
    "The inspectors' monitoring visit in September read 24 of these decisions and agreed with 22. Two were thought too low and both families have been seen since. "
    "Partners say that they know whom to ring. Schools in the east of the borough still ring the old number, which is being forwarded until Easter. "
    "The desk has had no agency staff since August, and its consultant social worker has been made permanent."
)

BRAG = {"B": "complete", "G": "in_progress", "A": "in_progress", "R": "overdue", "N": "not_started"}

IMPROVE = [
    (P1,),
    (
        "1.1.1",
        "Bring threshold decisions to one desk, with a consultant social worker there every day",
        "Head of Service, Front Door",
        "Jan 2025",
        "31/07/2025",
        "Right decision first time",
        LONG,
        "B",
        dict(by="Head of Service, Front Door", due=due("31/07/2025", "2025-07-31", "2025-01")),
    ),
    (
        "1.1.2",
        "Return every contact to the referrer with the reason for the decision",
        "Front Door Team Manager; Performance Lead",
        "Apr 25",
        "Dec 25",
        "Referrers are told",
        "Letter goes to 64% of referrers.\nHealth visitors are the largest group without one.",
        "A",
        dict(
            by="Front Door Team Manager | Performance Lead", due=due("Dec 25", "2025-12", "2025-04")
        ),
    ),
    (
        "1.2.1",
        "Grade police notifications before they are sent",
        "Det. Ch. Insp., Public Protection",
        "01/09/2025",
        "28/02/2026",
        "Fewer notifications without a purpose",
        "Grading began in the north sector.",
        "G",
        dict(
            by="Det. Ch. Insp., Public Protection",
            due=due("28/02/2026", "2026-02-28", "2025-09-01"),
        ),
    ),
    (P2,),
    (
        "2.1.1",
        "Put a contingency into every child in need plan",
        "Service Manager, Safeguarding North\nService Manager, Safeguarding South",
        "",
        "30.11.25",
        "",
        "Dip sample of 40 plans: 29 had one.",
        "G",
        dict(
            by="Service Manager, Safeguarding North | Service Manager, Safeguarding South",
            due=due("30.11.25", "2025-11-30"),
        ),
    ),
    (
        "2.1.2",
        "Hear from children before each review",
        "IRO Manager",
        "",
        "Ongoing",
        "Voice in every review",
        "",
        "G",
        dict(by="IRO Manager", due=due("Ongoing", every="ongoing")),
    ),
    (
        "2.2.1",
        "Write a neglect practice guide with the Partnership",
        "LSCP Business Manager",
        "",
        "Q4 2025/26",
        "",
        "",
        "N",
        dict(by="LSCP Business Manager", due=due("Q4 2025/26", "2026-03-31")),
    ),
    (
        "2.2.2",
        "Tell referrers what became of a strategy meeting",
        "Front Door Team Manager",
        "",
        "Dec 25",
        "",
        "See 1.1.2",
        "A",
        dict(by="Front Door Team Manager", due=due("Dec 25", "2025-12"), see=["1.1.2"]),
    ),
    (P3,),
    (
        "3.1.1",
        "Raise the share of permanent social workers to 85%",
        "Director of Children's Services (DCS)",
        "",
        "March 2026/June 2026",
        "Fewer changes of worker",
        "Now 78%. Two campaigns have brought 17 starters.",
        "G",
        dict(
            by="Director of Children's Services (DCS)", due=due("March 2026/June 2026", "2026-06")
        ),
    ),
    (
        "3.1.2",
        "Supervision policy read and signed by all managers",
        "Principal Social Worker",
        "",
        "30 Sept 2025",
        "",
        "41 of 58 have signed.",
        "R",
        dict(by="Principal Social Worker", due=due("30 Sept 2025", "2025-09-30")),
    ),
]


def improve(path: Path) -> list[dict[str, Any]]:
    """An Ofsted improvement plan with bands, the header typed again, long cells, letters."""
    doc = word(landscape=True)
    doc.add_heading("Bramleigh Children's Services Improvement Plan 2025–27", 0)
    doc.add_paragraph(
        "Report to the Improvement Board, 12 November 2025. Inspection of local authority children's services: inadequate, October 2024."
    )
    head = [
        "Ref",
        "What we will do",
        "Accountable",
        "Start",
        "Finish",
        "Impact we expect",
        "Latest position",
        "BRAG",
    ]
    cells: list[list[str]] = [head]
    truth = []
    section = ""
    for item in IMPROVE:
        if len(item) == 1:
            section = item[0]
            if section != P1:
                cells.append(head)
            cells.append([section])
            continue
        ref, what, who, start, finish, impact, latest, brag, given = item
        cells.append([ref, what, who, start, finish, impact, latest, brag])
        truth.append(
            row(
                what,
                ref=ref,
                sec=section,
                st=BRAG[brag],
                st_text=brag,
                pg=latest.split("\n") if latest else [],
                other={"impact we expect": impact},
                **given,
            )
        )
    grid(doc, cells)
    doc.add_paragraph(
        "B – finished   G – on track   A – behind, with a plan to recover   R – missed its date   N – not due to begin yet"
    )
    doc.add_paragraph(
        "Actions closed at earlier Boards (1.3.1, 2.3.1 and 2.3.2) are kept in the archive."
    )
    save(doc, path)
    return [plan("Bramleigh Children's Services Improvement Plan 2025–27", truth)]


DOCUMENT = (
    "bramleigh-ofsted-improvement.docx",
    "Word, landscape; bands; header typed again; numbers 1.1.1; start and finish; letters with key",
    improve,
)
