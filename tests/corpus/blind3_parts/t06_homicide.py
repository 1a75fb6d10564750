"""The Home Office layout, once for the overview report and once for single agencies."""

# ruff: noqa: E501
from __future__ import annotations

from pathlib import Path
from typing import Any

from blind3_parts.files import grid, save, word
from blind3_parts.labels import due, plan, row


def homicide(path: Path) -> list[dict[str, Any]]:
    """The Home Office layout, once for the overview report and once for single agencies."""
    doc = word(landscape=True)
    doc.add_heading("Domestic Homicide Review: Rosalind. Action plan", 0)
    doc.add_paragraph("Eastwold Community Safety Partnership, updated 3 September 2025")
    head = [
        "Recommendation",
        "Scope of recommendation (local, regional or national)",
        "Action to take",
        "Lead agency",
        "Key milestones in enacting the recommendation",
        "Target date",
        "Date of completion and outcome",
    ]
    one, two = "Recommendations of the overview report", "Recommendations for single agencies"
    doc.add_heading(one, 1)
    top = [
        [
            "1. The Partnership should run a campaign for friends and neighbours on what to do when they are worried.",
            "Local",
            "Campaign with the local paper and radio\nMaterial in five languages",
            "Eastwold CSP",
            "Brief agreed by March 2025\nCampaign starts in June",
            "30th September 2025",
            "",
        ],
        [
            "2. MARAC should record the reason when a case is not heard.",
            "Local",
            "Box added to the MARAC minute",
            "MARAC Steering Group",
            "",
            "February 2025",
            "17/02/2025. Audited in May, reason given in all 9 cases.",
        ],
        [
            "3. The Home Office should consider a national standard for perpetrator programmes.",
            "National",
            "Chair of the CSP to write",
            "Eastwold CSP",
            "Letter sent January 2025",
            "31.01.25",
            "22/01/2025. Reply received in April.",
        ],
        [
            "4. Employers should be helped to have a domestic abuse policy.",
            "Regional",
            "Model policy; breakfast event for employers",
            "Chamber of Commerce, supported by Public Health",
            "",
            "Early 2026",
            "",
        ],
    ]
    grid(doc, [head, *top])
    doc.add_heading(two, 1)
    police, trust = "Eastwold Constabulary", "Weald and Wold Mental Health Trust"
    low = [
        [police],
        [
            "1. Officers should look at the history of both people before leaving.",
            "Local",
            "Control room to read out the last three calls",
            "Supt. (Contact Management)",
            "",
            "1 Dec 2024",
            "06/01/2025. Now part of the script.",
        ],
        [
            "2. Body worn video should be kept in all domestic incidents.",
            "Local",
            "Change to the retention rule",
            "Head of Digital Evidence",
            "Rule agreed by the Information Board",
            "Autumn 2025",
            "",
        ],
        [trust],
        [
            "3. Staff should ask about domestic abuse with the partner out of the room.",
            "Local",
            "(a) Standard for first appointments\n(b) Record audit, 60 cases\n(c) Findings to Quality Committee",
            "Named Nurse for Adults / Head of Community Services",
            "Standard issued April 2025",
            "Audit Oct 2025, Committee 9 Dec 2025",
            "",
        ],
        [
            "4. Carers' assessments should be offered.",
            "Local",
            "As recommendation 3 (a)",
            "Head of Community Services",
            "",
            "30 November 2025",
            "",
        ],
    ]
    grid(doc, [head, *low])
    save(doc, path)
    done = ["progress_text", "progress_items"]

    def base(c: list[str]) -> dict[str, Any]:
        return dict(
            ref=c[0].split(". ")[0],
            other={"scope": c[1], "milestones": c[4], "completion and outcome": c[6]},
        )

    def what(c: list[str]) -> str:
        return c[0].split(". ", 1)[1]

    return [
        plan(
            one,
            [
                row(
                    what(top[0]),
                    **base(top[0]),
                    do=top[0][2].split("\n"),
                    by="Eastwold CSP",
                    due=due(top[0][5], "2025-09-30"),
                ),
                row(
                    what(top[1]),
                    **base(top[1]),
                    do=[top[1][2]],
                    by="MARAC Steering Group",
                    due=due(top[1][5], "2025-02"),
                    st="complete",
                    un=done,
                ),
                row(
                    what(top[2]),
                    **base(top[2]),
                    do=[top[2][2]],
                    by="Eastwold CSP",
                    due=due(top[2][5], "2025-01-31"),
                    st="complete",
                    un=done,
                ),
                row(
                    what(top[3]),
                    **base(top[3]),
                    do=["Model policy", "breakfast event for employers"],
                    by="Chamber of Commerce | Public Health",
                    due=due(top[3][5]),
                    un=["owners"],
                ),
            ],
        ),
        plan(
            two,
            [
                row(
                    what(low[1]),
                    **base(low[1]),
                    sec=police,
                    do=[low[1][2]],
                    by=low[1][3],
                    due=due(low[1][5], "2024-12-01"),
                    st="complete",
                    un=done,
                ),
                row(
                    what(low[2]),
                    **base(low[2]),
                    sec=police,
                    do=[low[2][2]],
                    by=low[2][3],
                    due=due(low[2][5]),
                ),
                row(
                    what(low[4]),
                    **base(low[4]),
                    sec=trust,
                    do=[
                        "Standard for first appointments",
                        "Record audit, 60 cases",
                        "Findings to Quality Committee",
                    ],
                    by="Named Nurse for Adults | Head of Community Services",
                    due=due(low[4][5], "2025-12-09"),
                ),
                row(
                    what(low[5]),
                    **base(low[5]),
                    sec=trust,
                    do=[low[5][2]],
                    by="Head of Community Services",
                    due=due(low[5][5], "2025-11-30"),
                    un=["see"],
                ),
            ],
        ),
    ]


DOCUMENT = (
    "eastwold-homicide-rosalind.docx",
    "Word, landscape; Home Office layout; two plans; agencies as bands",
    homicide,
)
