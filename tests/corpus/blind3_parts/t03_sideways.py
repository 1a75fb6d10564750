"""Tables lying on their side: labels down the left, an action in each column."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from blind3_parts.files import grid, save, word
from blind3_parts.labels import due, plan, row


def cards(path: Path) -> list[dict[str, Any]]:
    """Tables lying on their side: labels down the left, an action in each column."""
    doc = word()
    title = "Fernhurst Primary Academy: actions from the safeguarding review, spring 2026"
    doc.add_heading(title, 1)
    doc.add_paragraph("For the governors' meeting on 26 March 2026.")
    sides = [
        [
            ["Action", "1", "2", "3"],
            [
                "What",
                "Visitors sign in at one door only",
                "Every concern is logged the same day on the new system",
                "Lockdown practice with all classes",
            ],
            ["Who", "Site Manager", "All staff; DSL to check weekly", "Headteacher & Site Manager"],
            ["By when", "13 February 2026", "From 23 Feb 2026", "Termly, next 20 April 2026"],
            ["RAG", "Completed", "In progress", "Not started"],
            ["Notes", "Side gate has a new lock.", "Two of nine classes still on paper.", ""],
        ],
        [
            ["Action", "4", "5", "6"],
            [
                "What",
                "Check the single central record against payroll",
                "Governor visit to look at online safety lessons",
                "New poster of the safeguarding team in each room",
            ],
            ["Who", "School Business Manager", "Mrs D Okoro (link governor)", ""],
            ["By when", "31/3/26", "Summer term", "Friday 6th March"],
            ["RAG", "In progress", "Not started", "Completed"],
            [
                "Notes",
                "Three gaps found, two put right.",
                "As for 2, she will look at the new system too.",
                "Photo of Ms Lind to be added in May.",
            ],
        ],
    ]
    for side in sides:
        grid(doc, side)
        doc.add_paragraph("")
    save(doc, path)
    given = [
        dict(by="Site Manager", due=due("13 February 2026", "2026-02-13"), st="complete"),
        dict(
            by="All staff | DSL",
            due=due("From 23 Feb 2026", start="2026-02-23"),
            st="in_progress",
            un=["owners"],
        ),
        dict(
            by="Headteacher | Site Manager",
            due=due("Termly, next 20 April 2026", start="2026-04-20", every="termly"),
            st="not_started",
        ),
        dict(by="School Business Manager", due=due("31/3/26", "2026-03-31"), st="in_progress"),
        dict(by="Mrs D Okoro (link governor)", due=due("Summer term"), st="not_started", see=["2"]),
        dict(by="", due=due("Friday 6th March", "2026-03-06"), st="complete"),
    ]
    rows = []
    for s, side in enumerate(sides):
        for c in (1, 2, 3):
            more = given[s * 3 + c - 1]
            rows.append(
                row(
                    side[1][c],
                    ref=side[0][c],
                    st_text=side[4][c],
                    pg=[side[5][c]] if side[5][c] else [],
                    **more,
                )
            )
    return [plan(title, rows)]


DOCUMENT = (
    "fernhurst-sideways-cards.docx",
    "Word; tables on their side, an action in each column",
    cards,
)
