"""A report to a regulator: a form of questions for each regulation that was not met."""

from pathlib import Path
from typing import Any

from blind3_parts.files import save, word, write
from blind3_parts.labels import due, plan, row

FORMS: list[tuple[Any, ...]] = [
    (
        "Regulation 13: Safeguarding service users from abuse",
        "Staff did not report three falls with injury as concerns.",
        "Retrain all staff on reporting\nDaily check of the falls log by the nurse in charge",
        "Registered Manager",
        "Monthly audit to the provider's board",
        "31 August 2023",
        "2023-08-31",
    ),
    (
        "Regulation 18: Staffing",
        "Night shifts fell below the number planned on eleven dates.",
        "Recruit four night carers\nAgree a bank with the sister home",
        "Operations Director and Registered Manager",
        "Rota seen each week by the director",
        "By the end of October 2023",
        "2023-10-31",
    ),
]


def build(path: Path) -> list[dict[str, Any]]:
    """Write it and return its truth."""
    doc = word()
    title = "Report on actions we plan to take"
    doc.add_heading(title, 1)
    doc.add_paragraph("Larchmere House, inspection of 6 June 2023")
    rows = []
    for regulation, why, what, who, check, when, day in FORMS:
        table = doc.add_table(rows=0, cols=2)
        table.style = "Table Grid"
        for label, value in (
            ("Regulation", regulation),
            ("How the regulation was not being met", why),
            ("What action are you going to take?", what),
            ("Who is responsible for the action?", who),
            ("How will you make sure that the improvement lasts?", check),
            ("Date by which you will be compliant", when),
        ):
            cells = table.add_row().cells
            write(cells[0], label, bold=True)
            write(cells[1], value)
        doc.add_paragraph("")
        rows.append(
            row(
                regulation,
                do=what.split("\n"),
                by=who.replace(" and ", " | "),
                due=due(when, day),
                un=["title", "ref", "review", "progress_text", "progress_items", "source_ref"],
                other={"why": why, "check": check},
            )
        )
    save(doc, path)
    return [plan(title, rows)]


DOCUMENT = ("larchmere-regulator-form.docx", "a form of questions for each regulation", build)
