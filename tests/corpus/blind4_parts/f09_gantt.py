"""A project plan in Excel: start, finish and per cent beside painted months."""

from pathlib import Path
from typing import Any

from blind3_parts.files import book, day, fill, put, save
from blind3_parts.labels import due, plan, row

MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
ROWS: list[tuple[Any, ...]] = [
    ("1", "Set up", None, None, None, None),
    ("1.1", "Agree terms of reference", "Dele Amos", "2024-01-15", "2024-02-09", 1.0),
    ("1.2", "Appoint two family workers", "Priya Holt", "2024-02-01", "2024-05-31", 1.0),
    ("2", "Deliver", None, None, None, None),
    (
        "2.1",
        "Train school staff to spot hidden harm",
        "Dele Amos, Priya Holt",
        "2024-04-08",
        "2024-07-19",
        0.6,
    ),
    ("2.2", "Open drop-in at the family hub", "Carys Quill", "2024-06-03", "2024-09-30", 0.25),
    ("2.3", "Peer mentors for parents", "Carys Quill", "2024-10-01", "2024-12-20", 0.0),
    ("3", "Learn", None, None, None, None),
    ("3.1", "Independent evaluation", "University partner", "2024-09-02", "2024-12-31", 0.0),
]


def build(path: Path) -> list[dict[str, Any]]:
    """Write it and return its truth."""
    made = book()
    sheet = made.create_sheet("Gantt")
    title = "Hidden Harm project plan"
    put(sheet, 1, [title, None, None, "Project lead:", "Carys Quill"], bold=True)
    put(sheet, 2, [None] * 6 + ["2024"], bold=True)
    sheet.merge_cells("G2:R2")
    put(sheet, 3, ["WBS", "Task", "Assigned to", "Start", "Finish", "% done", *MONTHS], bold=True)
    rows, section = [], ""
    for n, (ref, what, who, start, end, done) in enumerate(ROWS, 4):
        put(
            sheet,
            n,
            [ref, what, who, day(start) if start else None, day(end) if end else None, done],
            bold=who is None,
        )
        if who is None:
            section = what
            continue
        sheet.cell(n, 6).number_format = "0%"
        for month in range(int(start[5:7]), int(end[5:7]) + 1):
            fill(sheet.cell(n, 6 + month), "4472C4")
        state = {1.0: "complete", 0.0: "not_started"}.get(done, "in_progress")
        rows.append(
            row(
                what,
                ref=ref,
                sec=section,
                by=who.replace(", ", " | "),
                due=due(None, end, start),
                st=state,
                un=["due_text", "section"],
            )
        )
    save(made, path)
    return [plan(title, rows)]


DOCUMENT = ("hollowby-gantt.xlsx", "project plan with painted months and summary tasks", build)
