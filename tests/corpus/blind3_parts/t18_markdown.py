"""Markdown: a table beneath each standard, signs for the state, line breaks in cells."""

# ruff: noqa: E501
from __future__ import annotations

from pathlib import Path
from typing import Any

from blind3_parts.labels import due, plan, row


def marked(path: Path) -> list[dict[str, Any]]:
    """Markdown: a table beneath each standard, signs for the state, line breaks in cells."""
    title = "Priorsmead Scouts and Guides: safeguarding improvement plan, 2025"
    one, two = "Safe people", "Safe places"
    head = "| # | Gap | What we'll do | Lead | When | State | Update |\n|--|--|--|--|--|--|--|\n"
    text = f"""# {title}

*Approved by the trustees on 3 February 2025*

✅ finished · 🟡 begun · ⬜ not begun · ⏸ paused

## {one}

{head}| 1.1 | Four helpers have no DBS check | Check them; no helping until it is back | Bea Ashdown | 28 Feb | ✅ | All back 21 Feb |
| 1.2 | Leaders' training runs out after three years | Reminder at 30 months<br>List to the trustees | Bea Ashdown & Corin Wray | 31 May 2025, then yearly | 🟡 | Reminder is set up |
| 1.3 | Young leaders aren't sure what to report | a) Evening session<br>b) Card for the pocket | District Youth Lead | 2nd half of September | ⬜ | |

## {two}

{head}| 2.1 | The back gate at the hut does not lock | New lock | Hut Warden | *done* | ✅ | |
| 2.2 | Camp risk assessments are copied from year to year | Each camp begins with a blank form | All section leaders | For every camp | 🟡 | Easter camp did so.<br>Links with 1.3 |
| 2.3 | No plan for a missing child | Write the plan and try it | Corin Wray; Hut Warden | End Jun | ⏸ | Waits for county advice |

> The county commissioner gets a copy each quarter.
"""
    path.write_text(text, encoding="utf-8")
    return [
        plan(
            title,
            [
                row(
                    "Four helpers have no DBS check",
                    ref="1.1",
                    sec=one,
                    do=["Check them", "no helping until it is back"],
                    by="Bea Ashdown",
                    due=due("28 Feb", "2025-02-28"),
                    st="complete",
                    pg=["All back 21 Feb"],
                    un=["actions"],
                ),
                row(
                    "Leaders' training runs out after three years",
                    ref="1.2",
                    sec=one,
                    do=["Reminder at 30 months", "List to the trustees"],
                    by="Bea Ashdown | Corin Wray",
                    due=due("31 May 2025, then yearly", start="2025-05-31", every="annual"),
                    st="in_progress",
                    pg=["Reminder is set up"],
                ),
                row(
                    "Young leaders aren't sure what to report",
                    ref="1.3",
                    sec=one,
                    do=["Evening session", "Card for the pocket"],
                    by="District Youth Lead",
                    due=due("2nd half of September", "2025-09"),
                    st="not_started",
                ),
                row(
                    "The back gate at the hut does not lock",
                    ref="2.1",
                    sec=two,
                    do=["New lock"],
                    by="Hut Warden",
                    due=due("done"),
                    st="complete",
                    un=["due_text"],
                ),
                row(
                    "Camp risk assessments are copied from year to year",
                    ref="2.2",
                    sec=two,
                    do=["Each camp begins with a blank form"],
                    by="All section leaders",
                    due=due("For every camp", every="event"),
                    st="in_progress",
                    pg=["Easter camp did so.", "Links with 1.3"],
                    see=["1.3"],
                ),
                row(
                    "No plan for a missing child",
                    ref="2.3",
                    sec=two,
                    do=["Write the plan and try it"],
                    by="Corin Wray | Hut Warden",
                    due=due("End Jun", "2025-06-30"),
                    st="on_hold",
                    pg=["Waits for county advice"],
                ),
            ],
        )
    ]


DOCUMENT = (
    "priorsmead-scouts.md",
    "Markdown; a table under each heading; signs with key; br in cells",
    marked,
)
