"""A Markdown table with circles, a key under it, footnotes and a row that contradicts itself."""

from pathlib import Path
from typing import Any

from blind3_parts.labels import due, plan, row

TEXT = """---
title: Modern slavery partnership plan
date: 2023-09-05
---

# Modern slavery partnership plan

Owners: **AO** Adaeze Obi (Police), **BW** Bryn Wardle (Council), **CT** Chloe Tring (Salvage Trust)

| # | What | Who | By | State | Notes |
|:-:|:-----|:----|---:|:-----:|:------|
| 1 | Briefing for front-line staff in bins, parks and markets | BW | Oct 23 | 🟢 | 212 people briefed<br>\
Film on the intranet |
| 2 | Joint visits to car washes[^1] | AO, BW | Monthly until March 2024 | 🟡 | Six visits so far |
| 3 | Safe house protocol | CT | 30/11/2023 | 🔴 | No beds in the county. Escalated. |
| 4 | Statement on supply chains | BW | 31 Jan | 🔵 | Published |
| 4a | Ask our fifty largest suppliers for theirs | BW | as 4 | ⚪ | |
| 5 | Survivors advise the group | CT & AO | Each meeting | 🔵 | Nobody has come yet; see 3 |

🔵 finished · 🟢 on course · 🟡 some worry · 🔴 past its date · ⚪ not begun

[^1]: With the labour inspectorate where it can.
"""


def build(path: Path) -> list[dict[str, Any]]:
    """Write it and return its truth."""
    path.write_text(TEXT, encoding="utf-8")
    ao, bw, ct = "Adaeze Obi (Police)", "Bryn Wardle (Council)", "Chloe Tring (Salvage Trust)"
    rows = [
        row(
            "Briefing for front-line staff in bins, parks and markets",
            ref="1",
            by=bw,
            due=due("Oct 23", "2023-10"),
            st="in_progress",
            pg=["212 people briefed", "Film on the intranet"],
        ),
        row(
            "Joint visits to car washes",
            ref="2",
            by=f"{ao} | {bw}",
            due=due("Monthly until March 2024", "2024-03", None, "monthly"),
            st="in_progress",
            pg=["Six visits so far"],
        ),
        row(
            "Safe house protocol",
            ref="3",
            by=ct,
            due=due("30/11/2023", "2023-11-30"),
            st="overdue",
            pg=["No beds in the county. Escalated."],
        ),
        row(
            "Statement on supply chains",
            ref="4",
            by=bw,
            due=due("31 Jan"),
            st="complete",
            pg=["Published"],
            un=["due_date", "progress_text", "progress_items"],
        ),
        row(
            "Ask our fifty largest suppliers for theirs",
            ref="4a",
            by=bw,
            due=due("as 4"),
            st="not_started",
            see=["4"],
            un=["see", "due_date"],
        ),
        row(
            "Survivors advise the group",
            ref="5",
            by=f"{ct} | {ao}",
            due=due("Each meeting", None, None, "each_meeting"),
            st="complete",
            pg=["Nobody has come yet; see 3"],
            see=["3"],
        ),
    ]
    return [plan("Modern slavery partnership plan", rows)]


DOCUMENT = ("slavery-partnership-circles.md", "circles with a key under the table, initials", build)
