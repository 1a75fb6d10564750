"""Updates and letters for each quarter side by side; the last quarter with words counts."""

# ruff: noqa: E501
from __future__ import annotations

from pathlib import Path
from typing import Any

from blind3_parts.files import book, put, save
from blind3_parts.labels import due, plan, row


def quarters(path: Path) -> list[dict[str, Any]]:
    """Updates and letters for each quarter side by side; the last quarter with words counts."""
    made = book()
    s = made.create_sheet("VAWG 25-26")
    title = "Violence against women and girls: delivery plan 2025/26, Ottermere Community Safety Partnership"
    put(s, 1, [title], bold=True)
    put(
        s,
        2,
        [
            None,
            None,
            None,
            None,
            "Quarter 1 (April to June)",
            None,
            "Quarter 2 (July to September)",
            None,
        ],
        bold=True,
    )
    s.merge_cells("E2:F2")
    s.merge_cells("G2:H2")
    put(s, 3, ["Ref", "Deliverable", "Lead(s)", "By", "Update", "RAG", "Update", "RAG"], bold=True)
    lines = [
        (
            "V1",
            "Safe taxi rank marshals on Friday and Saturday nights",
            "Licensing; Ottermere BID",
            "Q1",
            "Marshals began 2 May.",
            "A",
            "Rank is quieter.",
            "B",
        ),
        (
            "V2",
            "School play on consent, all Year 9 pupils",
            "PSHE Adviser",
            "Q3",
            "",
            "W",
            "Booked in 11 schools out of 14.",
            "G",
        ),
        (
            "V3",
            "Night bus staff trained to help",
            "CSP Manager (with bus company)",
            "end of 25/26",
            "First depot trained.",
            "G",
            "Second depot put off.",
            "A",
        ),
        (
            "V4",
            "Refuge spaces with room for dogs",
            "Housing Options Manager",
            "Dec",
            "No bid came in.",
            "R",
            "Still no bid.",
            "R",
        ),
        (
            "V5",
            "Stalking clinic",
            "DCI Pell, Victim Services",
            "monthly from Sept",
            "",
            "W",
            "First clinic held 16 September.",
            "G",
        ),
        (
            "V6",
            "Review of street lighting on the canal path",
            "Highways / Canal Trust",
            "30th June '25",
            "Walk with 20 residents.",
            "B",
            "",
            "",
        ),
    ]
    for at, line in enumerate(lines, 4):
        put(s, at, [x or None for x in line])
    put(
        s,
        11,
        [
            "B = delivered; G = will be delivered in time; A = late but moving; R = stuck and past help without a decision; W = too early to say"
        ],
    )
    save(made, path)
    known = [
        dict(by="Licensing | Ottermere BID", due=due("Q1", "2025-06-30"), st="complete"),
        dict(by="PSHE Adviser", due=due("Q3", "2025-12-31"), st="in_progress"),
        dict(
            by="CSP Manager", due=due("end of 25/26", "2026-03-31"), st="in_progress", un=["owners"]
        ),
        dict(by="Housing Options Manager", due=due("Dec", "2025-12"), st="on_hold", un=["status"]),
        dict(
            by="DCI Pell | Victim Services",
            due=due("monthly from Sept", start="2025-09", every="monthly"),
            st="in_progress",
        ),
        dict(by="Highways | Canal Trust", due=due("30th June '25", "2025-06-30"), st="complete"),
    ]
    truth = []
    for line, more in zip(lines, known, strict=True):
        truth.append(row(line[1], ref=line[0], pg=[x for x in (line[4], line[6]) if x], **more))
    return [plan(title, truth)]


DOCUMENT = (
    "ottermere-vawg-quarters.xlsx",
    "Excel; update and letter for each quarter side by side; dates without year",
    quarters,
)
