"""Fills with a key at the side, gaps between blocks, merged cells, counts at the foot."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from blind3_parts.files import book, fill, put, save
from blind3_parts.labels import due, plan, row


def colours(path: Path) -> list[dict[str, Any]]:
    """Fills with a key at the side, gaps between blocks, merged cells, counts at the foot."""
    made = book()
    s = made.create_sheet("Damp & mould")
    title = "Tatham Homes: children at risk from damp and mould. Action plan v7 (Feb 2026)"
    put(s, 1, [title], bold=True)
    key = [
        ("8064A2", "Closed by the panel", "complete"),
        ("92D050", "Working to date", "in_progress"),
        ("FFFF00", "Has slipped but work goes on", "in_progress"),
        ("FF6600", "Nothing done so far", "not_started"),
    ]
    s["J3"] = "Key"
    for n, (colour, text, _) in enumerate(key, 4):
        fill(s.cell(n, 10), colour)
        s.cell(n, 11, text)
    state = {c: v for c, _, v in key}
    put(
        s,
        3,
        ["#", "Issue raised", "Action", "Owner(s)", "Deadline", "Where are we now?", "Status"],
        bold=True,
    )
    purple, green, yellow, orange = (k[0] for k in key)
    blocks = [
        (
            "INSPECTING",
            [
                (
                    "1",
                    "Health visitors' letters about damp are not answered.",
                    "One mailbox, watched each day",
                    "Customer Hub Manager",
                    "30.11.25",
                    "Opened 24 November. 38 letters so far.",
                    purple,
                ),
                (
                    "2",
                    "Inspectors do not ask who lives in the home.",
                    "Add children, asthma and pregnancy to the form",
                    "Surveying Manager + Tenancy Lead",
                    "Mid January 2026",
                    "Form changed and the first six surveyors taught to use it.",
                    green,
                ),
                (
                    "3",
                    "Nobody has been taught to look for the cause.",
                    "Train 14 surveyors",
                    "Surveying Manager",
                    "27 Feb 2026",
                    "^",
                    green,
                ),
            ],
        ),
        (
            "PUTTING RIGHT",
            [
                (
                    "4",
                    "Mould is washed and comes back.",
                    "Survey of cause before any wash",
                    "Head of Repairs",
                    "31/03/26 (was 31/12/25)",
                    "Contractor short of two surveyors.",
                    yellow,
                ),
                (
                    "5",
                    "Families are not moved while work is done.",
                    "Ten decant homes",
                    "Lettings Manager",
                    "April 2026",
                    "See above",
                    yellow,
                ),
                ("6", "Compensation takes a year.", "", "", "", "", orange),
            ],
        ),
        (
            "LEARNING",
            [
                (
                    "7",
                    "The panel sees complaints only.",
                    "Add disrepair claims, health letters and school attendance to its papers",
                    "Complaints & Insight Lead",
                    "Every other month from March 2026",
                    "First paper is drafted.",
                    green,
                ),
                (
                    "8",
                    "Board members have not seen a home.",
                    "Two visits a year",
                    "Board Secretary",
                    "Twice yearly",
                    None,
                    orange,
                ),
            ],
        ),
    ]
    at = 5
    labels = {
        "1": dict(by="Customer Hub Manager", due=due("30.11.25", "2025-11-30")),
        "2": dict(by="Surveying Manager | Tenancy Lead", due=due("Mid January 2026", "2026-01")),
        "3": dict(by="Surveying Manager", due=due("27 Feb 2026", "2026-02-27")),
        "4": dict(by="Head of Repairs", due=due("31/03/26 (was 31/12/25)", "2026-03-31")),
        "5": dict(by="Lettings Manager", due=due("April 2026", "2026-04"), see=["4"]),
        "7": dict(
            by="Complaints & Insight Lead",
            due=due("Every other month from March 2026", start="2026-03", every="two_monthly"),
        ),
        "8": dict(by="Board Secretary", due=due("Twice yearly", every="six_monthly")),
    }
    truth = []
    for name, lines in blocks:
        put(s, at, [name], bold=True)
        at += 1
        now = ""
        for ref, said, do, who, when, pos, colour in lines:
            put(
                s,
                at,
                [
                    int(ref),
                    said,
                    do or None,
                    who or None,
                    when or None,
                    None if pos == "^" else pos,
                ],
            )
            if pos == "^":
                s.merge_cells(start_row=at - 1, start_column=6, end_row=at, end_column=6)
            else:
                now = pos or ""
            fill(s.cell(at, 7), colour)
            truth.append(
                row(
                    said,
                    ref=ref,
                    sec=name,
                    do=[do] if do else [],
                    pg=[now] if now else [],
                    st=state[colour],
                    **labels.get(ref, {}),
                )
            )
            at += 1
        at += 1
    put(s, at, [None, "Actions: 8", "Closed: 1", None, None, "Next panel: 24 March 2026"])
    save(made, path)
    return [plan(title, truth)]


DOCUMENT = (
    "tatham-damp-and-mould.xlsx",
    "Excel; fills with the key at the side; blocks with gaps; merged cells; See above; counts beneath",
    colours,
)
