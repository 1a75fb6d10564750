"""A PDF without upright lines: bands for sections, several actions under each objective."""

import json
from pathlib import Path
from typing import Any

from blind3_parts.files import line, pdf
from blind3_parts.labels import due, plan, row

ROWS: list[tuple[Any, ...]] = [
    ("Outcome A - Adults are heard",),
    (
        "A1",
        "Every adult, or somebody for them, is asked what they want to happen.",
        "Making Safeguarding Personal lead",
        "Dec 2016",
        "Audit shows 72% asked",
        ("2016-12", None, None),
        ["Making Safeguarding Personal lead"],
    ),
    (
        "A2",
        "Advocates are offered at the first contact.",
        "Commissioning Manager",
        "From April 2016",
        "Referrals to advocacy up by a third",
        (None, "2016-04", None),
        ["Commissioning Manager"],
    ),
    ("Outcome B - Care homes are safe",),
    (
        "B1",
        "Share soft intelligence about homes each month between the council, the "
        "commissioning group and the regulator.",
        "Quality Monitoring Officer & CCG Nurse Assessor",
        "Monthly",
        "Eleven meetings held",
        (None, None, "monthly"),
        ["Quality Monitoring Officer", "CCG Nurse Assessor"],
    ),
    (
        "B2",
        "Visit each home rated inadequate within two weeks.",
        "Contracts Team",
        "Within 2 weeks of each rating",
        "Four visits, all in time",
        (None, None, "event"),
        ["Contracts Team"],
    ),
    (
        "B3",
        "Write a plan for the sudden closure of a home.",
        "Head of Commissioning",
        "Autumn 2016",
        "",
        (None, None, None),
        ["Head of Commissioning"],
    ),
    ("Outcome C - Staff know what to do",),
    (
        "C1",
        "Refresh the competency framework for all partners.",
        "Training Subgroup Chair",
        "31st March 2017",
        "Draft framework with partners for comment until 20 January",
        ("2017-03-31", None, None),
        ["Training Subgroup Chair"],
    ),
    (
        "C2",
        "Hold two learning events on self-neglect.",
        "Training Subgroup Chair, Fire Service",
        "June 2016 and November 2016",
        "First event: 140 people came",
        ("2016-11", None, None),
        ["Training Subgroup Chair", "Fire Service"],
    ),
]


def said(text: str, bold: bool = False) -> str:
    """A cell."""
    inner = f"#{json.dumps(text, ensure_ascii=False)}"
    return f"[*{inner}*]" if bold else f"[{inner}]"


def build(path: Path) -> list[dict[str, Any]]:
    """Write it and return its truth."""
    title = "Strategic plan 2016-17: delivery"
    out = [
        line("Jarrowfield Safeguarding Adults Board", 18, bold=True),
        line(title, 13),
        "#table(columns: (1.2cm, 6fr, 3.4cm, 2.8cm, 4fr), stroke: none, align: left + top,",
        "inset: (x: 5pt, y: 5pt), table.hline(stroke: 1pt),",
        ", ".join(said(h, True) for h in ("", "Action", "Led by", "When", "Evidence so far"))
        + ", table.hline(stroke: 1pt),",
    ]
    rows, section = [], ""
    for item in ROWS:
        if len(item) == 1:
            section = item[0]
            out.append(f'table.cell(colspan: 5, fill: rgb("E2EFDA")){said(section, True)},')
            continue
        ref, what, who, when, news, (day, start, every), owners = item
        out.append(
            ", ".join(said(t) for t in (ref, what, who, when, news))
            + ", table.hline(stroke: 0.3pt + gray),"
        )
        rows.append(
            row(
                what,
                ref=ref,
                sec=section,
                by=" | ".join(owners),
                due=due(when, day, start, every),
                pg=[news] if news else [],
                un=["recurrence"] if ref == "B2" else [],
            )
        )
    out.append(")")
    pdf("\n".join(out), path, size=10)
    return [plan(title, rows)]


DOCUMENT = (
    "jarrowfield-sab-rules.pdf",
    "rules across only, bands, first column without a name",
    build,
)
