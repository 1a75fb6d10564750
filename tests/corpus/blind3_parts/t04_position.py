"""Findings of an inquiry with our position; some positions answer two findings."""

# ruff: noqa: E501
from __future__ import annotations

from pathlib import Path
from typing import Any

from blind3_parts.files import grid, save, word
from blind3_parts.labels import due, plan, row


def position(path: Path) -> list[dict[str, Any]]:
    """Findings of an inquiry with our position; some positions answer two findings."""
    title = "Where Coldharbour stands against the findings of the Larkfield Inquiry"
    doc = word(landscape=True)
    doc.add_heading(title, 1)
    doc.add_paragraph("Safeguarding Children Partnership, 19 June 2025")
    a, b = "Theme A – Listening to children", "Theme B – Disruption"
    grid(
        doc,
        [
            [
                "No.",
                "Inquiry page",
                "Finding",
                "Coldharbour's position",
                "Further action",
                "Officer",
                "Target",
            ],
            [a],
            [
                "1",
                "p. 14",
                "Children were not believed when they told.",
                "* All of the 31 children open to the team have a named adult of their own choosing\n* Return interviews are read by the team manager each Friday",
                "–",
                "",
                "",
            ],
            [
                "2",
                "p. 19",
                "Records used words that blamed the child.",
                "Language guide issued in 2024. A sample in March found blaming words in 6 of 50 records.",
                "Second sample, with police records in it",
                "QA Manager",
                "End of September",
            ],
            [
                "3",
                "p. 22",
                "No one told children what happened to the person who hurt them.",
                "Victims' charter adopted with the Crown Prosecution Service, and each child has one officer to ring.",
                "Survey of children in ten closed cases",
                "DI Marchbank; Youth Worker (MACE)",
                "31/10/2025",
            ],
            [
                "4",
                "p. 23",
                "Children went to court without knowing the building.",
                "^",
                "^",
                "^",
                "^",
            ],
            [b],
            [
                "5",
                "p. 40",
                "Abduction warning notices were rarely used.",
                "In place: 17 notices since January, reviewed at each MACE.",
                "–",
                "DI Marchbank",
                "Ongoing",
            ],
            [
                "6",
                "p. 41",
                "No one tracked whether notices were broken.",
                "See above",
                "",
                "DI Marchbank",
                "",
            ],
            [
                "7",
                "pp. 44-45",
                "Taxi and takeaway licences were renewed without checks.",
                "Licensing has a link officer. Takeaways have not been covered.",
                "Bring takeaways into the protocol;\ntrain the two enforcement officers",
                "Licensing Manager",
                "by 1st Dec '25",
            ],
            [
                "8",
                "p. 52",
                "Hotels did not know what to look for.",
                "Not in place",
                "Hotel watch scheme, starting with the six by the station",
                "Community Safety Partnership & Licensing",
                "Sept–Nov 2025",
            ],
            [
                "9",
                "p. 60",
                "Lessons from other towns were not taken up.",
                "Partly – see 2 and 7",
                "",
                "Partnership Manager",
                "Quarterly",
            ],
        ],
    )
    doc.add_paragraph("Page numbers are those of the printed report of the Inquiry (May 2025).")
    save(doc, path)
    shared = "Victims' charter adopted with the Crown Prosecution Service, and each child has one officer to ring."
    both = dict(
        sec=a,
        pg=[shared],
        do=["Survey of children in ten closed cases"],
        by="DI Marchbank | Youth Worker (MACE)",
        due=due("31/10/2025", "2025-10-31"),
    )
    return [
        plan(
            title,
            [
                row(
                    "Children were not believed when they told.",
                    ref="1",
                    src="p. 14",
                    sec=a,
                    pg=[
                        "All of the 31 children open to the team have a named adult of their own choosing",
                        "Return interviews are read by the team manager each Friday",
                    ],
                ),
                row(
                    "Records used words that blamed the child.",
                    ref="2",
                    src="p. 19",
                    sec=a,
                    pg=[
                        "Language guide issued in 2024. A sample in March found blaming words in 6 of 50 records."
                    ],
                    do=["Second sample, with police records in it"],
                    by="QA Manager",
                    due=due("End of September", "2025-09-30"),
                ),
                row(
                    "No one told children what happened to the person who hurt them.",
                    ref="3",
                    src="p. 22",
                    **both,
                ),
                row(
                    "Children went to court without knowing the building.",
                    ref="4",
                    src="p. 23",
                    **both,
                ),
                row(
                    "Abduction warning notices were rarely used.",
                    ref="5",
                    src="p. 40",
                    sec=b,
                    pg=["17 notices since January, reviewed at each MACE."],
                    by="DI Marchbank",
                    due=due("Ongoing", every="ongoing"),
                    st="complete",
                    st_text="In place",
                    un=["status", "progress_text", "progress_items"],
                ),
                row(
                    "No one tracked whether notices were broken.",
                    ref="6",
                    src="p. 41",
                    sec=b,
                    pg=["See above"],
                    see=["5"],
                    by="DI Marchbank",
                ),
                row(
                    "Taxi and takeaway licences were renewed without checks.",
                    ref="7",
                    src="pp. 44-45",
                    sec=b,
                    pg=["Licensing has a link officer. Takeaways have not been covered."],
                    do=["Bring takeaways into the protocol", "train the two enforcement officers"],
                    by="Licensing Manager",
                    due=due("by 1st Dec '25", "2025-12-01"),
                ),
                row(
                    "Hotels did not know what to look for.",
                    ref="8",
                    src="p. 52",
                    sec=b,
                    pg=["Not in place"],
                    do=["Hotel watch scheme, starting with the six by the station"],
                    by="Community Safety Partnership | Licensing",
                    due=due("Sept–Nov 2025", "2025-11", "2025-09"),
                    un=["status", "progress_text", "progress_items"],
                ),
                row(
                    "Lessons from other towns were not taken up.",
                    ref="9",
                    src="p. 60",
                    sec=b,
                    pg=["Partly – see 2 and 7"],
                    see=["2", "7"],
                    by="Partnership Manager",
                    due=due("Quarterly", every="quarterly"),
                    un=["status", "progress_text", "progress_items"],
                ),
            ],
        )
    ]


DOCUMENT = (
    "coldharbour-inquiry-position.docx",
    "Word, landscape; findings and position; merged over two findings; See above",
    position,
)
