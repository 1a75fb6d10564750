"""Invented plans as PDF, set with typst."""

# ruff: noqa: E501 (documents are written as they stand, one line a row)

from __future__ import annotations

from .common import due, row, write_pdf, write_truth


def unruled_landscape() -> None:
    """Landscape, no ruling lines, cells that wrap, band rows."""
    write_pdf(
        "unruled-landscape.pdf",
        """
#set page(paper: "a4", flipped: true, margin: 1.5cm)
#set text(size: 10pt)
= Marram Coast Partnership: exploitation action plan, September 2022
#table(columns: (1.2cm, 7cm, 4.5cm, 3.5cm, 6cm), stroke: none, row-gutter: 6pt,
  [*Ref*], [*Action*], [*Lead*], [*By when*], [*Progress*],
  [1], [Agree one screening tool for every agency and drop the three that are in use now], [Detective Inspector, Exploitation], [31 October 2022], [Tool agreed by the tasking group and sent to all schools],
  [2], [Brief hotel and bus staff on the signs], [Licensing Officer], [Quarterly from October 2022], [First briefing held],
  [3], [Publish the return interview offer], [Missing Co-ordinator], [TBC], [],
)
""",
    )
    write_truth(
        "unruled-landscape.pdf",
        (
            "Marram Coast Partnership",
            [
                row(
                    "Agree one screening tool for every agency and drop the three that are in use now",
                    ref="1",
                    owners=["Detective Inspector, Exploitation"],
                    due=due("31 October 2022", "2022-10-31"),
                    progress=["Tool agreed by the tasking group and sent to all schools"],
                ),
                row(
                    "Brief hotel and bus staff on the signs",
                    ref="2",
                    owners=["Licensing Officer"],
                    due=due("Quarterly from October 2022", None, "2022-10", "quarterly"),
                    progress=["First briefing held"],
                ),
                row(
                    "Publish the return interview offer",
                    ref="3",
                    owners=["Missing Co-ordinator"],
                    due=due("TBC"),
                ),
            ],
        ),
    )


def ruled_pages() -> None:
    """Ruled, header repeated on each page, a row cut by the page break, section bands."""
    filler = "and that every team keeps a copy of the record with the date, the name of the worker and the reason "
    write_pdf(
        "ruled-pages.pdf",
        """
#set page(paper: "a4", height: 14cm, margin: 1.5cm)
#set text(size: 10pt)
= Annual report actions 2024
#table(columns: (1.5cm, 7cm, 4cm, 3cm, 2.5cm),
  table.header([*No.*], [*Recommendation*], [*Responsible person*], [*Target date*], [*RAG status*]),
  table.cell(colspan: 5)[*Part one: children*],
  [1.1], [Make sure that strategy meetings include health """
        + filler * 3
        + """], [Head of Service, MASH], [30 June 2024], [Complete],
  [1.2], [Check that core groups meet """
        + filler * 4
        + """], [Independent Chairs], [Monthly], [On hold],
  table.cell(colspan: 5)[*Part two: adults*],
  [2.1], [Write to care homes], [Safeguarding Adults Manager], [May 2024], [Not started],
)
""",
    )
    one, two = "Part one: children", "Part two: adults"
    write_truth(
        "ruled-pages.pdf",
        (
            "Annual report actions 2024",
            [
                row(
                    "Make sure that strategy meetings include health " + (filler * 3).strip(),
                    ref="1.1",
                    section=one,
                    owners=["Head of Service, MASH"],
                    due=due("30 June 2024", "2024-06-30"),
                    status="complete",
                ),
                row(
                    "Check that core groups meet " + (filler * 4).strip(),
                    ref="1.2",
                    section=one,
                    owners=["Independent Chairs"],
                    due=due("Monthly", None, None, "monthly"),
                    status="on_hold",
                ),
                row(
                    "Write to care homes",
                    ref="2.1",
                    section=two,
                    owners=["Safeguarding Adults Manager"],
                    due=due("May 2024", "2024-05"),
                    status="not_started",
                ),
            ],
        ),
    )


ALL = (unruled_landscape, ruled_pages)
