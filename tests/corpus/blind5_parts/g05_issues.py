"""The export of an issue tracker: semicolons, dates with month names and times, its own states."""

from pathlib import Path
from typing import Any

from blind3_parts.labels import due, plan, row

HEADS = [
    "Issue key",
    "Issue Type",
    "Summary",
    "Assignee",
    "Reporter",
    "Priority",
    "Status",
    "Resolution",
    "Created",
    "Updated",
    "Due Date",
    "Component",
    "Latest comment",
]
ROWS: list[list[str]] = [
    [
        "MASH-12",
        "Task",
        "Screen police notifications by 10am",
        "Odile Brann",
        "Piers Hatch",
        "Highest",
        "In Progress",
        "",
        "02/Aug/21 9:14 AM",
        "11/Oct/21 4:02 PM",
        "29/Oct/21 12:00 AM",
        "Front door",
        "Average is now 10.40",
    ],
    [
        "MASH-15",
        "Task",
        "Agree what health shares at the first meeting",
        "Piers Hatch",
        "Odile Brann",
        "High",
        "Done",
        "Done",
        "02/Aug/21 9:20 AM",
        "30/Sep/21 1:15 PM",
        "30/Sep/21 12:00 AM",
        "Front door",
        "Signed by all",
    ],
    [
        "MASH-18",
        "Task",
        "Voice recognition for typing up calls",
        "Unassigned",
        "Odile Brann",
        "Low",
        "To Do",
        "",
        "09/Aug/21 11:00 AM",
        "09/Aug/21 11:00 AM",
        "",
        "Systems",
        "",
    ],
    [
        "MASH-21",
        "Task",
        "Letters to referrers within three days",
        "Mina Sorrel",
        "Piers Hatch",
        "Medium",
        "Blocked",
        "",
        "16/Aug/21 2:31 PM",
        "04/Oct/21 9:09 AM",
        "15/Nov/21 12:00 AM",
        "Front door",
        "Waiting for the print room",
    ],
    [
        "MASH-22",
        "Task",
        "Second number for out of hours",
        "Mina Sorrel",
        "Mina Sorrel",
        "Medium",
        "Closed",
        "Won't Do",
        "16/Aug/21 2:40 PM",
        "20/Sep/21 3:00 PM",
        "",
        "Systems",
        "Duplicate of MASH-12",
    ],
]
STATE = {"In Progress": "in_progress", "Done": "complete", "To Do": "not_started"}
STATE |= {"Blocked": "on_hold", "Closed": "complete"}
DAYS = {"MASH-12": "2021-10-29", "MASH-15": "2021-09-30", "MASH-21": "2021-11-15"}
PRIORITY = {"High": "High", "Medium": "Medium", "Low": "Low"}


def build(path: Path) -> list[dict[str, Any]]:
    """Write it and return its truth."""
    lines = [";".join(HEADS), *(";".join(cells) for cells in ROWS)]
    path.write_text("\r\n".join(lines) + "\r\n", encoding="cp1252", newline="")
    rows = []
    for cells in ROWS:
        cell = dict(zip(HEADS, cells, strict=True))
        key = cell["Issue key"]
        rows.append(
            row(
                cell["Summary"],
                ref=key,
                by="" if cell["Assignee"] == "Unassigned" else cell["Assignee"],
                due=due(cell["Due Date"] or None, DAYS.get(key)),
                st=STATE[cell["Status"]],
                pr=PRIORITY.get(cell["Priority"]),
                pg=[cell["Latest comment"]] if cell["Latest comment"] else [],
                see=["MASH-12"] if key == "MASH-22" else [],
                other={"reporter": cell["Reporter"], "component": cell["Component"]},
                un=["status"] if key == "MASH-22" else ["priority"] if key == "MASH-12" else [],
            )
        )
    return [plan("", rows)]


DOCUMENT = ("mash-issue-export.csv", "export of an issue tracker, semicolons, Latin letters", build)
