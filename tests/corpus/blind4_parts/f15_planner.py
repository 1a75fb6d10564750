"""The export of a task board: buckets, assigned people, checklists, dates of completion."""

import csv
import io
from pathlib import Path
from typing import Any

from blind3_parts.labels import due, plan, row

HEADS = [
    "Task ID",
    "Task Name",
    "Bucket Name",
    "Progress",
    "Priority",
    "Assigned To",
    "Created By",
    "Created Date",
    "Start date",
    "Due date",
    "Is Recurring",
    "Late",
    "Completed Date",
    "Completed By",
    "Completed Checklist Items",
    "Checklist Items",
    "Labels",
    "Description",
]
ROWS: list[tuple[str, ...]] = [
    (
        "kQ2v",
        "Write safer recruitment guide for trustees",
        "Policies",
        "Completed",
        "Medium",
        "Ifor Penn",
        "Mags Tully",
        "03/01/2024",
        "08/01/2024",
        "29/02/2024",
        "false",
        "false",
        "26/02/2024",
        "Ifor Penn",
        "2/2",
        "Draft;Trustees agree",
        "",
        "Agreed on 21 February.",
    ),
    (
        "pZ81",
        "Check DBS level of every volunteer role",
        "Policies",
        "In progress",
        "Urgent",
        "Mags Tully;Ifor Penn",
        "Mags Tully",
        "03/01/2024",
        "",
        "31/03/2024",
        "false",
        "true",
        "",
        "",
        "1/3",
        "List the roles;Ask the umbrella body;Write to volunteers",
        "Risk",
        "",
    ),
    (
        "x0Lm",
        "Induction film for drivers",
        "Training",
        "Not started",
        "Low",
        "",
        "Mags Tully",
        "10/01/2024",
        "",
        "",
        "false",
        "false",
        "",
        "",
        "",
        "",
        "",
        "Needs a budget first.",
    ),
    (
        "d77R",
        "Ring each young person who stops coming",
        "Practice",
        "In progress",
        "Important",
        "Bea Lark",
        "Ifor Penn",
        "15/01/2024",
        "01/02/2024",
        "",
        "true",
        "false",
        "",
        "",
        "",
        "",
        "",
        "Calls are written in the log.",
    ),
    (
        "w3Ny",
        "Lock the filing cabinets in the Vale office",
        "Practice",
        "Completed",
        "Medium",
        "Bea Lark",
        "Bea Lark",
        "15/01/2024",
        "",
        "19/01/2024",
        "false",
        "false",
        "17/01/2024",
        "Bea Lark",
        "",
        "",
        "",
        "",
    ),
    (
        "b5Tc",
        "Share concerns log with the lead trustee",
        "Practice",
        "Not started",
        "Medium",
        "Mags Tully",
        "Ifor Penn",
        "20/01/2024",
        "01/04/2024",
        "30/06/2024",
        "false",
        "false",
        "",
        "",
        "",
        "",
        "",
        "Quarterly after that.",
    ),
]
STATE = {"Completed": "complete", "In progress": "in_progress", "Not started": "not_started"}


def iso(day: str) -> str | None:
    """29/02/2024 as 2024-02-29."""
    return "-".join(reversed(day.split("/"))) if day else None


def build(path: Path) -> list[dict[str, Any]]:
    """Write it and return its truth."""
    held = io.StringIO()
    out = csv.writer(held, lineterminator="\r\n")
    out.writerow(["Plan name", "Vale Youth Trust safeguarding board"])
    out.writerow(["Plan ID", "7Hq-0"])
    out.writerow(["Date of export", "02/04/2024"])
    out.writerow([])
    out.writerow(HEADS)
    rows = []
    for r in ROWS:
        out.writerow(r)
        cell = dict(zip(HEADS, r, strict=True))
        when = due(cell["Due date"] or None, iso(cell["Due date"]), iso(cell["Start date"]))
        rows.append(
            row(
                cell["Task Name"],
                ref=cell["Task ID"],
                sec=cell["Bucket Name"],
                do=[c for c in cell["Checklist Items"].split(";") if c],
                by=cell["Assigned To"].replace(";", " | "),
                due=when,
                st=STATE[cell["Progress"]],
                st_text=cell["Progress"],
                pg=[cell["Description"]] if cell["Description"] else [],
                other={"created": cell["Created By"], "completed": cell["Completed Date"]},
                un=["ref", "section", "priority", "due_text"]
                + (["recurrence"] if r[0] in ("d77R", "b5Tc") else []),
            )
        )
    path.write_text("\ufeff" + held.getvalue(), encoding="utf-8", newline="")
    return [plan("Vale Youth Trust safeguarding board", rows)]


DOCUMENT = ("vale-task-board-export.csv", "export of a task board with four lines above", build)
