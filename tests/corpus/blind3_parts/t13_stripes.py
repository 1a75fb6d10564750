"""No lines, every other row grey; headings between the rows; dates of several kinds."""

# ruff: noqa: E501
from __future__ import annotations

from pathlib import Path
from typing import Any

from blind3_parts.files import line, pdf, said
from blind3_parts.labels import due, plan, row


def stripes(path: Path) -> list[dict[str, Any]]:
    """No lines, every other row grey; headings between the rows; dates of several kinds."""
    title = "Oldcastle Safeguarding Adults Board: strategic plan 2026–2029, year one actions"
    one, two = "Prevention", "Making safeguarding personal"
    items = [
        (
            one,
            "1.1",
            "Scams: bank branches and post offices know how to refer",
            "Trading Standards Manager",
            "30 June 2026",
            "Not started",
            "",
        ),
        (
            one,
            "1.2",
            "Fire service and Board share a list of homes where oxygen is used",
            "Group Manager Prevention (Fire), Home Oxygen Lead (ICB)",
            "From May 2026, every quarter",
            "In progress",
            "Sharing agreement signed on 2 April.",
        ),
        (
            one,
            "1.3",
            "Befriending offer for people who have left hospital after a safeguarding enquiry",
            "Oldcastle Age Partnership",
            "September 2026",
            "On hold",
            "Grant is to be confirmed.",
        ),
        (
            two,
            "2.1",
            "Advocates are offered at the first conversation",
            "Head of Adult Safeguarding",
            "31.7.26",
            "In progress",
            "Reminder in the system since 9 March. Offers have gone from 44 in each hundred to 61 in each hundred.",
        ),
        (
            two,
            "2.2",
            "Feedback from people after an enquiry",
            "User Voice Group / Quality Lead",
            "Annually, first in Jan 2027",
            "Not started",
            "",
        ),
        (
            two,
            "2.3",
            "Easy read version of every leaflet",
            "Communications Officer",
            "ASAP",
            "Complete",
            "Eleven leaflets.",
        ),
        (
            two,
            "2.4",
            "Learning from complaints goes to the Board",
            "Complaints Manager",
            "As complaints are upheld",
            "In progress",
            "Linked to 2.2",
        ),
    ]
    known = [
        dict(
            by="Trading Standards Manager", due=due("30 June 2026", "2026-06-30"), st="not_started"
        ),
        dict(
            by="Group Manager Prevention (Fire) | Home Oxygen Lead (ICB)",
            due=due("From May 2026, every quarter", start="2026-05", every="quarterly"),
            st="in_progress",
        ),
        dict(by="Oldcastle Age Partnership", due=due("September 2026", "2026-09"), st="on_hold"),
        dict(by="Head of Adult Safeguarding", due=due("31.7.26", "2026-07-31"), st="in_progress"),
        dict(
            by="User Voice Group | Quality Lead",
            due=due("Annually, first in Jan 2027", start="2027-01", every="annual"),
            st="not_started",
        ),
        dict(by="Communications Officer", due=due("ASAP"), st="complete"),
        dict(
            by="Complaints Manager",
            due=due("As complaints are upheld", every="event"),
            st="in_progress",
            see=["2.2"],
        ),
    ]
    source = (
        line(title, 15, True)
        + line("Agreed by the Board on 26 March 2026 and updated on 14 April 2026.")
        + line("What the Board wants to change", 13, True)
        + line(
            "People told us at five meetings in the winter that they do not know where to turn before things go wrong, and that once we are involved things are done to them and not with them. The Board has therefore chosen two aims for three years. Each has a sponsor who sits on the Board, and each is looked at in turn at the Board's meetings. The actions of the first year are beneath. Those of the second and third years depend on what we learn in the first, and on money that is not yet settled. The Board's members pay for its work in equal parts."
        )
        + line("How we will know", 13, True)
        + line(
            "The Board will ask the same five groups again each winter, and will read thirty records with somebody who has been through an enquiry."
        )
    )
    source += (
        '#table(columns: (0.5fr, 2.8fr, 2fr, 1.4fr, 1fr, 2.6fr), stroke: none, inset: 5pt, fill: (x, y) => if calc.odd(y) { rgb("#eeeeee") },\n table.header('
        + ", ".join(f"[*{h}*]" for h in ("Ref", "What", "Led by", "Timeline", "Status", "Notes"))
        + "),\n"
    )
    section = ""
    for item in items:
        if item[0] != section:
            section = item[0]
            source += f" table.cell(colspan: 6)[*{section}*],\n"
        source += "".join(f" {said(x)}," for x in item[1:]) + "\n"
    source += ")\n" + line("Years two and three will be planned in the autumn of 2026.")
    pdf(source, path, landscape=True, size=13)
    return [
        plan(
            title,
            [
                row(i[2], ref=i[1], sec=i[0], st_text=i[5], pg=[i[6]] if i[6] else [], **k)
                for i, k in zip(items, known, strict=True)
            ],
        )
    ]


DOCUMENT = (
    "oldcastle-sab-year-one.pdf",
    "PDF, landscape; no lines, grey stripes; headings between the rows",
    stripes,
)
