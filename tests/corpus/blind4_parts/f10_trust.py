"""A landscape PDF of a hospital trust: repeated headers, rows over pages, legend at the end."""

import json
from pathlib import Path
from typing import Any

from blind3_parts.files import line, pdf
from blind3_parts.labels import due, plan, row

FILLS = {"G": "92D050", "A": "FFC000", "R": "FF5050", "B": "5B9BD5"}
LONG = (
    "The safeguarding team has met each division and agreed who will be its lead. A monthly "
    "report goes to the divisional board. Divisions with fewer than four in five staff in date "
    "have written to the Chief Nurse with their reasons and a date for putting it right. "
    "The learning platform now reminds staff eight weeks before their training runs out. "
    "Agency staff are checked at the start of each shift by the nurse in charge, who signs the "
    "local induction sheet. The team looks at thirty sheets a month and tells the matron the "
    "same day when one is missing."
)
ROWS: list[tuple[Any, ...]] = [
    (
        "1",
        "CQC Must Do 4",
        "The trust must ensure staff complete safeguarding training at the "
        "level that their role needs.",
        "Divisional Directors of Nursing\nHead of Learning",
        "31/03/18",
        "2018-03-31",
        LONG,
        "A",
        "High",
    ),
    (
        "2",
        "CQC Must Do 5",
        "The trust must ensure that bruising in babies who cannot yet move is "
        "seen by a senior paediatrician.",
        "Named Doctor",
        "30/11/17",
        "2017-11-30",
        "Pathway live since October 2017. Audit of all cases each month: 100% in November.",
        "B",
        "High",
    ),
    (
        "3",
        "CQC Should Do 2",
        "The trust should record mental capacity assessments in one place.",
        "Mental Capacity Lead\nChief Clinical Information Officer",
        "Q4 2017/18",
        "2018-03-31",
        "Form built. " + LONG[:260].rsplit(". ", 1)[0] + ".",
        "A",
        "Medium",
    ),
    (
        "4",
        "CQC Should Do 3",
        "The trust should tell the local authority of each delayed discharge "
        "that puts an adult at risk.",
        "Discharge Manager",
        "Sept 17",
        "2017-09",
        "Meeting with the council did not happen. New date being sought.",
        "R",
        "Medium",
    ),
    (
        "5",
        "Internal",
        "Restraint is recorded and reviewed within one day.",
        "Head of Security",
        "Ongoing",
        None,
        LONG[200:],
        "G",
        "Low",
    ),
    (
        "6",
        "Internal",
        "Visitors and volunteers wear a badge with a photograph.",
        "Voluntary Services Manager",
        "Spring 2018",
        None,
        "Camera bought.",
        "G",
        "Low",
    ),
    (
        "7",
        "SAR Mr V",
        "Ward staff know when to start a safeguarding concern for pressure damage.",
        "Tissue Viability Nurse",
        "by 1st March 2018",
        "2018-03-01",
        "See action 1.",
        "A",
        "High",
    ),
]
STATE = {"G": "in_progress", "A": "in_progress", "R": "overdue", "B": "complete"}


def said(text: str) -> str:
    """A text as Typst content with line breaks."""
    return (
        "["
        + " #linebreak() ".join(f"#{json.dumps(t, ensure_ascii=False)}" for t in text.split("\n"))
        + "]"
    )


def build(path: Path) -> list[dict[str, Any]]:
    """Write it and return its truth."""
    title = "Safeguarding quality improvement plan"
    heads = [
        "No",
        "Source",
        "Requirement",
        "Lead(s)",
        "Deadline",
        "Progress to date",
        "RAG",
        "Priority",
    ]
    out = [
        line("Inchworth Hospitals NHS Foundation Trust", 10),
        line(title, 15, bold=True),
        "#table(columns: (1cm, 2.4cm, 5cm, 3.6cm, 2cm, 8fr, 1.2cm, 1.7cm), "
        "stroke: 0.5pt + black, align: left + top,",
        "table.header("
        + ", ".join(f'table.cell(fill: rgb("1F3864"))[#text(fill: white)[{h}]]' for h in heads)
        + "),",
    ]
    rows = []
    for ref, src, what, who, when, day, news, mark, prio in ROWS:
        cells = [said(t) for t in (ref, src, what, who, when, news)]
        out.append(
            ", ".join(cells)
            + f', table.cell(fill: rgb("{FILLS[mark]}"))[{mark}], '
            + said(prio)
            + ","
        )
        rows.append(
            row(
                what,
                ref=ref,
                by=who.replace("\n", " | "),
                due=due(when, day, None, "ongoing" if when == "Ongoing" else None),
                st=STATE[mark],
                st_text=mark,
                pr=prio,
                pg=[news],
                src=src,
                see=["1"] if ref == "7" else [],
            )
        )
    out.append(
        ")\n"
        + line(
            "B - complete and tested. G - on track. A - under way with some risk. "
            "R - past its date.",
            9,
        )
    )
    pdf("\n".join(out), path, landscape=True, size=11)
    return [plan(title, rows)]


DOCUMENT = (
    "inchworth-trust-landscape.pdf",
    "repeated header, rows over pages, letters in fills",
    build,
)
