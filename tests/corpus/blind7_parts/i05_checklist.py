"""A checklist without headings: box, what, who, when."""

from pathlib import Path
from typing import Any

from blind3_parts.files import grid, save, word
from blind3_parts.labels import due, plan, row

YES, NO = "\u2612", "\u2610"
ROWS: list[tuple[Any, ...]] = [
    (
        YES,
        "Single central record checked against payroll",
        "Business Manager",
        "12 May 2021",
        "2021-05-12",
    ),
    (
        YES,
        "Site walk with the police school officer",
        "Premises Manager",
        "20 May 2021",
        "2021-05-20",
    ),
    (NO, "New signs at both gates", "Premises Manager", "by half term", None),
    (NO, "Staff quiz on part one of the guidance", "Deputy DSL", "30 June 2021", "2021-06-30"),
    (NO, "Governor with the lead role visits", "Chair of Governors", "July 2021", "2021-07"),
]


def build(path: Path) -> list[dict[str, Any]]:
    """Write it and return its truth."""
    doc = word()
    title = "Safeguarding review: checklist of actions"
    doc.add_heading(title, 1)
    doc.add_paragraph("Underbank High School, May 2021. A cross in the box means done.")
    grid(doc, [list(r[:4]) for r in ROWS], heads=0)
    save(doc, path)
    rows = [
        row(
            what,
            by=who,
            due=due(when, day),
            st="complete" if box == YES else None,
            un=[] if box == YES else ["status"],
        )
        for box, what, who, when, day in ROWS
    ]
    return [plan(title, rows)]


DOCUMENT = ("underbank-checklist.docx", "boxes without headings", build)
