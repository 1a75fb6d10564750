"""Matters arising of a board: meeting, minute, action, by, deadline, update or closed."""

from pathlib import Path
from typing import Any

from blind3_parts.files import grid, save, word
from blind3_parts.labels import due, plan, row

ROWS: list[tuple[Any, ...]] = [
    (
        "14.03.17",
        "7.2",
        "Write to the hospital about discharge summaries",
        "Chair",
        "April 2017",
        "2017-04",
        "CLOSED - reply received 2 May",
        "complete",
        "reply received 2 May",
    ),
    (
        "14.03.17",
        "9.1",
        "Bring the audit of thresholds to the next meeting",
        "QA Manager",
        "Next meeting",
        None,
        "CLOSED - on the agenda",
        "complete",
        "on the agenda",
    ),
    (
        "13.06.17",
        "4.3",
        "Ask each agency for its training figures",
        "Workforce Officer",
        "21.07.17",
        "2017-07-21",
        "OPEN - seven of eleven have replied",
        None,
        "seven of eleven have replied",
    ),
    (
        "13.06.17",
        "5.1",
        "Find a venue for the conference",
        "Business Manager / Admin",
        "End Sept",
        "2017-09-30",
        "",
        None,
        "",
    ),
    (
        "13.06.17",
        "6.4",
        "Circulate the briefing on county lines",
        "Insp. Marl",
        "30.06.17",
        "2017-06-30",
        "CLOSED",
        "complete",
        "",
    ),
]


def build(path: Path) -> list[dict[str, Any]]:
    """Write it and return its truth."""
    doc = word()
    title = "Matters arising and action tracker"
    doc.add_heading("Ravenglade Safeguarding Board", 1)
    doc.add_heading(title, 2)
    doc.add_paragraph("Updated for the meeting of 12 September 2017")
    heads = ["Meeting", "Minute", "Action", "By", "Deadline", "Update / closed"]
    grid(doc, [heads, *[[*r[:5], r[6]] for r in ROWS]])
    save(doc, path)
    rows = []
    for meeting, ref, what, who, when, day, _, state, news in ROWS:
        rows.append(
            row(
                what,
                ref=ref,
                by=who.replace(" / ", " | "),
                due=due(when, day),
                st=state,
                pg=[news] if news else [],
                other={"meeting": meeting},
                un=["source_ref"] + (["status"] if ref == "4.3" else []),
            )
        )
    return [plan(title, rows)]


DOCUMENT = (
    "ravenglade-matters-arising.docx",
    "meeting, minute, action, by, deadline, closed",
    build,
)
