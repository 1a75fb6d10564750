"""Self-assessment: two lines of headings, standards as bands, grades, lists sheet hidden."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from blind3_parts.files import book, put, save
from blind3_parts.labels import due, plan, row


def section11(path: Path) -> list[dict[str, Any]]:
    """Self-assessment: two lines of headings, standards as bands, grades, lists sheet hidden."""
    made = book()
    title = "Section 11 self-assessment and action plan 2025-26: Jesmere Leisure Trust"
    guide = made.create_sheet("Read me")
    for n, line in enumerate(
        (
            "How to fill this in",
            "1. Grade each standard: 1 Met, 2 Partly met, 3 Not met.",
            "2. Where the grade is 2 or 3, add an action with a lead and a date.",
            "3. Return to the Partnership by 30 May 2025.",
        ),
        1,
    ):
        guide.cell(n, 1, line)
    s = made.create_sheet("Return")
    put(s, 1, [title], bold=True)
    s.merge_cells("A1:I1")
    put(
        s,
        3,
        ["Standard", None, "Self-assessment", None, "Improvement", None, None, None, "Moderator"],
        bold=True,
    )
    put(
        s,
        4,
        [
            "No.",
            "Requirement",
            "Evidence",
            "Grade",
            "Action needed",
            "Lead",
            "Target date",
            "RAG at November",
            "Comments",
        ],
        bold=True,
    )
    for span in ("A3:B3", "C3:D3", "E3:H3"):
        s.merge_cells(span)
    one, two, three = (
        "Standard 1: Leadership",
        "Standard 2: Listening to children",
        "Standard 3: Recruitment",
    )
    lines: list[tuple[str, ...]] = [
        (one,),
        (
            "1.1",
            "A trustee holds the safeguarding brief",
            "Minute of 4 March",
            "1",
            "",
            "",
            "",
            "",
            "Good practice",
        ),
        (
            "1.2",
            "Safeguarding is on each Board agenda",
            "Three of six agendas",
            "2",
            "Make it a standing item",
            "Company Secretary",
            "Each Board",
            "G",
            "",
        ),
        (two,),
        (
            "2.1",
            "Children know whom to talk to",
            "Posters in pools",
            "2",
            "* Ask 50 children at swim school\n* Redo the poster",
            "Centre Managers (all 4), led by T. Quill",
            "half term Oct 25",
            "A",
            "Only two centres have begun",
        ),
        (
            "2.2",
            "Complaints from children are logged",
            "None found",
            "3",
            "Add age to the complaint form",
            "Customer Services Lead",
            "31-Jul-25",
            "C",
            "",
        ),
        (three,),
        (
            "3.1",
            "Two references are taken up",
            "File check of 20 staff, April",
            "2",
            "Retrospective references for 6 staff",
            "HRBP / Operations Director",
            "30/09/2025",
            "R",
            "Four still missing",
        ),
        ("3.2", "Casual coaches have a DBS check", "Register", "1", "", "", "", "", ""),
    ]
    at = 5
    truth = []
    section = ""
    known = {
        "1.2": dict(
            by="Company Secretary", due=due("Each Board", every="each_meeting"), st="in_progress"
        ),
        "2.1": dict(
            by="Centre Managers | T. Quill",
            due=due("half term Oct 25", "2025-10"),
            st="in_progress",
            un=["owners", "due_date"],
        ),
        "2.2": dict(by="Customer Services Lead", due=due("31-Jul-25", "2025-07-31"), st="complete"),
        "3.1": dict(
            by="HRBP | Operations Director", due=due("30/09/2025", "2025-09-30"), st="overdue"
        ),
    }
    for line in lines:
        put(s, at, [x or None for x in line], bold=len(line) == 1)
        if len(line) == 1:
            s.merge_cells(start_row=at, start_column=1, end_row=at, end_column=9)
            section = line[0]
        else:
            do = [x.removeprefix("* ") for x in line[4].split("\n") if x]
            truth.append(
                row(
                    line[1],
                    ref=line[0],
                    sec=section,
                    do=do,
                    pg=[x for x in (line[2], line[8]) if x],
                    other={"grade": line[3]},
                    **known.get(line[0], {}),
                )
            )
        at += 1
    put(s, at + 1, ["RAG: C complete, G going to plan, A some slippage, R date missed"])
    lists = made.create_sheet("Lists")
    for n, word in enumerate(("R", "A", "G", "C"), 1):
        lists.cell(n, 1, word)
    lists.sheet_state = "hidden"
    save(made, path)
    return [plan(title, truth)]


DOCUMENT = (
    "jesmere-section-11-return.xlsx",
    "Excel; guidance sheet; two header rows; standards as bands; grades and RAG letters with key",
    section11,
)
