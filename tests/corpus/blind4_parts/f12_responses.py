"""A response to an ombudsman and a coroner: labelled blocks down a page, in PDF."""

import json
from pathlib import Path
from typing import Any

from blind3_parts.files import line, pdf
from blind3_parts.labels import due, plan, row

BLOCKS: list[dict[str, Any]] = [
    {
        "ref": "1",
        "title": "The Council should apologise in writing to Mrs K and her daughter.",
        "answer": "Accepted.",
        "do": ["Letter from the Chief Executive"],
        "who": "Complaints Manager",
        "when": "Within four weeks",
        "day": None,
        "now": "Completed - letter sent on 9 May 2025.",
        "st": "complete",
        "pg": ["letter sent on 9 May 2025."],
    },
    {
        "ref": "2",
        "title": "The Council should review how it decides on support for kinship carers.",
        "answer": "Accepted.",
        "do": [
            "Rewrite the procedure",
            "Train all family and friends workers",
            "Check thirty past decisions",
        ],
        "who": "Service Manager, Kinship Care",
        "when": "31 August 2025",
        "day": "2025-08-31",
        "now": "In progress - procedure with legal services.",
        "st": "in_progress",
        "pg": ["procedure with legal services."],
    },
    {
        "ref": "3",
        "title": "The Council should pay back what Mrs K should have had from the start.",
        "answer": "Accepted in part.",
        "do": ["Work out the sum from June 2022"],
        "who": "Finance Business Partner; Service Manager, Kinship Care",
        "when": "w/c 2 June 2025",
        "day": "2025-06-02",
        "now": "Not started.",
        "st": "not_started",
        "pg": [],
    },
    {
        "ref": "4",
        "title": "The Council should report to its scrutiny committee on what it learnt.",
        "answer": "Accepted.",
        "do": ["Report to committee"],
        "who": "Director of Children's Services",
        "when": "Next meeting of the committee",
        "day": None,
        "now": "Not started. Links with 2.",
        "st": "not_started",
        "pg": ["Links with 2."],
    },
]


def part(label: str, text: str) -> str:
    """A label in bold over or before its text."""
    return f"*{label}:* #{json.dumps(text, ensure_ascii=False)} #parbreak()"


def build(path: Path) -> list[dict[str, Any]]:
    """Write it and return its truth."""
    title = "Our response to the Ombudsman's findings"
    out = [
        line("Kelderby Metropolitan Borough Council", 10),
        line(title, 18, bold=True),
        "The Ombudsman found fault causing injustice. We accept the findings and will do what "
        "is set out below. #parbreak()",
    ]
    rows = []
    for b in BLOCKS:
        out += [
            f'#block(above: 1.4em)[#text(size: 12pt, weight: "bold")[Recommendation {b["ref"]}]]',
            f"#{json.dumps(b['title'], ensure_ascii=False)} #parbreak()",
            part("Our response", b["answer"]),
            "*What we will do:*",
            *[f"- #{json.dumps(a)}" for a in b["do"]],
            "#parbreak()",
            part("Responsible officer", b["who"]),
            part("Timescale", b["when"]),
            part("Position at July 2025", b["now"]),
        ]
        rows.append(
            row(
                b["title"],
                ref=b["ref"],
                do=b["do"],
                by=b["who"].replace("; ", " | "),
                due=due(b["when"], b["day"]),
                st=b["st"],
                pg=b["pg"],
                see=["2"] if b["ref"] == "4" else [],
                other={"answer": b["answer"]},
            )
        )
    out.append("For more about this paper write to complaints at the Civic Centre. #parbreak()")
    pdf("\n\n".join(out), path, size=11)
    return [plan(title, rows)]


DOCUMENT = ("kelderby-ombudsman-blocks.pdf", "labelled blocks with a list of actions", build)
