"""Word: an adults board's year in three tables; a hospice after a visit by its commissioner."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from blind12_parts.d1_children import landscape
from blind12_parts.grid import heads, to_word
from blind12_parts.rows import R, Row, truth
from docx import Document

AIMS = {
    "Aim 1 – Making Safeguarding Personal": [
        R("1.1", "ask everyone at the end of an enquiry whether they feel safer",
          own="Adult Social Care", due="by 30 June 2024~2024-06-30", st="B=complete",
          prog="Question added to the closing form."),
        R("1.2", "publish an easy-read guide to what happens after a concern is raised",
          own="Speak Up Ashcombe|Board Manager", owners="Speak Up Ashcombe with the Board Manager",
          due="Summer 2024", st="G=in_progress",
          prog="Drawings done and words being tested with a self-advocacy group."),
        R("1.3", "offer an advocate in every case where the person would struggle to take part",
          own="Head of Adult Safeguarding", due="all year~~~ongoing", st="G=in_progress",
          prog="82% offered, up from 64%.", unscored="recurrence due_date"),
        R("1.4", "hold a listening event in each of the three towns", own="Lay Members",
          due="May, July and October 2024~2024-10", st="A=in_progress",
          prog="Two held. The third is waiting for a hall."),
    ],
    "Aim 2 – Safer care at home and in care homes": [
        R("2.1", "bring together what is known about each provider once a month",
          own="Provider Quality Manager", due="monthly~~~monthly", st="G=in_progress",
          prog="Five meetings so far this year."),
        R("2.2", "write a short guide on medicines errors: when it is a concern and when it is not",
          own="ICB Medicines Lead", due="30/9/24~2024-09-30", st="R=not_started",
          prog="Lead has left. New one starts in December."),
        R("2.3", "train 40 home care supervisors to recognise pressure damage",
          own="Tissue Viability Nurses (Ashcombe Community Health)", due="31.10.24~2024-10-31",
          st="B=complete", prog="Forty-three trained."),
        R("2.4", "visit the six supported living schemes that have never been visited",
          own="Healthwatch Ashcombe|Provider Quality Manager",
          owners="Healthwatch Ashcombe; Provider Quality Manager", due="Dec-24~2024-12",
          st="A=in_progress",
          prog="Four visited. Findings go to the meeting in 2.1.", see="2.1"),
    ],
    "Aim 3 – Learning that lasts": [
        R("3.1", "check one year on whether the lessons from each review have stuck",
          own="Learning Sub-group", due="annually, first check November 2024~~2024-11~annual",
          st="R=not_started"),
        R("3.2", "send a one-page briefing to the front line within ten days of each review",
          own="Board Manager", due="whenever a review is published~~~event", st="G=in_progress",
          prog="Done for both reviews this year, in seven days and nine."),
        R("3.3", "join up with the children's partnership on young carers",
          own="Independent Chair", due="31 March 2025~2025-03-31", st="R=not_started",
          prog="First talk fixed for 6 January."),
        R("3.4", "put all briefings in one place on the website", own="Communications Officer",
          due="w/e 26 July 2024~2024-07-26", st="B=complete", prog="Live on 24 July."),
    ],
}  # fmt: skip


def board_year(folder: Path) -> dict[str, Any]:
    """A safeguarding adults board's yearly plan: an aim over each table, letters with a key."""
    document = Document()
    document.add_heading("Ashcombe Safeguarding Adults Board", 0)
    document.add_heading("Business plan 2024-25: mid-year position, November 2024", 1)
    document.add_paragraph("Key: B = finished; G = going to plan; A = going, but behind; "
                           "R = not begun")  # fmt: skip
    plans = []
    for title, rows in AIMS.items():
        document.add_heading(title, 2)
        grid = [heads("|In this year we will…|Led by|Timeframe|BRAG|What has happened", "D9D9D9")]
        grid += [row.cells("ref title owners due status progress") for row in rows]
        to_word(document, grid)
        document.add_paragraph("")
        plans.append((title, rows))
    name = "d05_adults_board_year.docx"
    document.save(str(folder / name))
    return truth(
        name, plans, "an aim as a heading over each table, BRAG letters with a key", "section"
    )


def hospice_rows() -> list[Row]:
    """What the visit found at the hospice, and what will be done."""
    return [
        R(None, "Night staff could not say who the safeguarding lead was.",
          act="Photograph and bleep number in every office|Ask at random during night rounds",
          own="Matron", due="10 May 2024~2024-05-10", prog="All six offices done.",
          review="Night round checklist"),
        R(None, "The safeguarding policy still names the old clinical commissioning group.",
          act="Correct and reissue", own="Governance Officer", due="17 May 2024~2024-05-17",
          prog="Reissued 15 May.", review="Policy register"),
        R(None, "Volunteer drivers have had no training since 2019.",
          act="Two evening sessions with supper|Nobody to drive patients after 1 August without it",
          own="Volunteer Services Manager", due="1 August 2024~2024-08-01",
          prog="22 of 36 drivers came to the first session.", review="Training return to the Board"),
        R(None, "Capacity is not always recorded when a patient declines admission.",
          act="Prompt on the front sheet", own="Dr Anneliese Corbyn-Vale|Matron",
          owners="Dr Anneliese Corbyn-Vale / Matron", due="June 2024~2024-06", prog="Prompt is live.",
          review="Notes audit each quarter"),
        R(None, "Children who visit are not written down anywhere.",
          act="Visitors' sheet to have a line for children and who they are with",
          own="Reception Team", due="Straight away", prog="New sheet in use from 7 May.",
          review="Spot check"),
        R(None, "Bank nurses do not get alerts.", act="Add them to the mailing list",
          own="Rota Co-ordinator", due="31/05/24~2024-05-31", review="Read receipts"),
        R(None, "Trustees see numbers of concerns but not what was learnt.",
          act="Add a learning page to the quarterly report", own="Chief Executive",
          due="Quarterly, next report July 2024~~2024-07~quarterly",
          prog="First page written.", review="Trustees' minutes"),
        R(None, "The lone worker device is not carried by everyone who visits at home.",
          act="Buy nine more|Team leaders to check at the morning huddle",
          own="Hospice at Home Lead|Finance Manager", owners="Hospice at Home Lead, Finance Manager",
          due="Mid June 2024~2024-06", prog="Devices ordered on 20 May.", review="Monthly usage report"),
        R(None, "Families said they did not know how to raise a worry.",
          act="Poster and card designed with bereaved carers", own="Family Support Team",
          due="Sept. 2024~2024-09", review="Question in the family survey"),
    ]  # fmt: skip


def hospice(folder: Path) -> dict[str, Any]:
    """A hospice's answer to an assurance visit."""
    rows = hospice_rows()
    document = landscape()
    document.add_heading("St Brannoc's Hospice", 1)
    document.add_heading("Safeguarding assurance visit, 23 April 2024: what we are doing", 2)
    grid = [heads("The visit told us|So we are going to|Who|When|How we will check|Update at 3 June 2024",
                  "CCC1DA")]  # fmt: skip
    grid += [row.cells("title actions owners due review progress") for row in rows]
    to_word(document, grid)
    document.add_paragraph("Questions to the Matron, extension 214.")
    name = "d06_hospice_visit.docx"
    document.save(str(folder / name))
    title = "Safeguarding assurance visit, 23 April 2024: what we are doing"
    return truth(name, [(title, rows)], "findings, actions, how we will check", "section status")
