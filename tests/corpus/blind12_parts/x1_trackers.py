"""Workbooks: an internal audit tracker with revised dates; a section 11 audit over sheets."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

from openpyxl import Workbook

from .grid import heads, to_sheet
from .rows import R, Row, truth


def day(text: str) -> datetime.date | str:
    """A real date for the workbook from `2024-05-31`; nothing from nothing."""
    return datetime.date.fromisoformat(text) if text else ""


def british(text: str) -> str:
    """The day as the workbook shows it."""
    return f"{day(text):%d/%m/%Y}" if text else ""


def audit(ref: str, title: str, pri: str, own: str, first: str, later: str, share: int, prog: str,
          name: str, **cells: Any) -> Row:  # fmt: skip
    """One recommendation of the tracker; the revised date wins and the first is kept."""
    last = later or first
    state = {0: "not_started", 100: "complete"}.get(share, "in_progress")
    other = {"original": british(first)} if later else None
    return R(ref, title, own=own, due=f"{british(last)}~{last}", prog=prog, other=other,
             pri=f"{pri}={pri.lower()}", st=f"{share}%={state}", first=day(first), later=day(later),
             share=share / 100, src=name, unscored="section", **cells)  # fmt: skip


def tracker_rows() -> list[Row]:
    """The recommendations of three audits."""
    one, two, three = "Safeguarding Children 23/24", "Direct Payments 22/23", "Taxi Licensing 23/24"
    return [
        audit("SC01", "Managers should sign every risk assessment before a child is placed.", "High",
              "Head of Placements", "2023-09-30", "", 100, "Evidence seen by audit 04/10/23.", one),
        audit("SC02", "Placement contracts should say how often the provider must report missing episodes.",
              "High", "Commissioning Manager", "2023-10-31", "2024-03-31", 60,
              "New schedule drafted. Three of five providers have signed.", one),
        audit("SC03", "The local authority designated officer's records should be held on the case system.",
              "Medium", "LADO|Systems Team", "2024-01-31", "", 40, "Configuration under way.", one,
              owners="LADO / Systems Team"),
        audit("SC04", "Return interviews should be offered within 72 hours and the offer logged.", "High",
              "Missing Children Co-ordinator", "2023-12-31", "2024-02-29", 80,
              "72% in time in January.", one),
        audit("SC05", "Minutes of strategy meetings should be sent to all who attended.", "Low",
              "Business Support Manager", "2023-08-31", "", 100, "", one),
        audit("DP01", "Reviews of direct payments should look for signs of financial abuse.", "High",
              "Team Manager, Reviews", "2023-03-31", "2023-12-31", 90,
              "Checklist in use but two teams still to be trained.", two),
        audit("DP02", "Personal assistants paid through a managed account should have a DBS check.",
              "Medium", "Direct Payments Officer", "2023-06-30", "", 100,
              "All 118 checked.", two),
        audit("DP03", "Unspent balances over £2,000 should be queried.", "Low", "Finance Business Partner",
              "2023-05-31", "2024-05-31", 0, "Awaiting a new report from the finance system.", two),
        audit("TL01", "Drivers should complete safeguarding training before a badge is issued.", "High",
              "Licensing Manager", "2023-11-30", "", 100, "Council agreed the new policy on 22 November.",
              three),
        audit("TL02", "Refusals and revocations should be entered on the national register.", "High",
              "Licensing Manager|Licensing Officer", "2024-02-29", "", 50,
              "Back entries to 2021 done.", three, owners="Licensing Manager; Licensing Officer"),
        audit("TL03", "Complaints about drivers should be read for patterns each quarter.", "Medium",
              "Principal Licensing Officer", "2024-04-30", "", 0, "", three),
        audit("TL04", "Members of the licensing panel should be trained before they sit.", "Medium",
              "Democratic Services", "2023-09-30", "2024-06-30", 25,
              "Session planned for after the May elections.", three),
    ]  # fmt: skip


def audit_tracker(folder: Path) -> dict[str, Any]:
    """Internal audit's tracker: title rows, real dates, per cent, original and revised dates."""
    rows = tracker_rows()
    book = Workbook()
    sheet = book.active
    sheet.title = "Open and closed"
    sheet["A1"] = "Brackwell Borough Council"
    sheet["A2"] = "Internal Audit – follow-up of safeguarding recommendations"
    sheet["A3"] = "Position at 29 February 2024"
    grid = [heads("Audit|Rec No|Recommendation|Priority|Responsible officer|Original target date|"
                  "Revised target date|% implemented|Officer's comments")]  # fmt: skip
    grid += [
        row.cells("source_ref ref title priority owners first later share progress") for row in rows
    ]
    to_sheet(sheet, grid, 5)
    for letter, width in zip("ABCDEFGHI", (22, 9, 50, 9, 28, 14, 14, 12, 40), strict=True):
        sheet.column_dimensions[letter].width = width
    sheet.freeze_panes = "A6"
    name = "x01_audit_followup.xlsx"
    book.save(folder / name)
    title = "Internal Audit – follow-up of safeguarding recommendations"
    return truth(name, [(title, rows)], "audit tracker with original and revised dates", "due_text")


SHEETS = {
    "1 Leadership": ("Standard 1: Senior leaders are committed to keeping children safe", [
        R("1.1", "A member of the senior team is named as responsible for safeguarding.",
          prog="Structure chart on the intranet.", other={"grade": "Met"}),
        R("1.2", "The annual report to the Board covers safeguarding.", other={"grade": "Partly met"},
          prog="Report in June has one page on children.",
          act="Agree a fuller template with the Board Secretary",
          own="Company Secretary", due="April 2025~2025-04"),
        R("1.3", "The business plan says what will be done for children.", other={"grade": "Not met"},
          prog="No mention of children in the current plan.",
          act="Write a section for the 2025/26 plan|Ask the youth forum to comment on the draft",
          own="Director of Operations|Engagement Lead", due="28 Feb 2025~2025-02-28"),
    ]),
    "2 Workforce": ("Standard 2: Staff are safely recruited, trained and supervised", [
        R("2.1", "References are taken up before an offer is confirmed.", other={"grade": "Met"},
          prog="Sample of 30 files by HR in May 2024."),
        R("2.2", "Staff who work with children have training at the right level.",
          other={"grade": "Partly met"}, prog="Level 3 at 71% against a target of 90%.",
          act="Book four more level 3 days", own="Learning and Development",
          due="31/03/2025~2025-03-31"),
        R("2.3", "Supervision is recorded and covers safeguarding.", other={"grade": "Partly met"},
          prog="Records kept in three different places.",
          act="Move all records to the HR system|Dip sample", own="HR Manager",
          due="Quarterly from Apr 2025~~2025-04~quarterly"),
        R("2.4", "Allegations against staff are reported to the designated officer within one day.",
          other={"grade": "Met"}, prog="Two in the year, both on the day."),
    ]),
    "3 Listening": ("Standard 3: Children are heard", [
        R("3.1", "Children know how to complain.", other={"grade": "Not met"},
          prog="Leaflet is for adults only.", act="Make a short film and a leaflet with young people",
          own="Engagement Lead|Communications", due="Sept 2025~2025-09",
          owners="Engagement Lead and Communications"),
        R("3.2", "Changes made because of what children said are shown to them.",
          other={"grade": "Partly met"}, prog="'You said, we did' board at two sites.",
          act="Put a board in all seven sites", own="Site managers", due="30th May 2025~2025-05-30"),
        R("3.3", "Interpreters are used, not family members.", other={"grade": "Met"},
          prog="Contract with two agencies and spend is checked each month."),
    ]),
}  # fmt: skip


def section_eleven(folder: Path) -> dict[str, Any]:
    """A section 11 return: contents, guidance, one sheet for each standard."""
    book = Workbook()
    front = book.active
    front.title = "Read me"
    for n, line in enumerate(["Section 11 audit 2024", "Organisation: Lowmarsh Leisure Trust",
                              "Please fill in one sheet for each standard and return by 30 November 2024.",
                              "Grades: Met, Partly met, Not met"], 1):  # fmt: skip
        front.cell(row=n, column=1, value=line)
    plans = []
    for name, (title, rows) in SHEETS.items():
        sheet = book.create_sheet(name)
        sheet["A1"] = title
        sheet.merge_cells("A1:H1")
        grid = [
            heads("No|What is expected|Grade|Evidence|Action needed|Person responsible|Target date")
        ]
        grid += [r.cells("ref title grade progress actions owners due") for r in rows]
        to_sheet(sheet, grid, 3)
        plans.append((title, rows))
    name = "x02_section11_return.xlsx"
    book.save(folder / name)
    return truth(name, plans, "one sheet for each standard", "section status")
