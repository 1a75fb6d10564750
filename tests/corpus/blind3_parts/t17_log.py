"""A Board's action log as CSV: Y and N, initials with a key, lines inside quotes."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any

from blind3_parts.labels import due, plan, row


def log(path: Path) -> list[dict[str, Any]]:
    """A Board's action log as CSV: Y and N, initials with a key, lines inside quotes."""
    head = ["Log no", "Raised", "Minute", "Action", "By whom", "By when", "Done? (Y/N)", "Notes"]
    lines = [
        [
            "114",
            "12/06/2025",
            "4.2",
            "Write to the Chief Constable about attendance at conferences",
            "GT",
            "27/06/2025",
            "Y",
            "Reply tabled in September",
        ],
        [
            "115",
            "12/06/2025",
            "5.1",
            "Bring the self-neglect audit to the next meeting",
            "MA-B",
            "Next meeting",
            "Y",
            "",
        ],
        [
            "118",
            "11/09/2025",
            "3",
            "Find a new lay member",
            "GT, LS",
            "11 Dec 25",
            "N",
            "Advert closes 28 November.\nFour enquiries so far.",
        ],
        [
            "119",
            "11/09/2025",
            "6.3",
            "Agencies to send in their training numbers",
            "All",
            "by Fri 10 October",
            "N",
            "Received: fire, probation, ICB\nAwaited: police, housing",
        ],
        [
            "120",
            "11/09/2025",
            "6.4",
            "Ask the ICB, the Council and the police for their share of next year's budget",
            "Business Manager",
            "before Christmas",
            "N",
            "",
        ],
        [
            "121",
            "11/09/2025",
            "8",
            "Risk register to come to each meeting",
            "LS",
            "every meeting",
            "",
            "see 115",
        ],
        [
            "122",
            "11/09/2025",
            "9.1",
            "Look again at the information sharing agreement",
            "MA-B/DPO",
            "28/2/26",
            "",
            "",
        ],
    ]
    raw = io.StringIO()
    writer = csv.writer(raw, lineterminator="\r\n")
    writer.writerow(
        ["Kirkholme Safeguarding Adults Board - action log at 20 October 2025", *[""] * 7]
    )
    writer.writerow([""] * 8)
    writer.writerow(head)
    writer.writerows(lines)
    writer.writerow([""] * 8)
    writer.writerow(["GT = Gwen Tarrant; MA-B = Moses Adu-Boateng; LS = Lorna Speight", *[""] * 7])
    path.write_bytes(raw.getvalue().encode("utf-8-sig"))
    known = [
        dict(by="Gwen Tarrant", due=due("27/06/2025", "2025-06-27"), st="complete"),
        dict(by="Moses Adu-Boateng", due=due("Next meeting"), st="complete"),
        dict(by="Gwen Tarrant | Lorna Speight", due=due("11 Dec 25", "2025-12-11"), un=["status"]),
        dict(by="All", due=due("by Fri 10 October", "2025-10-10"), un=["status", "owners"]),
        dict(by="Business Manager", due=due("before Christmas"), un=["status", "due_date"]),
        dict(by="Lorna Speight", due=due("every meeting", every="each_meeting"), see=["115"]),
        dict(by="Moses Adu-Boateng | DPO", due=due("28/2/26", "2026-02-28")),
    ]
    truth = [
        row(
            x[3],
            ref=x[0],
            pg=x[7].split("\n") if x[7] else [],
            other={"raised": x[1], "minute": x[2]},
            **{**k, "un": [*k.get("un", []), "source_ref"]},
        )
        for x, k in zip(lines, known, strict=True)
    ]
    return [plan("Kirkholme Safeguarding Adults Board - action log at 20 October 2025", truth)]


DOCUMENT = (
    "kirkholme-board-log.csv",
    "CSV action log; title and key inside; Y and N; lines inside quotes; initials",
    log,
)
