"""A nursery: completed with date and initials in one column, dates as people write them."""

from pathlib import Path
from typing import Any

from blind3_parts.files import grid, save, word
from blind3_parts.labels import due, plan, row

ROWS: list[tuple[Any, ...]] = [
    (
        "Staff files",
        "Check every DBS date\nAsk agency for letters of assurance",
        "Manager (RJ)",
        "9th Feb",
        "2018-02-09",
        "12.2.18 RJ",
        "complete",
    ),
    ("Mobile phones", "Buy a locker for visitors' phones", "Deputy", "half term", None, "", None),
    (
        "Intimate care",
        "Rewrite policy and ask parents to sign it",
        "RJ / room leaders",
        "end of March 2018",
        "2018-03-31",
        "28.3.18 RJ",
        "complete",
    ),
    (
        "Collection of children",
        "Password for each family",
        "All room leaders",
        "1/3/18",
        "2018-03-01",
        "partly - babies room to do",
        "partial",
    ),
    ("Online safety", "Filter on the new tablets", "Deputy with IT firm", "ASAP", None, "", None),
]


def build(path: Path) -> list[dict[str, Any]]:
    """Write it and return its truth."""
    doc = word()
    title = "Tiny Acorns Nursery - safeguarding audit action plan"
    doc.add_paragraph(title)
    doc.add_paragraph("Audit carried out on 22 January 2018 by R Jessop")
    heads = ["Area", "Actions required", "By whom", "By when", "Completed (date and initials)"]
    grid(doc, [heads, *[[r[0], r[1], r[2], r[3], r[5]] for r in ROWS]])
    save(doc, path)
    rows = []
    for area, what, who, when, day, _, state in ROWS:
        rows.append(
            row(
                what.replace("\n", " "),
                sec=area,
                due=due(when, day),
                st=state,
                by=who.replace(" / ", " | "),
                un=["actions", "progress_text", "progress_items"]
                + (["owners"] if who not in ("Deputy", "Manager (RJ)") else [])
                + (["status"] if state == "partial" else []),
            )
        )
    return [plan(title, rows)]


DOCUMENT = ("tiny-acorns-nursery.docx", "completed with date and initials in one cell", build)
