"""A table copied from a mail into a plain editor: every cell on a line of its own."""

from pathlib import Path
from typing import Any

from blind3_parts.labels import due, plan, row

HEADS = ["Ref", "Action", "Owner", "Due", "Status"]
ROWS: list[list[str]] = [
    [
        "4.1",
        "Map the services that work with boys who have been hurt",
        "Noor Teague",
        "29 March 2024",
        "Complete",
    ],
    [
        "4.2",
        "Ask schools what they need before the theatre tour",
        "Education Adviser",
        "w/c 15 April 2024",
        "In progress",
    ],
    [
        "4.3",
        "Write to all dentists about the referral line",
        "Public Health Manager",
        "May 2024",
        "Not started",
    ],
    ["4.4", "Invite the ambulance service to the subgroup", "Noor Teague", "TBC", "Not started"],
]


def build(path: Path) -> list[dict[str, Any]]:
    """Write it and return its truth."""
    title = "Subgroup actions, 11 March 2024"
    lines = [title, "", *HEADS]
    for cells in ROWS:
        lines += cells
    lines += ["", "Next meeting 20 May, 2pm"]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    days = {"4.1": "2024-03-29", "4.2": "2024-04-15", "4.3": "2024-05"}
    state = {"Complete": "complete", "In progress": "in_progress", "Not started": "not_started"}
    rows = [
        row(what, ref=ref, by=who, due=due(when, days.get(ref)), st=state[now], st_text=now)
        for ref, what, who, when, now in ROWS
    ]
    return [plan(title, rows)]


DOCUMENT = ("subgroup-cells-on-lines.txt", "every cell on a line of its own", build)
