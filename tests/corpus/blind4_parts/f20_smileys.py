"""A school plan: a column for each term, faces with a key, ditto, and links between rows."""

from pathlib import Path
from typing import Any

from blind3_parts.files import grid, save, word
from blind3_parts.labels import due, plan, row

GLAD, FLAT, SAD = "\U0001f60a", "\U0001f610", "\u2639"
ROWS: list[tuple[Any, ...]] = [
    ("1. Culture",),
    (
        "1.1",
        "Pupils can name three adults they trust",
        "Mr Tay, DSL",
        "Assemblies in week 3",
        "Pupil survey",
        "Second survey",
        "Summer term 2018",
        GLAD,
        ["Mr Tay, DSL"],
    ),
    (
        "1.2",
        "Low-level concerns are written down",
        "Mrs Oduya (Head)",
        "Form agreed",
        "All staff trained",
        "",
        "By February half term",
        FLAT,
        ["Mrs Oduya (Head)"],
    ),
    (
        "1.3",
        "Governors visit each term to look at records",
        "Safeguarding Governor",
        "Visit",
        "Visit",
        "Visit",
        "Termly",
        GLAD,
        ["Safeguarding Governor"],
    ),
    ("2. Curriculum",),
    (
        "2.1",
        "Relationships lessons reviewed with parents",
        "Miss Finch / Mr Tay",
        "",
        "Evening for parents",
        "New scheme",
        "1 September 2018",
        SAD,
        ["Miss Finch", "Mr Tay"],
    ),
    (
        "2.2",
        "On-line safety in every year",
        "Ditto",
        "Audit",
        "Lessons; links with 1.1",
        "Review",
        "July 2018",
        FLAT,
        ["Miss Finch", "Mr Tay"],
    ),
    (
        "2.3",
        "Visitors who speak to pupils are checked first",
        "Office",
        "List of speakers",
        "",
        "",
        "Ongoing",
        GLAD,
        ["Office"],
    ),
]
STATE = {GLAD: "complete", FLAT: "in_progress", SAD: "not_started"}


def build(path: Path) -> list[dict[str, Any]]:
    """Write it and return its truth."""
    doc = word(landscape=True)
    title = "St Wilfrith's Primary School: Safeguarding Action Plan 2017-18"
    doc.add_heading(title, 1)
    heads = [
        "",
        "Target",
        "Lead person",
        "Autumn",
        "Spring",
        "Summer",
        "Deadline",
        "How are we doing?",
    ]
    body = [[r[0]] if len(r) == 1 else list(r[:8]) for r in ROWS]
    grid(doc, [heads, *body])
    doc.add_paragraph(
        f"{GLAD} we have done it    {FLAT} we are doing it    {SAD} we have not begun"
    )
    doc.add_paragraph("Agreed by the governing body on 4 October 2017")
    save(doc, path)
    rows, section = [], ""
    days = {"2.1": "2018-09-01", "2.2": "2018-07"}
    every = {"1.3": "termly", "2.3": "ongoing"}
    for r in ROWS:
        if len(r) == 1:
            section = r[0]
            continue
        rows.append(
            row(
                r[1],
                ref=r[0],
                sec=section,
                by=" | ".join(r[8]),
                due=due(r[6], days.get(r[0]), None, every.get(r[0])),
                st=STATE[r[7]],
                see=["1.1"] if r[0] == "2.2" else [],
                other={"autumn": r[3], "spring": r[4], "summer": r[5]},
                un=["see", "actions", "progress_text", "progress_items"],
            )
        )
    return [plan(title, rows)]


DOCUMENT = ("wilfrith-school-faces.docx", "a column a term, faces with a key, ditto", build)
