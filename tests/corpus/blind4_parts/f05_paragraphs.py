"""A police response to an inspection: numbered paragraphs with lead and timescale inside."""

from pathlib import Path
from typing import Any

from blind3_parts.files import save, word
from blind3_parts.labels import due, plan, row

TEXT: list[tuple[str, ...]] = [
    ("h", "Leadership and oversight"),
    (
        "1.1",
        "The force should make sure that officers record the voice of the child at every "
        "domestic abuse incident.",
        "Superintendent Amara Whitlock",
        "31 October 2022",
        "A prompt was added to the mobile application in July.",
    ),
    (
        "1.2",
        "The force should reduce the time that children wait in custody for a bed.",
        "Chief Inspector, Custody; Head of Children's Services (Denholt Council)",
        "by end Q3 2022/23",
        "",
    ),
    ("h", "Investigation"),
    (
        "2.1",
        "The force should clear the backlog of downloads from telephones.",
        "Head of Digital Forensics",
        "Within six months of the new contract",
        "Contract out to tender.",
    ),
    (
        "2.2",
        "The force should hold a strategy discussion before a joint visit.",
        "Detective Superintendent, Public Protection",
        "Immediate",
        "Complete. A dip sample of fifty cases found a discussion in forty-eight.",
    ),
    ("h", "Managing those who pose a risk"),
    (
        "3.1",
        "Visits to registered offenders should be unannounced.",
        "Detective Inspector, Offender Management",
        "January 2023",
        "On hold until three vacancies are filled. See 3.2.",
    ),
    (
        "3.2",
        "The force should fill the vacancies in offender management.",
        "HR Business Partner",
        "December 2022",
        "Two of three posts filled.",
    ),
]


def build(path: Path) -> list[dict[str, Any]]:
    """Write it and return its truth."""
    doc = word()
    title = "Child protection inspection: our response and action plan"
    doc.add_heading(title, 0)
    doc.add_paragraph("Denholt Police, September 2022")
    doc.add_paragraph(
        "The inspectorate visited us in May 2022. We accept all that it found. This paper says "
        "what we will do, who leads the work and when it will be finished."
    )
    dates = {"1.1": "2022-10-31", "1.2": "2022-12-31", "3.1": "2023-01", "3.2": "2022-12"}
    status = {"2.2": "complete", "3.1": "on_hold"}
    rows, section = [], ""
    for item in TEXT:
        if item[0] == "h":
            section = item[1]
            doc.add_heading(section, 2)
            continue
        ref, what, lead, when, news = item
        paragraph = doc.add_paragraph(f"{ref} {what} ")
        paragraph.add_run("Lead: ").bold = True
        paragraph.add_run(f"{lead}. ")
        paragraph.add_run("Timescale: ").bold = True
        paragraph.add_run(f"{when}.")
        if news:
            paragraph.add_run(" ")
            paragraph.add_run("Progress: ").bold = True
            paragraph.add_run(news)
        bare = news.removeprefix("Complete. ")
        rows.append(
            row(
                what,
                ref=ref,
                sec=section,
                by=lead.replace("; ", " | "),
                due=due(when, dates.get(ref)),
                st=status.get(ref),
                pg=[bare] if bare else [],
                see=["3.2"] if ref == "3.1" else [],
                un=["status"] if ref == "3.1" else [],
            )
        )
    doc.add_paragraph("We will publish progress on our web site twice a year.")
    save(doc, path)
    return [plan(title, rows)]


DOCUMENT = (
    "denholt-police-paragraphs.docx",
    "numbered paragraphs, lead and timescale inside",
    build,
)
