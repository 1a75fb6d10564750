"""An internal audit report: a box for each finding, officer and date in the management response."""

from pathlib import Path
from typing import Any

from blind3_parts.files import save, shade, word, write
from blind3_parts.labels import due, plan, row

FINDINGS: list[tuple[Any, ...]] = [
    (
        "1",
        "Supervision is not always recorded",
        "High",
        "Nine of twenty files held no record of supervision in the last three months.",
        "Team managers should record each supervision within five days.",
        "Agreed. A template is in use from May.",
        "Service Manager, Safeguarding",
        "30 June 2019",
        "2019-06-30",
    ),
    (
        "2",
        "References taken up late",
        "Medium",
        "Two of ten new workers began before their second reference came.",
        "HR should not issue a start date before both references are held.",
        "Agreed.",
        "HR Operations Manager",
        "Immediate",
        None,
    ),
    (
        "3",
        "Register of interests out of date",
        "Low",
        "Four panel members have not renewed their entry since 2017.",
        "The panel administrator should ask for entries each April.",
        "Agreed. Added to the panel calendar.",
        "Panel Administrator & Legal Adviser",
        "April 2020",
        "2020-04",
    ),
]


def build(path: Path) -> list[dict[str, Any]]:
    """Write it and return its truth."""
    doc = word()
    title = "Internal audit: Safeguarding in fostering"
    doc.add_heading(title, 1)
    doc.add_paragraph("Final report, April 2019. Oxbarrow Audit Partnership")
    rows = []
    for ref, name, rank, finding, advice, answer, who, when, day in FINDINGS:
        table = doc.add_table(rows=4, cols=2)
        table.style = "Table Grid"
        write(table.cell(0, 0), f"Finding {ref}: {name}", bold=True)
        write(table.cell(0, 1), f"Priority: {rank}", bold=True)
        shade(table.cell(0, 0), "D9D9D9")
        write(table.cell(1, 0), finding)
        table.cell(1, 0).merge(table.cell(1, 1))
        write(table.cell(2, 0), f"Recommendation: {advice}")
        table.cell(2, 0).merge(table.cell(2, 1))
        write(table.cell(3, 0), f"Management response: {answer}")
        write(table.cell(3, 1), f"Responsible officer: {who}\nTarget date: {when}")
        doc.add_paragraph("")
        rows.append(
            row(
                name,
                ref=ref,
                by=who.replace(" & ", " | "),
                due=due(when, day),
                pr=rank,
                un=["title", "actions", "progress_text", "progress_items", "section"],
                other={"finding": finding, "advice": advice, "answer": answer},
            )
        )
    save(doc, path)
    return [plan(title, rows)]


DOCUMENT = ("oxbarrow-audit-findings.docx", "a box for each finding, labels inside", build)
