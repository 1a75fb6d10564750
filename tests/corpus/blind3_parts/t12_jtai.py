"""Ruled table over several pages; areas merged; colours with a key at the end."""

# ruff: noqa: E501
from __future__ import annotations

from pathlib import Path
from typing import Any

from blind3_parts.files import line, pdf, said
from blind3_parts.labels import due, plan, row

AMBER, GREEN, RED, BLUE = "#f4b183", "#a9d18e", "#ff5050", "#9dc3e6"


def jtai(path: Path) -> list[dict[str, Any]]:
    """Ruled table over several pages; areas merged; colours with a key at the end."""
    title = "Joint targeted area inspection of serious youth violence: partnership improvement plan"
    one, two = (
        "Area for improvement 1: Strategic oversight of serious youth violence",
        "Area for improvement 2: Children at risk of harm are found early",
    )
    rows = [
        (
            "1a",
            "Partners agree who chairs what: a structure chart on one side of paper, agreed by the three statutory partners and published",
            "LSCP Executive",
            "End of Feb 2026",
            BLUE,
            "Agreed by the Executive on 12 February.\nPublished on the Partnership's web site.",
            dict(by="LSCP Executive", due=due("End of Feb 2026", "2026-02-28")),
        ),
        (
            "1b",
            "Joint strategic needs assessment to cover violence in the 10 to 17 age group",
            "Director of Public Health and Chief Superintendent",
            "Q2 2026/27",
            GREEN,
            "Data sharing agreement signed. Ambulance data will come in May.",
            dict(
                by="Director of Public Health | Chief Superintendent",
                due=due("Q2 2026/27", "2026-09-30"),
            ),
        ),
        (
            "1c",
            "Performance scorecard at each Executive",
            "Partnership Analyst",
            "Each Executive, commencing June 2026",
            GREEN,
            "",
            dict(
                by="Partnership Analyst",
                due=due(
                    "Each Executive, commencing June 2026", start="2026-06", every="each_meeting"
                ),
            ),
        ),
        (
            "2a",
            "The emergency department refers each child with a knife wound. This needs: (i) a referral template in the department's system; (ii) a youth worker in the department on Friday and Saturday evenings; (iii) a weekly meeting of the department, police and youth justice service to check that none has been missed",
            "Ingleford Hospitals NHS Foundation Trust (Named Doctor)",
            "30/04/2026",
            AMBER,
            "The template is built and will go into the system with the April release. Two youth workers have been recruited, of whom one has since withdrawn; the post is out to advert again and the charity that employs them has offered cover for Fridays only. The weekly meeting has been held since 9 January and has looked at 21 children. Three had not been referred and have been since.",
            dict(
                by="Ingleford Hospitals NHS Foundation Trust (Named Doctor)",
                due=due("30/04/2026", "2026-04-30"),
            ),
        ),
        (
            "2b",
            "Schools tell the youth justice service when they are about to exclude",
            "Head of Inclusion",
            "Immediately and ongoing",
            AMBER,
            "12 of 19 secondary schools do so.",
            dict(by="Head of Inclusion", due=due("Immediately and ongoing", every="ongoing")),
        ),
        (
            "2c",
            "Return interviews are shared with police within 72 hours",
            "Missing Coordinator; Det. Insp. (Missing)",
            "31 March 2026",
            RED,
            "Not possible until the new system goes live, see 1b",
            dict(
                by="Missing Coordinator | Det. Insp. (Missing)",
                due=due("31 March 2026", "2026-03-31"),
                see=["1b"],
            ),
        ),
        (
            "2d",
            "Train 400 staff in contextual safeguarding",
            "Workforce Lead",
            "1st July 2026 to 31st March 2027",
            GREEN,
            "Trainer commissioned.",
            dict(
                by="Workforce Lead",
                due=due("1st July 2026 to 31st March 2027", "2027-03-31", "2026-07-01"),
            ),
        ),
        (
            "2e",
            "Publish a guide for parents",
            "Communications Sub-Group",
            "Before the summer holidays",
            GREEN,
            "",
            dict(by="Communications Sub-Group", due=due("Before the summer holidays")),
        ),
    ]
    state = {BLUE: "complete", GREEN: "in_progress", AMBER: "in_progress", RED: "not_started"}
    source = (
        line("Ingleford Local Safeguarding Children Partnership")
        + line(title, 18, True)
        + line("March 2026")
    )
    source += line("Contents", 13, True) + "".join(
        line(x)
        for x in (
            "Foreword .......... 1",
            "Improvement plan .......... 2",
            "Key to colours .......... 4",
            "Governance .......... 4",
        )
    )
    source += line("Foreword", 13, True) + line(
        "Inspectors visited in October 2025 and wrote to us in December. They saw much that is good. They also named two areas in which we must do better, and this plan answers both. It was approved by the three statutory safeguarding partners."
    )
    source += (
        "#pagebreak()\n"
        + line("Improvement plan", 13, True)
        + line(
            "The two areas are those in the inspectors' letter. Each action has one lead, who reports to the Executive. Progress was last brought up to date on 6 March 2026 by the Partnership's business unit. Evidence is kept in the shared folder and is open to the three statutory partners, to the Independent Scrutineer and, on request, to the inspectors."
        )
    )
    source += (
        "#table(columns: (1.1fr, 0.4fr, 2.6fr, 1.5fr, 1.2fr, 2.6fr, 0.6fr), inset: 4pt,\n table.header("
        + ", ".join(
            f"[*{h}*]"
            for h in ("Area", "No", "Action", "Lead", "Timescale", "Progress at March 2026", "RAG")
        )
        + "),\n"
    )
    for area, count in ((one, 3), (two, 5)):
        source += f" table.cell(rowspan: {count}, breakable: true){said(area)},\n"
        for r in (x for x in rows if x[0][0] == ("1" if area == one else "2")):
            source += (
                "".join(f" {said(x)}," for x in (r[0], r[1], r[2], r[3], r[5]))
                + f' table.cell(fill: rgb("{r[4]}"))[],\n'
            )
    source += ")\n" + line("Key to colours", 13, True)
    source += (
        "#grid(columns: (1cm, 8cm), row-gutter: 3pt, "
        + ", ".join(
            f'rect(fill: rgb("{c}"), width: 8mm, height: 4mm), {said(t)}'
            for c, t in (
                (BLUE, "Action complete"),
                (GREEN, "Will be complete by its date"),
                (AMBER, "Under way, date at risk"),
                (RED, "Cannot begin yet"),
            )
        )
        + ")\n"
    )
    source += line("Governance", 13, True) + line(
        "The Executive reads this plan every two months. The Independent Scrutineer reports on it in October 2026."
    )
    pdf(source, path, landscape=True, size=14)
    truth = []
    for ref, what, _, _, colour, now, more in rows:
        un = ["title"] if ref == "2a" else []
        skip = {"un": un + (["status"] if ref == "2c" else [])}
        truth.append(
            row(
                what,
                ref=ref,
                sec=one if ref[0] == "1" else two,
                st=state[colour],
                pg=now.split("\n") if now else [],
                **more,
                **skip,
            )
        )
    truth[3]["unscored"] = ["actions"]
    return [plan(title, truth)]


DOCUMENT = (
    "ingleford-jtai-youth-violence.pdf",
    "PDF, landscape, ruled; contents page; areas merged over pages; colours with key at the end",
    jtai,
)
