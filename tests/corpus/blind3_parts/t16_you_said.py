"""A council's web page: what people said and what will be done, a table for each theme."""

# ruff: noqa: E501
from __future__ import annotations

from pathlib import Path
from typing import Any

from blind3_parts.labels import due, plan, row


def you_said(path: Path) -> list[dict[str, Any]]:
    """A council's web page: what people said and what will be done, a table for each theme."""
    title = "You said, we will: children in care and care leavers"
    parts = [
        (
            "Moving home",
            [
                (
                    "We are told about a move on the day.",
                    "<ul><li>Tell you at least a week before</li><li>Show you photos of the new home</li></ul>",
                    "Service Manager, Placements",
                    "From September 2025",
                    "Photos for 31 of 44 foster homes",
                ),
                (
                    "Our things go in bin bags.",
                    "Give each of you a suitcase",
                    "Participation Team",
                    "Done",
                    "120 bought",
                ),
            ],
        ),
        (
            "Leaving care",
            [
                (
                    "We don't know what we can ask for.",
                    "Publish the local offer as an app",
                    "Head of Corporate Parenting and the Digital Team",
                    "Spring 2026",
                    "",
                ),
                (
                    "Council tax letters are frightening.",
                    "Stop council tax until you are 25",
                    "Cllr Jude Farrier; Revenues Manager",
                    "1 April 2026",
                    "Agreed by Full Council",
                ),
                (
                    "Our health records are lost.",
                    "Give you a health passport on your 17th birthday",
                    "Designated Nurse for Looked After Children",
                    "For each birthday",
                    "",
                ),
            ],
        ),
    ]
    out = [
        "<!DOCTYPE html><html lang=en><head><title>You said, we will - Netherby Council</title></head><body>",
        "<nav><ul><li><a href=/>Home</a></li><li><a href=/children>Children</a></li></ul></nav><main>",
        f"<h1>{title}</h1><p>The Children in Care Council gave us this list in June 2025. We will tell you every three months how we are doing.</p>",
    ]
    for name, lines in parts:
        out.append(
            f"<h2>{name}</h2><table><thead><tr><th>You said</th><th>We will</th><th>Who will do it</th><th>When</th><th>So far</th></tr></thead><tbody>"
        )
        out += ["<tr>" + "".join(f"<td>{c}</td>" for c in cells) + "</tr>" for cells in lines]
        out.append("</tbody></table>")
    out.append(
        "<h2>Contact us</h2><table><tr><td>Telephone</td><td>01632 960 411</td></tr><tr><td>E-mail</td><td>voice@netherby.example</td></tr></table></main><footer>Netherby Council 2025</footer></body></html>"
    )
    path.write_text("\n".join(out) + "\n", encoding="utf-8")
    one, two = parts[0][0], parts[1][0]
    return [
        plan(
            title,
            [
                row(
                    parts[0][1][0][0],
                    sec=one,
                    do=["Tell you at least a week before", "Show you photos of the new home"],
                    by="Service Manager, Placements",
                    due=due("From September 2025", start="2025-09"),
                    pg=["Photos for 31 of 44 foster homes"],
                ),
                row(
                    parts[0][1][1][0],
                    sec=one,
                    do=["Give each of you a suitcase"],
                    by="Participation Team",
                    due=due("Done"),
                    st="complete",
                    pg=["120 bought"],
                    un=["due_text"],
                ),
                row(
                    parts[1][1][0][0],
                    sec=two,
                    do=["Publish the local offer as an app"],
                    by="Head of Corporate Parenting | Digital Team",
                    due=due("Spring 2026"),
                    un=["owners"],
                ),
                row(
                    parts[1][1][1][0],
                    sec=two,
                    do=["Stop council tax until you are 25"],
                    by="Cllr Jude Farrier | Revenues Manager",
                    due=due("1 April 2026", "2026-04-01"),
                    pg=["Agreed by Full Council"],
                ),
                row(
                    parts[1][1][2][0],
                    sec=two,
                    do=["Give you a health passport on your 17th birthday"],
                    by="Designated Nurse for Looked After Children",
                    due=due("For each birthday", every="event"),
                ),
            ],
        )
    ]


DOCUMENT = (
    "netherby-you-said.html",
    "HTML page; navigation; a table under each heading; contact table",
    you_said,
)
