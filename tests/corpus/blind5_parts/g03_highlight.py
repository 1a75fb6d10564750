"""A highlight report in PDF: each action a small table with a band, a header line and an update."""

import json
from pathlib import Path
from typing import Any

from blind3_parts.files import line, pdf
from blind3_parts.labels import due, plan, row

CARDS: list[tuple[Any, ...]] = [
    (
        "1",
        "Reopen the family hub in Sedge Lane",
        "Head of Early Help",
        "01/09/21",
        "2021-09-01",
        "31/01/22",
        "2022-01-31",
        "Green",
        "in_progress",
        "Builders on site. Manager appointed.",
    ),
    (
        "2",
        "Move case files to the new system",
        "Service Manager, Systems",
        "04/10/21",
        "2021-10-04",
        "30/04/22",
        "2022-04-30",
        "Amber",
        "in_progress",
        "Test load failed twice; supplier has added staff.",
    ),
    (
        "3",
        "Short breaks offer published",
        "SEND Commissioner",
        "01/06/21",
        "2021-06-01",
        "30/09/21",
        "2021-09-30",
        "Blue",
        "complete",
        "On the local offer since 28 September.",
    ),
    (
        "4",
        "Recruit six residential workers",
        "Registered Manager, HR Partner",
        "01/07/21",
        "2021-07-01",
        "29/10/21",
        "2021-10-29",
        "Red",
        "overdue",
        "Two of six in post.",
    ),
    (
        "5",
        "Independent visitors for all who want one",
        "Participation Lead",
        "01/11/21",
        "2021-11-01",
        "31/03/22",
        "2022-03-31",
        "Green",
        "in_progress",
        "Links with action 4.",
    ),
]
FILL = {"Green": "92D050", "Amber": "FFC000", "Red": "FF5050", "Blue": "5B9BD5"}


def said(text: str) -> str:
    """A cell."""
    return f"[#{json.dumps(text, ensure_ascii=False)}]"


def build(path: Path) -> list[dict[str, Any]]:
    """Write it and return its truth."""
    title = "Children's transformation programme: highlight report"
    out = [
        line("Quillshire County Council", 10),
        line(title, 16, bold=True),
        line("Period: November 2021", 10),
        line("Blue: complete. Green: on track. Amber: some slippage. Red: end date passed.", 9),
    ]
    rows = []
    for ref, what, who, begin, start, end, last, rag, state, news in CARDS:
        out.append(
            "#block(breakable: false)[#table(columns: (3fr, 1fr, 1fr, 1fr), stroke: 0.5pt,"
            f'table.cell(colspan: 4, fill: rgb("DDEBF7"))[*#{json.dumps(f"Action {ref}: {what}")}*],'
            "[*Owner*], [*Start*], [*End*], [*RAG*],"
            + ", ".join(said(t) for t in (who, begin, end))
            + f', table.cell(fill: rgb("{FILL[rag]}")){said(rag)},'
            f"table.cell(colspan: 4)[*Update:* #{json.dumps(news)}])]"
        )
        owners = who.replace(", HR", " | HR")
        rows.append(
            row(
                what,
                ref=ref,
                by=owners,
                due=due(end, last, start),
                st=state,
                st_text=rag,
                pg=[news],
                see=["4"] if ref == "5" else [],
            )
        )
    pdf("\n\n".join(out), path, size=10)
    return [plan(title, rows)]


DOCUMENT = (
    "quillshire-highlight-cards.pdf",
    "a small table an action, band, header, update",
    build,
)
