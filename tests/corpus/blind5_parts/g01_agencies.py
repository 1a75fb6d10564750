"""A serious case review: ticks under the names of agencies say who is to act."""

from pathlib import Path
from typing import Any

from blind3_parts.files import grid, save, word
from blind3_parts.labels import due, plan, row

AGENCIES = ["Police", "Children's Social Care", "Health", "Schools", "Probation"]
TICK = "\u2713"
ROWS: list[tuple[Any, ...]] = [
    (
        "1",
        "Agencies should record who holds parental responsibility.",
        "Add the question to each referral form",
        "01011",
        "March 2013",
        "2013-03",
        "Forms changed",
        "Complete",
    ),
    (
        "",
        "",
        "Check twenty records in each agency",
        "11110",
        "September 2013",
        "2013-09",
        "Audit group has met twice",
        "In progress",
    ),
    (
        "2",
        "Staff should see where a baby sleeps.",
        "Guidance on safe sleep",
        "01100",
        "30 November 2012",
        "2012-11-30",
        "Guidance issued to 400 staff",
        "Complete",
    ),
    (
        "3",
        "Custody officers should ask who is at home with the children.",
        "Change the custody record",
        "10000",
        "TBC",
        None,
        "The software house has been asked",
        "Delayed",
    ),
    (
        "4",
        "The Board should hear from fathers.",
        "Survey; two focus groups",
        "01011",
        "by June 2013",
        "2013-06",
        "",
        "Not started",
    ),
]
STATE = {"Complete": "complete", "In progress": "in_progress", "Delayed": "in_progress"}
STATE["Not started"] = "not_started"


def build(path: Path) -> list[dict[str, Any]]:
    """Write it and return its truth."""
    doc = word(landscape=True)
    title = "Child K: action plan of the Board"
    doc.add_heading("Wexcombe Safeguarding Children Board", 1)
    doc.add_heading(title, 2)
    top = [
        "Rec",
        "Recommendation",
        "Action",
        "Agencies to act",
        "<",
        "<",
        "<",
        "<",
        "Timescale",
        "Progress",
        "Status",
    ]
    under = ["^", "^", "^", *AGENCIES, "^", "^", "^"]
    body = []
    for r in ROWS:
        ticks = [TICK if mark == "1" else "" for mark in r[3]]
        first = [r[0], r[1]] if r[0] else ["^", "^"]
        body.append([*first, r[2], *ticks, r[4], r[6], r[7]])
    grid(doc, [top, under, *body], heads=2)
    save(doc, path)
    rows: list[dict[str, Any]] = []
    for ref, what, todo, marks, when, day, news, state in ROWS:
        named = [a for a, mark in zip(AGENCIES, marks, strict=True) if mark == "1"]
        if not ref:
            rows[-1]["actions"] += [todo]
            rows[-1]["progress"] += [news]
            rows[-1]["due"] = due("March 2013 September 2013", day)
            rows[-1]["status"] = {"text": None, "value": "partial"}
            rows[-1]["owners"] += [n for n in named if n not in rows[-1]["owners"]]
            continue
        rows.append(
            row(
                what,
                ref=ref,
                do=todo.split("; "),
                by=" | ".join(named),
                due=due(when, day),
                st=STATE[state],
                pg=[news] if news else [],
            )
        )
    return [plan(title, rows)]


DOCUMENT = ("wexcombe-agency-ticks.docx", "ticks under agencies as owners", build)
