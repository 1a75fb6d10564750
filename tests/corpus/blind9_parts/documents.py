# ruff: noqa: E501 (documents are written as they stand, one line a row)
"""Five plans: two header rows, slips of typing, text in columns cut by a page, unequal widths."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
from blind8_parts.notation import Table, table
from openpyxl.styles import Font

TOLLGATE_HTML = """<html><body><h1>Tollgate Borough Council</h1><h2>Safeguarding improvement plan 2024</h2>
<table border="1">
<tr><td rowspan="2"><b>Ref</b></td><td rowspan="2"><b>What needs doing</b></td><td colspan="2"><b>People</b></td><td colspan="2"><b>Dates</b></td><td rowspan="2"><b>Where we are</b></td><td rowspan="2"><b>RAG</b></td></tr>
<tr><td><b>Lead</b></td><td><b>Supported by</b></td><td><b>Planned</b></td><td><b>Revised</b></td></tr>
<tr><td>T1</td><td>Give each ward councillor a named contact in children's services</td><td>Democratic Services Manager</td><td>Head of Early Help</td><td>31 March 2024</td><td></td><td>List sent to members in February</td><td>Complete</td></tr>
<tr><td>T2</td><td>Ask sports clubs that use our pitches for their safeguarding policy</td><td>Leisure Manager</td><td>Licensing Team</td><td>May 2024</td><td>September 2024</td><td>14 of 33 clubs have answered</td><td>In progress</td></tr>
<tr><td>T3</td><td>Check the records of volunteers at the two museums</td><td>Museums Officer</td><td>HR</td><td>30/06/2024</td><td>N/A</td><td></td><td>Not started</td></tr>
<tr><td>T4</td><td>Hold a drop-in for taxi drivers</td><td>Licensing Manager</td><td></td><td>Quarterly from April 2024</td><td></td><td>First drop-in was on 9 April</td><td>In progress</td></tr>
<tr><td>T5</td><td>Buy a new case recording system</td><td>Head of Digital</td><td>Head of Finance</td><td>1 October 2024</td><td></td><td>Funding was refused</td><td>On hold</td></tr>
<tr><td>T6</td><td>Put the out of hours number on every building</td><td>Facilities Manager</td><td></td><td>TBC</td><td></td><td></td><td>Not started</td></tr>
</table></body></html>
"""
TOLLGATE = table(
    "Safeguarding improvement plan 2024",
    ["Ref > ref", "What needs doing > title", "Lead > owners", "Supported by > other",
     "Planned > due", "Revised > revised", "Where we are > progress", "RAG > status"],
    """
* T1
| Give each ward councillor a named contact in children's services
| Democratic Services Manager
| Head of Early Help
| 31 March 2024 => 2024-03-31
|
| List sent to members in February
| Complete => complete
* T2
| Ask sports clubs that use our pitches for their safeguarding policy
| Leisure Manager
| Licensing Team
| May 2024 => 2024-05
| September 2024 => 2024-09
| 14 of 33 clubs have answered
| In progress => in_progress
* T3
| Check the records of volunteers at the two museums
| Museums Officer
| HR
| 30/06/2024 => 2024-06-30
| N/A
|
| Not started => not_started
* T4
| Hold a drop-in for taxi drivers
| Licensing Manager
|
| Quarterly from April 2024 => ; 2024-04 ; quarterly
|
| First drop-in was on 9 April
| In progress => in_progress
* T5
| Buy a new case recording system
| Head of Digital
| Head of Finance
| 1 October 2024 => 2024-10-01
|
| Funding was refused
| On hold => on_hold
* T6
| Put the out of hours number on every building
| Facilities Manager
|
| TBC =>
|
|
| Not started => not_started
""",
)  # fmt: skip

WITHY_TXT = """WITHY VALLEY FIRE AUTHORITY
Safeguarding Committee, 6 February 2020
Item 7: Progress against the action plan

1.  The Committee asked for a report every six months. The table gives the position in January.

No   Action                                    By whom            When             What has happened
1    Every crew to have had the half-day       Training Manager   31 March 2020    Nine of 14 stations
     course on hoarding and self-neglect                                           have been visited.

2    A safeguarding champion on each watch     Station             Done            Names are on the
                                               Commanders                          staff pages.

3    Referrals by crews to be looked at once   Prevention Lead    Monthly from     The first sample
     a month by a second person                                   January 2020     was on 20 January.

4    A paragraph on safeguarding in the        Head of            April 2020
     contract of each supplier                 Procurement

                                                                                        Page 3 of 5



No   Action                                    By whom            When             What has happened
5    The home visit form to ask who else       Prevention Lead    June 2020        Draft shared with
     lives in the house, with children to                                          two stations.
     be named

6    Serious incidents to be told to the       Duty Officer       After each
     Board                                                        incident

2.  The Committee is asked to note the report.
"""
WITHY = table(
    "Progress against the action plan",
    ["No > ref", "Action > title", "By whom > owners", "When > due",
     "What has happened > progress"],
    """
* 1
| Every crew to have had the half-day course on hoarding and self-neglect
| Training Manager
| 31 March 2020 => 2020-03-31
| Nine of 14 stations have been visited.
* 2
| A safeguarding champion on each watch
| Station Commanders
| Done =>
| Names are on the staff pages.
! status = complete ; unscored = due_text
* 3
| Referrals by crews to be looked at once a month by a second person
| Prevention Lead
| Monthly from January 2020 => ; 2020-01 ; monthly
| The first sample was on 20 January.
* 4
| A paragraph on safeguarding in the contract of each supplier
| Head of Procurement
| April 2020 => 2020-04
|
* 5
| The home visit form to ask who else lives in the house, with children to be named
| Prevention Lead
| June 2020 => 2020-06
| Draft shared with two stations.
* 6
| Serious incidents to be told to the Board
| Duty Officer
| After each incident => ; ; event
|
""",
)  # fmt: skip

ORCHARD_CSV = """Orchard Academies safguarding tracker,,,,,,
,,,,,,
Ref.,Acton needed,Prioirty,Responsable person,Dedline,Staus,Coments / update
OA1,Chekc that every site has two trained leads,High,Trust Safeguarding Lead,30/09/2023,Compleat,All nine sites have them
OA2,Rewrite the visitor polcy,Medium,Estates Manager,Octber 2023,In progres,Draft with heads
OA3,Survey pupils about bullying on buses,Low,Principals,End of Novmber 2023,Not strated,
OA4,Audit the single central record,High,HR Director,Termly,In progress,Autumn audit found two gaps
OA5,Agree a protocol with the bus company,Medium,Chief Operating Officer,31/01/2024,Over due,No answer to three letters
OA6,Train govenors in filtering and monitoring,Medium,Governance Professional,15 Jan 2024,Not started,
"""
ORCHARD = table(
    "Orchard Academies safguarding tracker",
    ["Ref. > ref", "Acton needed > title", "Prioirty > priority", "Responsable person > owners",
     "Dedline > due", "Staus > status", "Coments / update > progress"],
    """
* OA1
| Chekc that every site has two trained leads
| High => high
| Trust Safeguarding Lead
| 30/09/2023 => 2023-09-30
| Compleat => complete
| All nine sites have them
* OA2
| Rewrite the visitor polcy
| Medium => medium
| Estates Manager
| Octber 2023 => 2023-10
| In progres => in_progress
| Draft with heads
* OA3
| Survey pupils about bullying on buses
| Low => low
| Principals
| End of Novmber 2023 => 2023-11-30
| Not strated => not_started
|
* OA4
| Audit the single central record
| High => high
| HR Director
| Termly => ; ; termly
| In progress => in_progress
| Autumn audit found two gaps
* OA5
| Agree a protocol with the bus company
| Medium => medium
| Chief Operating Officer
| 31/01/2024 => 2024-01-31
| Over due => overdue
| No answer to three letters
* OA6
| Train govenors in filtering and monitoring
| Medium => medium
| Governance Professional
| 15 Jan 2024 => 2024-01-15
| Not started => not_started
|
""",
)  # fmt: skip

HOBBIN_TXT = """Hobbin Community Trust
Plan after the visit of the commissioners, March 2021

\tRecommendation\tOur response\t\t\t
No.\t\tWhat we will do\tWho\tBy\tSo far
1\tThe trust should know who its volunteers are.\tPut all 60 volunteers on one list\tVolunteer Co-ordinator\tApril 2021\t41 are on it
2\tYoung people should be able to complain without an adult.\tPrint a card; set up a text number\tYouth Lead\t31 May 2021\tCard is printed
3\tThe trust should not lend its van without a check.\tRequire a booking form\tOffice Manager\tStraight away\tComplete
4\tTrustees should hear about concerns.\tPut concerns on each agenda\tChair of Trustees\tEvery meeting\tOn the agenda since May
5\tThe trust should follow up those who stop coming.\tCall after two missed sessions\tYouth Lead / Volunteer Co-ordinator\tFrom June 2021\t
"""
HOBBIN = table(
    "Plan after the visit of the commissioners, March 2021",
    ["No. > ref", "Recommendation > title", "What we will do > actions", "Who > owners",
     "By > due", "So far > progress"],
    """
* 1
| The trust should know who its volunteers are.
| Put all 60 volunteers on one list
| Volunteer Co-ordinator
| April 2021 => 2021-04
| 41 are on it
* 2
| Young people should be able to complain without an adult.
| Print a card; set up a text number => Print a card | set up a text number
| Youth Lead
| 31 May 2021 => 2021-05-31
| Card is printed
* 3
| The trust should not lend its van without a check.
| Require a booking form
| Office Manager
| Straight away =>
| Complete =>
! status = complete
* 4
| Trustees should hear about concerns.
| Put concerns on each agenda
| Chair of Trustees
| Every meeting => ; ; each_meeting
| On the agenda since May
* 5
| The trust should follow up those who stop coming.
| Call after two missed sessions
| Youth Lead / Volunteer Co-ordinator => Youth Lead | Volunteer Co-ordinator
| From June 2021 => ; 2021-06
|
""",
)  # fmt: skip

QUARRY_ROWS = """
## Hospital
* Q1
| Ask every parent about safe sleep before they go home
| Head of Midwifery
| 31/12/2022 => 2022-12-31
| 50% => in_progress
| Checklist is in use on one ward
* Q2
| Put a flag on the record of children on a plan
| Chief Information Officer
| 28/02/2023 => 2023-02-28
| 0% => not_started
|
* Q3
| Share discharge letters with the health visitor on the same day
| Ward Managers
| 31/10/2022 => 2022-10-31
| 100% => complete
| Live since 3 October
## Community
* Q4
| Offer a visit at home to every mother under 20
| Named Nurse, Children in Care
| Ongoing => ; ; ongoing
| 75% => in_progress
| Six visits a week
* Q5
| Teach practice staff to ask about violence at home
| GP Federation & Safeguarding Nurse => GP Federation | Safeguarding Nurse
| Q4 2022/23 => 2023-03-31
| 20% => in_progress
| Eleven of 52 practices
"""
QUARRY = table(
    "Quarry Hill NHS Trust: joint plan 2022/23",
    ["Ref > ref", "Action > title", "Owner > owners", "Deadline > due", "% > status",
     "Latest > progress"],
    QUARRY_ROWS,
)  # fmt: skip


def quarry(path: Path) -> None:
    """A workbook with a title, two header rows merged over groups, empty rows and a line of counts."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Joint plan"
    sheet["B1"] = "Quarry Hill NHS Trust: joint plan 2022/23"
    heads = ["", "Ref", "What and who", "", "Delivery", "", ""]
    below = ["", "", "Action", "Owner", "Deadline", "%", "Latest"]
    for row, texts in ((3, heads), (4, below)):
        for col, text in enumerate(texts, 1):
            sheet.cell(row, col, text or None).font = Font(bold=True)
    for area in ("B3:B4", "C3:D3", "E3:G3"):
        sheet.merge_cells(area)
    at = 5
    for line in QUARRY.lines[1:]:
        if line.kind == "section":
            sheet.cell(at, 2, line.cells[0].text)
        else:
            for col, cell in enumerate(line.cells, 2):
                sheet.cell(at, col, cell.text or None)
            at += 1  # an empty row under each
        at += 1
    sheet.cell(at + 1, 2, "Total actions")
    sheet.cell(at + 1, 3, 5)
    sheet.column_dimensions["C"].width = 60
    book.save(path)


TEXTS: dict[str, tuple[str, Table]] = {
    "tollgate-borough-plan.html": (TOLLGATE_HTML, TOLLGATE),
    "withy-valley-committee.txt": (WITHY_TXT, WITHY),
    "orchard-schools-tracker.csv": (ORCHARD_CSV, ORCHARD),
    "hobbin-trust-plan.txt": (HOBBIN_TXT, HOBBIN),
}


def truth_of(name: str, made: Table) -> dict[str, Any]:
    """The truth file of a document."""
    return {
        "document": name,
        "schema": 1,
        "label": "wording invented on a usual layout; truth written together with the text",
        "plans": [{"title": made.plan, "rows": made.rows}],
    }
