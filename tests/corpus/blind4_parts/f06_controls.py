"""A safeguarding plan of a trust: content controls and check boxes in the cells of a table."""

from pathlib import Path
from typing import Any

from blind3_parts.files import grid, save, word
from blind3_parts.labels import due, plan, row
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

ROWS = [
    (
        "SG1",
        "Every ward has a safeguarding champion",
        "Matron, Medicine",
        "2023-04-28",
        "Achieved",
        True,
        "All 22 wards",
        "complete",
    ),
    (
        "SG2",
        "Supervision for named midwives every quarter",
        "Head of Midwifery",
        "2023-06-30",
        "On track",
        False,
        "Two sessions held",
        "in_progress",
    ),
    (
        "SG3",
        "Chaperone policy rewritten",
        "Associate Director of Nursing",
        "2023-05-12",
        "Overdue",
        False,
        "Waiting for the policy group",
        "overdue",
    ),
    (
        "SG4",
        "Bruising pathway in the emergency department",
        "Consultant Paediatrician / ED Matron",
        "2023-09-29",
        "Not started",
        False,
        "",
        "not_started",
    ),
    (
        "SG5",
        "Flag children with a plan on the patient system",
        "Chief Information Officer",
        "2023-12-15",
        "On track",
        False,
        "Supplier has sent a test version",
        "in_progress",
    ),
    (
        "SG6",
        "Learning disability passport at each admission",
        "Learning Disability Liaison Nurse",
        "2023-03-31",
        "Achieved",
        True,
        "Audit: 94% of admissions",
        "complete",
    ),
]


def control(cell: Any, text: str, kind: str) -> None:
    """Put the text of a cell inside a content control, as a form in Word does."""
    paragraph = cell.paragraphs[0]
    for run in list(paragraph.runs):
        paragraph._p.remove(run._r)
    held = parse_xml(
        f"<w:sdt {nsdecls('w')}><w:sdtPr><w:alias w:val='{kind}'/></w:sdtPr>"
        "<w:sdtContent></w:sdtContent></w:sdt>"
    )
    run = OxmlElement("w:r")
    inner = OxmlElement("w:t")
    inner.text = text
    run.append(inner)
    held.find(qn("w:sdtContent")).append(run)
    paragraph._p.append(held)


def shown(day: str) -> str:
    """28 April 2023 as 28/04/2023."""
    year, month, date = day.split("-")
    return f"{date}/{month}/{year}"


def build(path: Path) -> list[dict[str, Any]]:
    """Write it and return its truth."""
    doc = word(landscape=True)
    title = "Safeguarding work plan 2023"
    doc.add_paragraph("Elverstone University Hospitals NHS Trust")
    heads = [title, "<", "<", "<", "<", "<", "<"]
    names = ["ID", "Objective", "Responsible", "Deadline", "Status", "Closed", "Update"]
    body = [[r[0], r[1], r[2], "", "", "", r[6]] for r in ROWS]
    table = grid(doc, [heads, names, *body], heads=2)
    rows = []
    for n, r in enumerate(ROWS, 2):
        control(table.cell(n, 3), shown(r[3]), "Date")
        control(table.cell(n, 4), r[4], "Status")
        control(table.cell(n, 5), "\u2612" if r[5] else "\u2610", "Closed")
        rows.append(
            row(
                r[1],
                ref=r[0],
                by=r[2].replace(" / ", " | "),
                due=due(shown(r[3]), r[3]),
                st=r[7],
                st_text=r[4],
                pg=[r[6]] if r[6] else [],
            )
        )
    save(doc, path)
    return [plan(title, rows)]


DOCUMENT = ("elverstone-trust-controls.docx", "title in the table, content controls, boxes", build)
