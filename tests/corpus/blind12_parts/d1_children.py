"""Word: an inspection improvement plan with bands and colours; a child practice review's plan."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.shared import Mm

from .grid import UP, C, band, heads, to_word
from .rows import R, Row, truth, under

FILLS = {"B": "5B9BD5", "G": "92D050", "A": "FFC000", "R": "FF0000"}


def landscape() -> Any:
    """An empty Word document lying on its side."""
    document = Document()
    page = document.sections[0]
    page.orientation = WD_ORIENT.LANDSCAPE
    page.page_width, page.page_height = Mm(297), Mm(210)
    return document


ONE = "Priority 1: A front door that makes timely, consistent decisions"
TWO = "Priority 2: Purposeful assessment and planning"
THREE = "Priority 3: Leadership, supervision and quality assurance"


def improvement_rows() -> list[Row]:
    """The rows of the improvement plan; green is under way, blue is done, red has not begun."""
    return [
        *under(ONE, [
            R("1.1", "Re-write the threshold document with partners and launch it at four locality events",
              own="Head of MASH and Assessment", due="End of October 2024~2024-10-31", st="=complete",
              prog="Published 14 October. 212 people came to the launch events.", colour="B",
              other={"impact": "Fewer contacts with no further action"}),
            R("1.2", "Every contact to have a management decision within one working day",
              own="MASH Service Manager", due="Ongoing~~~ongoing", st="=in_progress",
              prog="87% in September, up from 71% in June.|Weekend cover is still thin.", colour="A",
              other={"impact": "95% within one working day"}),
            R("1.3", "Put a health visitor in the MASH for at least three days a week",
              own="Merestone Community Health Trust|MASH Service Manager",
              owners="Merestone Community Health Trust / MASH Service Manager",
              due="01/12/2024~2024-12-01", st="=not_started",
              prog="Trust has advertised twice with no suitable candidate.", colour="R",
              other={"impact": "Health information shared at first decision"}),
            R("1.4", "Dip sample ten closed contacts a month and report to the Improvement Board",
              own="Principal Social Worker", due="Monthly from September 2024~~2024-09~monthly",
              st="=in_progress", prog="First sample done. See 1.2 for the theme on weekends.",
              see="1.2", colour="G", other={"impact": "Board can see whether decisions are right"}),
        ]),
        *under(TWO, [
            R("2.1", "Introduce a single assessment template that records the child's daily life",
              own="Principal Social Worker|Systems Team", owners="Principal Social Worker & Systems Team",
              due="31 January 2025~2025-01-31", st="=in_progress",
              prog="Template tested with two teams in November.", colour="G",
              other={"impact": "Assessments read as though about one child"}),
            R("2.2", "All children on a plan for more than 15 months reviewed by a panel",
              own="Head of Safeguarding", due="Nov 24~2024-11", st="=complete",
              prog="34 children reviewed and nine plans stepped down safely.", colour="B",
              other={"impact": "Drift is seen and dealt with"}),
            R("2.3", "Chronologies to be up to date on every open case",
              own="All team managers", due="By 31st March 2025~2025-03-31", st="=in_progress",
              prog="At 30 November 58% were current.", colour="A",
              other={"impact": "90% current at dip sample"}),
            R("2.4", "Core group minutes to be sent out within ten working days",
              own="Head of Safeguarding|Business Support Manager",
              owners="Head of Safeguarding, Business Support Manager",
              due="Quarterly check, first in January 2025~~2025-01~quarterly", st="=not_started",
              colour="R", other={"impact": "Parents know what is agreed"}),
        ]),
        *under(THREE, [
            R("3.1", "Recruit to the two vacant Assistant Director posts",
              own="Director of Children's Services", due="30/11/24~2024-11-30", st="=complete",
              prog="Both posts filled from 6 January.", colour="B",
              other={"impact": "Stable leadership"}),
            R("3.2", "Supervision audit across all teams, to include reflective discussion",
              own="Quality Assurance Manager", due="Six monthly, starting February 2025~~2025-02~six_monthly",
              st="=in_progress", prog="Audit tool agreed with team managers.", colour="G",
              other={"impact": "80% of records show reflection"}),
            R("3.3", "Performance clinics with each service manager, chaired by the Director",
              own="Director of Children's Services|Head of Performance",
              owners=["Director of Children's Services", "Head of Performance"],
              due="Every fortnight from 9 September 2024~~2024-09-09~fortnightly", st="=in_progress",
              prog="Six clinics held so far.", colour="G",
              other={"impact": "Managers own their data"}),
            R("3.4", "Agree a workforce strategy for the next three years",
              own="HR Business Partner", due="TBC", st="=not_started",
              prog="Waiting for the outcome of the budget round.", colour="R",
              other={"impact": "Agency rate under 15%"}),
        ]),
    ]  # fmt: skip


def improvement(folder: Path) -> dict[str, Any]:
    """Improvement plan after an inspection: bands, bare colours, a key above the table."""
    rows = improvement_rows()
    document = landscape()
    document.add_heading("Merestone Children's Services Improvement Plan 2024/25", 0)
    document.add_paragraph("Version 4, presented to the Improvement Board on 10 December 2024")
    document.add_paragraph("Key to progress")
    key = [[C("Blue", fill=FILLS["B"]), "Complete"], [C("Green", fill=FILLS["G"]), "On track"],
           [C("Amber", fill=FILLS["A"]), "Under way but some delay"],
           [C("Red", fill=FILLS["R"]), "Not started"]]  # fmt: skip
    to_word(document, key, 0)
    document.add_paragraph("")
    grid = [heads("Ref|What we will do|Lead officer|By when|Progress so far|RAG|How we will know")]
    for section in (ONE, TWO, THREE):
        grid.append(band(section, 7))
        for row in rows:
            if row.label["section"] == section:
                cells = row.cells("ref title owners due progress status impact")
                cells[5] = C("", fill=FILLS[row.printed["colour"]])
                grid.append(cells)
    to_word(document, grid)
    document.add_paragraph("Contact: Improvement Team, Merestone Council")
    name = "d01_ilacs_improvement.docx"
    document.save(folder / name)
    title = "Merestone Children's Services Improvement Plan 2024/25"
    return truth(name, [(title, rows)], "improvement plan with bands, status by fill and a key")


REVIEW = [
    ("1", "The Partnership should make sure that injuries to babies who cannot yet move are always "
     "seen by a paediatrician.",
     [("Refresh the bruising protocol", "Designated Doctor", "31/03/2023", "Completed",
       "Signed off by the Health Sub-Group."),
      ("Brief all GP practices and health visitors", "Named GP", "30/06/2023", "Completed",
       "41 of 41 practices briefed."),
      ("Audit twenty presentations", "Designated Doctor; Quality and Audit Group", "Jan 2024",
       "On track", "Sample drawn in October.")]),
    ("2", "Fathers and male carers must be included in pre-birth assessments.",
     [("Add a prompt to the pre-birth form", "Principal Social Worker", "28 February 2023",
       "Completed", "Live since 1 March."),
      ("Hold two practice workshops", "Workforce Development Lead", "30 Sept 2023", "Completed",
       "63 practitioners came.")]),
    ("3", "Information about a parent's mental health should be shared at every discharge.",
     [("Agree a discharge checklist with the ward managers", "Wyre Mill Mental Health Trust",
       "31/12/2023", "Delayed", "Draft is with the Trust's lawyers.")]),
    ("4", "Partners should know when and how to escalate a disagreement.",
     [("Publish a one-page escalation guide", "Partnership Business Manager", "April 2023",
       "Completed", "On the website and in the induction pack."),
      ("Report the number of escalations to the Executive", "Partnership Business Manager",
       "Quarterly from July 2023", "On track", "Two reports so far, 17 escalations.")]),
    ("5", "Housing officers need to know how to raise a worry about a child.",
     [("Deliver bite-size sessions at team meetings", "Head of Tenancy Services", "w/c 6 Nov 2023",
       "On track", "Dates agreed with all five teams."),
      ("Put the contact card on every officer's phone", "Head of Tenancy Services", "15.12.23",
       "Not started", "")]),
    ("6", "The voice of brothers and sisters should be heard in every assessment.",
     [("Commission a film made with young people", "Participation Worker", "TBC", "Not started",
       "Waiting for a decision about funding.")]),
]  # fmt: skip
REVIEW_ROWS = {
    "1": ("Designated Doctor|Named GP|Quality and Audit Group", "2024-01~~", "partial"),
    "2": ("Principal Social Worker|Workforce Development Lead", "2023-09-30~~", "complete"),
    "3": ("Wyre Mill Mental Health Trust", "2023-12-31~~", "in_progress"),
    "4": ("Partnership Business Manager", "2023-04~2023-07~quarterly", "partial"),
    "5": ("Head of Tenancy Services", "2023-12-15~~", "in_progress"),
    "6": ("Participation Worker", "~~", "not_started"),
}


def practice_review(folder: Path) -> dict[str, Any]:
    """Plan of a child safeguarding practice review: one recommendation over several actions."""
    grid = [
        heads("No.|Recommendation|Action to be taken|Lead|Timescale|Status|Update (November 2023)")
    ]
    rows = []
    for ref, title, actions in REVIEW:
        owners, due, status = REVIEW_ROWS[ref]
        for n, (action, lead, when, state, update) in enumerate(actions):
            grid.append([ref if n == 0 else UP, title if n == 0 else UP, action, lead, when, state,
                         update])  # fmt: skip
        rows.append(
            R(ref, title, act="|".join(a[0] for a in actions), own=owners,
              due="; ".join(a[2] for a in actions) + "~" + due,
              st="; ".join(a[3] for a in actions) + "=" + status,
              prog="|".join(a[4] for a in actions),
              unscored="due_date" if ref == "4" else ""))  # fmt: skip
    document = landscape()
    document.add_heading("Osmerley Safeguarding Children Partnership", 1)
    document.add_heading("Local Child Safeguarding Practice Review: Child Rowan", 2)
    document.add_paragraph("Multi-agency action plan. Last updated 20 November 2023 by the "
                           "Practice Review Sub-Group.")  # fmt: skip
    to_word(document, grid)
    name = "d02_cspr_rowan.docx"
    document.save(folder / name)
    title = "Local Child Safeguarding Practice Review: Child Rowan"
    return truth(name, [(title, rows)], "recommendation merged over its actions")
