"""An export with three columns of owners, a question for complete, comments with the date first."""

import csv
import io
from pathlib import Path
from typing import Any

from blind3_parts.labels import due, plan, row

HEADS = [
    "Action ID",
    "Strategic priority",
    "Action (what will we do?)",
    "Owner 1",
    "Owner 2",
    "Owner 3",
    "Due (dd/mm/yyyy)",
    "Complete? (Y/N)",
    "Comments (most recent first)",
]
ROWS: list[list[str]] = [
    [
        "VAWG-01",
        "Prevent",
        "Lessons on consent in all secondary schools",
        "Public Health Lead",
        "Schools Adviser",
        "",
        "20/07/2023",
        "Y",
        "12/07/2023: all 14 schools signed up",
    ],
    [
        "VAWG-02",
        "Prevent",
        "Bystander training for taxi drivers",
        "Licensing Manager",
        "",
        "",
        "30/09/2023",
        "N",
        "",
    ],
    [
        "VAWG-03",
        "Provide",
        "Refuge places for women with sons over 12",
        "Housing Strategy Lead",
        "Refuge Manager (Larkwell)",
        "Commissioner",
        "31/03/2024",
        "N",
        "01/08/2023: two flats found; 03/05/2023: none",
    ],
    [
        "VAWG-04",
        "Pursue",
        "Review of cases that were dropped",
        "DCI Pell",
        "CPS Liaison",
        "",
        "31/12/2023",
        "N",
        "Panel meets in October",
    ],
]


def build(path: Path) -> list[dict[str, Any]]:
    """Write it and return its truth."""
    held = io.StringIO()
    out = csv.writer(held, lineterminator="\n")
    out.writerow(HEADS)
    out.writerows(ROWS)
    path.write_text(held.getvalue(), encoding="utf-8")
    rows = []
    for ref, theme, what, *who, when, done, news in ROWS:
        day = "-".join(reversed(when.split("/")))
        rows.append(
            row(
                what,
                ref=ref,
                sec=theme,
                by=" | ".join(w for w in who if w),
                due=due(when, day),
                st="complete" if done == "Y" else None,
                st_text=done,
                pg=[news] if news else [],
                un=["progress_items"] + (["status"] if done == "N" else []),
            )
        )
    return [plan("", rows)]


DOCUMENT = ("vawg-three-owners.csv", "three columns of owners, complete yes or no", build)
