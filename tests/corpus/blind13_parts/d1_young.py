"""Word: a youth justice plan that begins with dates; a children's home after its inspection."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from blind12_parts.d1_children import landscape
from blind12_parts.grid import C, band, heads, to_word
from blind12_parts.rows import R, Row, truth, under
from docx import Document

BOARD, COURT, OUT = "Governance and staffing", "Court disposals", "Out-of-court work"


def justice_rows() -> list[Row]:
    """The youth justice actions; the state is the first word of the last cell."""
    return [
        *under(BOARD, [
            R("A1", "Board members to shadow a case manager for half a day each year",
              own="Board Chair", due="31 Mar 2026~2026-03-31", st="On track=in_progress",
              prog="seven of twelve have been out so far", src="Page 9"),
            R("A2", "Fill the vacant speech and language therapist post",
              own="Therapies Manager (Kestonbury Community NHS Trust)|YJS Head of Service",
              owners="Therapies Manager (Kestonbury Community NHS Trust); YJS Head of Service",
              due="1 Oct 2025~2025-10-01", st="Done=complete",
              prog="new therapist started on 22 September", src="Page 10"),
            R("A3", "Report first-time entrants by ethnicity to every Board",
              own="Performance Analyst", due="Each Board meeting~~~each_meeting",
              st="On track=in_progress", prog="first table went to the July meeting", src="Page 10"),
            R("A4", "Agree a workload ceiling with the union",
              own="YJS Head of Service|HR Business Partner",
              owners="YJS Head of Service & HR Business Partner", due="Autumn 2025",
              st="Paused=on_hold", prog="waiting for the council-wide pay review", src="Page 11"),
        ]),
        *under(COURT, [
            R("B1",
              "Rewrite the pre-sentence report template so that safety of others has its own heading",
              own="Court Team Manager", due="15/09/25~2025-09-15", st="Done=complete",
              prog="in use since 8 September", src="Page 14"),
            R("B2", "Managers to countersign every plan to manage risk to other people",
              own="Operational Managers", due="From 1 July 2025~~2025-07-01",
              st="On track=in_progress", prog="91 per cent countersigned in August", src="Page 15"),
            R("B3", "Audit twelve reports with the magistrates' liaison group", own="Quality Lead",
              due="Jan 2026~2026-01", st="Not started=not_started",
              prog="will use the template from B1", src="Page 15", see="B1"),
        ]),
        *under(OUT, [
            R("C1", "Invite a parent representative on to the joint decision panel",
              own="Prevention Manager", due="30.09.2025~2025-09-30", st="Late=overdue",
              prog="two people approached, neither able to commit", src="Page 18"),
            R("C2", "Complete a full assessment before the panel and not after it",
              own="Prevention Manager|Police Youth Sergeant",
              owners="Prevention Manager / Police Youth Sergeant", due="by Christmas 2025",
              st="On track=in_progress", prog="pilot in the south of the county", src="Page 19",
              unscored="due_date"),
            R("C3", "Survey victims about whether they felt safe during the process",
              own="Restorative Justice Worker",
              due="Twice a year, beginning November 2025~~2025-11~six_monthly",
              st="Not started=not_started", prog="questions drafted", src="Page 20"),
        ]),
    ]  # fmt: skip


def justice(folder: Path) -> dict[str, Any]:
    """A youth justice service's plan: the date first, the state before a dash in the last cell."""
    rows = justice_rows()
    document = landscape()
    document.add_heading("Averley Youth Justice Service", 1)
    document.add_paragraph("What we are doing after the 2025 inspection", style="Subtitle")
    document.add_paragraph("Agreed by the Management Board on 11 June 2025; position at the end of "
                           "September 2025.")  # fmt: skip
    grid = [
        heads("Finish date|No.|Agreed action|Report page|Accountable|How it is going", "F4B183")
    ]
    for section in (BOARD, COURT, OUT):
        grid.append(band(section, 6, "EDEDED"))
        for row in rows:
            if row.label["section"] == section:
                cells = row.cells("due ref title source_ref owners")
                state = row.label["status"]["text"]
                cells.append(f"{state} – {row.label['progress'][0]}")
                grid.append(cells)
    to_word(document, grid)
    name = "d01_youth_justice.docx"
    document.save(str(folder / name))
    title = "What we are doing after the 2025 inspection"
    return truth(name, [(title, rows)], "date first, bands, state before a dash in the last column",
                 "source_ref")  # fmt: skip


def home_rows() -> list[Row]:
    """The children's home: each requirement with its steps."""
    return [
        R("1", "Risk assessments must say what staff should do when a child is missing overnight.",
          act="Rewrite all five risk assessments|Share each with the placing social worker|"
              "Talk each through with the child",
          own="Registered Manager", due="14 March 2025~2025-03-14", st="Met=complete",
          prog="All five rewritten by 10 March.|Copies sent to three councils."),
        R("2", "Physical interventions must be recorded within 24 hours.",
          act="Change the incident form so that it shows the time of writing|"
              "Team leaders to check at the end of each shift",
          own="Deputy Manager|Team Leaders", owners="Deputy Manager and Team Leaders",
          due="Friday 28 February 2025~2025-02-28", st="Met=complete",
          prog="No late records since 3 March."),
        R("3", "The bathroom window restrictors must be mended.", act="Landlord to replace all six",
          own="Maintenance Contractor", due="07/03/2025~2025-03-07", st="Part met=partial",
          prog="Four replaced, two on order."),
        R("4", "Staff must have supervision as often as the home's policy says.",
          act="Supervision diary for the year on the office wall|Responsible Individual to sample",
          own="Registered Manager|Responsible Individual",
          owners="Registered Manager, Responsible Individual",
          due="Monthly, commencing April 2025~~2025-04~monthly", st="Not yet met=not_started",
          unscored="status"),
        R("5", "Medication given must match the record.",
          act="Refresher for all staff who give medicines", own="Deputy Manager",
          due="end of May 2025~2025-05-31", st="Part met=partial",
          prog="Nine of fourteen refreshed.|No errors in April."),
        R("6", "The home should ask children what they think of the food and the house rules.",
          act="Sunday meeting|Suggestions box in the hall", own="Keyworkers",
          due="Weekly~~~weekly", st="Met=complete",
          prog="Children chose the new sofa. See also requirement 4 for time set aside for keyworkers.",
          see="4"),
        R("7", "Fire drills must include a night-time drill.", act="Hold one drill after 10pm",
          own="Night Staff|Registered Manager", owners=["Night Staff", "Registered Manager"],
          due="Before 30th April 2025~2025-04-30", st="Met=complete",
          prog="Held on 2 April, four minutes."),
    ]  # fmt: skip


def home(folder: Path) -> dict[str, Any]:
    """A children's home's answer to its inspection, steps as bullets."""
    rows = home_rows()
    document = Document()
    document.add_heading("Larkrise House", 0)
    document.add_heading(
        "Compliance plan following the full inspection of 4 and 5 February 2025", 2
    )
    document.add_paragraph("Returned to the regional inspector by the Registered Manager.")
    grid = [heads("Requirement or recommendation|Steps we are taking|By whom|To be met by|"
                  "Met?|Where we have got to", "C5E0B3")]  # fmt: skip
    for row in rows:
        cells = row.cells("title actions owners due status progress")
        cells[0] = f"{row.label['ref']}) {cells[0]}"
        cells[1] = C(cells[1], bullets=True)
        grid.append(cells)
    to_word(document, grid)
    document.add_paragraph("")
    document.add_paragraph("People who saw this plan before it was sent:")
    to_word(document, [heads("Name|Role|Date"), ["Corin Halewood", "Registered Manager", "21/02/2025"],
                       ["Prisca Ndlovu-Tate", "Responsible Individual", "22/02/2025"]])  # fmt: skip
    name = "d02_childrens_home.docx"
    document.save(str(folder / name))
    title = "Compliance plan following the full inspection of 4 and 5 February 2025"
    return truth(name, [(title, rows)], "requirements with bulleted steps, sign-off table after",
                 "section")  # fmt: skip
