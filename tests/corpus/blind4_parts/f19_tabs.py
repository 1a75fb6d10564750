"""Cells copied from a spreadsheet and pasted as text: tabs, and quotes round broken lines."""

from pathlib import Path
from typing import Any

from blind3_parts.labels import due, plan, row

LINES = [
    ["Pendlewick Local Authority - Multi-Agency Audit: Actions"],
    [],
    [
        "Audit",
        "Action no.",
        "Finding",
        "Action required",
        "Responsible agency",
        "Timescale",
        "Status (C/O/P)",
        "Comments",
    ],
    [
        "Neglect 2020",
        "A01",
        "Chronologies were missing in six of ten files",
        "Add a chronology to every open file",
        "Children's Social Care",
        "30/09/2020",
        "C",
        "Confirmed by a second audit",
    ],
    [
        "Neglect 2020",
        "A02",
        "Dentists were not invited to conferences",
        "Add the dental service to the list",
        "Child Protection Conference Service",
        "31/08/2020",
        "C",
        "",
    ],
    [
        "Neglect 2020",
        "A03",
        "Fathers were seldom seen",
        '"Write practice guidance\nHold three workshops\nRe-audit"',
        "Children's Social Care / Health Visiting",
        "Dec-20",
        "P",
        '"Guidance written\nOne workshop held, two moved on-line"',
    ],
    [
        "Self-harm 2020",
        "B01",
        "Schools did not know whom to ring",
        "Publish one number",
        "CAMHS",
        "Jan-21",
        "O",
        "",
    ],
    [
        "Self-harm 2020",
        "B02",
        "No plan for safety in four files",
        "See A01",
        "CAMHS; Hospital",
        "Q4 20/21",
        "O",
        "Hospital will use the same form",
    ],
    [
        "Self-harm 2020",
        "B03",
        "Records of harm differ between agencies",
        "Agree one set of words",
        "All agencies",
        "Apr 2021",
        "P",
        "",
    ],
    [],
    ["C = closed, O = open and not yet begun, P = part done"],
]


def build(path: Path) -> list[dict[str, Any]]:
    """Write it and return its truth."""
    text = "\n".join("\t".join(cells) for cells in LINES) + "\n"
    path.write_text(text, encoding="utf-8")
    days = {
        "A01": "2020-09-30",
        "A02": "2020-08-31",
        "A03": "2020-12",
        "B01": "2021-01",
        "B02": "2021-03-31",
        "B03": "2021-04",
    }
    state = {"C": "complete", "O": "not_started", "P": "partial"}
    rows = []
    for cells in LINES[3:9]:
        audit, ref, finding, todo, who, when, mark, news = (c.strip('"') for c in cells)
        rows.append(
            row(
                finding,
                ref=ref,
                do=todo.split("\n"),
                by=who.replace(" / ", " | ").replace("; ", " | "),
                due=due(when, days[ref]),
                st=state[mark],
                st_text=mark,
                pg=news.split("\n") if news else [],
                src=audit,
                see=["A01"] if ref == "B02" else [],
            )
        )
        rows[-1]["unscored"] = [*rows[-1].get("unscored", []), "source_ref"]
    return [plan("Pendlewick Local Authority - Multi-Agency Audit: Actions", rows)]


DOCUMENT = (
    "pendlewick-pasted-cells.txt",
    "cells pasted from a spreadsheet, tabs and quotes",
    build,
)
