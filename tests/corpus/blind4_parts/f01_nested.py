"""A serious case review: a portrait form for each recommendation, its actions in a nested table."""

from pathlib import Path
from typing import Any

from blind3_parts.files import save, shade, word, write
from blind3_parts.labels import due, plan, row

FORMS: list[dict[str, Any]] = [
    {
        "ref": "1",
        "title": "The Board should assure itself that every agency knows how to challenge a "
        "decision it disagrees with.",
        "why": "Section 6.12 of the report. Three professionals disagreed and none wrote it down.",
        "agency": "Safeguarding Children Board",
        "officer": "Board Business Manager",
        "date": "30 September 2014",
        "rag": "Amber",
        "st": "in_progress",
        "actions": [
            (
                "Rewrite the escalation protocol on two pages",
                "Board Business Manager",
                "May 2014",
                "Yes",
            ),
            (
                "Test knowledge of the protocol by survey",
                "Quality Assurance Officer",
                "September 2014",
                "No",
            ),
        ],
        "pg": [
            "Protocol agreed by the Executive on 20 May.",
            "Survey drafted; it opens after the summer holidays.",
        ],
    },
    {
        "ref": "2",
        "title": "Health visiting records must show who lives in the household at each contact.",
        "why": "Section 6.20 of the report.",
        "agency": "Marlpit Community Health Trust",
        "officer": "Head of Health Visiting",
        "date": "31 July 2014",
        "rag": "Green",
        "st": "complete",
        "actions": [
            (
                "Add a household page to the record",
                "Clinical Systems Lead",
                "30 June 2014",
                "Yes",
            ),
            ("Audit forty records", "Named Nurse", "31 July 2014", "Yes"),
        ],
        "pg": ["39 of 40 records met the standard."],
    },
    {
        "ref": "3",
        "title": "Adult mental health services should ask every new patient about children.",
        "why": "Section 7.3 of the report.",
        "agency": "Marlpit Mental Health Partnership",
        "officer": "Director of Nursing",
        "date": "28 February 2014",
        "rag": "Red",
        "st": "overdue",
        "actions": [
            ("Change the first assessment form", "Service Improvement Lead", "28/02/14", "No"),
        ],
        "pg": ["Supplier cannot change the form before October. Raised with the Chair."],
    },
]


def build(path: Path) -> list[dict[str, Any]]:
    """Write it and return its truth."""
    doc = word()
    doc.add_heading("Marlpit Safeguarding Children Board", 1)
    doc.add_paragraph("Serious Case Review - Child N: response to the overview report")
    doc.add_paragraph(
        "Key: Green - all actions complete. Amber - under way and on time. "
        "Red - the date has passed."
    )
    rows = []
    for form in FORMS:
        table = doc.add_table(rows=6, cols=4)
        table.style = "Table Grid"
        write(table.cell(0, 0), f"Recommendation {form['ref']}", bold=True)
        write(table.cell(0, 1), form["title"])
        table.cell(0, 1).merge(table.cell(0, 3))
        write(table.cell(1, 0), "Why this matters", bold=True)
        write(table.cell(1, 1), form["why"])
        table.cell(1, 1).merge(table.cell(1, 3))
        for at, (label, value) in enumerate(
            (("Lead agency", form["agency"]), ("Lead officer", form["officer"]))
        ):
            write(table.cell(2, 2 * at), label, bold=True)
            write(table.cell(2, 2 * at + 1), value)
        write(table.cell(3, 0), "Actions", bold=True)
        table.cell(3, 1).merge(table.cell(3, 3))
        inner = table.cell(3, 1).add_table(rows=1, cols=4)
        inner.style = "Table Grid"
        for at, label in enumerate(("Action", "Who", "By when", "Done?")):
            write(inner.cell(0, at), label, bold=True)
        for action in form["actions"]:
            cells = inner.add_row().cells
            for at, text in enumerate(action):
                write(cells[at], text)
        for at, (label, value) in enumerate(
            (("Date for completion", form["date"]), ("RAG", form["rag"]))
        ):
            write(table.cell(4, 2 * at), label, bold=True)
            write(table.cell(4, 2 * at + 1), value)
        colours = {"Green": "92D050", "Amber": "FFC000", "Red": "FF0000"}
        shade(table.cell(4, 3), colours[form["rag"]])
        write(table.cell(5, 0), "Progress", bold=True)
        write(table.cell(5, 1), "\n".join(form["pg"]))
        table.cell(5, 1).merge(table.cell(5, 3))
        doc.add_paragraph("")
        day = {"1": "2014-09-30", "2": "2014-07-31", "3": "2014-02-28"}[form["ref"]]
        rows.append(
            row(
                form["title"],
                ref=form["ref"],
                do=[a[0] for a in form["actions"]],
                due=due(form["date"], day),
                st=form["st"],
                st_text=form["rag"],
                pg=form["pg"],
                other={"why": form["why"]},
                un=["owners", "due_text", "source_ref"],
            )
        )
    save(doc, path)
    return [plan("Serious Case Review - Child N: response to the overview report", rows)]


DOCUMENT = ("marlpit-scr-child-n.docx", "form of label pairs with a nested action table", build)
