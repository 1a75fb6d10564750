"""A domestic homicide review plan with tracked changes, struck text and footnotes."""

from pathlib import Path
from typing import Any

from blind3_parts.files import grid, save, word
from blind3_parts.labels import due, plan, row
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

HEADS = [
    "No.",
    "Recommendation",
    "Scope",
    "Action to take",
    "Lead Agency / Officer",
    "Key milestones achieved",
    "Target date",
    "Completion date and outcome",
]


def changed(paragraph: Any, kind: str, text: str) -> None:
    """Add a tracked insertion ("ins") or deletion ("del")."""
    mark = OxmlElement(f"w:{kind}")
    mark.set(qn("w:id"), "7")
    mark.set(qn("w:author"), "Reviewer")
    mark.set(qn("w:date"), "2021-02-03T10:00:00Z")
    run = OxmlElement("w:r")
    inner = OxmlElement("w:t" if kind == "ins" else "w:delText")
    inner.set(qn("xml:space"), "preserve")
    inner.text = text
    run.append(inner)
    mark.append(run)
    paragraph._p.append(mark)


def build(path: Path) -> list[dict[str, Any]]:
    """Write it and return its truth."""
    doc = word(landscape=True)
    doc.add_heading("Brackenfold Community Safety Partnership", 1)
    doc.add_paragraph("Domestic Homicide Review into the death of Alma - action plan, version 4")
    body = [
        [
            "1",
            "Routine enquiry about abuse in all GP practices",
            "Local",
            "Commission training for practice staff",
            "Clinical Commissioning Group, Named GP",
            "* 31 of 36 practices trained\n* Poster in every waiting room",
            "",
            "December 2020",
        ],
        [
            "2",
            "Record the discussion when a person withdraws a statement",
            "Local",
            "Issue a force instruction; dip sample each quarter",
            "Brackenshire Police, DCI Odell",
            "Instruction issued August 2020.",
            "31/9/20",
            "",
        ],
        [
            "3",
            "Housing staff recognise coercive control*",
            "Regional",
            "Training for all officers who meet tenants",
            "Housing Options Manager",
            "",
            "Mar 2021",
            "",
        ],
        [
            "4",
            "Employers have a policy on abuse",
            "National",
            "",
            "Public Health Consultant",
            "Model policy sent to 200 employers",
            "ongoing - review 6 monthly",
            "",
        ],
        [
            "5",
            "Share learning from this review",
            "Local",
            "Seven minute briefing",
            "Community Safety Manager",
            "",
            "",
            "",
        ],
    ]
    table = grid(doc, [HEADS, *body])
    cell = table.cell(1, 6).paragraphs[0]
    cell.add_run("30 June 2020").font.strike = True
    cell.add_run(" 31 December 2020")
    cell = table.cell(5, 6).paragraphs[0]
    changed(cell, "del", "January 2021")
    changed(cell, "ins", "April 2021")
    cell = table.cell(5, 5).paragraphs[0]
    cell.add_run("Briefing drafted by the ")
    changed(cell, "del", "panel")
    changed(cell, "ins", "review author")
    cell.add_run(" and tested with staff.")
    cell = table.cell(5, 1).paragraphs[0]
    changed(cell, "ins", " with front-line staff")
    doc.add_paragraph("* As defined in section 76 of the Serious Crime Act 2015.")
    save(doc, path)
    rows = [
        row(
            body[0][1],
            ref="1",
            do=[body[0][3]],
            by="Clinical Commissioning Group, Named GP",
            due=due("30 June 2020 31 December 2020", "2020-12-31"),
            st="complete",
            other={
                "milestones": "31 of 36 practices trained Poster in every waiting room",
                "scope": "Local",
                "completed": "December 2020",
            },
            un=["owners"],
        ),
        row(
            body[1][1],
            ref="2",
            do=["Issue a force instruction", "dip sample each quarter"],
            by="Brackenshire Police, DCI Odell",
            due=due("31/9/20"),
            other={"milestones": "Instruction issued August 2020.", "scope": "Local"},
        ),
        row(
            body[2][1],
            ref="3",
            do=[body[2][3]],
            by="Housing Options Manager",
            due=due("Mar 2021", "2021-03"),
            other={"scope": "Regional"},
        ),
        row(
            body[3][1],
            ref="4",
            by="Public Health Consultant",
            due=due(body[3][6], None, None, "six_monthly"),
            other={"milestones": "Model policy sent to 200 employers", "scope": "National"},
            un=["recurrence"],
        ),
        row(
            "Share learning from this review with front-line staff",
            ref="5",
            do=["Seven minute briefing"],
            by="Community Safety Manager",
            due=due("April 2021", "2021-04"),
            un=["due_text"],
            other={
                "milestones": "Briefing drafted by the review author and tested with staff.",
                "scope": "Local",
            },
        ),
    ]
    return [plan("Domestic Homicide Review into the death of Alma", rows)]


DOCUMENT = ("brackenfold-dhr-tracked.docx", "tracked changes, struck dates, eight columns", build)
