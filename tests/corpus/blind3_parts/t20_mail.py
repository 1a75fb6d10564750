"""An e-mail with a list: action, who and when on one line with dashes, no table."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from blind3_parts.labels import due, plan, row


def mail(path: Path) -> list[dict[str, Any]]:
    """An e-mail with a list: action, who and when on one line with dashes, no table."""
    text = """From: Odile Marsh (Partnership Manager)
Sent: 21 October 2025 16:08
To: MARAC Steering Group
Subject: FW: Actions from the MARAC self-assessment

Dear all

Here is the list as agreed this morning. Please shout if I have put down the wrong person.

REFERRALS

1) Refresh the MARAC referral form - Bev Tranter - w/c 3rd Nov
2) Tell GPs and dentists how to refer - ICB Safeguarding Team / Bev Tranter - 12 December 2025
     a) letter from the Named GP
     b) item in the practice bulletin
3) Count referrals of people over 65 - Police Analyst - monthly from November (under way)

MEETINGS

4) Move the meeting to Teams for good - Odile Marsh - done
5) Deputies to be named by each agency - all agencies - 31st Oct
6) Research how other areas hear repeat cases - TBC - end of Q4
7) Training for chairs - Rushford Women's Aid and DI Kemp - January/February 2026

I will put this on the agenda for the January meeting.

Best wishes
Odile
"""
    path.write_text(text, encoding="utf-8")
    one, two = "REFERRALS", "MEETINGS"
    return [
        plan(
            "Actions from the MARAC self-assessment",
            [
                row(
                    "Refresh the MARAC referral form",
                    ref="1",
                    sec=one,
                    by="Bev Tranter",
                    due=due("w/c 3rd Nov", "2025-11-03"),
                ),
                row(
                    "Tell GPs and dentists how to refer",
                    ref="2",
                    sec=one,
                    do=["letter from the Named GP", "item in the practice bulletin"],
                    by="ICB Safeguarding Team | Bev Tranter",
                    due=due("12 December 2025", "2025-12-12"),
                ),
                row(
                    "Count referrals of people over 65",
                    ref="3",
                    sec=one,
                    by="Police Analyst",
                    due=due("monthly from November", start="2025-11", every="monthly"),
                    st="in_progress",
                    st_text="under way",
                ),
                row(
                    "Move the meeting to Teams for good",
                    ref="4",
                    sec=two,
                    by="Odile Marsh",
                    st="complete",
                    st_text="done",
                    un=["due_text"],
                ),
                row(
                    "Deputies to be named by each agency",
                    ref="5",
                    sec=two,
                    by="all agencies",
                    due=due("31st Oct", "2025-10-31"),
                ),
                row(
                    "Research how other areas hear repeat cases",
                    ref="6",
                    sec=two,
                    due=due("end of Q4", "2026-03-31"),
                    un=["due_date"],
                ),
                row(
                    "Training for chairs",
                    ref="7",
                    sec=two,
                    by="Rushford Women's Aid | DI Kemp",
                    due=due("January/February 2026", "2026-02"),
                ),
            ],
        )
    ]


DOCUMENT = (
    "rushford-marac-email.txt",
    "e-mail; list without a table: action - who - when",
    mail,
)
